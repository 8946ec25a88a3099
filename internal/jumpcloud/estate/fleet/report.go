// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package fleet is the report on all tenants at once: which policies hold where, and what
// of billing and access needs somebody. [Report] is what its JSON shows; HTML and Markdown
// render it.
package fleet

import "time"

// Format names the shape of a report's JSON. A change that old readers would get wrong
// takes another number.
const Format = "jumpcloud-estate/compliance/1"

// Report is the state of a provider's tenants at one time.
type Report struct {
	Format      string    `json:"format"` // [Format]
	GeneratedAt time.Time `json:"generated_at"`
	Provider    string    `json:"provider"` // its name; empty where nothing tells it

	Totals         Totals        `json:"totals"`
	Policies       []string      `json:"policies"` // names of the policies of any tenant, the worst first
	Tenants        []Tenant      `json:"tenants"`  // the worst first
	Exceptions     []Exception   `json:"exceptions"`
	Integrations   []Integration `json:"integrations"`
	Unmapped       []Reference   `json:"unmapped_organizations"` // of no integration, where there is one
	Licenses       *Licenses     `json:"licenses"`               // null where they were not read
	Administrators Access        `json:"administrators"`
	Keys           []Key         `json:"keys"` // that expire, the first to do so first
	Gaps           []Gap         `json:"gaps"`
}

// Totals count results: one for each device that a policy reaches.
type Totals struct {
	Success int64 `json:"success"`
	Failed  int64 `json:"failed"`
	Pending int64 `json:"pending"`
	Other   int64 `json:"other"`   // in a state that JumpCloud does not document
	Excused int64 `json:"excused"` // of the failed, those of a policy that a valid exception names
}

// Tenant is an organization.
type Tenant struct {
	Reference
	Totals

	SeatCap        *int64   `json:"seat_cap"` // null is unlimited, or not known
	Policies       []Policy `json:"policies"`
	FailingDevices []Device `json:"failing_devices"`
}

// Reference names an organization.
type Reference struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

// Policy is a policy of a tenant.
type Policy struct {
	Totals

	Name      string   `json:"name"`
	Template  string   `json:"template"`
	Failing   []string `json:"failing_system_ids"`
	Exception bool     `json:"exception"` // whether a valid exception names it
}

// Device is a device on which a policy fails.
type Device struct {
	ID       string   `json:"id"`
	Name     string   `json:"name"` // empty where nothing tells it
	Policies []string `json:"policies"`
}

// Exception is an agreement that a policy may fail in a tenant for a while.
type Exception struct {
	Organization string `json:"organization" yaml:"organization"` // its name or id
	Policy       string `json:"policy" yaml:"policy"`             // its name
	Reason       string `json:"reason" yaml:"reason"`
	Owner        string `json:"owner" yaml:"owner"`
	Until        string `json:"until" yaml:"until"` // the last day, such as 2026-12-31

	State string `json:"state" yaml:"-"` // one of the exception states
}

// States of an exception.
const (
	Valid     = "valid"
	Expired   = "expired"
	Unmatched = "matches nothing" // no tenant has such a policy
)

// Integration is a connection with PSA software.
type Integration struct {
	ID       string      `json:"id"`
	Type     string      `json:"type"` // autotask, connectwise or syncro
	Mappings []Mapping   `json:"mappings"`
	Errors   []SyncError `json:"sync_errors"`
}

// Mapping says to which company of the PSA a tenant is billed.
type Mapping struct {
	OrganizationID   string `json:"organization_id"`
	OrganizationName string `json:"organization_name"`
	CompanyName      string `json:"company_name"`
	LastSyncStatus   string `json:"last_sync_status"` // the service's word; empty before the first
	LastSyncTime     string `json:"last_sync_time"`   // RFC 3339; empty before the first
}

// SyncError is what went wrong when a tenant was synchronised with the PSA.
type SyncError struct {
	OrganizationID   string `json:"organization_id"`
	OrganizationName string `json:"organization_name"`
	Timestamp        string `json:"timestamp"`
	ErrorType        string `json:"error_type"`
	Message          string `json:"message"`
}

// Licenses compare what was bought with what is used and promised.
type Licenses struct {
	Purchased int64 `json:"purchased_licenses"`
	Included  int64 `json:"included_licenses"`
	Assigned  int64 `json:"assigned_licenses"`
	SeatCaps  int64 `json:"seat_caps"` // sum of the tenants' caps
	Uncapped  int   `json:"uncapped_organizations"`
}

// Access is who may administer.
type Access struct {
	Count      int             `json:"count"`
	WithoutMFA []Administrator `json:"without_mfa"`
}

// Administrator is an administrator of the provider.
type Administrator struct {
	Email         string `json:"email"`
	Role          string `json:"role"`
	Organizations int64  `json:"organization_count"`
	Suspended     bool   `json:"suspended"`
	Registered    bool   `json:"registered"`
}

// Key is a credential that expires.
type Key struct {
	Owner   string `json:"owner"`
	Kind    string `json:"kind"` // administrator or service_account
	Expires string `json:"expires_at"`
	Days    int    `json:"days_left"` // whole days, negative once it has expired
	InUse   bool   `json:"in_use"`    // by this report
}

// Gap is something that the report lacks.
type Gap struct {
	Part   string `json:"part"`
	Reason string `json:"reason"`
}

// count adds what o counts.
func (t *Totals) count(o Totals) {
	t.Success += o.Success
	t.Failed += o.Failed
	t.Pending += o.Pending
	t.Other += o.Other
	t.Excused += o.Excused
}

// Results are how many results count: excused ones do not.
func (t Totals) Results() int64 { return t.Success + t.Failed + t.Pending + t.Other - t.Excused }

// Alignment is the share of successes among the results, in whole percent, rounded down so
// that 100 means all. It is -1 where there are no results.
func (t Totals) Alignment() int {
	if t.Results() == 0 {
		return -1
	}

	return int(100 * t.Success / t.Results())
}

// Failures are the failures that no exception covers.
func (t Totals) Failures() int64 { return t.Failed - t.Excused }
