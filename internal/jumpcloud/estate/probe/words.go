// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package probe

import (
	"regexp"
	"slices"
	"strings"
)

var (
	identifier = regexp.MustCompile(`(?i)\b([0-9a-f]{24}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})\b`)
	mail       = regexp.MustCompile(`[^\s"'<>(),:;]+@[^\s"'<>(),:;]+`)
	address    = regexp.MustCompile(`\b\d{1,3}(\.\d{1,3}){3}\b`)
	quoted     = regexp.MustCompile("\"[^\"]+\"|'[^']+'|`[^`]+`")
	long       = regexp.MustCompile(`[A-Za-z0-9_+/=.-]{20,}`) // keys and tokens
	capital    = regexp.MustCompile(`\b[A-Z][A-Za-z0-9]*\b`)  // of names
	number     = regexp.MustCompile(`^[0-9]{1,5}$`)
	memberName = regexp.MustCompile(`^[@_A-Za-z][A-Za-z_@]{0,39}[0-9]?$`)

	// reserved addresses are for documentation (RFC 5737, RFC 3849): the probe uses no others.
	reserved = regexp.MustCompile(`^(192\.0\.2|198\.51\.100|203\.0\.113)\.[0-9]{1,3}(/[0-9]{1,2})?$|^(?i:2001:0?db8:)[0-9a-f:]*$`)
)

// words are what the API's own members may hold, and texts of the experiments.
var words = []string{
	"", "STATIC", "NOTSET", "DYNAMIC_AUTOMATED", "DYNAMIC_REVIEW_REQUIRED", "ACTIVATED", "STAGED", "SUSPENDED", "DISABLED", "ENABLED",
	"REQUIRED", "ALWAYS", "NONE", "REMOVE", "JUMPCLOUD", "user", "user_group", "system", "system_group", "policy", "policy_group",
	"command", "radius_server", "add", "remove", "allow", "deny", "user_portal", "ALL", "text", "textarea", "checkbox", "number",
	"numberinline", "select", "radio", "segmentedbutton", "singlelistbox", "multilist", "table", "file", "email", "probe",
	"darwin", "windows", "linux", "ios", "android", "agent", "mdm", "MSP", "CLIENT_SECRET", "clientSecret", "30 Days",
	"nullName", "invalidName", notAnAddress, unknownScope, wrongType, " ",
}

// isPlainWord tells that a text is one of these, in whichever case.
func isPlainWord(s string) bool {
	return slices.ContainsFunc(plainWords, func(w string) bool { return strings.EqualFold(w, s) })
}

// plainWords are those that errors begin with or name the service's things by.
var plainWords = []string{
	"A", "API", "Access", "Administrator", "Administrators", "An", "Application", "Attribute", "Bad", "Body", "Cannot", "Command", "Conflict",
	"Could", "Credential", "DELETE", "Denied", "Device", "Domain", "Duplicate", "Email", "Error", "Failed", "Field", "Filter", "Forbidden",
	"Found", "GET", "Gateway", "Group", "Groups", "HTTP", "ID", "IP", "Internal", "Invalid", "JSON", "JumpCloud", "LDAP", "Limit", "List",
	"MDM", "Malformed", "Maximum", "Member", "Method", "Minimum", "Missing", "Must", "Name", "No", "None", "Not", "Object", "Only",
	"Operation", "Organization", "Organizations", "PATCH", "POST", "PUT", "Parameter", "Password", "Path", "Policies", "Policy", "Property",
	"Provider", "Query", "RADIUS", "Rate", "Request", "Required", "Resource", "Role", "Samba", "Scope", "Server", "Service", "Should",
	"Sort", "System", "Systems", "Template", "The", "There", "This", "Too", "Type", "URL", "UUID", "Unable", "Unauthorized", "Unexpected",
	"Unknown", "Unprocessable", "Unsupported", "User", "Username", "Users", "Validation", "Value", "Values", "You",
}
