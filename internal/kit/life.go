// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package kit

import (
	"context"
	"errors"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-framework/tfsdk"
	"github.com/hashicorp/terraform-plugin-go/tftypes"
	"github.com/hashicorp/terraform-plugin-log/tflog"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

// life is a [Resource] without the types of the client and of the model, of which a program
// has many: the code is there once for all of them.
type life struct {
	Base

	ops anyOperations
}

// newLife is not inlined, or each package would compile again what it calls.
//
//go:noinline
func newLife(o Object, scope Surroundings, client enter, s func() schema.Schema, ops anyOperations) *life {
	return &life{newBase(o, scope, client, s), ops}
}

// Create creates the object and writes it to state even if something fails afterwards:
// what exists and is not in state would be made a second time. A read that fails after
// the object was made is a warning, since an error would have Terraform replace it.
func (r *life) Create(ctx context.Context, req resource.CreateRequest, resp *resource.CreateResponse) {
	ctx, done := rest.Graceful(ctx)
	defer done()

	ctx, warnings := collect(ctx)
	defer warnings.into(&resp.Diagnostics)

	plan := tfsdk.State(req.Plan) // same shape; only states can be written to
	resp.Diagnostics.Append(withWriteOnly(ctx, &plan, req.Config)...)

	recalled := r.recall(ctx, &plan, &resp.Diagnostics)
	r.configured(req.Config, &plan)

	m := r.ops.model()
	resp.Diagnostics.Append(plan.Get(ctx, m)...)

	client, keys, ok := r.enterToWrite(ctx, &resp.Diagnostics, plan.GetAttribute)
	if !ok {
		return
	}

	// Keys that the configuration gives (an edge has no id of its own) prove nothing.
	given := r.identified(ctx, plan.GetAttribute)
	err := r.ops.create(ctx, client, m)
	r.store(ctx, &resp.State, m, keys, plan.Raw, &resp.Diagnostics)

	if err != nil {
		r.Report(ctx, &resp.Diagnostics, "Create", keys, err)

		irreplaceable := recalled || len(r.object.Remembers) > 0 && rest.Wrote(ctx)
		if !irreplaceable && (given || !r.identified(ctx, resp.State.GetAttribute)) {
			resp.State.RemoveResource(ctx)

			return
		}
	} else if !resp.State.Raw.IsFullyKnown() {
		if err := r.ops.read(ctx, client, m); err != nil {
			r.reportAs(ctx, keys, err, func(summary, detail string) {
				resp.Diagnostics.AddWarning(summary, "The object was created and is in state; the next plan reads the rest.\n\n"+detail)
			}, "Read")
		}

		r.store(ctx, &resp.State, m, keys, plan.Raw, &resp.Diagnostics)
	}

	r.unconfigured(req.Config, req.Plan.Raw, &resp.State)
	forgetUnknown(&resp.State, &resp.Diagnostics)
	r.identify(ctx, resp.State, resp.Identity, &resp.Diagnostics)
	resp.Diagnostics.Append(r.keepOwner(ctx, resp.Private, true)...)
}

// Read refreshes the object; one that is gone leaves state, unless it is being imported or
// must not be made again.
func (r *life) Read(ctx context.Context, req resource.ReadRequest, resp *resource.ReadResponse) {
	ctx, warnings := collect(ctx)
	defer warnings.into(&resp.Diagnostics)

	m := r.ops.model()
	resp.Diagnostics.Append(req.State.Get(ctx, m)...)

	client, keys, ok := r.enter(ctx, req.State.GetAttribute, &resp.Diagnostics)
	if !ok {
		return
	}

	first := kept(ctx, req.Private, importingKey) != ""
	if first {
		ctx = context.WithValue(ctx, importing{}, true)
	}

	r.scope.Run(ctx, r.data).refresh(r.place(ctx, req.State.GetAttribute))

	err := r.gone(ctx, keys, kept(ctx, req.Private, ownerKey), r.ops.read(ctx, client, m))

	switch {
	case errors.Is(err, rest.ErrNotFound) && !first:
		tflog.Info(ctx, "The object is gone", map[string]any{"type": r.object.Type})

		// Terraform and OpenTofu before 1.12 keep no identity, and the framework demands one
		// after every read, also of what is no more.
		r.identify(ctx, resp.State, resp.Identity, &resp.Diagnostics)

		if r.object.Lasting {
			resp.Diagnostics.Append(keep(ctx, resp.Private, goneKey, "true")...)

			return
		}

		resp.State.RemoveResource(ctx)

		return
	case err != nil:
		r.Report(ctx, &resp.Diagnostics, "Read", keys, r.seen(ctx, req.Private, err))

		return
	}

	for _, key := range []string{importingKey, movedKey, goneKey} {
		resp.Diagnostics.Append(keep(ctx, resp.Private, key, "")...)
	}

	resp.Diagnostics.Append(r.keepOwner(ctx, resp.Private, first)...)
	r.store(ctx, &resp.State, m, keys, req.State.Raw, &resp.Diagnostics)
	r.identify(ctx, resp.State, resp.Identity, &resp.Diagnostics)
}

// Update changes the object in place. When it fails, state keeps what was there before,
// and the next plan reads what really is.
func (r *life) Update(ctx context.Context, req resource.UpdateRequest, resp *resource.UpdateResponse) {
	ctx, done := rest.Graceful(ctx)
	defer done()

	ctx, warnings := collect(ctx)
	defer warnings.into(&resp.Diagnostics)

	plan := tfsdk.State(req.Plan)
	resp.Diagnostics.Append(withWriteOnly(ctx, &plan, req.Config)...)
	r.configured(req.Config, &plan)
	r.adopt(ctx, req.Private, plan, &req.State)

	m, prior := r.ops.model(), r.ops.model()
	resp.Diagnostics.Append(plan.Get(ctx, m)...)
	resp.Diagnostics.Append(req.State.Get(ctx, prior)...)

	client, keys, ok := r.enterToWrite(ctx, &resp.Diagnostics, plan.GetAttribute, req.State.GetAttribute)
	if !ok {
		return
	}

	if err := r.ops.update(ctx, client, m, prior); err != nil {
		r.Report(ctx, &resp.Diagnostics, "Update", keys, err)

		return
	}

	r.store(ctx, &resp.State, m, keys, plan.Raw, &resp.Diagnostics)
	r.unconfigured(req.Config, req.Plan.Raw, &resp.State)
	forgetUnknown(&resp.State, &resp.Diagnostics)
	r.identify(ctx, resp.State, resp.Identity, &resp.Diagnostics)
}

// Delete removes the object; one that is gone already is a success.
func (r *life) Delete(ctx context.Context, req resource.DeleteRequest, resp *resource.DeleteResponse) {
	ctx, done := rest.Graceful(ctx)
	defer done()

	ctx, warnings := collect(ctx)
	defer warnings.into(&resp.Diagnostics)

	prior := r.ops.model()
	resp.Diagnostics.Append(req.State.Get(ctx, prior)...)

	client, keys, ok := r.enterToWrite(ctx, &resp.Diagnostics, req.State.GetAttribute)
	if !ok {
		return
	}

	owner := kept(ctx, req.Private, ownerKey)

	err := r.gone(ctx, keys, owner, r.ops.delete(ctx, client, prior))
	if errors.Is(err, rest.ErrNotFound) {
		err = r.proveGone(ctx, client, prior, err)
	}

	if err != nil {
		r.reportLeft(ctx, &resp.Diagnostics, keys, r.seen(ctx, req.Private, err), req.State.GetAttribute)

		return
	}

	r.remember(ctx, req.State.GetAttribute)
}

// store writes the model and the scope's keys to state, with texts as they were written.
func (r *life) store(
	ctx context.Context, state *tfsdk.State, m any, keys map[string]string, written tftypes.Value, diags *diag.Diagnostics,
) {
	diags.Append(state.Set(ctx, m)...)

	state.Raw = asWritten(written, state.Raw)

	for name, value := range keys {
		if !holds(state.Raw, name, value) {
			diags.Append(state.SetAttribute(ctx, path.Root(name), value)...)
		}
	}
}

// holds tells whether an object has a text. Setting one that is there costs as much as setting
// another, with each object of a plan.
func holds(object tftypes.Value, name, text string) bool {
	var got string

	v := members(object)[name]

	return !v.IsNull() && v.IsKnown() && v.As(&got) == nil && got == text
}
