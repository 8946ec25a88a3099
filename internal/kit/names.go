// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package kit

import (
	"cmp"
	"context"
	"fmt"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nearest"
)

// AllowDuplicateName is the attribute that lets an object have a name that is taken.
const AllowDuplicateName = "allow_duplicate_name"

// AllowDuplicateNameAttribute declares it; noun is what the object is, with its article.
func AllowDuplicateNameAttribute(noun string) schema.BoolAttribute {
	return schema.BoolAttribute{
		MarkdownDescription: "Whether to create " + noun + " although one of that name exists. The API accepts twins, so this guard is " +
			"Terraform's; `create_before_destroy` needs it, since for a moment there are two. Defaults to `false`.",
		Optional: true,
	}
}

// Names finds at plan what has the name of an object already. The object has one id, and the
// attribute [AllowDuplicateName] unless the service refuses twins itself.
type Names[C any] struct {
	Noun string // what the object is, such as "IP list"

	// Attribute is where the object's name stands; "" is name.
	Attribute string

	// Existing lists what there was when the run began: one listing serves all.
	Existing func(ctx context.Context, c C) ([]Candidate, error)

	// Strict refuses a name that only looks the same, too, a new name as well as a new object,
	// and every name while Existing fails: for what cannot be deleted. Of other objects the
	// creation says what is wrong with the listing.
	Strict bool

	// Unique is what a service that refuses twins itself compares of a name; nil where it
	// accepts them.
	Unique func(name string) string
}

// same tells whether one name is another's twin.
func (n Names[C]) same(a, b string) bool {
	return a == b || n.Unique != nil && n.Unique(a) == n.Unique(b)
}

// Named has every plan of the object look for twins.
func (r *Resource[C]) Named(n Names[C]) {
	r.of.names = &Names[any]{
		Noun: n.Noun, Attribute: cmp.Or(n.Attribute, "name"), Strict: n.Strict, Unique: n.Unique,
		Existing: func(ctx context.Context, c any) ([]Candidate, error) { return n.Existing(ctx, typed[C](c)) },
	}
}

// planName looks for twins of a name that a plan gives, in the plan and in the service.
func (b *Base) planName(ctx context.Context, req resource.ModifyPlanRequest, resp *resource.ModifyPlanResponse) {
	if b.names == nil || req.Plan.Raw.IsNull() {
		return
	}

	name, ok := known(ctx, resp.Plan.GetAttribute, b.names.Attribute)
	if !ok || b.names.Unique == nil && !guarded(ctx, resp.Plan.GetAttribute) {
		return
	}

	client, keys, ok := b.reach(ctx, resp.Plan.GetAttribute)
	if !ok {
		return
	}

	was, renamed := known(ctx, req.State.GetAttribute, b.names.Attribute)
	if renamed && was == name && b.placeOf(ctx, req.State.GetAttribute) == b.placeOf(ctx, resp.Plan.GetAttribute) {
		return
	}

	own, _ := known(ctx, req.State.GetAttribute, "id")
	if own == "" {
		own = kept(ctx, req.Private, ownKey)
	}

	check := naming{b, keys, name, own, renamed, resp}

	if !check.inPlan(b.scope.Run(ctx, b.data)) {
		return
	}

	all, err := b.names.Existing(ctx, client)

	switch {
	case err == nil:
		check.inService(b.scope.Run(ctx, b.data), all)
	case b.names.Strict && ctx.Err() == nil:
		b.Report(ctx, &resp.Diagnostics, "Plan", keys, &AttributeError{Path: path.Root(b.names.Attribute), Err: fmt.Errorf(
			"what there is cannot be listed, so nobody can tell whether the name %q is free, and a twin could not be deleted: %w.%s",
			name, err, check.wayOut())})
	}
}

// guarded tells whether a plan surely does not ask for a twin.
func guarded(ctx context.Context, get Getter) bool {
	var allowed types.Bool

	diags := get(ctx, path.Root(AllowDuplicateName), &allowed)

	return !diags.HasError() && !allowed.IsUnknown() && !allowed.ValueBool()
}

