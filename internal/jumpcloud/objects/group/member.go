// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package group

import (
	"context"
	"errors"
	"fmt"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// MemberResource is the resource of one membership in a group that may be dynamic.
type MemberResource[M EdgeModel] struct{ EdgeResource[M] }

// NewMemberResource returns the resource of one membership in a group of a type that may be dynamic.
func NewMemberResource[M EdgeModel](o kit.Object, s func() schema.Schema, of string) resource.Resource {
	owner, target := o.Keys[0].Name, o.Keys[len(o.Keys)-1].Name

	r := &MemberResource[M]{EdgeResource[M]{kit.NewResource(o, tenancy.Tenant{}, s, memberOperations[M]{owner: owner}), owner, target}}
	r.FoundBy(MemberFinder(o, of))

	return r
}

// ModifyPlan checks what that of any edge does, and warns of a query that decides.
func (r *MemberResource[M]) ModifyPlan(ctx context.Context, req resource.ModifyPlanRequest, resp *resource.ModifyPlanResponse) {
	r.EdgeResource.ModifyPlan(ctx, req, resp)

	if resp.Diagnostics.HasError() || req.Plan.Raw.IsNull() || req.State.Raw.Equal(resp.Plan.Raw) {
		return
	}

	var plan M

	resp.Diagnostics.Append(resp.Plan.Get(ctx, &plan)...)

	if t, _, ok := r.Client(ctx, resp.Plan.GetAttribute); ok && !resp.Diagnostics.HasError() {
		WarnOfQuery(ctx, t, plan.Edges().Owner, path.Root(r.owner), &resp.Diagnostics)
	}
}

// memberOperations are those of any edge, but for what a query decides.
type memberOperations[M EdgeModel] struct {
	EdgeOperations[M]

	owner string
}

// Create refuses what would have no effect: where a query decides, the service says yes as
// well, and does nothing (decides).
func (o memberOperations[M]) Create(ctx context.Context, t *jumpcloud.Tenant, plan *M) error {
	of := (*plan).Edges().Owner

	if decides(ctx, t, of) == Automated {
		return &kit.AttributeError{Path: path.Root(o.owner), Err: errors.New(queryDecides(of, Automated))}
	}

	return o.EdgeOperations.Create(ctx, t, plan)
}

// methods are groups as a run first saw them.
var methods = collections.NewFact[Whole]()

// decides returns the method of a group whose query decides over its members, else "". What
// cannot be read decides nothing. What the service does with a member that is added to a
// dynamic group is not documented: a third party's fake of it says yes and does nothing [3p].
//
// Many memberships of one group ask once. This run may have made the group static since, so
// a yes is asked for again.
func decides(ctx context.Context, t *jumpcloud.Tenant, of Ref) string {
	ask := func(ctx context.Context) (Whole, error) { return Get(ctx, t, of) }

	g, err := methods.Learn(ctx, t.Client(), t.ID()+" "+of.ID, ask)
	if err == nil && IsDynamic(g.MembershipMethod) {
		g, err = ask(ctx)
	}

	if err != nil || !IsDynamic(g.MembershipMethod) {
		return ""
	}

	return g.MembershipMethod
}

// WarnOfQuery warns of new members of a group whose query decides. It is no error yet: the
// same apply may make the group static first.
func WarnOfQuery(ctx context.Context, t *jumpcloud.Tenant, of Ref, at path.Path, diags *diag.Diagnostics) {
	if of.ID == "" || t.Client().MadeHere(of.ID) {
		return
	}

	if method := decides(ctx, t, of); method != "" {
		diags.AddAttributeWarning(at, "Members of a Dynamic Group", queryDecides(of, method))
	}
}

func queryDecides(of Ref, method string) string {
	return fmt.Sprintf("The membership_method of %s %s is %s: its members come from its query, and the service can ignore one "+
		"that is added by hand. Make the group STATIC, or change its member_query or member_query_exemptions.", kinds[of.Type].noun, of.ID, method)
}
