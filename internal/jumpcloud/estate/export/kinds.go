// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package export

// kind is a type of objects, how they are listed and what they are called.
type kind struct {
	typeName string // of the resource
	file     string // that it is written to

	list      string         // the data source that lists the objects; without one there is one, of the place's own id
	items     string         // its attribute with the elements
	arguments map[string]any // of the data source
	id, label string         // attributes of an element: its part of the import id, and what people call it

	parent, argument string // type of which each object has a list of its own, and the argument that takes its id

	// either names two attributes that say the same: the first is written where it refers to
	// an exported object, else the second.
	either [2]string
}

// A reference leads only to a kind that stands before, so that there is no cycle.
var (
	organizationKind = &kind{typeName: "jumpcloud_organization", file: "organization"}
	settingsKind     = &kind{typeName: "jumpcloud_organization_settings", file: "settings"}

	tenantKinds = []*kind{
		organizationKind,
		{typeName: "jumpcloud_iplist", file: "iplists", list: "jumpcloud_iplists", items: "iplists", id: "id", label: "name"},
		{typeName: "jumpcloud_user_group", file: "user_groups", list: "jumpcloud_user_groups", items: "user_groups", id: "id", label: "name"},
		{typeName: "jumpcloud_system_group", file: "system_groups", list: "jumpcloud_system_groups", items: "system_groups", id: "id", label: "name"},
		{typeName: "jumpcloud_policy", file: "policies", list: "jumpcloud_policies", items: "policies", id: "id", label: "name"},
		{typeName: "jumpcloud_policy_group", file: "policy_groups", list: "jumpcloud_policy_groups", items: "policy_groups", id: "id", label: "name"},
		{typeName: "jumpcloud_authn_policy", file: "authn_policies", list: "jumpcloud_authn_policies", items: "authn_policies", id: "id", label: "name"},
		{typeName: "jumpcloud_radius_server", file: "radius", list: "jumpcloud_radius_servers", items: "radius_servers", id: "id", label: "name"},
		{typeName: "jumpcloud_ldap_server", file: "ldap", list: "jumpcloud_ldap_servers", items: "ldap_servers", id: "id", label: "name"},
		{
			typeName: "jumpcloud_ldap_samba_domain", file: "ldap", list: "jumpcloud_ldap_samba_domains", items: "ldap_samba_domains", id: "id", label: "name",
			parent: "jumpcloud_ldap_server", argument: "ldap_server_id",
		},
		{typeName: "jumpcloud_office365", file: "office365", list: "jumpcloud_office365s", items: "office365s", id: "id", label: "name"},
		{
			typeName: "jumpcloud_office365_domain", file: "office365", list: "jumpcloud_office365_domains", items: "office365_domains", id: "id", label: "domain",
			parent: "jumpcloud_office365", argument: "office365_id",
		},
		{
			typeName: "jumpcloud_office365_translation_rule", file: "office365", list: "jumpcloud_office365_translation_rules",
			items: "office365_translation_rules", id: "id", label: "built_in", parent: "jumpcloud_office365", argument: "office365_id",
		},
	}

	providerKinds = []*kind{
		{typeName: "jumpcloud_role", file: "administrators", list: "jumpcloud_roles", items: "roles", id: "id", label: "name"},
		{
			typeName: "jumpcloud_provider_administrator", file: "administrators", list: "jumpcloud_provider_administrators", items: "administrators",
			id: "id", label: "email", either: [2]string{"role_id", "role"},
		},
		{
			typeName: "jumpcloud_administrator_organization_link", file: "administrators", list: "jumpcloud_administrator_organization_links",
			items: "organization_ids", parent: "jumpcloud_provider_administrator", argument: "administrator_id",
		},
		{
			typeName: "jumpcloud_policy_group_template", file: "policy_group_templates", list: "jumpcloud_policy_group_templates",
			items: "policy_group_templates", id: "id", label: "name",
		},
		integrationKind("connectwise"), mappingKind("connectwise"),
		integrationKind("autotask"), mappingKind("autotask"),
		integrationKind("syncro"), mappingKind("syncro"),
	}
)

func integrationKind(vendor string) *kind {
	return &kind{
		typeName: "jumpcloud_" + vendor + "_integration", file: vendor, list: "jumpcloud_integrations", items: "integrations",
		arguments: map[string]any{"type": vendor}, id: "id", label: "type",
	}
}

func mappingKind(vendor string) *kind {
	return &kind{
		typeName: "jumpcloud_" + vendor + "_mapping", file: vendor, list: "jumpcloud_" + vendor + "_mappings", items: "mappings",
		id: "organization_id", label: "organization_name", parent: "jumpcloud_" + vendor + "_integration", argument: "integration_id",
	}
}

// builtIn tells of an element that the service makes for everybody and nobody can manage.
func (k *kind) builtIn(element map[string]any) bool {
	return k.typeName == "jumpcloud_role" && element["custom"] == false
}

// never are the kinds of objects that an export does not read, and why.
var never = []gap{
	{What: "Devices and users", Reason: "People and agents make them, not Terraform."},
	{What: "Commands, applications, other directories", Reason: "The provider has no resource for them."},
	{What: "Service accounts", Reason: "The service lists none, and shows their secrets only when it makes them."},
	{What: "Members of device groups and of user groups", Reason: "They change every day. Where a device must stay in a group, write a jumpcloud_system_group_membership."},
	{
		What:   "Policies, policy groups and device groups that are bound directly to a device, a user or a group",
		Reason: "That would cost a call for each of them. The device groups of a policy group are there.",
	},
	{What: "Settings of PSA integrations and their alerts", Reason: "They have values of their own as long as nothing manages them."},
	{What: "Values of secrets", Reason: "The service never shows them. Where one belongs, there is a variable, which may stay empty."},
}
