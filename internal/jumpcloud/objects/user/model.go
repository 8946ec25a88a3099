// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package user

import (
	"slices"

	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// profile is what the resource and the data source both show of a user.
type profile struct {
	OrganizationID       types.String `tfsdk:"organization_id"`
	ID                   types.String `tfsdk:"id"`
	Username             types.String `tfsdk:"username"`
	Email                types.String `tfsdk:"email"`
	State                types.String `tfsdk:"state"`
	Firstname            types.String `tfsdk:"firstname"`
	Middlename           types.String `tfsdk:"middlename"`
	Lastname             types.String `tfsdk:"lastname"`
	Displayname          types.String `tfsdk:"displayname"`
	Description          types.String `tfsdk:"description"`
	AlternateEmail       types.String `tfsdk:"alternate_email"`
	ManagedAppleID       types.String `tfsdk:"managed_apple_id"`
	Company              types.String `tfsdk:"company"`
	CostCenter           types.String `tfsdk:"cost_center"`
	Department           types.String `tfsdk:"department"`
	EmployeeIdentifier   types.String `tfsdk:"employee_identifier"`
	EmployeeType         types.String `tfsdk:"employee_type"`
	JobTitle             types.String `tfsdk:"job_title"`
	Location             types.String `tfsdk:"location"`
	ManagerID            types.String `tfsdk:"manager_id"`
	Attributes           types.Map    `tfsdk:"attributes"`
	Sudo                 types.Bool   `tfsdk:"sudo"`
	MultiFactor          types.Bool   `tfsdk:"enable_user_portal_multifactor"`
	ManagedUID           types.Bool   `tfsdk:"enable_managed_uid"`
	UnixUID              types.Int64  `tfsdk:"unix_uid"`
	UnixGUID             types.Int64  `tfsdk:"unix_guid"`
	AllowPublicKey       types.Bool   `tfsdk:"allow_public_key"`
	LDAPBindingUser      types.Bool   `tfsdk:"ldap_binding_user"`
	SambaServiceUser     types.Bool   `tfsdk:"samba_service_user"`
	PasswordNeverExpires types.Bool   `tfsdk:"password_never_expires"`
}

// dataModel is a user as the data source shows one.
type dataModel struct {
	profile

	RestrictedFields types.Set    `tfsdk:"restricted_fields"`
	Created          types.String `tfsdk:"created"`
}

// texts, flags and numbers are the members that need no conversion, by their names on the wire.
func (p *profile) texts() map[string]*types.String {
	return map[string]*types.String{
		"username": &p.Username, "email": &p.Email, "state": &p.State, "firstname": &p.Firstname, "middlename": &p.Middlename,
		"lastname": &p.Lastname, "displayname": &p.Displayname, "description": &p.Description, "alternateEmail": &p.AlternateEmail,
		"managedAppleId": &p.ManagedAppleID, "company": &p.Company, "costCenter": &p.CostCenter, "department": &p.Department,
		"employeeIdentifier": &p.EmployeeIdentifier, "employeeType": &p.EmployeeType, "jobTitle": &p.JobTitle,
		"location": &p.Location, "manager": &p.ManagerID,
	}
}

func (p *profile) flags() map[string]*types.Bool {
	return map[string]*types.Bool{
		"sudo": &p.Sudo, "enable_user_portal_multifactor": &p.MultiFactor, "enable_managed_uid": &p.ManagedUID,
		"allow_public_key": &p.AllowPublicKey, "ldap_binding_user": &p.LDAPBindingUser, "samba_service_user": &p.SambaServiceUser,
		"password_never_expires": &p.PasswordNeverExpires,
	}
}

func (p *profile) numbers() map[string]*types.Int64 {
	return map[string]*types.Int64{"unix_uid": &p.UnixUID, "unix_guid": &p.UnixGUID}
}

// show takes over all that the service says of a user. A text that it does not have is "",
// since the API tells neither from the other; a flag or number that it does not have is null.
func (p *profile) show(u user) {
	p.ID = types.StringValue(u.id())

	for name, at := range p.texts() {
		*at = types.StringValue(u.text(name))
	}

	for name, at := range p.flags() {
		*at = types.BoolNull()
		if v, ok := u[name].(bool); ok {
			*at = types.BoolValue(v)
		}
	}

	for name, at := range p.numbers() {
		*at = types.Int64Null()
		if v, ok := u[name].(float64); ok {
			*at = types.Int64Value(int64(v))
		}
	}

	p.Attributes = attributesOf(u)
}

// objects are the elements of a list of objects.
func (u user) objects(name string) []map[string]any {
	var all []map[string]any

	list, _ := u[name].([]any)
	for _, e := range list {
		if o, ok := e.(map[string]any); ok {
			all = append(all, o)
		}
	}

	return all
}

func attributesOf(u user) types.Map {
	all := map[string]string{}

	for _, o := range u.objects("attributes") {
		name, _ := o["name"].(string)
		all[name], _ = o["value"].(string)
	}

	return kit.StringMap(all)
}

// restrictedOf are the names of the fields that somebody else decides over: a directory or an
// HR feed.
func restrictedOf(u user) types.Set {
	var all []string

	for _, o := range u.objects("restrictedFields") {
		if name, _ := o["field"].(string); name != "" && !slices.Contains(all, name) {
			all = append(all, name)
		}
	}

	return kit.StringSet(all)
}
