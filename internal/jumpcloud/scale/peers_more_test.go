// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package scale_test

import (
	"bytes"
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
	"github.com/hashicorp/terraform-plugin-go/tftypes"
	"github.com/hashicorp/terraform-plugin-log/tflogtest"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/iplist/iplistsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/policy/policysim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// TestD9 : many requests in flight do not get into each other's way, nor into each
// other's organization. Run it with -race.
func TestD9(t *testing.T) {
	in(t, simulator.Options{}, func(w *world) {
		globex, _ := w.sim.OrganizationID(simulator.Globex)
		config := acctest.Config{}

		for i := range 20 {
			for where, org := range map[string]string{"acme": w.org, "globex": globex} {
				config[fmt.Sprintf("jumpcloud_iplist.%s%d", where, i)] = acctest.Attrs{
					"organization_id": org, "name": fmt.Sprintf("%s %d", org, i), "ips": []any{fmt.Sprintf("10.0.0.%d", i)},
				}
			}

			config[fmt.Sprintf("jumpcloud_policy.p%d", i)] = acctest.Attrs{
				"organization_id": w.org, "name": fmt.Sprintf("%s %d", w.org, i), "template_name": "lock_screen_darwin",
				"values": map[string]any{"timeout": 60 + i},
			}
		}

		w.core.Parallelism = 50

		for range 3 {
			w.core.MustApply(config)

			for collection, n := range map[string]int{iplistsim.Collection: 40, policysim.Collection: 20} {
				for _, org := range []string{w.org, globex} {
					for _, d := range w.sim.Docs(collection, org).All() {
						if name, _ := d["name"].(string); !strings.HasPrefix(name, org) {
							t.Errorf("%v is in %s", d, org)
						}

						n--
					}
				}

				if n != 0 {
					t.Errorf("%s: %d too few", collection, n)
				}
			}

			w.clean(w.core.Destroy())
		}

		if left := w.stored(); len(left) > 0 {
			t.Errorf("left: %v", left)
		}
	})
}

// TestD10 : a deletion has succeeded whatever the answer's body is.
func TestD10(t *testing.T) {
	for name, fault := range map[string]sim.Fault{
		"empty":     {Method: "DELETE", Status: 204, After: true},
		"malformed": {Method: "DELETE", Malformed: true},
		"a page":    {Method: "DELETE", Status: 200, Body: "OK", After: true},
	} {
		t.Run(name, func(t *testing.T) {
			in(t, simulator.Options{}, func(w *world) {
				w.core.MustApply(w.ofEach())
				w.sim.Inject(fault)

				if d := w.core.Destroy(); len(d.Errors()) > 0 || len(w.core.Addresses()) > 0 || len(w.stored()) > 0 {
					t.Errorf("in state %v, stored %v: %s", w.core.Addresses(), w.stored(), d)
				}

				if n := w.sim.Log().Count("DELETE", ""); n != 2 {
					t.Errorf("%d deletions of 2 objects", n)
				}
			})
		})
	}
}

// TestD11 : what the service fills in is no difference.
func TestD11(t *testing.T) {
	in(t, simulator.Options{}, func(w *world) {
		config := w.ofEach()
		delete(config[nova], "deletion_policy")
		w.core.MustApply(config)

		before := w.core.State(lock)
		w.core.MustPlanEmpty(config)

		if after := w.core.State(lock); !reflect.DeepEqual(after, before) {
			t.Errorf("%v became %v", before, after)
		}
	})
}

// TestD12 : no credential reaches a log or an error, at whatever level and whatever the
// service answers.
func TestD12(t *testing.T) {
	in(t, simulator.Options{}, func(w *world) {
		id, secret := w.sim.ServiceAccount(simulator.RoleService)
		key := w.sim.Key(simulator.RoleBilling)

		for name, env := range map[string]acctest.Environment{
			"key": w.env,
			"service account": {
				"JUMPCLOUD_CLIENT_ID": id, "JUMPCLOUD_CLIENT_SECRET": secret, "JUMPCLOUD_API_URL": acctest.URL,
			},
		} {
			if log := w.logOf(env); !strings.Contains(log, "/api/v2/providers") || strings.Contains(log, key) || strings.Contains(log, secret) {
				t.Errorf("%s: the log tells too much or nothing:\n%s", name, log)
			}
		}

		w.sim.Inject(sim.Fault{Status: 400, Body: fmt.Sprintf(`{"message":"no such key: %s, %s"}`, key, secret)})

		d := w.core.Apply(w.ofEach())
		says(t, d, "no such key")

		if strings.Contains(d.String(), key) {
			t.Errorf("an error shows the key:\n%s", d)
		}
	})
}

// logOf reads a data source and returns all that the provider logged meanwhile.
func (w *world) logOf(env acctest.Environment) string {
	w.t.Helper()

	var log bytes.Buffer

	ctx := tflogtest.RootLogger(w.t.Context(), &log)

	server, err := acctest.Server(w.sim, env)
	if err != nil {
		w.t.Fatal(err)
	}

	schemas, err := server.GetProviderSchema(ctx, &tfprotov6.GetProviderSchemaRequest{})
	if err != nil {
		w.t.Fatal(err)
	}

	const typeName = "jumpcloud_organizations"

	configured, err := server.ConfigureProvider(ctx, &tfprotov6.ConfigureProviderRequest{Config: empty(w.t, schemas.Provider)})
	if err != nil || len(configured.Diagnostics) > 0 {
		w.t.Fatal(err, configured)
	}

	read, err := server.ReadDataSource(ctx, &tfprotov6.ReadDataSourceRequest{
		TypeName: typeName, Config: empty(w.t, schemas.DataSourceSchemas[typeName]),
	})
	if err != nil || len(read.Diagnostics) > 0 {
		w.t.Fatal(err, read)
	}

	return log.String()
}

// empty is a configuration that says nothing.
func empty(t *testing.T, schema *tfprotov6.Schema) *tfprotov6.DynamicValue {
	t.Helper()

	attributes := map[string]tftypes.Value{}
	for _, a := range schema.Block.Attributes {
		attributes[a.Name] = tftypes.NewValue(a.ValueType(), nil)
	}

	data, err := tfprotov6.NewDynamicValue(schema.ValueType(), tftypes.NewValue(schema.ValueType(), attributes))
	if err != nil {
		t.Fatal(err)
	}

	return &data
}

// TestD13 : a Retry-After that is longer than a request may take is waited for.
func TestD13(t *testing.T) {
	in(t, simulator.Options{}, func(w *world) {
		w.use(w.env.With("JUMPCLOUD_REQUEST_TIMEOUT", "30s"))

		for _, method := range []string{"GET", "POST"} {
			w.sim.Inject(sim.Fault{Method: method, Times: 1, Status: 429, RetryAfter: "45"})
		}

		begun := time.Now()
		w.core.MustApply(w.ofEach())

		if took := time.Since(begun); took < 90*time.Second {
			t.Errorf("waited %s, want 90 s at least", took)
		}
	})
}

// TestD14 : only the service's word that an object is gone removes it from state.
func TestD14(t *testing.T) {
	for name, fault := range map[string]sim.Fault{
		"400": {Status: 400}, "401": {Status: 401}, "403": {Status: 403}, "409": {Status: 409}, "429": {Status: 429},
		"500": {Status: 500}, "503": {Status: 503}, "dropped": {Drop: true}, "malformed": {Malformed: true},
		"a login page": {HTML: true}, "an empty object": {Status: 200, Body: "{}"},
	} {
		t.Run(name, func(t *testing.T) {
			in(t, simulator.Options{}, func(w *world) {
				config := w.ofEach()
				w.core.MustApply(config)

				fault.Match = readsObjects
				w.sim.Inject(fault)

				p := w.core.Plan(config)
				if n := len(p.Diags.Errors()); n != 3 || len(p.Actions()) > 0 || len(w.core.Addresses()) != 3 {
					t.Errorf("%d errors, planned %v, in state %v:\n%s", n, p.Actions(), w.core.Addresses(), p.Diags)
				}

				w.sim.ClearFaults()
				w.core.MustPlanEmpty(config)
			})
		})
	}
}
