// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package kit_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-framework/action"
	actionschema "github.com/hashicorp/terraform-plugin-framework/action/schema"
	"github.com/hashicorp/terraform-plugin-framework/tfsdk"
	"github.com/hashicorp/terraform-plugin-framework/types"
	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// ring is a deed: it leaves nothing behind.
type ring struct {
	Place types.String `tfsdk:"place"`
	Times types.String `tfsdk:"times"`
}

// bell returns the action for a service, and a configuration of it.
func bell(t *testing.T, r *remote, place string) (*kit.Action, tfsdk.Config) {
	t.Helper()

	r.run = kit.NewRun()
	a := kit.NewAction(kit.Object{Type: "fake_bell", Title: "Bell"}, places{}, actionschema.Schema{Attributes: map[string]actionschema.Attribute{
		"times": actionschema.StringAttribute{Required: true},
	}}, func(ctx context.Context, c *room, m *ring) (string, error) {
		c.remote.note("ring %s times in the %s", m.Times.ValueString(), c.place)

		if c.remote.warn != "" {
			kit.Warn(ctx, "Careful", c.remote.warn)
		}

		return "It rang.", c.remote.created
	})

	a.Configure(t.Context(), action.ConfigureRequest{ProviderData: r}, &action.ConfigureResponse{})

	var s action.SchemaResponse

	a.Schema(t.Context(), action.SchemaRequest{}, &s)

	values := map[string]tftypes.Value{"times": text("3"), "place": nothing(word)}
	if place != "" {
		values["place"] = text(place)
	}

	return a, tfsdk.Config{Schema: s.Schema, Raw: tftypes.NewValue(s.Schema.Type().TerraformType(t.Context()), values)}
}

// A deed is done once, where it may be, and what came of it is told.
func TestInvoke(t *testing.T) {
	t.Parallel()

	for name, row := range map[string]struct {
		remote *remote
		place  string
		log    string // "" is that nothing was done
		says   string // of an error
		told   string
		warned int
	}{
		"in its place":       {&remote{place: "attic"}, "hall", "ring 3 times in the hall", "", "It rang.", 0},
		"in the default":     {&remote{place: "attic"}, "", "ring 3 times in the attic", "", "It rang.", 0},
		"with a warning":     {&remote{warn: "it is loud"}, "hall", "ring 3 times in the hall", "", "It rang.", 1},
		"in a locked place":  {&remote{locked: "hall"}, "hall", "", "the hall is locked", "", 0},
		"nowhere":            {&remote{}, "", "", "no place is named", "", 0},
		"where it fails":     {&remote{created: errBroken}, "hall", "ring 3 times in the hall", "Place: hall", "", 0},
		"where it warns too": {&remote{created: errBroken, warn: "it is loud"}, "hall", "ring 3 times in the hall", "the service broke down", "", 1},
	} {
		a, config := bell(t, row.remote, row.place)
		told := ""
		resp := &action.InvokeResponse{SendProgress: func(e action.InvokeProgressEvent) { told += e.Message }}

		a.Invoke(t.Context(), action.InvokeRequest{Config: config}, resp)

		if log := strings.Join(row.remote.log, "; "); log != row.log || told != row.told {
			t.Errorf("%s: did %q and told %q", name, log, told)
		}

		d := resp.Diagnostics
		if d.HasError() != (row.says != "") || d.WarningsCount() != row.warned || d.HasError() && !strings.Contains(d.Errors()[0].Detail(), row.says) {
			t.Errorf("%s: %v", name, d)
		}
	}
}

// Nothing undoes a deed, so what is refused is refused before it is done.
func TestInvokeIsPlanned(t *testing.T) {
	t.Parallel()

	for name, row := range map[string]struct {
		remote  *remote
		place   string
		summary string // of the error
	}{
		"in its place":             {&remote{}, "hall", ""},
		"in the default":           {&remote{place: "hall"}, "", ""},
		"nowhere":                  {&remote{planned: errBroken}, "", "Missing place"},
		"refused":                  {&remote{planned: errBroken}, "hall", "Refused"},
		"refused in the default":   {&remote{place: "hall", planned: errBroken}, "", "Refused"},
		"of a provider not set up": {&remote{unknown: true, planned: errBroken}, "", ""},
	} {
		a, config := bell(t, row.remote, row.place)

		var resp action.ModifyPlanResponse

		a.ModifyPlan(t.Context(), action.ModifyPlanRequest{Config: config}, &resp)

		d := resp.Diagnostics
		if d.HasError() != (row.summary != "") || d.HasError() && d[0].Summary() != row.summary || len(row.remote.log) > 0 {
			t.Errorf("%s: %q %v", name, row.remote.log, d)
		}
	}
}

// The place may be left out, as that of every object.
func TestActionHasItsPlace(t *testing.T) {
	t.Parallel()

	a, config := bell(t, &remote{}, "hall")

	if at := config.Schema.GetAttributes()["place"]; !at.IsOptional() || at.IsRequired() || !slices.Equal(a.Places(), []string{"place"}) {
		t.Errorf("%v %v", at, a.Places())
	}

	var resp action.ValidateConfigResponse

	for _, v := range a.ConfigValidators(t.Context()) {
		v.ValidateAction(t.Context(), action.ValidateConfigRequest{Config: config}, &resp)
	}

	if resp.Diagnostics.HasError() || len(a.ConfigValidators(t.Context())) != 1 {
		t.Errorf("%v", resp.Diagnostics)
	}
}
