// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package kit_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

var (
	errBroken = errors.New("the service broke down")
	errGone   = rest.NotFound("GET", "/things/1", "no such thing")
	lamp      = map[string]string{"place": "hall", "name": "lamp"}
)

func TestLifeCycle(t *testing.T) {
	t.Parallel()

	r := &remote{}
	c := start(t, r, "fake_thing")

	if d := c.apply(lamp); len(d) > 0 {
		t.Fatal(d)
	}

	if c.get("id") != "1" || c.get("length") == "" || c.get("place") != "hall" {
		t.Errorf("state %s", c.state)
	}

	identity := c.decode(c.identity.IdentityData, c.identityT)
	if attribute(identity, "id") != "1" || attribute(identity, "place") != "hall" {
		t.Errorf("identity %s", identity)
	}

	if d := c.apply(map[string]string{"place": "hall", "name": "chair"}); len(d) > 0 {
		t.Fatal(d)
	}

	if c.get("name") != "chair" || c.get("length") != "" {
		t.Errorf("what an update leaves unknown is null until the next refresh: %s", c.state)
	}

	if d := c.refresh(); len(d) > 0 || c.get("length") == "" {
		t.Errorf("%s %s", c.state, d)
	}

	if d := c.apply(nil); len(d) > 0 || !c.state.IsNull() || len(r.things) != 0 {
		t.Errorf("%s %v %s", c.state, r.things, d)
	}

	want := []string{"create lamp secret=", "read 1", "update lamp to chair secret=", "read 1", "delete 1"}
	if !slices.Equal(r.log, want) {
		t.Errorf("operations %q, want %q", r.log, want)
	}
}

// Terraform and OpenTofu before 1.12 keep no identity: each command comes without one.
func TestGoneWithoutAnIdentity(t *testing.T) {
	t.Parallel()

	for _, typeName := range []string{"fake_thing", "fake_edge"} {
		r := &remote{}
		c := start(t, r, typeName)

		attributes := lamp
		if typeName == "fake_edge" {
			attributes = map[string]string{"place": "hall", "from": "a", "to": "b"}
		}

		if d := c.apply(attributes); len(d) > 0 {
			t.Fatal(d)
		}

		r.read, c.identity = errGone, nil

		if d := c.refresh(); len(d) > 0 || !c.state.IsNull() {
			t.Errorf("%s: %s %s", typeName, c.state, d)
		}
	}
}

// What the service's answer tells is not asked for again.
func TestCreateDoesNotReadWhatItKnows(t *testing.T) {
	t.Parallel()

	r := &remote{whole: true}
	if d := start(t, r, "fake_thing").apply(lamp); len(d) > 0 || !slices.Equal(r.log, []string{"create lamp secret="}) {
		t.Errorf("%q %s", r.log, d)
	}
}

func TestCreateThatFailsLeavesNoState(t *testing.T) {
	t.Parallel()

	r := &remote{created: errBroken}
	c := start(t, r, "fake_thing")
	d := c.apply(lamp)

	if len(d.errors()) != 1 || d[0].Summary != "Unable to Create Thing" || !c.state.IsNull() {
		t.Errorf("%s %s", c.state, d)
	}
}

// What exists and is not in state would be made a second time.
func TestCreateThatFailsAfterTheObjectExistsKeepsItsID(t *testing.T) {
	t.Parallel()

	r := &remote{created: errBroken, late: true}
	c := start(t, r, "fake_thing")
	d := c.apply(lamp)

	if len(d.errors()) != 1 || c.get("id") != "1" || c.get("place") != "hall" {
		t.Errorf("%s %s", c.state, d)
	}

	r.created = nil

	if d := c.apply(nil); len(d) > 0 || len(r.things) != 0 {
		t.Errorf("what was half made cannot be destroyed: %v %s", r.things, d)
	}
}

// An error after a creation would have Terraform destroy the object and make it anew.
func TestReadBackThatFailsIsAWarning(t *testing.T) {
	t.Parallel()

	r := &remote{read: errBroken}
	c := start(t, r, "fake_thing")
	d := c.apply(lamp)

	if len(d.errors()) > 0 || len(d.warnings()) != 1 || c.get("id") != "1" || c.get("length") != "" {
		t.Fatalf("%s %s", c.state, d)
	}

	if w := d.warnings()[0]; w.Summary != "Unable to Read Thing" || !strings.Contains(w.Detail, "was created and is in state") {
		t.Errorf("%s", d)
	}

	r.read = nil

	if d := c.refresh(); len(d) > 0 || c.get("length") == "" {
		t.Errorf("%s %s", c.state, d)
	}
}

