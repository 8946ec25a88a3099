// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package kit

import (
	"context"
	"errors"
	"fmt"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/list"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/tfsdk"
	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

// How many places are searched, and objects of one place read, before their turn has come.
const (
	placesAhead  = 4
	objectsAhead = 8
)

// search is one run of a list block.
type search struct {
	list   *listResource
	req    list.ListRequest
	places []Place
	asked  Asked
	push   func(list.ListResult) bool
	sent   int64
}

// searched is what was found in a place.
type searched struct {
	place  Place
	client any
	found  []Found
	diags  diag.Diagnostics // warnings, and the error where it failed
}

// run pushes the results of all places in their order, until Terraform has enough.
//
// A place that fails is a warning, since an error would lose the results of all others; where
// every place failed, the error is told.
func (s *search) run(ctx context.Context) {
	failed := 0

	for i, p := range ahead(ctx, placesAhead, s.places, s.find) {
		if p.diags.HasError() {
			failed++

			if failed < len(s.places) {
				p.diags = s.asWarnings(p)
			}
		}

		if len(p.diags) > 0 && !s.push(list.ListResult{Diagnostics: p.diags}) {
			return
		}

		if !s.pushAll(ctx, p, i < len(s.places)-1) {
			return
		}
	}
}

// find searches one place.
func (s *search) find(ctx context.Context, at Place) searched {
	p := searched{place: at}

	ctx, warnings := collect(ctx)
	defer func() { warnings.into(&p.diags) }()

	client, err := s.list.of.client(s.list.of.data, at.Keys)

	var all []Found
	if err == nil {
		all, err = s.list.of.finder.Find(ctx, client, s.asked)
	}

	if err != nil {
		s.list.of.Report(ctx, &p.diags, "List", at.Keys, err)

		return p
	}

	p.client = client

	for _, f := range all {
		if s.asked.wants(f) {
			p.found = append(p.found, f)
		}
	}

	return p
}

// asWarnings are a place's errors as warnings. Each summary names the place, since Terraform
// shows one of several warnings of the same summary.
func (s *search) asWarnings(p searched) diag.Diagnostics {
	var diags diag.Diagnostics

	for _, d := range p.diags {
		diags.AddWarning(d.Summary()+" in "+p.place.Name, d.Detail()+"\n\nThe results of the others are there.")
	}

	return diags
}

// pushAll pushes what was found in a place, and tells whether to go on. more says that other
// places follow.
func (s *search) pushAll(ctx context.Context, p searched, more bool) bool {
	for len(p.found) > 0 {
		next := p.found
		if left := s.req.Limit - s.sent; s.req.Limit > 0 && left < int64(len(next)) {
			next = next[:left]
		}

		p.found = p.found[len(next):]

		for _, r := range ahead(ctx, objectsAhead, next, func(ctx context.Context, f Found) *list.ListResult { return s.result(ctx, p, f) }) {
			if r == nil {
				continue
			}

			last := r.Identity != nil && s.sent+1 == s.req.Limit
			if last && (more || len(p.found) > 0) {
				s.warnOfLimit(r)
			}

			if !s.push(*r) {
				return false
			}

			if r.Identity != nil {
				s.sent++
			}
		}

		if s.req.Limit > 0 && s.sent == s.req.Limit {
			return false
		}
	}

	return true
}

// warnOfLimit says with the last result that it may not be the last object: Terraform itself
// does not tell that it stopped at its limit, which is 100 by default.
func (s *search) warnOfLimit(r *list.ListResult) {
	r.Diagnostics.AddWarning("Results Cut Off", fmt.Sprintf(
		"The list block of %s has a limit of %d, which is reached, and there may be more: what follows was not looked at. "+
			"Set a higher limit in the list block, such as limit = 100000.", s.list.of.object.Type, s.req.Limit))
}

// result is one object, with its attributes where they are asked for. It is nil where the
// object is gone meanwhile; one that cannot be read is a warning.
func (s *search) result(ctx context.Context, p searched, f Found) *list.ListResult {
	r := s.req.NewListResult(ctx)
	r.DisplayName = f.Name

	if p.place.Name != "" {
		r.DisplayName = p.place.Name + " / " + f.Name
	}

	for _, keys := range []map[string]string{p.place.Keys, f.Keys} {
		for name, value := range keys {
			r.Diagnostics.Append(r.Identity.SetAttribute(ctx, path.Root(name), value)...)
		}
	}

	if !s.req.IncludeResource || r.Diagnostics.HasError() {
		return &r
	}

	state, diags, err := s.list.read(ctx, s.req, p, f)

	switch {
	case errors.Is(err, rest.ErrNotFound):
		return nil
	case err != nil:
		failed := &list.ListResult{Diagnostics: diags}

		s.list.of.reportAs(ctx, p.place.Keys, err, func(summary, detail string) {
			failed.Diagnostics.AddWarning(fmt.Sprintf("%s %q", summary, r.DisplayName), detail)
		}, "Read")

		return failed
	}

	r.Diagnostics.Append(diags...)
	r.Resource.Raw = state.Raw

	return &r
}

// read reads an object by its keys alone, exactly as after an import: so the configuration
// that Terraform generates from it is the one that it would generate then.
func (l *listResource) read(ctx context.Context, req list.ListRequest, p searched, f Found) (tfsdk.State, diag.Diagnostics, error) {
	var (
		m     = l.of.ops.model()
		diags diag.Diagnostics
		state = nulls(ctx, req)
	)

	for _, keys := range []map[string]string{p.place.Keys, f.Keys} {
		for name, value := range keys {
			diags.Append(state.SetAttribute(ctx, path.Root(name), value)...)
		}
	}

	diags.Append(state.Get(ctx, m)...)

	if diags.HasError() {
		return state, diags, nil
	}

	ctx, warnings := collect(context.WithValue(ctx, importing{}, true))
	err := l.of.ops.read(ctx, p.client, m)
	warnings.into(&diags)

	if err == nil {
		l.of.store(ctx, &state, m, p.place.Keys, state.Raw, &diags)
	}

	return state, diags, err
}

// allNull is an object of that type all of whose attributes are null.
func allNull(of tftypes.Type) tftypes.Value {
	object, _ := of.(tftypes.Object)
	members := map[string]tftypes.Value{}

	for name, t := range object.AttributeTypes {
		members[name] = tftypes.NewValue(t, nil)
	}

	return tftypes.NewValue(of, members)
}
