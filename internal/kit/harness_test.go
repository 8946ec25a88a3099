// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package kit_test

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/hashicorp/terraform-plugin-framework/datasource"
	dsschema "github.com/hashicorp/terraform-plugin-framework/datasource/schema"
	"github.com/hashicorp/terraform-plugin-framework/diag"
	fwlist "github.com/hashicorp/terraform-plugin-framework/list"
	listschema "github.com/hashicorp/terraform-plugin-framework/list/schema"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/provider"
	"github.com/hashicorp/terraform-plugin-framework/providerserver"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/planmodifier"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/stringplanmodifier"
	"github.com/hashicorp/terraform-plugin-framework/types"
	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

// remote is the service of these tests: things by place and id, and what goes wrong.
type remote struct {
	place   string // default place, "" none
	unknown bool   // the provider's configuration is not known
	lost    error  // why nobody can tell what there is
	planned error  // what the scope says of every plan
	owner   string // whose all places are
	shy     bool   // owner is told only to who asks
	lostOf  string // the owner that the scope was asked about
	locked  string // a place where nothing may be written
	nowhere error  // why places cannot be listed
	run     *kit.Run

	things map[string]string // place/id to name
	mu     sync.Mutex        // of log
	log    []string

	closed map[string]error // by place, what finding things there fails with

	created, read, updated, deleted error // what the operation fails with
	late                            bool  // created fails only after the object exists
	whole                           bool  // create's answer tells everything
	warn                            string
}

func (r *remote) note(format string, args ...any) {
	r.mu.Lock()
	defer r.mu.Unlock()

	r.log = append(r.log, fmt.Sprintf(format, args...))
}

// room is the client of one place.
type room struct {
	remote *remote
	place  string
}

type places struct{}

var letters = kit.Form{Pattern: regexp.MustCompile(`^[a-z]+$`), Words: "small letters", Example: "hall"}

func (places) Keys() []kit.Key { return []kit.Key{{Name: "place", Form: letters}} }

func (places) ResourceAttributes() map[string]schema.Attribute {
	return map[string]schema.Attribute{"place": schema.StringAttribute{
		Optional: true, Computed: true,
		PlanModifiers: []planmodifier.String{stringplanmodifier.UseStateForUnknown(), stringplanmodifier.RequiresReplace()},
	}}
}

func (places) DataSourceAttributes() map[string]dsschema.Attribute {
	return map[string]dsschema.Attribute{"place": dsschema.StringAttribute{Optional: true, Computed: true}}
}

func (places) ListAttributes() map[string]listschema.Attribute {
	return map[string]listschema.Attribute{"places": listschema.ListAttribute{ElementType: types.StringType, Optional: true}}
}

func (places) Places(ctx context.Context, data any, get kit.Getter) ([]kit.Place, error) {
	r, ok := data.(*remote)
	if !ok || r.nowhere != nil {
		return nil, errors.Join(r.nowhere)
	}

	var chosen types.List
	if get(ctx, path.Root("places"), &chosen).HasError() {
		return nil, errors.New("the list block cannot be read")
	}

	names := kit.Strings(chosen)
	slices.Sort(names)

	all := []kit.Place{}
	for _, name := range names {
		all = append(all, kit.Place{Keys: map[string]string{"place": name}, Name: "The " + name})
	}

	return all, nil
}

func (places) Defaults(data any) (map[string]string, bool) {
	r, ok := data.(*remote)
	if !ok || r.unknown {
		return nil, false
	}

	if r.place == "" {
		return nil, true
	}

	return map[string]string{"place": r.place}, true
}

func (places) Enter(data any, keys map[string]string) (*room, error) {
	r, ok := data.(*remote)
	if !ok || keys["place"] == "" {
		return nil, errors.New("no place is named")
	}

	return &room{r, keys["place"]}, nil
}

func (places) Lost(_ context.Context, data any, _ map[string]string, owner string) error {
	if r, ok := data.(*remote); ok {
		r.lostOf = owner

		return r.lost
	}

	return nil
}

func (places) Owner(_ context.Context, data any, ask bool) string {
	if r, ok := data.(*remote); ok && (ask || !r.shy) {
		return r.owner
	}

	return ""
}

