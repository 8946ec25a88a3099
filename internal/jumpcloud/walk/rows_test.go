// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package walk_test

import (
	"maps"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/group/groupsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/psa/psasim"
)

type object = map[string]any

// life is how a type comes and goes.
type life int

const (
	made    life = iota // created and deleted
	adopted             // always there: taken over, and let go
)

// row is a configuration of a type that says as little as it may, and one that says all
// it can. Both are valid in the world that they are made for.
type row struct {
	life    life
	portal  bool // belongs to the provider, though it names an organization
	minimal func(w *world) acctest.Attrs
	more    acctest.Attrs // full is minimal and this
	full    func(w *world) acctest.Attrs
}

// tenant tells whether an object with organization_id lives in that organization.
func (r row) tenant() bool { return !r.portal }

func (r row) whole(w *world) acctest.Attrs {
	if r.full != nil {
		return r.full(w)
	}

	all := r.minimal(w)
	maps.Copy(all, r.more)

	return all
}

// tenant is a configuration in the world's organization.
func tenant(attrs acctest.Attrs) func(w *world) acctest.Attrs {
	return func(w *world) acctest.Attrs { return in(w, attrs) }
}

func in(w *world, attrs acctest.Attrs) acctest.Attrs {
	all := acctest.Attrs{"organization_id": w.org}
	maps.Copy(all, attrs)

	return all
}

func portal(attrs acctest.Attrs) func(w *world) acctest.Attrs {
	return func(*world) acctest.Attrs { return maps.Clone(attrs) }
}

func with(id string, of func(w *world) string, attrs acctest.Attrs) func(w *world) acctest.Attrs {
	return func(w *world) acctest.Attrs {
		all := maps.Clone(attrs)
		all[id] = of(w)

		return in(w, all)
	}
}

func ofVendor(vendor string, attrs acctest.Attrs) func(w *world) acctest.Attrs {
	return func(w *world) acctest.Attrs {
		all := maps.Clone(attrs)
		all["integration_id"] = w.integration(vendor)

		return all
	}
}

func mapping(vendor string) func(w *world) acctest.Attrs {
	return func(w *world) acctest.Attrs { return in(w, ofVendor(vendor, acctest.Attrs{"company": psasim.Acme})(w)) }
}

func alert(vendor string, attrs acctest.Attrs) func(w *world) acctest.Attrs {
	return func(w *world) acctest.Attrs {
		w.integration(vendor)

		all := acctest.Attrs{"alert": "User Lockout", "create_tickets": true}
		maps.Copy(all, attrs)

		return all
	}
}

func edge(owner string, of func(w *world) string, target string, to func(w *world) string, attrs acctest.Attrs) func(w *world) acctest.Attrs {
	return func(w *world) acctest.Attrs {
		all := maps.Clone(attrs)
		all[owner], all[target] = of(w), to(w)

		return in(w, all)
	}
}

func ofGroup(groupType string) func(w *world) string {
	return func(w *world) string { return w.group(groupType) }
}

func aPolicy(w *world) string { return w.policy("A policy") }

func aUser(w *world) string { return groupsim.AddUser(w.sim.World, w.org, "grace") }

