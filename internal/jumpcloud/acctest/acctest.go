// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package acctest runs the provider against the simulator in tests: with real Terraform
// for depth ([Factories]), and over the provider protocol in process for breadth ([Core]).
// What it takes from [proof] has the same names here, so that a test imports one of them.
package acctest

import (
	"net/http"
	"sync"
	"testing"

	"github.com/hashicorp/terraform-plugin-framework/providerserver"
	"github.com/hashicorp/terraform-plugin-go/tfprotov6"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/contract"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/contract/coverage"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/provider"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/published"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/proof"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// URL is where providers under test believe the service is; the transport leads to the simulator.
const URL = "https://console.simulator.example"

// Simulator starts a simulator of its own for a test. When the test ends it fails for
// every request that the service would not know, and for every request and answer that
// breaks the published contract.
func Simulator(tb testing.TB, options simulator.Options) *simulator.Simulator {
	tb.Helper()

	s, err := simulator.New(options)
	if err != nil {
		tb.Fatalf("starting the simulator: %s", err)
	}

	checked := &exchanges{}
	checked.contract, _ = published.Contract.Open(tb)
	s.OnExchange(checked.see)

	tb.Cleanup(func() {
		for _, v := range s.TakeViolations() {
			tb.Errorf("a request that the service does not take: %+v", v)
		}

		checked.mu.Lock()
		defer checked.mu.Unlock()

		for _, v := range checked.violations {
			tb.Errorf("breaks the published contract: %s", v)
		}

		if checked.failed != nil {
			tb.Errorf("recording which endpoints were exercised: %s", checked.failed)
		}
	})

	return s
}

// exchanges checks what passes between provider and simulator.
type exchanges struct {
	contract *contract.Contract // nil where the published contract is not at hand

	mu         sync.Mutex
	violations []string
	failed     error
}

// calls is this process's log of the operations that were exercised, if one is wanted.
var calls = sync.OnceValues(coverage.Open)

func (e *exchanges) see(x sim.Exchange) {
	if e.contract == nil || x.Fault != "" {
		return
	}

	found := e.contract.Check(contract.Exchange{
		Method: x.Method, Path: x.Path, Query: x.Query, Header: x.Header, RequestBody: x.Body,
		Status: x.Status, ResponseHeader: x.ResponseHeader, ResponseBody: x.ResponseBody,
	})

	e.mu.Lock()
	defer e.mu.Unlock()

	for _, v := range found {
		e.violations = append(e.violations, v.String())
	}

	if _, template, ok := e.contract.Operation(x.Method, x.Path); ok && x.Status < http.StatusBadRequest {
		log, err := calls()
		if err == nil {
			err = log.Record(coverage.Call{Method: x.Method, Template: template})
		}

		e.failed = err
	}
}

// As returns an environment with the key of one of the simulator's roles.
func As(s *simulator.Simulator, role string) Environment {
	return Environment{
		"JUMPCLOUD_API_KEY":             s.Key(role),
		"JUMPCLOUD_API_URL":             URL,
		"JUMPCLOUD_EXPIRY_WARNING_DAYS": "0", // many tests count calls, and this costs one
	}
}

// Server returns a new provider, as Terraform starts one for every command.
func Server(s *simulator.Simulator, env Environment) (tfprotov6.ProviderServer, error) {
	return serve(s.Transport(), env)
}

var subject = proof.NewSubject(serve)

// NewCore returns a [Core] with an empty state, whose providers reach the simulator.
func NewCore(tb testing.TB, s *simulator.Simulator, env Environment) *Core {
	tb.Helper()

	return proof.NewCore(tb, subject, proof.Watched(s.Transport(), judge(tb)), env)
}

func serve(transport http.RoundTripper, env Environment) (tfprotov6.ProviderServer, error) {
	return providerserver.NewProtocol6WithError(provider.New("test",
		provider.WithTransport(transport),
		provider.WithRequestsPerSecond(proof.RequestsPerSecond),
		provider.WithEnvironment(func(name string) string { return env[name] }),
	)())()
}

// Factories are the providers of a test with real Terraform, which learns of the types named
// alone, see [proof.Part], or of all if none is named.
func Factories(s *simulator.Simulator, env Environment, types ...string) map[string]func() (tfprotov6.ProviderServer, error) {
	return map[string]func() (tfprotov6.ProviderServer, error){
		"jumpcloud": func() (tfprotov6.ProviderServer, error) {
			server, err := Server(s, env)
			if err != nil || len(types) == 0 {
				return server, err
			}

			return proof.Part(server, types)
		},
	}
}