func (places) Permit(ctx context.Context, data any, _ kit.Object, get kit.Getter) error {
	var place types.String
	if r, ok := data.(*remote); ok && r.locked != "" && !get(ctx, path.Root("place"), &place).HasError() && place.ValueString() == r.locked {
		return errors.New("the " + r.locked + " is locked")
	}

	return nil
}

func (places) Run(_ context.Context, data any) *kit.Run {
	if r, ok := data.(*remote); ok {
		return r.run
	}

	return kit.NewRun()
}

func (places) Planned(_ context.Context, data any, _ kit.Object, _ kit.Change, diags *diag.Diagnostics) {
	if r, ok := data.(*remote); ok && r.planned != nil {
		diags.AddError("Refused", r.planned.Error())
	}
}

func (places) Explain(_ context.Context, _ any, keys map[string]string, _ error) string {
	return "Place: " + keys["place"]
}

type thing struct {
	Place  types.String `tfsdk:"place"`
	ID     types.String `tfsdk:"id"`
	Name   types.String `tfsdk:"name"`
	Length types.Int64  `tfsdk:"length"`
	Secret types.String `tfsdk:"secret_wo"`
	Twin   types.Bool   `tfsdk:"allow_duplicate_name"`
}

var thingObject = kit.Object{Type: "fake_thing", Title: "Thing", Keys: []kit.Key{{Name: "id", Form: kit.Form{
	Pattern: regexp.MustCompile(`^[0-9]+$`), Words: "a number", Example: "42",
}}}}

type thingResource struct{ kit.Resource[*room] }

func newThing() resource.Resource {
	r := aThing(thingObject)
	r.FoundBy(kit.Finder[*room]{Filters: map[string]string{"letter": "Keeps things with one of these first letters."}, Find: findThings})

	return r
}

func findThings(_ context.Context, c *room, _ kit.Asked) ([]kit.Found, error) {
	c.remote.note("find %s", c.place)

	var all []kit.Found

	for at, name := range c.remote.things {
		if place, id, _ := strings.Cut(at, "/"); place == c.place {
			all = append(all, kit.Found{
				Keys: map[string]string{"id": id}, Name: name, Facts: map[string][]string{"letter": {name[:1]}},
			})
		}
	}

	slices.SortFunc(all, func(a, b kit.Found) int { return strings.Compare(a.Keys["id"], b.Keys["id"]) })

	return all, c.remote.closed[c.place]
}

// newMonument is a thing that is not made again, and that looks for twins.
func newMonument() resource.Resource {
	object := thingObject
	object.Type, object.Lasting = "fake_monument", true

	r := aThing(object)
	r.Named(kit.Names[*room]{Noun: "thing", Existing: func(_ context.Context, c *room) ([]kit.Candidate, error) {
		var all []kit.Candidate

		for at, name := range c.remote.things {
			all = append(all, kit.Candidate{ID: at[len(c.place)+1:], Name: name})
		}

		return all, nil
	}})

	return r
}

func aThing(object kit.Object) *thingResource {
	return &thingResource{kit.NewResource(object, places{}, thingSchema, thingOperations{})}
}

func thingSchema() schema.Schema {
	return schema.Schema{Attributes: map[string]schema.Attribute{
		kit.AllowDuplicateName: kit.AllowDuplicateNameAttribute("a thing"),

		"id":        schema.StringAttribute{Computed: true, PlanModifiers: []planmodifier.String{stringplanmodifier.UseStateForUnknown()}},
		"name":      schema.StringAttribute{Required: true},
		"length":    schema.Int64Attribute{Computed: true},
		"secret_wo": schema.StringAttribute{Optional: true, WriteOnly: true},
	}}
}

type thingOperations struct{}

func (thingOperations) Create(ctx context.Context, c *room, plan *thing) error {
	c.remote.note("create %s secret=%s", plan.Name.ValueString(), plan.Secret.ValueString())

	if c.remote.warn != "" {
		kit.Warn(ctx, "Careful", c.remote.warn)
	}

	if c.remote.created != nil && !c.remote.late {
		return c.remote.created
	}

	id := fmt.Sprint(len(c.remote.things) + 1)
	c.remote.things[c.place+"/"+id] = plan.Name.ValueString()
	plan.ID = types.StringValue(id)

	if c.remote.whole {
		plan.Length = types.Int64Value(int64(len(plan.Name.ValueString())))
	}

	return c.remote.created
}