// The keys of an edge are in the plan already, so they prove nothing.
func TestEdgeThatFailsLeavesNoState(t *testing.T) {
	t.Parallel()

	config := map[string]string{"place": "hall", "from": "a", "to": "b"}
	r := &remote{created: errBroken}
	c := start(t, r, "fake_edge")

	if d := c.apply(config); len(d.errors()) != 1 || !c.state.IsNull() {
		t.Errorf("%s %s", c.state, d)
	}

	r.created = nil

	if d := c.apply(config); len(d) > 0 || c.get("to") != "b" {
		t.Errorf("%s %s", c.state, d)
	}
}

func TestGone(t *testing.T) {
	t.Parallel()

	for name, gone := range map[string]func(*remote){
		"on read":   func(r *remote) { r.things = map[string]string{} },
		"on delete": func(r *remote) { r.deleted = errGone },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()

			r := &remote{}
			c := start(t, r, "fake_thing")

			if d := c.apply(lamp); len(d) > 0 {
				t.Fatal(d)
			}

			gone(r)

			d := c.refresh()
			if name == "on delete" {
				r.things = map[string]string{}
				d = append(d, c.apply(nil)...)
			}

			if len(d) > 0 || !c.state.IsNull() {
				t.Errorf("%s %s", c.state, d)
			}
		})
	}
}

// A deletion that finds nothing is believed only where a read does not find the object either.
func TestNotGone(t *testing.T) {
	t.Parallel()

	for name, read := range map[string]error{"shows it all the same": nil, "could not be found out": errBroken} {
		r := &remote{}
		c := start(t, r, "fake_thing")

		if d := c.apply(lamp); len(d) > 0 {
			t.Fatal(d)
		}

		r.deleted, r.read = errGone, read

		d := c.apply(nil)
		if len(d.errors()) != 1 || !strings.Contains(d.String(), name) || c.state.IsNull() {
			t.Errorf("%s: %s %s", name, c.state, d)
		}

		// Terraform prints no address with it.
		if !strings.Contains(d.String(), `"lamp" (1)`) {
			t.Errorf("%s: nobody knows which: %s", name, d)
		}

		r.deleted, r.read = nil, nil

		if d := c.apply(nil); len(d) > 0 || !c.state.IsNull() || len(r.things) > 0 {
			t.Errorf("%s: %s %s", name, c.state, d)
		}
	}
}

// An object that is not found while its place is out of reach may well exist.
func TestOutOfReachKeepsState(t *testing.T) {
	t.Parallel()

	r := &remote{}
	c := start(t, r, "fake_thing")

	if d := c.apply(lamp); len(d) > 0 {
		t.Fatal(d)
	}

	r.lost, r.things = errors.New("the place is closed"), map[string]string{}

	if d := c.refresh(); len(d) != 1 || !strings.Contains(d[0].Detail, "the place is closed") || c.state.IsNull() {
		t.Errorf("refresh: %s %v", c.state, d)
	}

	r.deleted = errGone

	if d := c.apply(nil); len(d) != 1 || !strings.Contains(d[0].Detail, "the place is closed") || c.state.IsNull() {
		t.Errorf("destroy: %s %v", c.state, d)
	}
}

// A failure that is not "gone" must leave state as it is.
func TestFailuresKeepState(t *testing.T) {
	t.Parallel()

	r := &remote{}
	c := start(t, r, "fake_thing")

	if d := c.apply(lamp); len(d) > 0 {
		t.Fatal(d)
	}

	r.read, r.updated, r.deleted = errBroken, errBroken, errBroken

	for verb, d := range map[string]diagnostics{
		"Read": c.refresh(), "Update": c.apply(map[string]string{"place": "hall", "name": "chair"}), "Delete": c.apply(nil),
	} {
		if len(d.errors()) != 1 || d[0].Summary != "Unable to "+verb+" Thing" {
			t.Errorf("%s: %s", verb, d)
		}
	}

	if c.get("id") != "1" || c.get("name") != "lamp" {
		t.Errorf("state %s", c.state)
	}
}

