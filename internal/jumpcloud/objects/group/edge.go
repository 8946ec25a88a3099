// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package group

import (
	"context"

	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// EdgeModel is an edge in HCL. It has nothing but its keys, of which the first is the
// owner's id and the last the target's.
type EdgeModel interface {
	// Edges are the owner's edges of this kind.
	Edges() Edges

	// Target is the id of the other end.
	Target() string
}

// EdgeResource is the resource of one edge.
type EdgeResource[M EdgeModel] struct {
	kit.Resource[*jumpcloud.Tenant]

	owner, target string // the attributes of the two ends
}

// NewEdgeResource returns the resource of one edge, which f finds.
func NewEdgeResource[M EdgeModel](o kit.Object, s func() schema.Schema, f kit.Finder[*jumpcloud.Tenant]) resource.Resource {
	r := &EdgeResource[M]{
		kit.NewResource(o, tenancy.Tenant{}, s, EdgeOperations[M]{}), o.Keys[0].Name, o.Keys[len(o.Keys)-1].Name,
	}
	r.FoundBy(f)

	return r
}

// ModifyPlan checks that both ends are of the organization, and that no set contradicts.
func (r *EdgeResource[M]) ModifyPlan(ctx context.Context, req resource.ModifyPlanRequest, resp *resource.ModifyPlanResponse) {
	r.Resource.ModifyPlan(ctx, req, resp)

	plan, _, ok := kit.Planned[M](ctx, req, resp)
	if t, _, reachable := r.Client(ctx, resp.Plan.GetAttribute); ok && reachable {
		isNew := !req.State.Raw.Equal(resp.Plan.Raw)
		PlanEdge(ctx, t, plan.Edges(), plan.Target(), isNew, &resp.Diagnostics, r.owner, r.target)
	}
}

// EdgeOperations are the four operations of an edge.
type EdgeOperations[M EdgeModel] struct{}

// Create asks for nothing back: an edge has nothing but its ends, and the service says yes without a body.
func (EdgeOperations[M]) Create(ctx context.Context, t *jumpcloud.Tenant, plan *M) error {
	return (*plan).Edges().Add(ctx, t, (*plan).Target())
}

// Read looks the edge up among its owner's, in one listing for all of them.
func (EdgeOperations[M]) Read(ctx context.Context, t *jumpcloud.Tenant, m *M) error {
	return (*m).Edges().Find(ctx, t, (*m).Target())
}

// Update has nothing to do: every attribute is a key, and a new key is a new edge.
func (EdgeOperations[M]) Update(context.Context, *jumpcloud.Tenant, *M, M) error { return nil }

// Delete removes the edge and leaves both ends alone. That it is not there is the kernel's to
// believe: a credential that lost the organization sees none either.
func (EdgeOperations[M]) Delete(ctx context.Context, t *jumpcloud.Tenant, prior M) error {
	return prior.Edges().Remove(ctx, t, prior.Target())
}
