// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package mapping

import (
	"context"
	"errors"
	"fmt"
	"net/http"

	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/psa"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

var keys = []kit.Key{{Name: "integration_id", Form: tenancy.UUID}, {Name: "organization_id", Form: tenancy.ObjectID}}

type mappingResource[M any, F form[M]] struct {
	kit.Resource[*jumpcloud.Portal]

	vendor psa.Vendor
}

func newResource[M any, F form[M]](v psa.Vendor, s func() schema.Schema) resource.Resource {
	object := kit.Object{Type: "jumpcloud_" + v.Type + "_mapping", Title: v.Title + " Mapping", Keys: keys}

	r := &mappingResource[M, F]{kit.NewResource(object, tenancy.Portal{}, s, operations[M, F]{v}), v}
	r.FoundBy(mappings(v))

	return r
}

type operations[M any, F form[M]] struct{ vendor psa.Vendor }

func (o operations[M, F]) integration(m F) integration {
	return integration{o.vendor, m.common().IntegrationID.ValueString()}
}

// Create maps an organization that is not mapped. The answer has no body, and what was
// sent is what look-ups of this run found, so nothing is read back: that would be a
// listing for every batch. The next refresh shows what the service made of it.
func (o operations[M, F]) Create(ctx context.Context, p *jumpcloud.Portal, plan *M) error {
	var none M

	m := F(plan)
	organization := m.common().OrganizationID.ValueString()

	if err := resolve[M](ctx, p, o.vendor, m, &none, atApply); err != nil {
		return err
	}

	b := batcherOf(p, o.integration(m))

	gone, ok := b.claim(organization)
	if !ok {
		return fmt.Errorf("another resource of this configuration has just mapped organization %s in the same integration: an organization has one mapping", organization)
	}

	var err error
	if !gone {
		_, err = free[M](ctx, p, o.vendor, m)
	}

	if err == nil {
		err = o.write(ctx, p, b, m)
	}

	if err != nil {
		b.disclaim(organization, gone)
	}

	return err
}

// Read finds the mapping in the one listing that serves all refreshes. That of an organization
// that the credential lost may be missing there and exist.
func (o operations[M, F]) Read(ctx context.Context, p *jumpcloud.Portal, m *M) error {
	organization := F(m).common().OrganizationID.ValueString()
	r, err := o.integration(F(m)).find(ctx, p, organization)

	if err == nil {
		fromAPI[M](F(m), &r)
	}

	if errors.Is(err, rest.ErrNotFound) {
		if _, unknown := tenancy.Gone(ctx, p, organization); unknown != nil {
			return unknown
		}
	}

	return err
}

// Update writes the whole mapping, unless only the spelling has changed.
func (o operations[M, F]) Update(ctx context.Context, p *jumpcloud.Portal, plan *M, prior M) error {
	m := F(plan)
	if err := resolve[M](ctx, p, o.vendor, m, &prior, atApply); err != nil {
		return err
	}

	same := m.same(&prior)
	for at, s := range m.spots() {
		same = same && s.id.Equal(*F(&prior).spots()[at].id)
	}

	if same {
		return nil
	}

	b := batcherOf(p, o.integration(m))

	return o.write(ctx, p, b, m)
}

// Delete removes the mapping; one that is gone is a success. One that this run has made
// under another address stays: that is a resource which was renamed without a moved block.
func (o operations[M, F]) Delete(ctx context.Context, p *jumpcloud.Portal, prior M) error {
	organization := F(&prior).common().OrganizationID.ValueString()

	b := batcherOf(p, o.integration(F(&prior)))

	if b.mine(organization) {
		kit.Warn(ctx, "Mapping Has Moved", fmt.Sprintf("Another resource of this run has mapped organization %s, so its mapping was left as it is.", organization))

		return nil
	}

	err := b.do(ctx, change{organization, removal(organization), func(r *record) bool { return !r.mapped() }})
	if err == nil {
		b.disclaim(organization, true)
	}

	// An organization that the service does not know is refused, and has no mapping any more.
	if errors.Is(err, rest.ErrInvalid) {
		switch gone, unknown := tenancy.Gone(ctx, p, organization); {
		case gone:
			return rest.NotFound(http.MethodPatch, o.integration(F(&prior)).listing(p).Route.Path(), "organization "+organization+" is gone")
		case unknown != nil:
			err = fmt.Errorf("%w. %s", err, unknown.Error())
		}
	}

	return about(ctx, p, organization, err)
}

// write sends the mapping. Where a part of it is in no record, no listing can tell that a
// lost write happened; it is written again then.
func (o operations[M, F]) write(ctx context.Context, p *jumpcloud.Portal, b *batcher, m F) error {
	done := func(r *record) bool {
		same, visible := holds[M](m, r)

		return same && visible
	}

	organization := m.common().OrganizationID.ValueString()

	return about(ctx, p, organization, b.do(ctx, change{organization, toAPI[M](m), done}))
}

// about says whose mapping an error is about.
func about(ctx context.Context, p *jumpcloud.Portal, organization string, err error) error {
	if err == nil {
		return nil
	}

	return fmt.Errorf("mapping organization %s: %w", tenancy.Name(ctx, p.Client(), organization, err), err)
}
