// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package mapping

import (
	"context"
	"errors"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/psa"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

// integration is whose mappings they are.
type integration struct {
	vendor psa.Vendor
	id     string
}

// ref is a thing of the PSA, or an organization, with the name it goes by.
type ref struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

// service is an Autotask service with what the mapping says of it.
type service struct {
	ref

	NonBillableUsers int64 `json:"nonBillableUsers"`
}

// record is an element of any vendor's list of mappings; each has those members of it that
// are the vendor's, and an organization without a mapping has no company. Syncro's billing
// configuration is in no answer [S].
type record struct {
	Organization     ref      `json:"organization"`
	Company          *ref     `json:"company"`
	Agreement        *ref     `json:"agreement"`
	Addition         *ref     `json:"addition"`
	Contract         *ref     `json:"contract"`
	Service          *service `json:"service"`
	LastSyncStatus   *string  `json:"lastSyncStatus"`
	LastSyncDateTime *string  `json:"lastSyncDateTime"`
}

// target is the member of that name.
func (r *record) target(name string) *ref {
	switch {
	case name == "company":
		return r.Company
	case name == "agreement":
		return r.Agreement
	case name == "addition":
		return r.Addition
	case name == "contract":
		return r.Contract
	case name == "service" && r.Service != nil:
		return &r.Service.ref
	}

	return nil
}

// mapped tells whether there is a mapping at all.
func (r *record) mapped() bool { return r != nil && r.Company != nil && r.Company.ID != "" }

// element is an element of PATCH. Members differ by vendor, and one that is null unsets
// what it names, so all of the vendor's are always sent.
type element map[string]any

// pair is a ref as PATCH takes it, where null stands for nothing.
type pair struct {
	ID   *string `json:"id"`
	Name *string `json:"name"`
}

// removal deletes an organization's mapping. The contract requires company, which the
// vendor's own example leaves out (evidence: psa 4.2): with nulls it is right for both.
func removal(organization string) element {
	return element{"organization": pair{ID: &organization}, "company": pair{}, "delete": true}
}

// listing is the list of the integration's mappings. By what it may be sorted nobody
// documents, and an element has no id but the organization's.
func (i integration) listing(p *jumpcloud.Portal) collections.Listing[record] {
	return collections.Listing[record]{
		Route: i.vendor.Of(p, i.id, "mappings"), ID: func(r record) string { return r.Organization.ID },
	}
}

// find reads one organization's mapping, from the listing that all share. That it is gone
// takes a second look: another listing, which all share too, or the list of integrations.
func (i integration) find(ctx context.Context, p *jumpcloud.Portal, organization string) (record, error) {
	r, err := collections.Lookup(ctx, i.listing(p), organization)
	if err == nil && r.mapped() {
		return r, nil
	}

	if err != nil && !errors.Is(err, rest.ErrNotFound) {
		return r, err
	}

	again, err := collections.AllOnce(ctx, i.listing(p))
	if err != nil {
		return r, i.vendor.Absent(ctx, p, i.id, err)
	}

	for _, r := range again {
		if r.Organization.ID == organization && r.mapped() {
			return r, nil
		}
	}

	return r, rest.NotFound("GET", i.listing(p).Route.Path(), "organization "+organization+" is not mapped in this integration")
}

// complaints are the errors of an integration's last syncs.
type complaints struct {
	Records []struct {
		OrganizationID string `json:"orgId"`
	} `json:"records"`
}

// doubtful tells whether an organization's additions deserve a look, which is a request for
// each agreement: unless a sync has been, and had nothing to complain of.
func (i integration) doubtful(ctx context.Context, p *jumpcloud.Portal, organization string) bool {
	r, err := collections.Lookup(ctx, i.listing(p), organization)
	if err != nil || r.LastSyncDateTime == nil || *r.LastSyncDateTime == "" {
		return true
	}

	failed, err := collections.GetOnce[complaints](ctx, i.vendor.Of(p, i.id, "errors"))
	if err != nil {
		return true
	}

	for _, one := range failed.Records {
		if one.OrganizationID == organization {
			return true
		}
	}

	return false
}

// fresh reads all mappings as they are now.
func (i integration) fresh(ctx context.Context, p *jumpcloud.Portal) (map[string]*record, error) {
	all := map[string]*record{}

	for r, err := range collections.Each(ctx, i.listing(p)) {
		if err != nil {
			return nil, err
		}

		all[r.Organization.ID] = &r
	}

	return all, nil
}

// patch upserts mappings. A success has no body, whatever its schema says, so one that
// cannot be read is a success like any other. Organizations go with their names, as the
// vendor's examples have it, where these can be had.
func (i integration) patch(ctx context.Context, p *jumpcloud.Portal, all []element) error {
	for _, e := range all {
		one, ok := e["organization"].(pair)
		if !ok || one.Name != nil {
			continue
		}

		if o, err := p.Organization(ctx, *one.ID); err == nil {
			one.Name = &o.Name
			e["organization"] = one
		}
	}

	_, err := collections.Patch[any](ctx, i.vendor.Of(p, i.id, "mappings"), struct {
		Data []element `json:"data"`
	}{all})
	if errors.Is(err, rest.ErrGarbled) {
		return nil
	}

	return err
}