func (thingOperations) Read(_ context.Context, c *room, m *thing) error {
	c.remote.note("read %s", m.ID.ValueString())

	if c.remote.read != nil {
		return c.remote.read
	}

	name, ok := c.remote.things[c.place+"/"+m.ID.ValueString()]
	if !ok {
		return rest.NotFound("GET", "/things/"+m.ID.ValueString(), "no such thing")
	}

	m.Name, m.Length = types.StringValue(name), types.Int64Value(int64(len(name)))

	return nil
}

func (thingOperations) Update(_ context.Context, c *room, plan *thing, prior thing) error {
	c.remote.note("update %s to %s secret=%s", prior.Name.ValueString(), plan.Name.ValueString(), plan.Secret.ValueString())

	if c.remote.updated != nil {
		return c.remote.updated
	}

	c.remote.things[c.place+"/"+plan.ID.ValueString()] = plan.Name.ValueString()

	return nil // length stays unknown
}

func (thingOperations) Delete(_ context.Context, c *room, prior thing) error {
	c.remote.note("delete %s", prior.ID.ValueString())

	if c.remote.deleted != nil {
		return c.remote.deleted
	}

	delete(c.remote.things, c.place+"/"+prior.ID.ValueString())

	return nil
}

// edge has no id of its own: the configuration gives its keys.
type edge struct {
	Place types.String `tfsdk:"place"`
	From  types.String `tfsdk:"from"`
	To    types.String `tfsdk:"to"`
}

func newEdge() resource.Resource {
	object := kit.Object{Type: "fake_edge", Title: "Edge", Keys: []kit.Key{{Name: "from", Form: letters}, {Name: "to", Form: letters}}}

	return &struct{ kit.Resource[*room] }{kit.NewResource(object, places{}, edgeSchema, edgeOperations{})}
}

func edgeSchema() schema.Schema {
	return schema.Schema{Attributes: map[string]schema.Attribute{
		"from": schema.StringAttribute{Required: true},
		"to":   schema.StringAttribute{Required: true},
	}}
}

type edgeOperations struct{}

func (edgeOperations) Create(_ context.Context, c *room, _ *edge) error { return c.remote.created }
func (edgeOperations) Read(_ context.Context, c *room, _ *edge) error   { return c.remote.read }

func (edgeOperations) Update(_ context.Context, c *room, _ *edge, _ edge) error {
	return c.remote.updated
}
func (edgeOperations) Delete(_ context.Context, c *room, _ edge) error { return c.remote.deleted }

type found struct {
	Place types.String `tfsdk:"place"`
	Name  types.String `tfsdk:"name"`
	ID    types.String `tfsdk:"id"`
}

func newFinder() datasource.DataSource {
	return kit.NewDataSource(kit.Object{Type: "fake_finder", Title: "Thing"}, places{}, dsschema.Schema{Attributes: map[string]dsschema.Attribute{
		"name": dsschema.StringAttribute{Required: true},
		"id":   dsschema.StringAttribute{Computed: true},
	}}, func(ctx context.Context, c *room, m *found) error {
		kit.Warn(ctx, "Looked", "for "+m.Name.ValueString())

		for at, name := range c.remote.things {
			if name == m.Name.ValueString() {
				m.ID = types.StringValue(at[len(c.place)+1:])

				return nil
			}
		}

		return rest.NotFound("GET", "/things", fmt.Sprintf("there is no thing %q", m.Name.ValueString()))
	})
}

type fakeProvider struct{ remote *remote }

func (fakeProvider) Metadata(_ context.Context, _ provider.MetadataRequest, resp *provider.MetadataResponse) {
	resp.TypeName = "fake"
}

func (fakeProvider) Schema(context.Context, provider.SchemaRequest, *provider.SchemaResponse) {}

func (p fakeProvider) Configure(_ context.Context, _ provider.ConfigureRequest, resp *provider.ConfigureResponse) {
	resp.ResourceData, resp.DataSourceData, resp.ListResourceData = p.remote, p.remote, p.remote
}

func (fakeProvider) Resources(context.Context) []func() resource.Resource {
	return []func() resource.Resource{newThing, newEdge, newMonument, newPerson, newDiary, newStatue, newDecor, newParts, newHeirloom}
}

func (fakeProvider) ListResources(context.Context) []func() fwlist.ListResource {
	return []func() fwlist.ListResource{func() fwlist.ListResource { return newThing().(kit.Listable).AsList() }} //nolint:forcetypeassert // it is
}

