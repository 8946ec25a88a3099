// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package psa

import (
	"context"
	"errors"
	"fmt"
	"strconv"

	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// What destroying settings means, which the API cannot delete.
const (
	keep    = "keep"
	restore = "restore"
)

// settingsModel is what all vendors' settings have.
type settingsModel struct {
	IntegrationID              types.String `tfsdk:"integration_id"`
	AutomaticTicketing         types.Bool   `tfsdk:"automatic_ticketing"`
	OnDestroy                  types.String `tfsdk:"on_destroy"`
	OriginalAutomaticTicketing types.Bool   `tfsdk:"original_automatic_ticketing"`
}

// typedSettingsModel is the settings of a vendor that has company types.
type typedSettingsModel struct {
	settingsModel

	CompanyTypes           types.Set `tfsdk:"company_types"`
	OriginalCompanyTypeIDs types.Set `tfsdk:"original_company_type_ids"`
}

// settingsForm is either model; M is its struct.
type settingsForm[M any] interface {
	*M

	common() *settingsModel
	types() *types.Set // company types, nil where the vendor has none

	// managed tells which settings a configuration has; forget and note plan that what one
	// was before is nobody's business, or is still to be found out.
	managed() map[string]bool
	forget(name string)
	note(name string)
	unnoted() bool

	// keepOriginal fills in what is still to be found out, and original is all that is known.
	keepOriginal(s Settings, known string)
	original() settingsBody
}

// The settings.
const (
	ticketing    = "automatic_ticketing"
	companyTypes = "company_types"
)

func (m *settingsModel) common() *settingsModel { return m }

func (m *settingsModel) types() *types.Set { return nil }

func (m *typedSettingsModel) types() *types.Set { return &m.CompanyTypes }

// leavesTypes tells that a plan does not change company types.
func leavesTypes[M any, F settingsForm[M]](m, prior F) bool {
	set := m.types()

	return set == nil || set.IsNull() || set.Equal(*prior.types())
}

// toAPI asks for what is configured and differs from prior, which is empty at creation.
func toAPI[M any, F settingsForm[M]](ctx context.Context, p *jumpcloud.Portal, v Vendor, m F, prior M) (settingsBody, error) {
	var (
		b      settingsBody
		before = F(&prior)
		err    error
	)

	if !m.common().AutomaticTicketing.Equal(before.common().AutomaticTicketing) {
		b.AutomaticTicketing = boolPointer(m.common().AutomaticTicketing)
	}

	if set := m.types(); set != nil && !set.IsNull() && !set.IsUnknown() && !set.Equal(*before.types()) {
		b.CompanyTypeIDs, err = companyTypeIDs(ctx, p, v, m.common().IntegrationID.ValueString(), *set)
	}

	return b, err
}

// fromAPI takes the settings over. Company types are written as the configuration or the
// state spells them, by id or by name, and others by name.
func fromAPI[M any, F settingsForm[M]](ctx context.Context, p *jumpcloud.Portal, v Vendor, m F, s Settings) error {
	m.common().AutomaticTicketing = types.BoolValue(s.AutomaticTicketing)
	m.common().OnDestroy = kit.StringOr(m.common().OnDestroy, keep)

	set := m.types()
	if set == nil {
		return nil
	}

	spelled := []string{}

	if len(s.CompanyTypeIDs) > 0 {
		all, err := collections.All(ctx, CompanyTypes(p, v, m.common().IntegrationID.ValueString()))
		if err != nil {
			return fmt.Errorf("reading the names of company types: %w", err)
		}

		spelled = spell(sorted(s.CompanyTypeIDs), kit.Strings(*set), Candidates(all))
	}

	*set = kit.StringSet(spelled)

	return nil
}

// spell writes ids as known spells them. An id that it does not hold is written as its
// name, or as it is where no other type or several have that name.
func spell(ids []int64, known []string, candidates []kit.Candidate) []string {
	spellings := map[string][]string{}

	for _, s := range known {
		if found, err := kit.Resolve("company type", s, candidates); err == nil {
			spellings[found.ID] = append(spellings[found.ID], s)
		} else {
			spellings[s] = append(spellings[s], s) // a type that is gone is still in the settings by its id
		}
	}

	all := []string{}

	for _, number := range ids {
		id := strconv.FormatInt(number, 10)
		if len(spellings[id]) > 0 {
			all = append(all, spellings[id]...)

			continue
		}

		all = append(all, nameOf(id, candidates))
	}

	return all
}

// nameOf is the name of a candidate, or its id where the name does not resolve to it.
func nameOf(id string, candidates []kit.Candidate) string {
	for _, c := range candidates {
		if c.ID != id {
			continue
		}

		if found, err := kit.Resolve("company type", c.Name, candidates); err == nil && found.ID == id {
			return c.Name
		}
	}

	return id
}

// companyTypeIDs resolves names and ids; each that fails is an error at its own place.
func companyTypeIDs(ctx context.Context, p *jumpcloud.Portal, v Vendor, integrationID string, set types.Set) ([]int64, error) {
	ids, errs := []int64{}, []error{}

	if len(set.Elements()) == 0 {
		return ids, nil
	}

	all, err := collections.All(ctx, CompanyTypes(p, v, integrationID))
	if err != nil {
		return nil, v.Absent(ctx, p, integrationID, err)
	}

	for _, element := range set.Elements() {
		want, ok := element.(types.String)
		if !ok || want.IsUnknown() {
			continue
		}

		found, err := kit.Resolve("company type", want.ValueString(), Candidates(all))
		if err == nil {
			var id int64

			id, err = strconv.ParseInt(found.ID, 10, 64)
			ids = append(ids, id)
		}

		if err != nil {
			errs = append(errs, &kit.AttributeError{Path: path.Root("company_types").AtSetValue(element), Err: err})
		}
	}

	return sorted(ids), errors.Join(errs...)
}

// boolPointer returns nil for a null or unknown value.
func boolPointer(v types.Bool) *bool {
	if v.IsNull() || v.IsUnknown() {
		return nil
	}

	return new(v.ValueBool())
}
