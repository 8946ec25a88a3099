// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package simulator

import (
	"cmp"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/jumpcloudsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/authnpolicy/authnpolicysim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/billing/billingsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/group/groupsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/iplist/iplistsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/ldapserver/ldapserversim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/logo/logosim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/office365/office365sim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/passwordmanager/passwordmanagersim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/policy/policysim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/policygrouptemplate/policygrouptemplatesim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/policyresult/policyresultsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/psa/psasim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/radiusserver/radiusserversim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/supportcase/supportcasesim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// nouns are what people call what is stored, of a tenant first, then of a provider, of an
// integration, and of the service.
var nouns = []sim.Noun{
	{Collection: policysim.Collection, Title: "Policies"},
	{Collection: groupsim.PolicyGroups, Title: "Policy groups"},
	{Collection: groupsim.SystemGroups, Title: "Device groups"},
	{Collection: groupsim.UserGroups, Title: "User groups"},
	{Collection: groupsim.Edges, Title: "Members and associations", Label: "{relation}: {from} with {to}"},
	{Collection: groupsim.Systems, Title: "Devices", Label: "{displayName}"},
	{Collection: policyresultsim.Collection, Title: "Policy results", Label: "{policyID} on {systemID}: {state}"},
	{Collection: groupsim.Users, Title: "Users", Label: "{username}"},
	{Collection: iplistsim.Collection, Title: "IP lists"},
	{Collection: authnpolicysim.Collection, Title: "Conditional access policies"},
	{Collection: ldapserversim.Collection, Title: "LDAP servers"},
	{Collection: ldapserversim.SambaDomains, Title: "Samba domains"},
	{Collection: office365sim.Collection, Title: "Microsoft 365 directories"},
	{Collection: office365sim.Domains, Title: "Microsoft 365 domains", Label: "{domain}"},
	{Collection: office365sim.Rules, Title: "Microsoft 365 translation rules", Label: "{builtIn} {direction}"},
	{Collection: office365sim.Users, Title: "Microsoft 365 users to import", Label: "{userPrincipalName}"},
	{Collection: radiusserversim.Collection, Title: "RADIUS servers"},
	{Collection: groupsim.Commands, Title: "Commands"},
	{Collection: groupsim.Applications, Title: "Applications"},
	{Collection: "activedirectories", Title: "Active Directories"},
	{Collection: "gsuites", Title: "Google Workspace directories"},
	{Collection: "idproutingpolicies", Title: "Identity provider routing policies"},
	{Collection: "passwordmanageritems", Title: "Password manager items"},
	{Collection: passwordmanagersim.Collection, Title: "Password manager devices"},
	{Collection: supportcasesim.Collection, Title: "Support cases", Label: "{subject}"},

	{Collection: jumpcloudsim.Organizations, Title: "Organizations"},
	{Collection: jumpcloudsim.Roles, Title: "Roles"},
	{Collection: psasim.Integrations, Title: "Integrations", Label: "{type}"},
	{Collection: policygrouptemplatesim.Collection, Title: "Policy group templates"},
	{Collection: policygrouptemplatesim.Configured, Title: "Policies of policy group templates"},
	{Collection: psasim.AlertConfigurations, Title: "Alert configurations"},
	{Collection: billingsim.Details, Title: "Billing details", Label: "{#}"},
	{Collection: billingsim.Invoices, Title: "Invoices", Label: "{id}"},

	{Collection: psasim.Mappings, Title: "Mappings", Label: "{#}"},
	{Collection: psasim.SyncErrors, Title: "Errors of the last sync", Label: "{message}"},
	{Collection: psasim.Companies, Title: "Companies of the PSA"},
	{Collection: psasim.CompanyTypes, Title: "Company types of the PSA"},
	{Collection: psasim.Agreements, Title: "Agreements of the PSA"},
	{Collection: psasim.Contracts, Title: "Contracts of the PSA"},
	{Collection: psasim.Services, Title: "Services of the PSA"},
	{Collection: psasim.Schedules, Title: "Schedules of the PSA", Label: "{label}"},

	{Collection: jumpcloudsim.Providers, Title: "Providers"},
	{Collection: jumpcloudsim.Administrators, Title: "Administrators", Label: "{email}"},
	{Collection: jumpcloudsim.ServiceAccounts, Title: "Service accounts"},
	{Collection: "psaaccounts", Title: "Credentials that a PSA accepts", Label: "{#}"},
	{Collection: "tokens", Title: "Access tokens", Label: "{#}"},
	{Collection: psasim.Settings, Title: "Settings of integrations", Label: "{#}"},
	{Collection: logosim.Collection, Title: "Logos", Label: "{#}"},
	{Collection: policysim.Templates, Title: "Policy templates"},
}

func (s *Simulator) about() sim.About {
	return sim.About{
		Nouns:  nouns,
		Scopes: []string{jumpcloudsim.Organizations, jumpcloudsim.Providers, psasim.Integrations},
		Names:  s.fieldNames,
	}
}

// fieldNames are the labels of the fields that a policy has values of.
func (s *Simulator) fieldNames(collection string, d sim.Doc) map[string]string {
	names := map[string]string{}
	if collection != policysim.Collection {
		return names
	}

	id, _ := d["template"].(string)
	template, _ := s.Store.Docs(policysim.Templates, "").Get(id)
	fields, _ := template["configFields"].([]any)

	for _, f := range fields {
		field, _ := f.(sim.Doc)
		id, _ := field["id"].(string)
		name, _ := field["name"].(string)
		label, _ := field["label"].(string)
		names[id] = cmp.Or(label, name)
	}

	return names
}
