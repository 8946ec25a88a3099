// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package kit_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/types"
	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// newPerson is a thing whose name the service takes once, in any letter case. One whose name
// begins with k keeps it when it is destroyed.
func newPerson() resource.Resource {
	return aNamed("fake_person", kit.Names[*room]{
		Unique: true, Fold: strings.ToLower, KeptAt: "name", Existing: thingsOf,
		Kept: func(ctx context.Context, get kit.Getter) string {
			var name types.String
			if get(ctx, path.Root("name"), &name).HasError() || !strings.HasPrefix(name.ValueString(), "k") {
				return ""
			}

			return "It is only suspended."
		},
	})
}

// newDiary is a thing with which what it holds is lost. Any number may have one name.
func newDiary() resource.Resource {
	return aNamed("fake_diary", kit.Names[*room]{Loses: "What is written in it is lost."})
}

// newStatue is a thing that cannot be deleted.
func newStatue() resource.Resource {
	return aNamed("fake_statue", kit.Names[*room]{Strict: true, Existing: thingsOf})
}

func aNamed(typeName string, names kit.Names[*room]) resource.Resource {
	object := thingObject
	object.Type, names.Noun = typeName, strings.TrimPrefix(typeName, "fake_")

	r := aThing(object)
	r.Named(names)

	return r
}

func thingsOf(_ context.Context, c *room) ([]kit.Candidate, error) {
	var all []kit.Candidate

	for at, name := range c.remote.things {
		if id, ok := strings.CutPrefix(at, c.place+"/"); ok {
			all = append(all, kit.Candidate{ID: id, Name: name})
		}
	}

	slices.SortFunc(all, func(a, b kit.Candidate) int { return strings.Compare(a.ID, b.ID) })

	return all, c.remote.closed[c.place]
}

// step is the plan of one object, and what it says.
type step struct {
	id   string // of what is in state; "" is new
	name string // "" destroys
	says string // the summary, "" is nothing
	why  string // part of the detail
}

const (
	anew    = "-" // after an id: the object is replaced
	unread  = "?" // after an id: this is the plan of an apply, which reads nothing
	seen    = "=" // as a name: the object is only read
	refused = "!" // before a summary: it is an error
)

// plan plans an object and checks what that says.
func (s step) plan(t *testing.T, c *core, things map[string]string) {
	t.Helper()

	id := strings.TrimRight(s.id, anew+unread)
	c.state, c.private, c.identity = tftypes.NewValue(c.objects, nil), nil, nil

	if id != "" {
		c.state = c.value(map[string]string{"place": "hall", "id": id, "name": things["hall/"+id]})
	}

	if id != "" && !strings.HasSuffix(s.id, unread) {
		if d := c.refresh(); len(d) > 0 {
			t.Fatal(d)
		}
	}

	if s.name == seen {
		return
	}

	next := tftypes.NewValue(c.objects, nil)
	if s.name != "" {
		next = c.value(map[string]string{"place": "hall", "name": s.name})
	}

	_, private, d := c.plan(next)

	// Terraform plans a replacement a second time, as if nothing were there.
	if strings.HasSuffix(s.id, anew) {
		c.state, c.private = tftypes.NewValue(c.objects, nil), private
		_, _, d = c.plan(next)
	}

	if s.says != "" {
		wantSaid(t, d, strings.HasPrefix(s.says, refused), strings.TrimPrefix(s.says, refused), s.why)
	} else if len(d) > 0 {
		t.Errorf("plan of %q as %q: %s", s.id, s.name, d)
	}
}