func TestWriteOnlyValuesReachTheServiceAndNeverState(t *testing.T) {
	t.Parallel()

	r := &remote{}
	c := start(t, r, "fake_thing")

	for _, name := range []string{"lamp", "chair"} {
		if d := c.apply(map[string]string{"place": "hall", "name": name, "secret_wo": "canary"}); len(d) > 0 {
			t.Fatal(d)
		}

		if strings.Contains(c.state.String(), "canary") {
			t.Errorf("state holds the secret: %s", c.state)
		}
	}

	for _, operation := range []string{"create lamp secret=canary", "update lamp to chair secret=canary"} {
		if !slices.Contains(r.log, operation) {
			t.Errorf("no %q in %q", operation, r.log)
		}
	}
}

func TestDefaultPlace(t *testing.T) {
	t.Parallel()

	config := map[string]string{"name": "lamp"}
	r := &remote{place: "hall"}
	c := start(t, r, "fake_thing")

	if planned, _, d := c.plan(c.value(config)); len(d) > 0 || attribute(planned, "place") != "hall" {
		t.Fatalf("the plan says %s %s", planned, d)
	}

	if d := c.apply(config); len(d) > 0 || c.get("place") != "hall" {
		t.Fatalf("%s %s", c.state, d)
	}

	if planned, _, d := c.plan(c.value(config)); len(d) > 0 || c.replace || !planned.Equal(c.state) {
		t.Errorf("a second plan is not empty: %s %s", planned, d)
	}

	r.place = "attic"

	if planned, _, d := c.plan(c.value(config)); len(d) > 0 || !c.replace || attribute(planned, "place") != "attic" {
		t.Errorf("another default must replace: %t %s %s", c.replace, planned, d)
	}

	if planned, _, d := c.plan(c.value(lamp)); len(d) > 0 || c.replace || attribute(planned, "place") != "hall" {
		t.Errorf("what the configuration says beats the default: %s %s", planned, d)
	}

	r.place = ""

	if _, _, d := c.plan(c.value(config)); len(d.errors()) != 1 || d[0].Summary != "Missing place" {
		t.Errorf("no place at all: %s", d)
	}

	if _, _, d := c.plan(c.value(map[string]string{"name": "lamp", "place": "?"})); len(d.errors()) > 0 || len(d.warnings()) != 1 ||
		!strings.Contains(d[0].Detail, `now it is hall. Terraform cannot tell that it stays the same, so this plan destroys "lamp"`) {
		t.Errorf("a place that is not known yet: %s", d)
	}
}

func TestUnknownProviderConfigurationPlans(t *testing.T) {
	t.Parallel()

	r := &remote{unknown: true}
	c := start(t, r, "fake_thing")

	planned, _, d := c.plan(c.value(map[string]string{"name": "lamp"}))
	if len(d) > 0 || attribute(planned, "place") != "?" || len(r.log) > 0 {
		t.Errorf("%s %q %s", planned, r.log, d)
	}
}

func TestScopeCanRefuseAPlan(t *testing.T) {
	t.Parallel()

	r := &remote{}
	c := start(t, r, "fake_thing")

	if d := c.apply(lamp); len(d) > 0 {
		t.Fatal(d)
	}

	r.planned = errBroken

	for name, config := range map[string]map[string]string{"update": {"place": "hall", "name": "chair"}, "destroy": nil} {
		if d := c.apply(config); len(d.errors()) != 1 || d[0].Summary != "Refused" {
			t.Errorf("%s: %s", name, d)
		}
	}
}

func TestWarn(t *testing.T) {
	t.Parallel()

	kit.Warn(t.Context(), "Nobody", "hears this") // no operation: nothing happens

	d := start(t, &remote{warn: "it is dark"}, "fake_thing").apply(lamp)
	if len(d) != 1 || len(d.warnings()) != 1 || d[0].Summary != "Careful" || d[0].Detail != "it is dark" {
		t.Error(d)
	}

	d = start(t, &remote{warn: "it is dark", created: errBroken}, "fake_thing").apply(lamp)
	if len(d.warnings()) != 1 || len(d.errors()) != 1 {
		t.Errorf("a warning is lost when the operation fails: %s", d)
	}
}