func (fakeProvider) DataSources(context.Context) []func() datasource.DataSource {
	return []func() datasource.DataSource{newFinder}
}

// core plays Terraform's part with one resource at a time.
type core struct {
	t         *testing.T
	server    tfprotov6.ProviderServer
	typeName  string
	objects   tftypes.Object
	identityT tftypes.Type

	state    tftypes.Value
	private  []byte
	identity *tfprotov6.ResourceIdentityData
	replace  bool // the last plan replaces
}

func start(t *testing.T, r *remote, typeName string) *core {
	t.Helper()

	if r.things == nil {
		r.things = map[string]string{}
	}

	r.run = kit.NewRun()

	server, err := providerserver.NewProtocol6WithError(fakeProvider{r})()
	if err != nil {
		t.Fatal(err)
	}

	schemas, err := server.GetProviderSchema(t.Context(), &tfprotov6.GetProviderSchemaRequest{})
	if err != nil || len(schemas.Diagnostics) > 0 {
		t.Fatal(err, schemas.Diagnostics)
	}

	config, err := tfprotov6.NewDynamicValue(tftypes.Object{}, tftypes.NewValue(tftypes.Object{}, map[string]tftypes.Value{}))
	if err != nil {
		t.Fatal(err)
	}

	if _, err := server.ConfigureProvider(t.Context(), &tfprotov6.ConfigureProviderRequest{Config: &config}); err != nil {
		t.Fatal(err)
	}

	c := &core{t: t, server: server, typeName: typeName}

	s := schemas.ResourceSchemas[typeName]
	if s == nil {
		s = schemas.DataSourceSchemas[typeName]
	} else {
		identities, err := server.GetResourceIdentitySchemas(t.Context(), &tfprotov6.GetResourceIdentitySchemasRequest{})
		if err != nil {
			t.Fatal(err)
		}

		c.identityT = identities.IdentitySchemas[typeName].ValueType()
	}

	c.objects, _ = s.ValueType().(tftypes.Object)
	c.state = tftypes.NewValue(c.objects, nil)

	return c
}

// value makes an object of string attributes; the others are null, or unknown where the
// string is "?".
func (c *core) value(attributes map[string]string) tftypes.Value {
	all := map[string]tftypes.Value{}

	for name, typ := range c.objects.AttributeTypes {
		all[name] = tftypes.NewValue(typ, nil)

		switch v, ok := attributes[name]; {
		case ok && v == "?":
			all[name] = tftypes.NewValue(typ, tftypes.UnknownValue)
		case ok:
			all[name] = tftypes.NewValue(typ, v)
		}
	}

	return tftypes.NewValue(c.objects, all)
}

func (c *core) encode(v tftypes.Value) *tfprotov6.DynamicValue {
	c.t.Helper()

	d, err := tfprotov6.NewDynamicValue(v.Type(), v)
	if err != nil {
		c.t.Fatal(err)
	}

	return &d
}

func (c *core) decode(d *tfprotov6.DynamicValue, typ tftypes.Type) tftypes.Value {
	c.t.Helper()

	v, err := d.Unmarshal(typ)
	if err != nil {
		c.t.Fatal(err)
	}

	return v
}

// get returns a string attribute of state, "?" where it is unknown, "" where it is null or
// there is no state.
func (c *core) get(name string) string { return attribute(c.state, name) }

func attribute(object tftypes.Value, name string) string {
	var (
		all map[string]tftypes.Value
		s   string
	)

	if object.IsNull() || object.As(&all) != nil || all[name].IsNull() {
		return ""
	}

	if !all[name].IsKnown() {
		return "?"
	}

	if all[name].As(&s) != nil {
		return all[name].String()
	}

	return s
}

type diagnostics []*tfprotov6.Diagnostic

func (d diagnostics) errors() diagnostics { return d.of(tfprotov6.DiagnosticSeverityError) }

func (d diagnostics) warnings() diagnostics { return d.of(tfprotov6.DiagnosticSeverityWarning) }

func (d diagnostics) of(s tfprotov6.DiagnosticSeverity) diagnostics {
	var all diagnostics

	for _, x := range d {
		if x.Severity == s {
			all = append(all, x)
		}
	}

	return all
}