func TestNamesThatAreTakenOnce(t *testing.T) {
	t.Parallel()

	const suspended = "It is only suspended."

	for name, steps := range map[string][]step{
		"two that are new":               {{"", "Table", "", ""}, {"", "TABLE", "!Same Name Twice", `gives the name "TABLE" to two persons`}},
		"new and there, at the plan":     {{"8", "chair", "", ""}, {"", "LAMP", "!Thing Exists Already", `is taken already, by 7. To adopt it:`}},
		"new and there, at the apply":    {{"8?", "chair", "", ""}, {"", "LAMP", `Thing Exists Already: "LAMP"`, `id = "hall/7"`}},
		"new and in state":               {{"7", seen, "", ""}, {"", "lamp", `Thing Exists Already: "lamp"`, "apply that first"}},
		"renamed, at the plan":           {{"8", "LAMP", "!Name Taken", "(7), and the service takes it once. Choose another."}},
		"renamed, at the apply":          {{"8?", "lamp", `Name Taken: "lamp"`, "Choose another."}},
		"renamed to one in state":        {{"7", seen, "", ""}, {"8", "lamp", `Name Taken: "lamp"`, "which is in Terraform's state"}},
		"that of one that stays":         {{"7", "lamp", "", ""}, {"8", "lamp", "!Same Name Twice", ""}},
		"renamed to one given up":        {{"7", "stool", "", ""}, {"8", "lamp", "", ""}},
		"given up by a later plan":       {{"7", "stool", "", ""}, {"7", "bench", "", ""}, {"", "stool", "", ""}},
		"given up, then destroyed":       {{"7", "kettle", "!Name Taken", ""}, {"7", "stool", "", ""}, {"9", "", "", ""}},
		"renamed in letter case":         {{"7", "Lamp", "", ""}},
		"renamed to what looks alike":    {{"8", "lamp.", `Thing of a Similar Name: "lamp."`, `"lamp" (7)`}},
		"two give each their name":       {{"8", seen, "", ""}, {"7", "chair", `Name Taken: "chair"`, ""}, {"8", "lamp", "!Names Go Round", ""}},
		"three do":                       {{"8", seen, "", ""}, {"7", "chair", `Name Taken: "chair"`, ""}, {"11", "lamp", "", ""}, {"8", "sofa", "!Names Go Round", ""}},
		"the last is given up":           {{"8", seen, "", ""}, {"7", "chair", `Name Taken: "chair"`, ""}, {"8", "stool", "", ""}},
		"replaced":                       {{"7-", "lamp", "", ""}},
		"replaced, and keeps it":         {{"9-", "kettle", "!Name Stays Taken", "(9), to create another with it. " + suspended}},
		"replaced, and keeps the old":    {{"9-", "stool", "", ""}},
		"destroyed and new":              {{"7", "", "", ""}, {"", "lamp", `Thing Exists Already: "lamp"`, ""}},
		"destroyed, keeps it, and new":   {{"9", "", "", ""}, {"", "kettle", "!Name Stays Taken", "(9), and gives it to another. " + suspended}},
		"new, then destroyed":            {{"9?", "kettle", "", ""}, {"", "Kettle", "!Same Name Twice", ""}, {"9", "", "!Name Stays Taken", suspended}},
		"renamed, then destroyed":        {{"7", "kettle", "!Name Taken", ""}, {"9", "", "!Name Stays Taken", suspended}},
		"at two addresses":               {{"9", "kettle", "", ""}, {"9", "", "!Name Stays Taken", "a removed block with destroy = false"}},
		"at two, destroyed first":        {{"9", "", "", ""}, {"9", "kettle", "!Name Stays Taken", suspended}},
		"two all along, destroyed":       {{"10", "KETTLE", "", ""}, {"9", "", "", ""}},
		"two all along, destroyed first": {{"9", "", "", ""}, {"10", "KETTLE", "", ""}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()

			things := map[string]string{
				"hall/7": "lamp", "hall/8": "chair", "hall/9": "kettle", "hall/10": "KETTLE", "hall/11": "sofa", "attic/1": "table",
			}
			c := start(t, &remote{things: things}, "fake_person")

			for _, s := range steps {
				s.plan(t, c, things)
			}
		})
	}
}

// What is written in a diary is lost with it. All that is said is which one that would be.
func TestNamesOfWhatIsLost(t *testing.T) {
	t.Parallel()

	const again = `Destroyed and Made Anew: "lamp"`

	for name, steps := range map[string][]step{
		"destroyed and new":      {{"7", "", "", ""}, {"", "lamp", again, "What is written in it is lost."}},
		"new and destroyed":      {{"", "lamp", "", ""}, {"7", "", again, "say so with a moved block"}},
		"two that are new":       {{"", "lamp", "", ""}, {"", "lamp", "", ""}},
		"one of another name":    {{"7", "", "", ""}, {"", "LAMP", "", ""}},
		"renamed to one that is": {{"8", "lamp", "", ""}},
		"destroyed alone":        {{"8", "chair", "", ""}, {"7", "", "", ""}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()

			things := map[string]string{"hall/7": "lamp", "hall/8": "chair"}
			c := start(t, &remote{things: things}, "fake_diary")

			for _, s := range steps {
				s.plan(t, c, things)
			}
		})
	}
}

// A twin of what cannot be deleted stays for ever, so what is a warning elsewhere is an error.
func TestStrictNames(t *testing.T) {
	t.Parallel()

	for name, row := range map[string]struct {
		closed error
		steps  []step
	}{
		"there already":          {nil, []step{{"", "lamp", "!Thing Exists Already", "allow_duplicate_name = true"}}},
		"looks like one":         {nil, []step{{"", " LAMP.", "!Thing of a Similar Name", `"lamp" (7)`}}},
		"looks like another new": {nil, []step{{"", "table", "", ""}, {"", "Table", "!Names That Look the Same", ""}}},
		"renamed":                {nil, []step{{"8", "lamp", "!Thing Exists Already", ""}}},
		"renamed to look alike":  {nil, []step{{"8", "Lamp", "!Thing of a Similar Name", ""}}},
		"one in state":           {nil, []step{{"7", "lamp", "", ""}, {"", "lamp", "!Thing Exists Already", "terraform untaint"}}},
		"what is there is secret": {errBroken, []step{
			{"", "table", "!Unable to Plan Thing", `nobody can tell whether the name "table" is free`}, {"8", "chair", "", ""},
		}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()

			things := map[string]string{"hall/7": "lamp", "hall/8": "chair"}
			c := start(t, &remote{things: things, closed: map[string]error{"hall": row.closed}}, "fake_statue")

			for _, s := range row.steps {
				s.plan(t, c, things)
			}
		})
	}
}

// Twins that are wanted are no mistake, and whether they are may not be known before the apply.
func TestTwinsThatAreWanted(t *testing.T) {
	t.Parallel()

	for allowed, refused := range map[any]bool{nil: true, false: true, true: false, tftypes.UnknownValue: false} {
		c := start(t, &remote{things: map[string]string{"hall/7": "lamp"}}, "fake_statue")

		var config map[string]tftypes.Value
		if err := c.value(lamp).As(&config); err != nil {
			t.Fatal(err)
		}

		config[kit.AllowDuplicateName] = tftypes.NewValue(tftypes.Bool, allowed)

		if _, _, d := c.plan(tftypes.NewValue(c.objects, config)); len(d) > 0 != refused {
			t.Errorf("allowed: %v: %s", allowed, d)
		}
	}
}