// placeOf is where the object is, without its own id.
func (b *Base) placeOf(ctx context.Context, get Getter) string {
	parts := []string{b.object.Type}

	for _, key := range b.scope.Keys() {
		v, _ := known(ctx, get, key.Name)
		parts = append(parts, v)
	}

	return strings.Join(parts, "/")
}

// naming is the look for twins of one object's name.
type naming struct {
	base    *Base
	keys    map[string]string
	name    string
	own     string // id of the object itself, or of the one that it replaces
	renamed bool
	resp    *resource.ModifyPlanResponse
}

func (n naming) path(id string) string {
	parts := []string{}
	for _, key := range n.base.scope.Keys() {
		parts = append(parts, n.keys[key.Name])
	}

	return strings.Join(append(parts, id), "/")
}

// inPlan finds another object of this plan with the name.
func (n naming) inPlan(run *Run) bool {
	same, alike := run.claim(n.base.object.Type+" "+n.path(""), n.name, n.own, n.base.names.same)

	switch {
	case same:
		n.refuse("Same Name Twice", fmt.Sprintf("This plan gives the name %q to two of the %s. Give one of them another name.%s",
			n.name, plural(n.base.names.Noun), n.wayOut()))
	case alike != "":
		n.say(n.base.names.Strict, "Names That Look the Same", fmt.Sprintf(
			"This plan has the names %q and %q, which look the same to whoever reads them.%s", n.name, alike, n.wayOut()))
	}

	return !same
}

// inService finds an object with the name that is there already.
func (n naming) inService(run *Run, all []Candidate) {
	var same, managed, alike []string

	for _, c := range all {
		switch {
		case c.ID == n.own:
		case !n.base.names.same(c.Name, n.name):
			if nearest.SameToTheEye(c.Name, n.name) {
				alike = append(alike, fmt.Sprintf("%q (%s)", c.Name, c.ID))
			}
		case run.inState(n.base.object.Type + " " + n.path(c.ID)):
			managed = append(managed, c.ID)
		default:
			same = append(same, c.ID)
		}
	}

	summary := n.base.object.Title + " Exists Already"

	switch {
	case len(same) > 0:
		blocks := make([]string, 0, len(same))
		for _, id := range same {
			blocks = append(blocks, ImportBlock(n.base.object.Type, n.path(id)))
		}

		n.say(n.base.names.Strict || run.plans() && !n.renamed, summary, fmt.Sprintf(
			"The name %q is taken already, by %s. To adopt it instead of creating a twin:\n\n%s\n\n"+
				"If this configuration manages it under another address, use a moved block instead.%s",
			n.name, strings.Join(same, ", "), strings.Join(blocks, "\n"), n.wayOut()))
	case len(managed) > 0:
		n.say(n.base.names.Strict, summary, fmt.Sprintf(
			"The name %q is taken already, by %s, which is in Terraform's state. If its address changed, such as its key in a for_each, "+
				"say so with a moved block, and it is kept:\n\n  moved {\n    from = <the address it had>\n    to   = <the address above>\n  }\n\n"+
				"If it is tainted and still good, terraform untaint keeps it.%s", n.name, strings.Join(managed, ", "), n.wayOut()))
	case len(alike) > 0:
		n.say(n.base.names.Strict, n.base.object.Title+" of a Similar Name", fmt.Sprintf(
			"The name %q looks the same as that of %s: letter case, blanks and a full stop at the end are all that differs.%s",
			n.name, strings.Join(alike, ", "), n.wayOut()))
	}
}

// wayOut says how there can be two, where there can.
func (n naming) wayOut() string {
	if n.base.names.Unique != nil {
		return ""
	}

	return "\nSet " + AllowDuplicateName + " = true if you really want two."
}

// say refuses, or warns.
func (n naming) say(refuse bool, summary, detail string) {
	if refuse {
		n.refuse(summary, detail)

		return
	}

	// Terraform shows one of several warnings of the same summary.
	n.resp.Diagnostics.AddAttributeWarning(path.Root(n.base.names.Attribute), fmt.Sprintf("%s: %q", summary, n.name), detail)
}

func (n naming) refuse(summary, detail string) {
	n.resp.Diagnostics.AddAttributeError(path.Root(n.base.names.Attribute), summary, detail)
}
