// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package acctest runs the provider for Bindplane against its simulator in tests: with real
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
	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/bindplaneadmin/provider"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/bindplaneadmin/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/contract/coverage"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/proof"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// URL is where providers under test believe the service is; the transport leads to the simulator.
const URL = "https://bindplane.simulator.example"

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
var calls = sync.OnceValues(func() (*coverage.Log, error) { return coverage.OpenFor("bindplaneadmin") })

// As returns an environment with the API key of one of the simulator's users.
func As(s *simulator.Simulator, role string) proof.Environment {
	return proof.Environment{"BINDPLANEADMIN_API_KEY": s.Key(role), "BINDPLANEADMIN_URL": URL}
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
		"bindplaneadmin": func() (tfprotov6.ProviderServer, error) { return serve(s.Transport(), env) },
	}
}

// Open opens an ephemeral resource as Terraform does, and returns the texts that it results in.
func Open(tb testing.TB, s *simulator.Simulator, env proof.Environment, typeName string, config map[string]string) (map[string]string, proof.Diagnostics) {
	tb.Helper()

	ctx := tb.Context()

	server, err := serve(s.Transport(), env)
	if err != nil {
		tb.Fatal(err)
	}

	schemas, err := server.GetProviderSchema(ctx, &tfprotov6.GetProviderSchemaRequest{})
	if err != nil {
		tb.Fatal(err)
	}

	block := encode(tb, schemas.Provider.ValueType(), nil)
	if _, err := server.ConfigureProvider(ctx, &tfprotov6.ConfigureProviderRequest{Config: block}); err != nil {
		tb.Fatal(err)
	}

	kind := schemas.EphemeralResourceSchemas[typeName].ValueType()
	dynamic := encode(tb, kind, config)

	valid, err := server.ValidateEphemeralResourceConfig(ctx, &tfprotov6.ValidateEphemeralResourceConfigRequest{TypeName: typeName, Config: dynamic})
	if err != nil || len(valid.Diagnostics) > 0 {
		return nil, valid.Diagnostics
	}

	resp, err := server.OpenEphemeralResource(ctx, &tfprotov6.OpenEphemeralResourceRequest{TypeName: typeName, Config: dynamic})
	if err != nil {
		tb.Fatal(err)
	}

	if len(resp.Diagnostics) > 0 {
		return nil, resp.Diagnostics
	}

	value, err := resp.Result.Unmarshal(kind)
	if err != nil {
		tb.Fatal(err)
	}

	members, result := map[string]tftypes.Value{}, map[string]string{}
	if err := value.As(&members); err != nil {
		tb.Fatal(err)
	}

	for name, v := range members {
		var text string
		if v.Type().Is(tftypes.String) && !v.IsNull() && v.As(&text) == nil {
			result[name] = text
		}
	}

	return result, nil
}

// encode is an object with these texts, and nulls for the rest.
func encode(tb testing.TB, kind tftypes.Type, given map[string]string) *tfprotov6.DynamicValue {
	tb.Helper()

	object, _ := kind.(tftypes.Object)
	members := map[string]tftypes.Value{}

	for name, t := range object.AttributeTypes {
		members[name] = tftypes.NewValue(t, nil)
		if text, ok := given[name]; ok {
			members[name] = tftypes.NewValue(t, text)
		}
	}

	v, err := tfprotov6.NewDynamicValue(kind, tftypes.NewValue(kind, members))
	if err != nil {
		tb.Fatal(err)
	}

	return &v
}