func (d diagnostics) String() string {
	text := ""

	for _, x := range d {
		at := ""
		if x.Attribute != nil {
			at = " [" + x.Attribute.String() + "]"
		}

		text += fmt.Sprintf("%s: %s%s\n%s\n", x.Severity, x.Summary, at, x.Detail)
	}

	return text
}

func (c *core) plan(config tftypes.Value) (tftypes.Value, []byte, diagnostics) {
	c.t.Helper()

	proposed := config
	if !config.IsNull() && !c.state.IsNull() {
		var before, wanted map[string]tftypes.Value
		if err := errors.Join(c.state.As(&before), config.As(&wanted)); err != nil {
			c.t.Fatal(err)
		}

		wanted = maps.Clone(wanted) // As shares it with the configuration

		for name, v := range wanted {
			if v.IsNull() && name != "secret_wo" {
				wanted[name] = before[name]
			}
		}

		proposed = tftypes.NewValue(c.objects, wanted)
	}

	resp, err := c.server.PlanResourceChange(c.t.Context(), &tfprotov6.PlanResourceChangeRequest{
		TypeName: c.typeName, PriorState: c.encode(c.state), ProposedNewState: c.encode(proposed), Config: c.encode(config),
		PriorPrivate: c.private, PriorIdentity: c.identity,
	})
	if err != nil {
		c.t.Fatal(err)
	}

	c.replace = len(resp.RequiresReplace) > 0

	return c.decode(resp.PlannedState, c.objects), resp.PlannedPrivate, resp.Diagnostics
}

// apply plans and applies attributes; nil destroys.
func (c *core) apply(attributes map[string]string) diagnostics {
	c.t.Helper()

	config := tftypes.NewValue(c.objects, nil)
	if attributes != nil {
		config = c.value(attributes)
	}

	planned, private, diags := c.plan(config)
	if len(diags.errors()) > 0 {
		return diags
	}

	resp, err := c.server.ApplyResourceChange(c.t.Context(), &tfprotov6.ApplyResourceChangeRequest{
		TypeName: c.typeName, PriorState: c.encode(c.state), PlannedState: c.encode(planned), Config: c.encode(config),
		PlannedPrivate: private, PlannedIdentity: c.identity,
	})
	if err != nil {
		c.t.Fatal(err)
	}

	c.state, c.private, c.identity = c.decode(resp.NewState, c.objects), resp.Private, resp.NewIdentity

	if !c.state.IsFullyKnown() {
		c.t.Errorf("state holds unknown values after an apply: %s", c.state)
	}

	return append(diags, resp.Diagnostics...)
}

func (c *core) refresh() diagnostics {
	c.t.Helper()

	resp, err := c.server.ReadResource(c.t.Context(), &tfprotov6.ReadResourceRequest{
		TypeName: c.typeName, CurrentState: c.encode(c.state), Private: c.private, CurrentIdentity: c.identity,
	})
	if err != nil {
		c.t.Fatal(err)
	}

	if d := diagnostics(resp.Diagnostics); len(d.errors()) > 0 {
		return d
	}

	c.state, c.private, c.identity = c.decode(resp.NewState, c.objects), resp.Private, resp.NewIdentity

	return resp.Diagnostics
}

// adopt imports by id, or by identity where that is given, and reads.
func (c *core) adopt(id string, identity map[string]string) diagnostics {
	c.t.Helper()

	req := &tfprotov6.ImportResourceStateRequest{TypeName: c.typeName, ID: id}

	if identity != nil {
		typ, _ := c.identityT.(tftypes.Object)
		all := map[string]tftypes.Value{}

		for name := range typ.AttributeTypes {
			all[name] = tftypes.NewValue(tftypes.String, nil)
			if v, ok := identity[name]; ok {
				all[name] = tftypes.NewValue(tftypes.String, v)
			}
		}

		req.Identity = &tfprotov6.ResourceIdentityData{IdentityData: c.encode(tftypes.NewValue(typ, all))}
	}

	resp, err := c.server.ImportResourceState(c.t.Context(), req)
	if err != nil {
		c.t.Fatal(err)
	}

	if d := diagnostics(resp.Diagnostics); len(d.errors()) > 0 {
		return d
	}

	imported := resp.ImportedResources[0]
	c.state, c.private, c.identity = c.decode(imported.State, c.objects), imported.Private, imported.Identity

	return c.refresh()
}