func TestImport(t *testing.T) {
	t.Parallel()

	table := map[string]struct {
		fallback string // the provider's default place
		id       string
		identity map[string]string
		says     string // "" is a success
	}{
		"place and id":              {"", "hall/7", nil, ""},
		"id with the default":       {"hall", "7", nil, ""},
		"both beat the default":     {"attic", "hall/7", nil, ""},
		"identity":                  {"", "", map[string]string{"place": "hall", "id": "7"}, ""},
		"identity with the default": {"hall", "", map[string]string{"id": "7"}, ""},
		"id alone, no default":      {"", "7", nil, `"7" has 1 of the 2 parts`},
		"too many parts":            {"", "hall/7/8", nil, `"hall/7/8" has 3 of the 2 parts`},
		"an empty part":             {"", "/7", nil, `place "" is not small letters`},
		"a bad id":                  {"", "hall/seven", nil, `id "seven" is not a number`},
		"a bad place":               {"", "h4ll/7", nil, `place "h4ll" is not small letters.`},
		"capitals":                  {"", "HALL/7", nil, `place "HALL" is not small letters. It is written in lower case: "hall".`},
		"blanks":                    {"", "hall\u00a0/7", nil, `is not small letters. There are blanks around it: write "hall".`},
		"blanks and capitals":       {"", "Hall /7", nil, `is not small letters. There are blanks around it, and it is written in lower case: "hall".`},
		"capitals in an identity":   {"", "", map[string]string{"place": "HALL", "id": "7"}, `It is written in lower case: "hall".`},
		"the wrong way round":       {"", "7/hall", nil, `place "7" is not small letters`},
		"identity without a place":  {"", "", map[string]string{"id": "7"}, "the identity lacks place."},
		"identity without anything": {"", "", map[string]string{}, "the identity lacks place and id."},
		"a bad identity":            {"", "", map[string]string{"place": "hall", "id": "a/b"}, `id "a/b" is not a number`},
	}

	for name, row := range table {
		t.Run(name, func(t *testing.T) {
			t.Parallel()

			c := start(t, &remote{place: row.fallback, things: map[string]string{"hall/7": "lamp"}}, "fake_thing")
			d := c.adopt(row.id, row.identity)

			if row.says == "" {
				if len(d) > 0 || c.get("place") != "hall" || c.get("id") != "7" || c.get("name") != "lamp" {
					t.Errorf("%s %s", c.state, d)
				}

				return
			}

			right := "The import id of fake_thing is <place>/<id>, such as hall/42."
			if row.identity != nil {
				right = `The identity of fake_thing is identity = { place = "hall", id = "42" }.`
			}

			if len(d.errors()) != 1 || d[0].Summary != "Unable to Import Thing" || !strings.Contains(d[0].Detail, row.says) ||
				!strings.Contains(d[0].Detail, right) {
				t.Errorf("want %q, got %s", row.says, d)
			}
		})
	}
}

// Terraform's own words for a missing import name neither object nor place.
func TestImportOfWhatIsMissingIsAnError(t *testing.T) {
	t.Parallel()

	d := start(t, &remote{}, "fake_thing").adopt("hall/7", nil)
	if len(d.errors()) != 1 || d[0].Summary != "Unable to Read Thing" ||
		!strings.Contains(d[0].Detail, "no such thing") || !strings.Contains(d[0].Detail, "Place: hall") {
		t.Error(d)
	}
}

// Once imported, an object is like any other: gone means gone.
func TestImportedObjectThatVanishesLater(t *testing.T) {
	t.Parallel()

	r := &remote{things: map[string]string{"hall/7": "lamp"}}
	c := start(t, r, "fake_thing")

	if d := c.adopt("hall/7", nil); len(d) > 0 {
		t.Fatal(d)
	}

	delete(r.things, "hall/7")

	if d := c.refresh(); len(d) > 0 || !c.state.IsNull() {
		t.Errorf("%s %s", c.state, d)
	}
}

// The framework makes every resource twice when it starts, and each anew for a request.
func TestSchemaIsMadeWhenItIsWanted(t *testing.T) {
	t.Parallel()

	made := 0
	r := kit.NewResource(kit.Object{Type: "fake_thing"}, places{}, func() schema.Schema {
		made++

		return thingSchema()
	}, thingOperations{})

	r.Metadata(t.Context(), resource.MetadataRequest{}, &resource.MetadataResponse{})
	r.Configure(t.Context(), resource.ConfigureRequest{}, &resource.ConfigureResponse{})

	if made != 0 {
		t.Error("a schema was made that nobody asked for")
	}

	var resp resource.SchemaResponse

	r.Schema(t.Context(), resource.SchemaRequest{}, &resp)
	r.Schema(t.Context(), resource.SchemaRequest{}, &resp)

	if made != 1 || resp.Schema.Attributes["name"] == nil {
		t.Errorf("asked twice, it was made %d times: %v", made, resp.Schema.Attributes)
	}
}
