// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package user

// The attributes of a user by type, without its keys.
var (
	textNames = []string{
		"id", "username", "email", "state", "firstname", "middlename", "lastname", "displayname", "description", "alternate_email",
		"managed_apple_id", "company", "cost_center", "department", "employee_identifier", "employee_type", "job_title", "location",
		"manager_id", "created",
	}
	flagNames = []string{
		"sudo", "enable_user_portal_multifactor", "enable_managed_uid", "allow_public_key", "ldap_binding_user", "samba_service_user",
		"password_never_expires",
	}
	numberNames = []string{"unix_uid", "unix_guid"}
)

// helps describe the attributes, for the resource and the data sources alike.
var helps = map[string]string{
	"id":                             "ID of the user, 24 hexadecimal digits.",
	"username":                       "Username.",
	"email":                          "Company email.",
	"state":                          "User state: `STAGED` (prepared, with no access yet), `ACTIVATED` or `SUSPENDED`.",
	"firstname":                      "First name.",
	"middlename":                     "Middle name.",
	"lastname":                       "Last name.",
	"displayname":                    "Display name.",
	"description":                    "Description: free text of at most 1024 characters.",
	"alternate_email":                "Alternate email: a second address at the company.",
	"managed_apple_id":               "Managed Apple ID.",
	"company":                        "Company.",
	"cost_center":                    "Cost center.",
	"department":                     "Department.",
	"employee_identifier":            "Employee ID: at most 256 characters, and unique in the organization.",
	"employee_type":                  "Employee type.",
	"job_title":                      "Job title.",
	"location":                       "Location.",
	"manager_id":                     "Manager: ID of the user who manages this one, of the same organization; empty where nobody does.",
	"created":                        "When the user was created, in RFC 3339.",
	"attributes":                     "Custom attributes: values by name.",
	"sudo":                           "Enable as Global Administrator/Sudo on all devices that the user is associated with.",
	"enable_user_portal_multifactor": "Require multi-factor authentication on the user portal.",
	"enable_managed_uid":             "Enforce UID/GID consistency for all systems: the numbers below hold on every device.",
	"unix_uid":                       "Unix UID, at least 1.",
	"unix_guid":                      "Unix GID, at least 1. The API spells it `unix_guid`.",
	"allow_public_key":               "Whether the user may log in to devices with an SSH key.",
	"ldap_binding_user":              "Enable as LDAP Bind DN: whether the user may read the directory over LDAP.",
	"samba_service_user":             "Whether the user is the account that Samba servers search the directory with.",
	"password_never_expires":         "Password never expires.",
	"restricted_fields": "Fields that a directory, an HR feed or an identity provider decides over, as the API spells them. " +
		"JumpCloud refuses to change them, and nothing here tries to.",
}
