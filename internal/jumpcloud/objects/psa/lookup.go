// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package psa

import (
	"strconv"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// sortByID keeps the pages of a look-up from overlapping. The fields that may be sorted
// by are not documented; the element's own member is the safest guess.
const sortByID = "id"

// Company is a customer in the PSA.
type Company struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

// Candidate is what a name can mean.
func (c Company) Candidate() kit.Candidate { return kit.Candidate{ID: c.ID, Name: c.Name} }

// Companies is the list of the PSA's companies.
func Companies(p *jumpcloud.Portal, v Vendor, integrationID string) collections.Listing[Company] {
	return collections.Listing[Company]{
		Route: v.Of(p, integrationID, "companies"), Sort: sortByID, ID: func(c Company) string { return c.ID },
	}
}

// CompanyType is a kind of company in ConnectWise and Autotask. Its id is typed as a
// number here and as an integer in the settings that refer to it.
type CompanyType struct {
	ID   float64 `json:"id"`
	Name string  `json:"name"`
}

// Key is the id as people write it.
func (t CompanyType) Key() string { return strconv.FormatFloat(t.ID, 'f', -1, 64) }

// Candidate is what a name can mean.
func (t CompanyType) Candidate() kit.Candidate { return kit.Candidate{ID: t.Key(), Name: t.Name} }

// CompanyTypes is the list of the PSA's company types, which has no paging.
func CompanyTypes(p *jumpcloud.Portal, v Vendor, integrationID string) collections.Listing[CompanyType] {
	return collections.Listing[CompanyType]{
		Route: v.Of(p, integrationID, "companytypes"), Whole: true, ID: CompanyType.Key,
	}
}

// Agreement is a ConnectWise agreement of a company.
type Agreement struct {
	ID        string `json:"id"`
	Name      string `json:"name"`
	CompanyID string `json:"companyId"`
}

// Candidate is what a name can mean.
func (a Agreement) Candidate() kit.Candidate { return kit.Candidate{ID: a.ID, Name: a.Name} }

// Agreements is the list of the agreements of all companies.
func Agreements(p *jumpcloud.Portal, integrationID string) collections.Listing[Agreement] {
	return collections.Listing[Agreement]{
		Route: ConnectWise.Of(p, integrationID, "agreements"), Sort: sortByID, ID: func(a Agreement) string { return a.ID },
	}
}

// Addition is a product on a ConnectWise agreement.
type Addition struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

// Candidate is what a name can mean.
func (a Addition) Candidate() kit.Candidate { return kit.Candidate{ID: a.ID, Name: a.Name} }

// Additions is the list of the additions of one agreement.
func Additions(p *jumpcloud.Portal, integrationID, agreementID string) collections.Listing[Addition] {
	return collections.Listing[Addition]{
		Route: ConnectWise.Of(p, integrationID, "agreements", agreementID, "additions"),
		Sort:  sortByID, ID: func(a Addition) string { return a.ID },
	}
}

// Contract is an Autotask contract of a company.
type Contract struct {
	ID        string `json:"id"`
	Name      string `json:"name"`
	CompanyID string `json:"companyId"`
}

// Candidate is what a name can mean.
func (c Contract) Candidate() kit.Candidate { return kit.Candidate{ID: c.ID, Name: c.Name} }

// Contracts is the list of the contracts of all companies.
func Contracts(p *jumpcloud.Portal, integrationID string) collections.Listing[Contract] {
	return collections.Listing[Contract]{
		Route: Autotask.Of(p, integrationID, "contracts"), Sort: sortByID, ID: func(c Contract) string { return c.ID },
	}
}

// Service is a service on an Autotask contract. One service may stand on several
// contracts, so the two ids together tell one element from another.
type Service struct {
	ID         string `json:"id"`
	Name       string `json:"name"`
	ContractID string `json:"contractId"`
}

// Candidate is what a name can mean.
func (s Service) Candidate() kit.Candidate { return kit.Candidate{ID: s.ID, Name: s.Name} }

// Services is the list of the services of all contracts.
func Services(p *jumpcloud.Portal, integrationID string) collections.Listing[Service] {
	return collections.Listing[Service]{
		Route: Autotask.Of(p, integrationID, "contracts", "services"),
		Sort:  sortByID, ID: func(s Service) string { return s.ContractID + "/" + s.ID },
	}
}

// ContractField is a field of Autotask contracts with the values it can have.
type ContractField struct {
	Name   string               `json:"name"`
	Values []ContractFieldValue `json:"values"`
}

// ContractFieldValue is a value of a [ContractField].
type ContractFieldValue struct {
	Value string `json:"value"`
	Label string `json:"label"`
}

// ContractFields is the list of the fields of contracts, which has no paging.
func ContractFields(p *jumpcloud.Portal, integrationID string) collections.Listing[ContractField] {
	return collections.Listing[ContractField]{
		Route: Autotask.Of(p, integrationID, "contracts", "fields"), Whole: true, ID: func(f ContractField) string { return f.Name },
	}
}

// BillingOption is a group of Syncro's billing schedules.
type BillingOption struct {
	Name   string            `json:"name"`
	Values []BillingSchedule `json:"values"`
}

// BillingSchedule is a recurring invoice: its value is the schedule_id of a mapping.
type BillingSchedule struct {
	Label string        `json:"label"`
	Value int64         `json:"value"`
	Lines []BillingLine `json:"lines"`
}

// BillingLine is a line of a schedule: its value is the line_item_id of a mapping.
type BillingLine struct {
	Label string `json:"label"`
	Value int64  `json:"value"`
}

// Candidate is what a name can mean.
func (s BillingSchedule) Candidate() kit.Candidate {
	return kit.Candidate{ID: strconv.FormatInt(s.Value, 10), Name: s.Label}
}

// Candidate is what a name can mean.
func (l BillingLine) Candidate() kit.Candidate {
	return kit.Candidate{ID: strconv.FormatInt(l.Value, 10), Name: l.Label}
}

// BillingOptions is the list of Syncro's billing options.
func BillingOptions(p *jumpcloud.Portal, integrationID string) collections.Listing[BillingOption] {
	return collections.Listing[BillingOption]{
		Route: Syncro.Of(p, integrationID, "billing_mapping_configuration_options"), ID: func(o BillingOption) string { return o.Name },
	}
}

// Candidates are what names can mean.
func Candidates[T interface{ Candidate() kit.Candidate }](all []T) []kit.Candidate {
	candidates := make([]kit.Candidate, 0, len(all))
	for _, one := range all {
		candidates = append(candidates, one.Candidate())
	}

	return candidates
}
