// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package outside_test

import (
	"os"
	"path/filepath"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/jumpcloudsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/iplist/iplistsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/policy/policysim"
)

// The organizations of the mistakes' seed.
const (
	acme   = "66b1f0a2c8d5e90001a1b2c3"
	globex = "66b1f0a2c8d5e90001a1b2c4"
)

// mistakes are what newcomers wrote: object, organization, reason and next step are told, by
// validate where the configuration alone can tell, and at plan where a listing can.
var mistakes = []mistake{
	{name: "01_attr_typo", when: atValidate, words: []string{`Did you mean "organization_id"?`}},
	{name: "02_template_typo", when: atPlan, words: []string{`"lock_screen_dariwn"`, `did you mean "lock_screen_darwin"?`, `"Acme Inc"`}},
	{name: "03_field_typo_multi", when: atPlan, words: []string{
		`"AUTO_INSTALL_SCHEDULE"`, `"DEFER_QUALITY_DAYS"`, `"seven"`, `"Acme Inc" (` + acme + `)`, "jumpcloud_policy_template",
	}},
	{name: "04_option_typo", when: atPlan, words: []string{`"yes"`, "XTS-AES 128, XTS-AES 256", `"Acme Inc"`}},
	{name: "05_required_missing", when: never},
	{name: "05b_required_no_default", when: atPlan, words: []string{"values.SSID", "sensitive_values_wo", "values.payload", `"Acme Inc"`}},
	{name: "06_org_by_name", when: atValidate, words: []string{`"Acme Inc"`, "looks like a name", `data "jumpcloud_organization"`}},
	{name: "08_org_of_other_msp", when: atPlan, words: []string{"66b1f0a2c8d5e90001a1b2c9", `"Acme Inc"`, `"Globex"`}},
	{name: "09_policy_of_other_org", when: atPlan, words: []string{`"Globex" (` + globex + `)`, `"Acme Inc" (` + acme + `)`, "policy_ids"}},
	{name: "12_no_org", when: atPlan, words: []string{"organization_id", "provider block"}},
	{name: "13_helpdesk_creates_org", when: atEither, words: []string{"max_system_users", "billing", `"New Client"`, "helpdesk"}},
	{name: "14_region_typo", when: atPlan, words: []string{`"us-east-1"`, `"us", "eu", "in"`}},
	{name: "17_tenant_key_foreign_org", when: atPlan, words: []string{globex, `"Acme Inc"`, "one organization's own"}},
	{name: "18_bad_key", when: atPlan, words: []string{"JUMPCLOUD_API_KEY", "status 401"}},
	{name: "19_key_newline", when: never},
	{name: "20_key_and_client", when: atPlan, words: []string{"JUMPCLOUD_API_KEY", "JUMPCLOUD_CLIENT_ID"}},
	{name: "21_no_credential", when: atPlan, words: []string{"JUMPCLOUD_API_KEY", "JUMPCLOUD_CLIENT_SECRET"}},
	{name: "22_bad_ips", when: atValidate, words: []string{`"203.0.113.0/33"`, "ends before it begins", `"office"`}},
	{name: "23_dup_ips", when: never},
	{name: "24_two_same_group", when: atPlan, words: []string{`"Baseline"`, "policy group"}},
	{name: "24b_group_exists_in_jumpcloud", when: atSecondE, words: []string{`"Baseline"`, "import {", acme}},
	{name: "25_set_and_edge", when: warning, words: []string{"Contradicting Edges"}},
	{name: "26_edge_twice", when: warning, words: []string{"Same Edge Twice", "Keep one"}},
	{name: "28_destroy_org", when: atSecond, words: []string{`"New Client"`, "cannot be deleted", "abandon"}},
	{name: "29_destroy_role_in_use", when: atSecondE, words: []string{`"Tier 1"`, "lee@example.com"}},
	{name: "30_rename_taken", when: atSecondE, words: []string{`"Globex"`, globex}},
	{name: "31_move_org", when: never},
	{name: "31b_move_iplist_only", when: atSecondE, words: []string{`"MFA outside"`, "in use"}},
	{name: "32_cycle", when: atPlan, words: []string{"Cycle"}},
	{name: "33_yaml_types", when: atPlan, words: []string{"permitRootLogin", "YAML", "quote"}},
	{name: "33b_yaml_broken", when: atPlan, words: []string{"yamldecode"}},
	{name: "34_company_typo", when: atSecond, words: []string{`"Acme Incorporatd"`, `did you mean "Acme Incorporated"?`}},
	{name: "36_one_company_two_orgs", when: warning, words: []string{`"Acme Inc"`, `"Globex"`, "Acme Incorporated"}},
	{name: "37_template_needs_mdm", when: atPlan, words: []string{`"custom_mdm_profile_darwin"`, `"Globex"`, `"Acme Inc"`, "MDM"}},
	{name: "38_sensitive_plain", when: warning, words: []string{"PASSPHRASE", "sensitive_values_wo"}},
	{name: "39_import_wrong", when: atPlan, words: []string{"<organization_id>/<id>", "66b1f0a2c8d5e90001a1bfff", `"Acme Inc"`}},
	{name: "40_lockout", when: atValidate, words: []string{`"Germany"`, `"fr"`, `did you mean "allow"?`, `did you mean "ALL"?`, `"all"?`}},
	{name: "41_nested_typo_dropped", when: atValidate, words: []string{"misspelt"}},
	{name: "42_admins", when: atValidate, words: []string{"not-an-address"}},
	{name: "42b_admin_email_twice", when: atPlan, words: []string{"One Address Twice", "@example.com", "Remove one of the two"}},
	{name: "43_provider_values", when: atValidate, words: []string{"max_organizations", "requests_per_second", "max_retries", "organization_id", "acme"}},
	{name: "44_url_http", when: atPlan, words: []string{"api_url", "use https"}},
	{name: "44b_url_with_path", when: atPlan, words: []string{`"127.0.0.1:8811"`, "https://console.jumpcloud.com"}},
	{name: "45_read_only_apply", when: atPlan, words: []string{"read_only", `"yes"`}},
	{name: "45b_read_only_apply", when: atApply, words: []string{"read_only", "JUMPCLOUD_READ_ONLY", "nothing was changed", `"Acme Inc"`}},
	{name: "46_alert_typo", when: atSecond, words: []string{"due_days"}},
	{name: "46b_alert_typo", when: atSecond, words: []string{`did you mean "User Lockout"?`, `did you mean "Priority 2 - High"?`, `did you mean "JumpCloud"?`}},
	{name: "47_values_jsonencode", when: atPlan, words: []string{"values", "got a string", `"Acme Inc"`}},
	{name: "48_file_not_base64", when: atPlan, words: []string{"values.payload", "filebase64", `"Acme Inc"`}},
	{name: "50_device_unknown", when: atEither, words: []string{"66b1f0a2c8d5e90001a1b2f6", `"Acme Inc"`}},
	{name: "51_secret_without_version", when: atValidate, words: []string{"private_key_wo_version"}},
	{name: "52_allowed", when: atPlan, words: []string{`"Acme Inc"`, "allowed_organization_ids"}},
	{name: "53_other_msp_key_on_state", when: atSecond, words: []string{"state"}},
	{name: "54_data_org_typo", when: atPlan, words: []string{`did you mean "Acme Inc"?`, `"Break glas"`, `did you mean "Office"?`}},
	{name: "55_dynamic_group", when: atValidate, words: []string{`"DYNAMIC_AUTOMATED"`, "member_query"}},
	{name: "56_role_scope_typo", when: atPlan, words: []string{`did you mean "Help Desk"?`, `did you mean "groups.readonly"?`}},
	{name: "58_nested_typos", when: atValidate, words: []string{"blast_radius", "max_organizations", "misspelt"}},
	{name: "59_foreign_edges", when: atSecond, words: []string{`"device_group"`, `"system_group"`}},
	{name: "62_last_admin", when: never},
	{name: "63_org_gone", when: atSecond, words: []string{`"New Client"`}, between: removeNewClient},
	{name: "67_slug_renamed", when: atSecond, words: []string{`"New Client"`, "moved"}},
	{
		name: "68_state_lost", when: atSecondE, words: []string{`"Staff"`, `"Devices"`, `"Office 2"`, `"Lock"`, `"Tier 1"`, "import {"},
		between: func(w *world) { w.t.Log(os.Remove(filepath.Join(w.dir, "terraform.tfstate"))) },
	},
	{name: "71_provider_id_wrong", when: atPlan, words: []string{"provider_id", "66b1f0a2c8d5e90001a1b2c3", "Brightwater IT"}},
	{name: "72_org_upper", when: atValidate, words: []string{`lower case: "` + acme + `"`}},
	{name: "74_values_empty", when: atPlan, words: []string{"values.allowGroups", "list", `"Acme Inc"`}},
	{name: "75_iplist_empty_cell", when: atValidate, words: []string{"ips"}},
	{name: "76_ghost_import", when: never},
	{name: "80_org_gone_alone", when: atSecond, words: []string{`"New Client"`}, between: removeNewClient},
	{name: "80b_org_gone_abandon", when: atSecond, words: []string{`"New Client"`}, between: removeNewClient},
	{name: "80c_org_gone_removed", when: afterAll, words: []string{`"New Client"`}, between: removeNewClient},
	{name: "80d_other_key_alone", when: atSecond, words: []string{"state"}},
	{name: "81_objects_gone", when: never, between: removeObjects},
	{name: "82_limited_key_on_state", when: atSecond, words: []string{"state"}},
	{name: "84_moved_slug", when: never},
	{name: "87_empty_nested", when: atValidate, words: []string{"targets"}},
	{name: "88_seat_cap_zero_ip_any", when: atValidate, words: []string{"must not be blank"}},
	{name: "91_tolist", when: never},
	{name: "92_default_added", when: never},
	{name: "94_removed_module", when: atSecond, words: []string{"Resource instance", "keys"}},
	{name: "95_agreement_twice_same_product", when: atEither, words: []string{`"Contoso"`, "260, 261"}},
	{name: "96_missing_parents", when: atPlan, words: []string{
		"66b1f0a2c8d5e90001a1bfff", "66b1f0a2c8d5e90001a1bffe", "66b1f0a2c8d5e90001a1bffd", "3f2a9c1e-5b7d-4e80-9a61-0c4d8e2f7b15", `"Acme Inc"`,
	}},
	{name: "97_helpdesk_psa_and_admins", when: atEither, words: []string{"Scopes needed", "helpdesk", `"Administrator"`}},
	{name: "99_same_iplist_name", when: atEither, words: []string{`"Office"`, `"Lock by hand"`, "import {", "allow_duplicate_name"}},
}

// removeNewClient removes an organization as JumpCloud's support does.
func removeNewClient(w *world) {
	for _, place := range w.sim.Store.Scopes(jumpcloudsim.Organizations) {
		w.sim.Remove(jumpcloudsim.Organizations, place, w.organization("New Client"))

		return
	}
}

// removeObjects removes what is in Acme Inc, as somebody in the console would.
func removeObjects(w *world) {
	for _, collection := range []string{iplistsim.Collection, policysim.Collection, "systemgroups", "policygroups"} {
		for _, id := range w.sim.Docs(collection, acme).IDs() {
			w.sim.Remove(collection, acme, id)
		}
	}
}
