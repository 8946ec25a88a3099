// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package planreport shows what a Terraform plan does, tenant by tenant and by name.
package planreport

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/estate/page"
)

// Action is what becomes of an object.
type Action string

// The actions, the loudest first.
const (
	Destroy Action = "destroyed"
	Replace Action = "replaced"
	Forget  Action = "forgotten" // it stays alive, and Terraform no longer manages it
	Update  Action = "changed"
	Create  Action = "added"
	Import  Action = "imported"
	Move    Action = "moved" // to another address; nothing happens to the object
)

var actions = []Action{Destroy, Replace, Forget, Update, Create, Import, Move}

// signs are what a list begins with, so that it can be searched and needs no colour.
var signs = map[Action]string{Destroy: "-", Replace: "-/+", Forget: ".", Update: "~", Create: "+", Import: "<", Move: ">"}

// Plan is what a plan does.
type Plan struct {
	Tenants   []Tenant // that change, those that lose something first
	Changed   int      // tenants that change; what belongs to no tenant is none
	Unchanged int      // tenants that the plan knows of and leaves alone
	Errored   bool     // planning failed, so that there may be more
}

// Tenant is a tenant that changes, or what belongs to none.
type Tenant struct {
	Name    string
	Other   bool // it is no tenant
	Changes []Change
}

// Change is what becomes of one object.
type Change struct {
	Action  Action
	Type    string
	Name    string
	Address string
	Fields  []Field // of an object that is changed or replaced
}

// Read reads the JSON of a plan, as "terraform show -json" prints it. An error says what it
// is instead.
func Read(raw []byte) (*Plan, error) {
	d, err := decode(raw)
	if err != nil {
		return nil, err
	}

	var (
		hide = d.secrets()
		t    = known(d, hide)
		by   = map[string]*Tenant{}
	)

	add := func(name string, c Change) {
		if by[name] == nil {
			by[name] = &Tenant{Name: name, Other: slices.Contains([]string{providerWide, elsewhere, newTenants}, name)}
		}

		by[name].Changes = append(by[name].Changes, c)
	}

	for _, c := range d.Changes {
		if c.Mode != "managed" {
			continue
		}

		action := c.action()
		next := Change{Action: action, Type: c.Type, Name: c.title(hide), Address: page.Clean(hide.shown(c.Address))}
		before, after := t.before(c), t.after(c)

		switch {
		case action == "":
		case action == Replace && before != after: // it leaves one tenant for another
			next.Action = Destroy
			add(before, next)

			next.Action = Create
			add(after, next)
		case action == Update || action == Replace:
			next.Fields = c.Change.differences(hide)

			fallthrough
		default:
			add(cmp.Or(after, before), next)
		}
	}

	return t.plan(by, d.Errored), nil
}

func (c resourceChange) action() Action {
	switch joined := strings.Join(c.Change.Actions, " "); joined {
	case "delete":
		return Destroy
	case "delete create", "create delete":
		return Replace
	case "forget":
		return Forget
	case "create forget": // a replacement that leaves the old object alive
		return Create
	case "update":
		return Update
	case "create":
		return Create
	case "no-op":
		switch {
		case len(c.Change.Importing) > 0 && string(c.Change.Importing) != "null":
			return Import
		case c.PreviousAddress != "" && c.PreviousAddress != c.Address:
			return Move
		}
	}

	return ""
}

func (t *tenants) plan(by map[string]*Tenant, errored bool) *Plan {
	p := &Plan{Errored: errored}

	for _, tenant := range by {
		slices.SortStableFunc(tenant.Changes, func(a, b Change) int {
			return cmp.Or(cmp.Compare(slices.Index(actions, a.Action), slices.Index(actions, b.Action)), cmp.Compare(a.Type, b.Type), cmp.Compare(a.Name, b.Name))
		})

		p.Tenants = append(p.Tenants, *tenant)

		if !tenant.Other {
			p.Changed++
		}
	}

	slices.SortFunc(p.Tenants, func(a, b Tenant) int {
		return cmp.Or(cmp.Compare(min(1, b.losses()), min(1, a.losses())), order(a.Other, b.Other),
			cmp.Compare(strings.ToLower(a.Name), strings.ToLower(b.Name)), cmp.Compare(a.Name, b.Name))
	})

	for _, name := range t.names {
		if by[name] == nil {
			p.Unchanged++
		}
	}

	return p
}

// order puts what is no tenant last.
func order(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	}

	return -1
}

// losses are the objects that are destroyed, if only to be made anew.
func (t Tenant) losses() int {
	n := 0

	for _, c := range t.Changes {
		if c.Action == Destroy || c.Action == Replace {
			n++
		}
	}

	return n
}

// Losses are the objects of all tenants that are destroyed, if only to be made anew.
func (p *Plan) Losses() int {
	n := 0
	for _, t := range p.Tenants {
		n += t.losses()
	}

	return n
}

// Radius says how many tenants change, and what happens to how many objects.
func (p *Plan) Radius() string {
	totals := map[Action]int{}

	for _, t := range p.Tenants {
		for _, c := range t.Changes {
			totals[c.Action]++
		}
	}

	var parts []string

	for _, a := range actions {
		if totals[a] > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", totals[a], a))
		}
	}

	if len(parts) == 0 {
		parts = []string{"nothing changes"}
	}

	return fmt.Sprintf("%d of %d tenants change: %s", p.Changed, p.Changed+p.Unchanged, strings.Join(parts, ", "))
}

// Rest says how many tenants are not shown because nothing happens to them.
func (p *Plan) Rest() string {
	if p.Unchanged == 1 {
		return "1 tenant is unchanged."
	}

	return fmt.Sprintf("%d tenants are unchanged.", p.Unchanged)
}