var rows = map[string]row{
	"jumpcloud_administrator_organization_link": {portal: true, minimal: func(w *world) acctest.Attrs {
		return in(w, acctest.Attrs{"administrator_id": w.administrator()})
	}},
	"jumpcloud_authn_policy": {
		minimal: tenant(acctest.Attrs{
			"name": "Portal", "effect": object{"action": "allow"}, "targets": object{"users": object{"inclusions": []any{"ALL"}}},
		}),
		full: func(w *world) acctest.Attrs {
			return in(w, acctest.Attrs{
				"name": "Portal", "description": "Outside", "allow_duplicate_name": true, "disabled": false, "monitor_only": true, "lockout_protection": true, "type": "user_portal",
				"conditions": object{"not": object{"ip_address_in": []any{w.list()}}},
				"targets": object{
					"users":       object{"inclusions": []any{"ALL"}},
					"user_groups": object{"exclusions": []any{w.group(groupsim.UserGroup)}},
				},
				"effect": object{"action": "allow", "obligations": object{"mfa": object{"required": true}}},
			})
		},
	},
	"jumpcloud_autotask_alert_configuration": {life: adopted, minimal: alert(psasim.Autotask, nil), full: alert(psasim.Autotask, acctest.Attrs{
		"priority": "High", "status": "In Progress", "source": "Client Portal", "due_days": 1,
		"destination": object{"queue": "Monitoring Alert"}, "on_destroy": "restore",
	})},
	"jumpcloud_autotask_integration": {
		minimal: portal(acctest.Attrs{"username": "api@examplemsp.example", "secret": "sim-autotask-secret"}),
		full: portal(acctest.Attrs{
			"username": "api@examplemsp.example", "secret_wo": "sim-autotask-secret", "secret_wo_version": 1,
		}),
	},
	"jumpcloud_autotask_mapping": {portal: true, minimal: mapping(psasim.Autotask), more: acctest.Attrs{
		"contract": psasim.CurrentAgreement, "service": psasim.Platform, "non_billable_users": 2,
	}},
	"jumpcloud_autotask_settings": {life: adopted, minimal: ofVendor(psasim.Autotask, acctest.Attrs{"automatic_ticketing": true}), more: acctest.Attrs{
		"company_types": []any{"Customer", "Prospect"}, "on_destroy": "restore",
	}},
	"jumpcloud_connectwise_alert_configuration": {life: adopted, minimal: alert(psasim.ConnectWise, nil), full: alert(psasim.ConnectWise, acctest.Attrs{
		"priority": "Priority 2 - High", "source": "Email Connector", "due_days": 1, "on_destroy": "restore",
	})},
	"jumpcloud_connectwise_integration": {
		minimal: portal(acctest.Attrs{
			"url": "https://na.myconnectwise.net", "company_id": "examplemsp", "public_key": "sim-connectwise-public", "private_key": "sim-connectwise-private",
		}),
		full: portal(acctest.Attrs{
			"url": "https://na.myconnectwise.net", "company_id": "examplemsp", "public_key": "sim-connectwise-public",
			"private_key_wo": "sim-connectwise-private", "private_key_wo_version": 1,
		}),
	},
	"jumpcloud_connectwise_mapping": {portal: true, minimal: mapping(psasim.ConnectWise), more: acctest.Attrs{
		"agreement": psasim.CurrentAgreement, "addition": psasim.Platform,
	}},
	"jumpcloud_connectwise_settings": {life: adopted, minimal: ofVendor(psasim.ConnectWise, acctest.Attrs{"automatic_ticketing": true}), more: acctest.Attrs{
		"company_types": []any{"Customer", "Prospect"}, "on_destroy": "restore",
	}},
	"jumpcloud_iplist": {
		minimal: tenant(acctest.Attrs{"name": "Offices", "ips": []any{"192.0.2.1"}}),
		more:    acctest.Attrs{"description": "Where people work", "allow_duplicate_name": true, "ips": []any{"192.0.2.1", "203.0.113.0/24"}},
	},
	"jumpcloud_ldap_samba_domain": {minimal: with("ldap_server_id", (*world).ldapServer, acctest.Attrs{
		"name": "ACME", "sid": "S-1-5-21-3623811015-3361044348-30300820",
	})},
	"jumpcloud_ldap_server": {life: adopted, minimal: tenant(nil), more: acctest.Attrs{
		"user_lockout_action": "disable", "user_password_expiration_action": "disable",
	}},
	"jumpcloud_office365": {life: adopted, minimal: with("id", (*world).office365, acctest.Attrs{}), more: acctest.Attrs{
		"name": "Acme", "user_lockout_action": "suspend", "user_password_expiration_action": "maintain", "groups_enabled": true,
	}},
	"jumpcloud_office365_domain":           {minimal: with("office365_id", (*world).office365, acctest.Attrs{"domain": "acme.example"})},
	"jumpcloud_office365_translation_rule": {minimal: with("office365_id", (*world).office365, acctest.Attrs{"built_in": "user_city"})},
	"jumpcloud_organization": {minimal: portal(acctest.Attrs{"name": "Nova", "deletion_policy": "abandon"}), more: acctest.Attrs{
		"max_system_users": 60, "allow_duplicate_name": true,
	}},
	"jumpcloud_organization_settings": {life: adopted, minimal: tenant(acctest.Attrs{"contact_name": "Kim"}), more: acctest.Attrs{
		"contact_email": "kim@example.com", "email_disclaimer": "Sent by Acme", "password_compliance": "custom", "on_destroy": "restore",
		"system_users_can_edit": true, "disable_ldap": true, "disable_um": true, "duplicate_ldap_groups": true, "enable_managed_uid": true,
		"disable_google_login": true, "device_identification_enabled": true, "system_user_password_expiration_in_days": 30,
		"password_policy":                object{"enable_min_length": true, "min_length": 14},
		"user_portal":                    object{"idle_session_duration_minutes": 60, "cookie_expiration_type": "session"},
		"new_system_user_state_defaults": object{"manual_entry": "STAGED", "csv_import": "STAGED", "application_import": "STAGED"},
		"system_user_defaults":           object{"restricted_fields": []any{object{"field": "email", "type": "active_directory", "id": "66b1f0a2c8d5e90001a1b2c3"}}},
		"trusted_app_config":             object{"trusted_apps": []any{object{"name": "Agent", "path": "/opt/agent", "team_id": "N985MXSH85"}}},
	}},
	"jumpcloud_organization_share": {portal: true, minimal: func(w *world) acctest.Attrs {
		return in(w, acctest.Attrs{"object_type": "user_group", "object_id": w.foreignGroup()})
	}},
	"jumpcloud_policy": {
		minimal: tenant(acctest.Attrs{"name": "Lock", "template_name": "lock_screen_darwin", "values": object{"timeout": 300}}),
		full: tenant(acctest.Attrs{
			"name": "Wi-Fi", "template_name": "wifi_configuration_windows", "notes": "Asked for", "allow_duplicate_name": true, "values": object{"SSID": "corp"},
			"sensitive_values_wo": object{"PASSPHRASE": "not to be seen"}, "sensitive_values_wo_version": 1,
		}),
	},
	"jumpcloud_policy_association": {minimal: edge("policy_id", aPolicy, "target_id", ofGroup(groupsim.SystemGroup), acctest.Attrs{"target_type": "system_group"})},
	"jumpcloud_policy_group": {minimal: tenant(acctest.Attrs{"name": "Baseline"}), full: func(w *world) acctest.Attrs {
		return in(w, acctest.Attrs{
			"name": "Baseline", "description": "All", "allow_duplicate_name": true, "policy_ids": []any{aPolicy(w)}, "system_group_ids": []any{w.group(groupsim.SystemGroup)},
		})
	}},
	"jumpcloud_policy_group_association": {minimal: edge(
		"policy_group_id", ofGroup(groupsim.PolicyGroup), "target_id", (*world).device, acctest.Attrs{"target_type": "system"},
	)},
	"jumpcloud_policy_group_from_template": {minimal: with("template_id", (*world).groupTemplate, acctest.Attrs{})},
	"jumpcloud_policy_group_membership":    {minimal: edge("policy_group_id", ofGroup(groupsim.PolicyGroup), "policy_id", aPolicy, acctest.Attrs{})},
	"jumpcloud_policy_group_template": {
		minimal: func(w *world) acctest.Attrs {
			return acctest.Attrs{"name": "Baseline", "policy_ids": []any{aPolicy(w)}}
		},
		more: acctest.Attrs{"description": "All", "allow_duplicate_name": true},
	},
	"jumpcloud_provider_administrator": {
		minimal: portal(acctest.Attrs{"email": "sam@example.com", "role": "Manager"}),
		full: func(w *world) acctest.Attrs {
			return acctest.Attrs{
				"email": "sam@example.com", "role": "Manager", "additional_role_ids": []any{w.role()}, "first_name": "Sam", "last_name": "Example",
				"api_access": true, "multi_factor": true, "organization_access": "selected", "organization_ids": []any{w.org}, "allow_lockout": true,
			}
		},
	},
	"jumpcloud_provider_settings": {life: adopted, minimal: portal(acctest.Attrs{"name": "Example MSP"}), more: acctest.Attrs{
		"contact": object{"name": "Operations", "email": "ops@example.com"}, "require_admin_mfa": true, "allow_mfa_override": true, "on_destroy": "restore",
	}},
	"jumpcloud_role": {minimal: portal(acctest.Attrs{"name": "Auditor", "scopes": []any{"groups.readonly"}}), more: acctest.Attrs{
		"description": "Reads", "allow_duplicate_name": true, "scopes": []any{"groups.readonly", "organizations.readonly"},
	}},
	"jumpcloud_service_account": {
		minimal: func(w *world) acctest.Attrs { return acctest.Attrs{"name": "Pipeline", "role_id": w.role()} },
		more:    acctest.Attrs{"auth_type": "API_KEY", "lifetime": "90 Days", "store_secret_in_state": true},
	},
	"jumpcloud_syncro_alert_configuration": {life: adopted, minimal: alert(psasim.Syncro, nil), full: alert(psasim.Syncro, acctest.Attrs{
		"priority": "1 High", "status": "In Progress", "problem_type": "Security", "assignee": "lee@example.com", "due_days": 1, "on_destroy": "restore",
	})},
	"jumpcloud_syncro_integration": {
		minimal: portal(acctest.Attrs{"subdomain": "examplemsp", "api_token": "sim-syncro-token"}),
		full:    portal(acctest.Attrs{"subdomain": "examplemsp", "api_token_wo": "sim-syncro-token", "api_token_wo_version": 1}),
	},
	"jumpcloud_syncro_mapping": {portal: true, minimal: mapping(psasim.Syncro), more: acctest.Attrs{
		"billing": object{"schedule": psasim.Acme + " - Monthly", "line_item": psasim.Platform},
	}},
	"jumpcloud_syncro_settings": {life: adopted, minimal: ofVendor(psasim.Syncro, acctest.Attrs{"automatic_ticketing": true}), more: acctest.Attrs{"on_destroy": "restore"}},
	"jumpcloud_system_association": {
		minimal: edge("system_id", (*world).device, "target_id", aUser, acctest.Attrs{"target_type": "user"}),
		more:    acctest.Attrs{"sudo_enabled": true, "sudo_without_password": true},
	},
	"jumpcloud_system_group": {minimal: tenant(acctest.Attrs{"name": "Macs"}), more: acctest.Attrs{
		"description": "All", "email": "macs@example.com", "allow_duplicate_name": true, "membership_method": "DYNAMIC_AUTOMATED", "member_suggestions_notify": false,
		"member_query":            object{"query_type": "FilterQuery", "filters": []any{object{"field": "os", "operator": "eq", "value": "Mac OS X"}}},
		"member_query_exemptions": []any{},
	}},
	"jumpcloud_system_group_association": {minimal: edge(
		"system_group_id", ofGroup(groupsim.SystemGroup), "target_id", aPolicy, acctest.Attrs{"target_type": "policy"},
	)},
	"jumpcloud_system_group_membership": {minimal: edge("system_group_id", ofGroup(groupsim.SystemGroup), "system_id", (*world).device, acctest.Attrs{})},
	"jumpcloud_user": {minimal: tenant(acctest.Attrs{"username": "ada", "email": "ada@acme.example"}), full: func(w *world) acctest.Attrs {
		return in(w, acctest.Attrs{
			"username": "ada", "email": "ada@acme.example", "state": "SUSPENDED", "firstname": "Ada", "middlename": "Augusta", "lastname": "King",
			"displayname": "Ada King", "description": "Counts", "alternate_email": "ada@example.com", "managed_apple_id": "ada@apple.example",
			"company": "Acme", "cost_center": "1", "department": "Research", "employee_identifier": "1815", "employee_type": "Staff",
			"job_title": "Analyst", "location": "London", "manager_id": aUser(w), "attributes": object{"badge": "1815"}, "sudo": true,
			"enable_user_portal_multifactor": true, "enable_managed_uid": true, "unix_uid": 5001, "unix_guid": 5001, "allow_public_key": true,
			"ldap_binding_user": true, "samba_service_user": true, "password_never_expires": true, "deletion_policy": "delete",
			"password_wo": "not to be seen", "password_wo_version": 1,
		})
	}},
	"jumpcloud_user_group": {minimal: tenant(acctest.Attrs{"name": "Staff"}), more: acctest.Attrs{
		"description": "All", "email": "staff@example.com", "allow_duplicate_name": true, "ldap_groups": []any{"staff"}, "posix_groups": object{"staff": 2001},
		"radius_reply": []any{object{"name": "Filter-Id", "value": "staff"}}, "samba_enabled": true, "sudo_enabled": true, "sudo_without_password": true,
		"membership_method": "DYNAMIC_AUTOMATED", "member_suggestions_notify": true, "member_query_exemptions": []any{},
		"member_query": object{"query_type": "FilterQuery", "filters": []any{object{"field": "department", "operator": "eq", "value": "Sales"}}},
	}},
	"jumpcloud_user_group_association": {minimal: edge(
		"user_group_id", ofGroup(groupsim.UserGroup), "target_id", aPolicy, acctest.Attrs{"target_type": "policy"},
	)},
	"jumpcloud_user_group_membership": {minimal: edge("user_group_id", ofGroup(groupsim.UserGroup), "user_id", aUser, acctest.Attrs{})},
}
