// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package acctest runs the provider for Zammad against its simulator in tests: with real
// Terraform for depth ([Factories]), and over the provider protocol in process for breadth.
package acctest

import (
	"net/http"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/hashicorp/terraform-plugin-framework/providerserver"
	"github.com/hashicorp/terraform-plugin-go/tfprotov6"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/contract/coverage"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/proof"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/zammad/provider"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/zammad/simulator"
)

// URL is where providers under test believe the service is; the transport leads to the simulator.
const URL = "https://support.simulator.example"

// Simulator starts a simulator of its own for a test. When the test ends it fails for every
// request that the service would not know.
func Simulator(tb testing.TB, options simulator.Options) *simulator.Simulator {
	tb.Helper()

	s, err := simulator.New(options)
	if err != nil {
		tb.Fatalf("starting the simulator: %s", err)
	}

	var failed atomic.Value

	s.OnExchange(func(x sim.Exchange) {
		if method, template, ok := strings.Cut(x.Route, " "); ok && x.Fault == "" && x.Status < http.StatusBadRequest {
			log, err := calls()
			if err == nil {
				err = log.Record(coverage.Call{Method: method, Template: template})
			}

			if err != nil {
				failed.Store(err)
			}
		}
	})

	tb.Cleanup(func() {
		if err := failed.Load(); err != nil {
			tb.Errorf("recording which operations were exercised: %s", err)
		}

		for _, v := range s.TakeViolations() {
			tb.Errorf("a request that the service does not take: %+v", v)
		}
	})

	return s
}

// calls is this process's log of the operations that were exercised, if one is wanted.
var calls = sync.OnceValues(func() (*coverage.Log, error) { return coverage.OpenFor("zammad") })

// As returns an environment with the token of one of the simulator's users.
func As(s *simulator.Simulator, role string) proof.Environment {
	return proof.Environment{"ZAMMAD_TOKEN": s.Token(role), "ZAMMAD_URL": URL}
}

var subject = proof.NewSubject(serve)

// NewCore returns a [proof.Core] with an empty state, whose providers reach the simulator.
func NewCore(tb testing.TB, s *simulator.Simulator, env proof.Environment) *proof.Core {
	tb.Helper()

	return proof.NewCore(tb, subject, s.Transport(), env)
}

func serve(transport http.RoundTripper, env proof.Environment) (tfprotov6.ProviderServer, error) {
	return providerserver.NewProtocol6WithError(provider.New("test",
		provider.WithTransport(transport),
		provider.WithRequestsPerSecond(proof.RequestsPerSecond),
		provider.WithEnvironment(func(name string) string { return env[name] }),
	)())()
}

// Factories are the providers of a test with real Terraform.
func Factories(s *simulator.Simulator, env proof.Environment) map[string]func() (tfprotov6.ProviderServer, error) {
	return map[string]func() (tfprotov6.ProviderServer, error){
		"zammad": func() (tfprotov6.ProviderServer, error) { return serve(s.Transport(), env) },
	}
}
