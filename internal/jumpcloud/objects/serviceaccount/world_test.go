// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package serviceaccount_test

import (
	"maps"
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/jumpcloudsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/proof"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

const (
	ci             = "jumpcloud_service_account.ci"
	credentialType = "jumpcloud_service_account_credential"
)

// world has the role that the accounts get, and the environment that the commands run in.
type world struct {
	*acctest.World

	env  acctest.Environment
	role string
}

func newWorld(t *testing.T, role string, switches map[string]string) *world {
	t.Helper()

	w := acctest.NewWorld(t, acctest.Of{Role: role}, switches)
	found, _ := w.Sim.FindRole(w.ProviderID, jumpcloudsim.BillingRole)
	id, _ := found["id"].(string)

	return &world{w, acctest.As(w.Sim, role), id}
}

func (w *world) one(more acctest.Attrs) acctest.Config {
	all := acctest.Attrs{"name": "Pipeline", "role_id": w.role}
	maps.Copy(all, more)

	return acctest.Config{ci: all}
}

func (w *world) id() string {
	id, _ := w.State(ci)["id"].(string)

	return id
}

// credentials are those that the service holds of the account, the oldest first.
func (w *world) credentials() []sim.Doc {
	d, _ := w.Sim.Docs(jumpcloudsim.ServiceAccounts, "").Get(w.id())

	var all []sim.Doc

	list, _ := d[jumpcloudsim.Credentials].([]any)
	for _, v := range list {
		c, _ := v.(sim.Doc)
		all = append(all, c)
	}

	return all
}

// works tells whether the service takes a client secret.
func (w *world) works(clientID, secret string) bool {
	w.T.Helper()

	env := w.env.With("JUMPCLOUD_CLIENT_ID", clientID).With("JUMPCLOUD_CLIENT_SECRET", secret)
	delete(env, "JUMPCLOUD_API_KEY")

	_, d := acctest.NewCore(w.T, w.Sim, env).Data("jumpcloud_organizations", acctest.Attrs{})

	if len(d.Errors()) > 0 && !strings.Contains(d.String(), "status 401") {
		w.T.Errorf("neither taken nor refused: %s", d)
	}

	return len(d.Errors()) == 0
}

// open opens the ephemeral resource as Terraform does, and returns what it results in.
func (w *world) open(config map[string]any) (map[string]string, acctest.Diagnostics) {
	w.T.Helper()

	ctx := w.T.Context()

	server, err := acctest.Server(w.Sim, w.env)
	if err != nil {
		w.T.Fatal(err)
	}

	schemas, err := server.GetProviderSchema(ctx, &tfprotov6.GetProviderSchemaRequest{})
	if err != nil {
		w.T.Fatal(err)
	}

	encode := func(kind tftypes.Type, given map[string]any) *tfprotov6.DynamicValue {
		object, _ := kind.(tftypes.Object)
		members := map[string]tftypes.Value{}

		for name, t := range object.AttributeTypes {
			members[name] = tftypes.NewValue(t, given[name])
		}

		v, err := tfprotov6.NewDynamicValue(kind, tftypes.NewValue(kind, members))
		if err != nil {
			w.T.Fatal(err)
		}

		return &v
	}

	if _, err := server.ConfigureProvider(ctx, &tfprotov6.ConfigureProviderRequest{Config: encode(schemas.Provider.ValueType(), nil)}); err != nil {
		w.T.Fatal(err)
	}

	kind := schemas.EphemeralResourceSchemas[credentialType].ValueType()
	dynamic := encode(kind, config)

	valid, err := server.ValidateEphemeralResourceConfig(ctx, &tfprotov6.ValidateEphemeralResourceConfigRequest{TypeName: credentialType, Config: dynamic})
	if err != nil || len(valid.Diagnostics) > 0 {
		return nil, valid.Diagnostics
	}

	resp, err := server.OpenEphemeralResource(ctx, &tfprotov6.OpenEphemeralResourceRequest{TypeName: credentialType, Config: dynamic})
	if err != nil {
		w.T.Fatal(err)
	}

	said := acctest.Diagnostics(resp.Diagnostics)
	if len(said.Errors()) > 0 {
		return nil, said
	}

	value, err := resp.Result.Unmarshal(kind)
	if err != nil {
		w.T.Fatal(err)
	}

	members, result := map[string]tftypes.Value{}, map[string]string{}
	if err := value.As(&members); err != nil {
		w.T.Fatal(err)
	}

	for name, v := range members {
		var (
			s    string
			made bool
		)

		switch {
		case v.IsNull():
		case v.Type().Is(tftypes.Bool) && v.As(&made) == nil && made:
			result[name] = "true"
		case v.Type().Is(tftypes.String) && v.As(&s) == nil:
			result[name] = s
		}
	}

	return result, said
}

// reads opens the ephemeral resource with a provider that may only read: nothing is sent that writes.
func (w *world) reads(config map[string]any) (map[string]string, acctest.Diagnostics) {
	w.T.Helper()

	env := w.env
	defer func() { w.env = env }()

	w.env = env.With("JUMPCLOUD_READ_ONLY", "true")
	w.Sim.Log().Reset()

	result, d := w.open(config)

	for _, x := range w.Sim.Log().Writes() {
		w.T.Errorf("sent: %s %s", x.Method, x.Path)
	}

	return result, d
}

var wantError, wantWarning, wantNoError = proof.WantError, proof.WantWarning, proof.WantNoError
