// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package kit_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"
	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// To whom a place belongs is kept with what is made or imported in it, and the scope is
// asked with it when the object is missing.
func TestOwnerIsKept(t *testing.T) {
	t.Parallel()

	for name, begin := range map[string]func(c *core) diagnostics{
		"made":     func(c *core) diagnostics { return c.apply(lamp) },
		"imported": func(c *core) diagnostics { return c.adopt("hall/7", nil) },
	} {
		r := &remote{owner: "kim", shy: true, things: map[string]string{"hall/7": "lamp"}}
		c := start(t, r, "fake_thing")

		if d := begin(c); len(d) > 0 {
			t.Fatal(d)
		}

		// A refresh asks nobody, and forgets nothing.
		if d := c.refresh(); len(d) > 0 {
			t.Fatal(d)
		}

		r.read, r.lost, r.owner = errGone, errors.New("nobody can see the hall"), "lee"

		if d := c.refresh(); len(d.errors()) != 1 || r.lostOf != "kim" {
			t.Errorf("%s: of %q: %s", name, r.lostOf, d)
		}

		if d := c.apply(nil); name == "made" && len(d) > 0 {
			t.Errorf("what is there can be destroyed: %s", d)
		}
	}
}

// Where an object was last seen is told of one that another stands for now, and of nothing else.
func TestAnotherObject(t *testing.T) {
	t.Parallel()

	another := fmt.Errorf("it is a chair: %w", kit.ErrAnother)

	for name, row := range map[string]struct {
		err   error
		was   string
		owner string
		told  bool
	}{
		"another, elsewhere":         {another, "kim", "lee", true},
		"another, at the same place": {another, "kim", "kim", false},
		"another, nobody knew where": {another, "", "lee", false},
		"broken, elsewhere":          {errBroken, "kim", "lee", false},
	} {
		r := &remote{owner: row.was}
		c := start(t, r, "fake_thing")

		if d := c.apply(lamp); len(d) > 0 {
			t.Fatal(d)
		}

		r.owner, r.read, r.deleted = row.owner, row.err, row.err

		for verb, d := range map[string]diagnostics{"read": c.refresh(), "delete": c.apply(nil)} {
			if len(d.errors()) != 1 || strings.Contains(d.String(), "it was last seen at "+row.was) != row.told || c.state.IsNull() {
				t.Errorf("%s, %s: %s %s", name, verb, c.state, d)
			}
		}
	}
}

// What must not be written is not, whichever place it leaves or enters.
func TestPermit(t *testing.T) {
	t.Parallel()

	r := &remote{locked: "hall"}
	c := start(t, r, "fake_thing")

	if d := c.apply(lamp); len(d.errors()) != 1 || !strings.Contains(d.String(), "the hall is locked") || len(r.things) > 0 {
		t.Errorf("made: %v %s", r.things, d)
	}

	r.locked = ""

	if d := c.apply(lamp); len(d) > 0 {
		t.Fatal(d)
	}

	r.locked = "hall"

	for _, next := range []map[string]string{{"place": "hall", "name": "chair"}, nil} {
		if d := c.apply(next); len(d.errors()) != 1 || r.things["hall/1"] != "lamp" {
			t.Errorf("%v: %v %s", next, r.things, d)
		}
	}
}

// A monument is not made again when it is gone: it stays in state until its configuration is
// removed.
func TestLasting(t *testing.T) {
	t.Parallel()

	r := &remote{}
	c := start(t, r, "fake_monument")

	if d := c.apply(lamp); len(d) > 0 {
		t.Fatal(d)
	}

	before := c.state
	r.read = errGone

	if d := c.refresh(); len(d) > 0 || !c.state.Equal(before) || !strings.Contains(string(c.private), "gone") {
		t.Errorf("%s %s %s", c.state, c.private, d)
	}

	r.read = nil

	if d := c.refresh(); len(d) > 0 || strings.Contains(string(c.private), "gone") {
		t.Errorf("%s %s", c.private, d)
	}
}

// plan is what planning a thing of a name says, which is new where state is null.
func planNamed(c *core, name string) diagnostics {
	_, _, d := c.plan(c.value(map[string]string{"place": "hall", "name": name}))

	return d
}

