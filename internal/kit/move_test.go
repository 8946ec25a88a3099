// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package kit_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-go/tfprotov6"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// newHeirloom is a thing that another provider's resource may have managed so far.
func newHeirloom() resource.Resource {
	object := thingObject
	object.Type = "fake_heirloom"
	object.Moved = []kit.Moved{
		{Type: "other_thing", Keys: map[string][]string{"place": {"room", "hall"}}}, {Type: "old_thing", Keys: map[string][]string{"id": {"number"}}},
	}

	return aThing(object)
}

// move takes over the state of another provider's resource.
func (c *core) move(from string, state any) diagnostics {
	c.t.Helper()

	raw, err := json.Marshal(state)
	if err != nil {
		c.t.Fatal(err)
	}

	resp, err := c.server.MoveResourceState(c.t.Context(), &tfprotov6.MoveResourceStateRequest{
		SourceProviderAddress: "example.com/other/other", SourceTypeName: from, TargetTypeName: c.typeName,
		SourceState: &tfprotov6.RawState{JSON: raw},
	})
	if err != nil {
		c.t.Fatal(err)
	}

	if d := diagnostics(resp.Diagnostics); len(d.errors()) > 0 {
		return d
	}

	c.state, c.private, c.identity = c.decode(resp.TargetState, c.objects), resp.TargetPrivate, resp.TargetIdentity

	return resp.Diagnostics
}

// What another provider's state tells of an object finds it; what is not of the form of a key is none.
func TestMove(t *testing.T) {
	t.Parallel()

	for name, row := range map[string]struct {
		from  string
		state any
		place string
		says  string // "" is a success
	}{
		"its own names":             {"old_thing", map[string]any{"number": "7", "place": "hall"}, "hall", ""},
		"other names":               {"other_thing", map[string]any{"id": "7", "room": "hall"}, "hall", ""},
		"the second of them":        {"other_thing", map[string]any{"id": "7", "room": "Room 1", "hall": "hall"}, "hall", ""},
		"the place is not there":    {"other_thing", map[string]any{"id": "7"}, "", ""},
		"the id is of another form": {"other_thing", map[string]any{"id": "seven"}, "", "does not tell id (a number)"},
		"the id is no text":         {"other_thing", map[string]any{"id": 7}, "", "does not tell id (a number)"},
		"the id has another name":   {"old_thing", map[string]any{"id": "7"}, "", "an import block with the id <place>/<id>"},
		"no object":                 {"other_thing", []string{"7"}, "", "The state of other_thing cannot be read"},
		"another resource":          {"strange_thing", map[string]any{"id": "7"}, "", "strange_thing"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()

			c := start(t, &remote{place: "hall", things: map[string]string{"hall/7": "lamp"}}, "fake_heirloom")
			d := c.move(row.from, row.state)

			if row.says != "" {
				if len(d.errors()) != 1 || !strings.Contains(d.String(), row.says) {
					t.Errorf("want %q, got %s", row.says, d)
				}

				return
			}

			if len(d) > 0 || c.get("id") != "7" || c.get("place") != row.place {
				t.Fatalf("%s %s", c.state, d)
			}

			if d := c.refresh(); len(d) > 0 || c.get("name") != "lamp" || c.get("place") != "hall" {
				t.Errorf("%s %s", c.state, d)
			}
		})
	}
}

// Texts that a configuration may set are taken over, so that what the refresh does not read is no
// change; what the service alone sets and what is never kept are not.
func TestMovedTexts(t *testing.T) {
	t.Parallel()

	c := start(t, &remote{}, "fake_heirloom")

	if d := c.move("old_thing", map[string]any{
		"number": "7", "place": "hall", "name": "lamp", "length": "4", "secret_wo": "canary", "allow_duplicate_name": "true", "strange": "x",
	}); len(d) > 0 {
		t.Fatal(d)
	}

	if c.get("name") != "lamp" || c.get("length") != "" || c.get("secret_wo") != "" || c.get("allow_duplicate_name") != "" {
		t.Errorf("%s", c.state)
	}
}

// Before it is read, what another provider's state does not tell would be taken for a change.
func TestMovedObjectIsReadFirst(t *testing.T) {
	t.Parallel()

	r := &remote{things: map[string]string{"hall/7": "lamp"}}
	c := start(t, r, "fake_heirloom")

	if d := c.move("old_thing", map[string]any{"number": "7", "place": "hall"}); len(d) > 0 {
		t.Fatal(d)
	}

	if _, _, d := c.plan(c.value(lamp)); len(d.errors()) != 1 || d[0].Summary != "Moved Object Not Read" || !strings.Contains(d[0].Detail, "fake_heirloom hall/7") {
		t.Errorf("before it is read: %s", d)
	}

	if d := c.refresh(); len(d) > 0 {
		t.Fatal(d)
	}

	if planned, _, d := c.plan(c.value(lamp)); len(d) > 0 || !planned.Equal(c.state) {
		t.Errorf("once it is read: %s %s", planned, d)
	}
}
