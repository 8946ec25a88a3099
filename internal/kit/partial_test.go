// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package kit_test

import (
	"context"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/planmodifier"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/stringdefault"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/stringplanmodifier"
	"github.com/hashicorp/terraform-plugin-framework/types"
	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

// decor is what every place has once. The original is what its colour was before.
type decor struct {
	Place    types.String `tfsdk:"place"`
	Colour   types.String `tfsdk:"colour"`
	Shape    types.String `tfsdk:"shape"`
	Mode     types.String `tfsdk:"mode"`
	Original types.String `tfsdk:"original"`
}

func newDecor() resource.Resource { return aDecor("fake_decor") }

func aDecor(typeName string) *decorResource {
	object := kit.Object{Type: typeName, Title: "Decor", Partial: true, Remembers: []string{"original"}}

	return &decorResource{kit.NewResource(object, places{}, decorSchema, decorOperations{})}
}

type decorResource struct{ kit.Resource[*room] }

func decorSchema() schema.Schema {
	free := schema.StringAttribute{Optional: true, Computed: true}

	return schema.Schema{Attributes: map[string]schema.Attribute{
		"colour": free, "shape": free,
		"mode":     schema.StringAttribute{Optional: true, Computed: true, Default: stringdefault.StaticString("auto")},
		"original": schema.StringAttribute{Computed: true, PlanModifiers: []planmodifier.String{stringplanmodifier.UseStateForUnknown()}},
	}}
}

type decorOperations struct{}

// each visits the texts of a decor.
func (m *decor) each(visit func(name string, text *types.String)) {
	visit("colour", &m.Colour)
	visit("shape", &m.Shape)
	visit("mode", &m.Mode)
}

func (decorOperations) save(ctx context.Context, c *room, m *decor) error {
	if c.remote.created != nil && !c.remote.late {
		return c.remote.created
	}

	// Of this the operation is told that it wrote.
	sender := rest.New(rest.Config{
		Transport: accepting{}, Limiter: rest.NewLimiter(1000), Redactor: &rest.Redactor{},
		Message: func(http.Header, []byte) string { return "" }, Page: func(int) rest.Page { return rest.PageLogin },
		RequestID: func(http.Header) string { return "" },
	})
	if _, err := sender.Do(ctx, rest.Request{Method: http.MethodPut, URL: &url.URL{Scheme: "https", Host: "decor.example"}}); err != nil {
		return err
	}

	var set []string

	m.each(func(name string, text *types.String) {
		if !text.IsNull() && !text.IsUnknown() {
			c.remote.things[c.place+"/"+name] = text.ValueString()
			set = append(set, name+"="+text.ValueString())
		}
	})

	c.remote.note("set %s", strings.Join(set, " "))

	return c.remote.created
}

func (o decorOperations) Create(ctx context.Context, c *room, plan *decor) error {
	if plan.Original.IsUnknown() {
		plan.Original = types.StringValue(c.remote.things[c.place+"/colour"])
	}

	return o.save(ctx, c, plan)
}

func (decorOperations) Read(ctx context.Context, c *room, m *decor) error {
	if kit.Importing(ctx) {
		m.Colour, m.Shape = types.StringUnknown(), types.StringUnknown()
	}

	m.each(func(name string, text *types.String) {
		if !text.IsNull() {
			*text = types.StringValue(c.remote.things[c.place+"/"+name])
		}
	})

	return nil
}

func (o decorOperations) Update(ctx context.Context, c *room, plan *decor, _ decor) error {
	return o.save(ctx, c, plan)
}

func (decorOperations) Delete(_ context.Context, c *room, prior decor) error {
	c.remote.note("put back %s", prior.Original.ValueString())

	return c.remote.deleted
}

// accepting is a service that takes everything.
type accepting struct{}

func (accepting) RoundTrip(*http.Request) (*http.Response, error) {
	w := httptest.NewRecorder()
	w.WriteHeader(http.StatusNoContent)

	return w.Result(), nil
}

func decorated(colour, shape string) map[string]string {
	all := map[string]string{"place": "hall"}
	if colour != "" {
		all["colour"] = colour
	}

	if shape != "" {
		all["shape"] = shape
	}

	return all
}

func startDecor(t *testing.T, r *remote, typeName string) *core {
	t.Helper()

	r.things = map[string]string{"hall/colour": "red", "hall/shape": "round", "hall/mode": "auto"}

	return start(t, r, typeName)
}

// What the configuration leaves out is neither planned nor sent.
func TestPartial(t *testing.T) {
	t.Parallel()

	r := &remote{}
	c := startDecor(t, r, "fake_decor")

	if d := c.apply(decorated("blue", "")); len(d) > 0 || c.get("colour") != "blue" || c.get("shape") != "" || c.get("original") != "red" {
		t.Fatalf("%s %s", c.state, d)
	}

	r.things["hall/shape"] = "oval"

	if d := c.refresh(); len(d) > 0 || c.get("shape") != "" {
		t.Errorf("%s %s", c.state, d)
	}

	if planned, _, d := c.plan(c.value(decorated("blue", ""))); len(d) > 0 || !planned.Equal(c.state) {
		t.Errorf("a second plan is not empty: %s %s", planned, d)
	}

	// What is no longer configured leaves state, and stays what it is.
	if d := c.apply(decorated("", "square")); len(d) > 0 || c.get("colour") != "" || c.get("shape") != "square" || c.get("original") != "red" {
		t.Errorf("%s %s", c.state, d)
	}

	want := []string{"set colour=blue mode=auto", "set shape=square mode=auto"}
	if !slices.Equal(r.log, want) || r.things["hall/colour"] != "blue" {
		t.Errorf("%v %q, want %q", r.things, r.log, want)
	}
}

// What an import has read stays in state, whether it is configured or not.
func TestPartialImport(t *testing.T) {
	t.Parallel()

	r := &remote{}
	c := startDecor(t, r, "fake_decor")

	if d := c.adopt("hall", nil); len(d) > 0 || c.get("colour") != "red" || c.get("shape") != "round" {
		t.Fatalf("%s %s", c.state, d)
	}

	for _, config := range []map[string]string{decorated("", ""), decorated("red", ""), decorated("red", "round")} {
		if planned, _, d := c.plan(c.value(config)); len(d) > 0 || attribute(planned, "colour") != "red" || attribute(planned, "shape") != "round" {
			t.Errorf("%v plans %s %s", config, planned, d)
		}
	}

	if d := c.apply(decorated("blue", "")); len(d) > 0 || c.get("colour") != "blue" || c.get("shape") != "round" {
		t.Errorf("%s %s", c.state, d)
	}

	if want := []string{"set colour=blue mode=auto"}; !slices.Equal(r.log, want) {
		t.Errorf("%q, want %q", r.log, want)
	}
}

// A replacement begins with what only the destroyed object knew, in the same run.
func TestRemembered(t *testing.T) {
	t.Parallel()

	for name, row := range map[string]struct {
		deleted error
		run     *kit.Run // the next creation's, nil is the same
		want    string
	}{
		"in the same run":                 {nil, nil, "red"},
		"in another run":                  {nil, kit.NewRun(), "blue"},
		"after a destruction that failed": {errBroken, nil, "blue"},
	} {
		r := &remote{deleted: row.deleted}
		c := startDecor(t, r, "fake_decor")

		if d := append(c.apply(decorated("blue", "")), c.apply(nil)...); len(d) > 0 != (row.deleted != nil) {
			t.Fatal(d)
		}

		if row.run != nil {
			r.run = row.run
		}

		c.state, c.private = tftypes.NewValue(c.objects, nil), nil

		if d := c.apply(decorated("green", "")); len(d) > 0 || c.get("original") != row.want {
			t.Errorf("%s: %s %s", name, c.state, d)
		}
	}
}

// What settings were before is in state alone: a creation that failed loses it only where nothing
// was written and nothing was known.
func TestRememberedWhenACreationFails(t *testing.T) {
	t.Parallel()

	for name, row := range map[string]struct {
		before, late bool
		original     string // "" is no state
	}{
		"nothing was written":                  {false, false, ""},
		"something was written":                {false, true, "red"},
		"a replacement, nothing was written":   {true, false, "red"},
		"a replacement, something was written": {true, true, "red"},
	} {
		r := &remote{}
		c := startDecor(t, r, "fake_decor")

		if row.before {
			if d := append(c.apply(decorated("blue", "")), c.apply(nil)...); len(d) > 0 {
				t.Fatal(d)
			}
		}

		r.created, r.late = errBroken, row.late

		if d := c.apply(decorated("green", "")); len(d.errors()) != 1 || c.get("original") != row.original || c.state.IsNull() != (row.original == "") {
			t.Errorf("%s: %s %s", name, c.state, d)
		}
	}
}
