// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package mapping

import (
	"maps"

	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/psa"
)

// found is what every vendor's mapping shows.
type found struct {
	OrganizationID   types.String `tfsdk:"organization_id"`
	OrganizationName types.String `tfsdk:"organization_name"`
	CompanyID        types.String `tfsdk:"company_id"`
	CompanyName      types.String `tfsdk:"company_name"`
}

// synced is how the last update of the PSA went, which Syncro's mappings do not show.
type synced struct {
	LastSyncStatus types.String `tfsdk:"last_sync_status"`
	LastSyncTime   types.String `tfsdk:"last_sync_time"`
}

type connectwiseFound struct {
	found
	synced

	AgreementID   types.String `tfsdk:"agreement_id"`
	AgreementName types.String `tfsdk:"agreement_name"`
	AdditionID    types.String `tfsdk:"addition_id"`
	AdditionName  types.String `tfsdk:"addition_name"`
}

type autotaskFound struct {
	found
	synced

	ContractID       types.String `tfsdk:"contract_id"`
	ContractName     types.String `tfsdk:"contract_name"`
	ServiceID        types.String `tfsdk:"service_id"`
	ServiceName      types.String `tfsdk:"service_name"`
	NonBillableUsers types.Int64  `tfsdk:"non_billable_users"`
}

type connectwiseSingle struct {
	connectwiseFound

	IntegrationID types.String `tfsdk:"integration_id"`
}

type autotaskSingle struct {
	autotaskFound

	IntegrationID types.String `tfsdk:"integration_id"`
}

type syncroSingle struct {
	found

	IntegrationID types.String `tfsdk:"integration_id"`
}

func (m *connectwiseSingle) asked() (integrationID, organizationID types.String) {
	return m.IntegrationID, m.OrganizationID
}

func (m *autotaskSingle) asked() (integrationID, organizationID types.String) {
	return m.IntegrationID, m.OrganizationID
}

func (m *syncroSingle) asked() (integrationID, organizationID types.String) {
	return m.IntegrationID, m.OrganizationID
}

func (m *found) shown(r *record) {
	m.OrganizationID, m.OrganizationName = names(&r.Organization)
	m.CompanyID, m.CompanyName = names(r.Company)
}

func (m *synced) shown(r *record) {
	m.LastSyncStatus, m.LastSyncTime = optional(r.LastSyncStatus), optional(r.LastSyncDateTime)
}

func (m *connectwiseFound) shown(r *record) {
	m.found.shown(r)
	m.synced.shown(r)
	m.AgreementID, m.AgreementName = names(r.Agreement)
	m.AdditionID, m.AdditionName = names(r.Addition)
}

func (m *autotaskFound) shown(r *record) {
	m.found.shown(r)
	m.synced.shown(r)
	m.ContractID, m.ContractName = names(r.Contract)
	m.ServiceID, m.ServiceName, m.NonBillableUsers = types.StringNull(), types.StringNull(), types.Int64Null()

	if r.Service != nil {
		m.ServiceID, m.ServiceName = names(&r.Service.ref)
		m.NonBillableUsers = types.Int64Value(r.Service.NonBillableUsers)
	}
}

// names are id and name of what may not be there.
func names(r *ref) (id, name types.String) {
	if r == nil {
		return types.StringNull(), types.StringNull()
	}

	return types.StringValue(r.ID), types.StringValue(r.Name)
}

// optional is a string that may be null.
func optional(s *string) types.String {
	if s == nil {
		return types.StringNull()
	}

	return types.StringValue(*s)
}

// described are the names of a vendor's strings, with their descriptions.
func described(more map[string]string) map[string]string {
	all := map[string]string{
		"organization_name": "Name of the organization.",
		"company_id":        "Company: its ID in the PSA.",
		"company_name":      "Company: its name in the PSA.",
	}
	maps.Copy(all, more)

	return all
}

// targeted are the strings of a vendor that bills what stands on an agreement or contract.
func targeted(outer, outerLabel, inner, innerLabel string) map[string]string {
	return described(map[string]string{
		outer + "_id":      outerLabel + ": its ID in the PSA; null if nothing is billed.",
		outer + "_name":    outerLabel + ": its name in the PSA.",
		inner + "_id":      innerLabel + ": its ID in the PSA; null if nothing is billed.",
		inner + "_name":    innerLabel + ": its name in the PSA.",
		"last_sync_status": "Last sync: how it went, in the service's word; null before the first. JumpCloud documents no list of words.",
		"last_sync_time":   "Last sync: when it was, as an RFC 3339 date; null before the first. JumpCloud syncs once a day.",
	})
}

var (
	connectwiseMembers = targeted("agreement", "Agreement", "addition", "Addition")
	autotaskMembers    = targeted("contract", "Contract", "service", "Service")
)

// NewConnectWiseDataSource returns the data source jumpcloud_connectwise_mapping.
func NewConnectWiseDataSource() datasource.DataSource {
	return newDataSource[connectwiseSingle](psa.ConnectWise, connectwiseMembers)
}

// NewAutotaskDataSource returns the data source jumpcloud_autotask_mapping.
func NewAutotaskDataSource() datasource.DataSource {
	return newDataSource[autotaskSingle](psa.Autotask, autotaskMembers)
}

// NewSyncroDataSource returns the data source jumpcloud_syncro_mapping.
func NewSyncroDataSource() datasource.DataSource {
	return newDataSource[syncroSingle](psa.Syncro, described(nil))
}

// NewConnectWiseList returns jumpcloud_connectwise_mappings.
func NewConnectWiseList() datasource.DataSource {
	return newList[connectwiseFound](psa.ConnectWise, connectwiseMembers)
}

// NewAutotaskList returns jumpcloud_autotask_mappings.
func NewAutotaskList() datasource.DataSource {
	return newList[autotaskFound](psa.Autotask, autotaskMembers)
}

// NewSyncroList returns jumpcloud_syncro_mappings.
func NewSyncroList() datasource.DataSource { return newList[found](psa.Syncro, described(nil)) }