func wantSaid(t *testing.T, d diagnostics, refused bool, summary string, parts ...string) {
	t.Helper()

	if len(d) != 1 || (len(d.errors()) == 1) != refused || d[0].Summary != summary || d[0].Attribute.String() != `AttributeName("name")` {
		t.Errorf("want %s (refused: %t), got: %s", summary, refused, d)
	}

	for _, part := range parts {
		if !strings.Contains(d.String(), part) {
			t.Errorf("no %q in %s", part, d)
		}
	}
}

func TestNames(t *testing.T) {
	t.Parallel()

	r := &remote{things: map[string]string{"hall/7": "lamp", "hall/8": "Chair"}}
	c := start(t, r, "fake_monument")
	again := func() { r.run = kit.NewRun() }

	if d := planNamed(c, "table"); len(d) > 0 {
		t.Error(d)
	}

	// The second of one name in a plan.
	wantSaid(t, planNamed(c, "table"), true, "Same Name Twice", `the name "table" to two of the things`)
	wantSaid(t, planNamed(c, "TABLE"), false, `Names That Look the Same: "TABLE"`, `"TABLE" and "table"`)
	again()

	// This may be the plan inside an apply, where an error does harm and Create refuses.
	wantSaid(t, planNamed(c, "lamp"), false, `Thing Exists Already: "lamp"`, `id = "hall/7"`, "moved block", "allow_duplicate_name = true")
	again()
	wantSaid(t, planNamed(c, " chair."), false, `Thing of a Similar Name: " chair."`, `"Chair" (8)`)
	again()

	if d := c.adopt("hall/8", nil); len(d) > 0 {
		t.Fatal(d)
	}

	// Something was refreshed: this is the plan.
	prior := c.state
	c.state, c.private = tftypes.NewValue(c.objects, nil), nil
	wantSaid(t, planNamed(c, "lamp"), true, "Thing Exists Already", `id = "hall/7"`)
	again()

	// What is in state already is replaced, or has another address.
	c.adopt("hall/8", nil)
	c.state, c.private = tftypes.NewValue(c.objects, nil), nil
	wantSaid(t, planNamed(c, "Chair"), false, `Thing Exists Already: "Chair"`, "which is in Terraform's state", "moved {")
	again()

	// Nothing stands in its own way: not when it is renamed, nor when it is replaced, which
	// is planned twice.
	c.adopt("hall/8", nil)
	again()

	if d := planNamed(c, "chair"); len(d) > 0 {
		t.Error(d)
	}

	_, private, _ := c.plan(c.value(map[string]string{"place": "hall", "name": "Chair"}))
	c.state, c.private = tftypes.NewValue(c.objects, nil), private

	if d := planNamed(c, "Chair"); len(d) > 0 {
		t.Error(d)
	}

	// A new name that is taken may be free by then.
	c.state = prior
	again()
	wantSaid(t, planNamed(c, "lamp"), false, `Thing Exists Already: "lamp"`, `id = "hall/7"`)
}

func TestVisibleName(t *testing.T) {
	t.Parallel()

	for value, ok := range map[types.String]bool{
		types.StringNull(): true, types.StringUnknown(): true, types.StringValue("Büro"): true, types.StringValue("東京"): true,
		types.StringValue("🙂"): true, types.StringValue("\u200bx"): true,
		types.StringValue(""): false, types.StringValue(" \t"): false, types.StringValue("\u00a0"): false, types.StringValue("\u200b"): false,
		types.StringValue("\u3164"): false, types.StringValue("\ufeff\r\n"): false, types.StringValue("\u2800\u2060"): false,
	} {
		resp := &validator.StringResponse{}
		kit.VisibleName().ValidateString(t.Context(), validator.StringRequest{Path: path.Root("name"), ConfigValue: value}, resp)

		if resp.Diagnostics.HasError() == ok || !ok && !strings.Contains(resp.Diagnostics[0].Detail(), "must not be blank") {
			t.Errorf("%s: %v", value, resp.Diagnostics)
		}
	}
}
