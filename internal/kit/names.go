// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package kit

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-framework/types"
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
// attribute [AllowDuplicateName] unless the service or nobody guards the name.
type Names[C any] struct {
	Noun string // what the object is, such as "IP list"

	// Attribute is where the object's name stands; "" is name.
	Attribute string

	// Existing lists what there was when the run began: one listing serves all. It may be nil
	// where only the plan is looked at.
	Existing func(ctx context.Context, c C) ([]Candidate, error)

	// Strict refuses a name that only looks the same, too, a new name as well as a new object,
	// and every name while Existing fails: for what cannot be deleted. Of other objects the
	// creation says what is wrong with the listing.
	Strict bool

	// Unique says that the service takes a name once: there is no [AllowDuplicateName]. Fold is
	// what it compares of a name; nil is all of it.
	Unique bool
	Fold   func(name string) string

	// Loses is what is lost for good where a plan destroys one and makes another of its name,
	// such as one whose address has changed. It alone is given where names guard nothing else.
	Loses string

	// Kept says why the object that get reads has its name still once it is destroyed; "" where
	// it has not. KeptAt is the attribute that decides.
	Kept   func(ctx context.Context, get Getter) string
	KeptAt string
}

// Named has every plan of the object look for twins, of each of the names that it has.
func (r *Resource[C]) Named(all ...Names[C]) {
	for _, n := range all {
		of := &Names[any]{
			Noun: n.Noun, Attribute: cmp.Or(n.Attribute, "name"), Strict: n.Strict, Unique: n.Unique, Fold: n.Fold,
			Loses: n.Loses, Kept: n.Kept, KeptAt: n.KeptAt,
		}

		if n.Existing != nil {
			of.Existing = func(ctx context.Context, c any) ([]Candidate, error) { return n.Existing(ctx, typed[C](c)) }
		}

		r.of.names = append(r.of.names, of)
	}
}

// planNames looks for twins of the names that a plan gives, in the plan and then in the service.
// It says the first of what is wrong: a second would mostly be about the same other object.
func (b *Base) planNames(ctx context.Context, req resource.ModifyPlanRequest, resp *resource.ModifyPlanResponse) {
	var (
		checks []*naming
		claims []claim
	)

	for _, n := range b.names {
		if check := b.planName(ctx, n, req, resp); check != nil {
			checks, claims = append(checks, check), append(claims, check.claim)
		}
	}

	if len(checks) == 0 {
		return
	}

	// All claims are noted before any is looked up, which takes time: others are planned meanwhile.
	for i, against := range checks[0].run.claim(claims) {
		checks[i].inPlan(against)
	}

	if !slices.ContainsFunc(checks, refused) {
		for _, check := range checks {
			check.inService(ctx)
		}
	}

	worst := slices.IndexFunc(checks, refused)
	if worst < 0 {
		worst = slices.IndexFunc(checks, func(n *naming) bool { return len(n.diags) > 0 })
	}

	if worst >= 0 {
		resp.Diagnostics.Append(checks[worst].diags...)
	}
}

// planName returns the look for twins of one name, or nil where there is none to be had.
func (b *Base) planName(ctx context.Context, n *Names[any], req resource.ModifyPlanRequest, resp *resource.ModifyPlanResponse) *naming {
	name, ok := known(ctx, resp.Plan.GetAttribute, n.Attribute)
	if !ok || !n.Unique && n.Loses == "" && twinsAllowed(ctx, resp.Plan.GetAttribute) {
		return nil
	}

	client, keys, ok := b.reach(ctx, resp.Plan.GetAttribute)
	if !ok {
		return nil
	}

	was, renamed := known(ctx, req.State.GetAttribute, n.Attribute)
	here := b.placeOf(ctx, resp.Plan.GetAttribute) + " " + n.Attribute
	there := b.placeOf(ctx, req.State.GetAttribute) + " " + n.Attribute

	key, was := n.fold(name), n.fold(was)

	stays := renamed && was == key && here == there
	if stays && !n.Unique && n.Loses == "" {
		return nil
	}

	own, _ := known(ctx, req.State.GetAttribute, "id")
	if own == "" {
		own = kept(ctx, req.Private, ownKey)
	}

	run := b.scope.Run(ctx, b.data)
	if n.Kept != nil && renamed {
		run.keep(holder{there, was, own, n.Kept(ctx, req.State.GetAttribute)})
	}

	if here != there {
		was = "" // nobody here wants the name that it had elsewhere
	}

	return &naming{
		base: b, of: n, run: run, client: client, keys: keys, renamed: renamed, shown: name,
		claim: claim{place: here, name: key, was: was, owner: own, stays: stays},
	}
}

// fold is what the service compares of a name.
func (n *Names[C]) fold(name string) string {
	if n.Fold == nil {
		return name
	}

	return n.Fold(name)
}

// twinsAllowed tells whether a plan wants twins, or may.
func twinsAllowed(ctx context.Context, get Getter) bool {
	var allowed types.Bool

	diags := get(ctx, path.Root(AllowDuplicateName), &allowed)

	return diags.HasError() || !allowed.IsNull() && !allowed.Equal(types.BoolValue(false))
}

// planLeaving refuses to destroy what keeps a name that the same plan gives to another, and warns
// of what is lost with one whose name another gets.
func (b *Base) planLeaving(ctx context.Context, req resource.ModifyPlanRequest, resp *resource.ModifyPlanResponse) {
	own, _ := known(ctx, req.State.GetAttribute, "id")
	place := b.placeOf(ctx, req.State.GetAttribute)

	var (
		names   []*Names[any]
		shown   []string
		holders []holder
	)

	for _, n := range b.names {
		name, ok := known(ctx, req.State.GetAttribute, n.Attribute)
		if !ok {
			continue
		}

		why := n.Loses
		if n.Kept != nil {
			why = n.Kept(ctx, req.State.GetAttribute)
		}

		names, shown = append(names, n), append(shown, name)
		holders = append(holders, holder{place + " " + n.Attribute, n.fold(name), own, why})
	}

	if len(holders) == 0 {
		return
	}

	for i, wanted := range b.scope.Run(ctx, b.data).leave(holders) {
		n, text := names[i], names[i].keptText(shown[i], own, holders[i].why)

		switch {
		case !wanted || resp.Diagnostics.HasError():
		case n.Loses != "":
			resp.Diagnostics.AddAttributeWarning(path.Root(n.Attribute), fmt.Sprintf("%s: %q", anew, shown[i]), text)
		default:
			resp.Diagnostics.AddAttributeError(path.Root(n.KeptAt), "Name Stays Taken", text)
		}
	}
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
