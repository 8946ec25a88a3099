// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package published

import "github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/contract"

// This file is the whole list of what may differ from the published documents.
// A row without a source has no place here. Sections are those of the pages in
// internal/jumpcloud/evidence; "the vendor's PowerShell module" and "the vendor's
// CLI" are the official clients that they quote.

var anything = map[string]any{}

func text() map[string]any { return map[string]any{"type": "string"} }

const editorSendsIt = "evidence: organizations 4.3: in the answer's schema and not the request's, sent by the vendor's editor"

var errata = []erratum{
	{
		"jumpcloud-v2.json", "/components/schemas/PolicyValue/properties/configFieldName", text(),
		"evidence: policies 2.1; missing from every published schema, always in answers, sent by both official clients",
	},
	{
		"jumpcloud-v2.json", "/components/schemas/PolicyValue/properties/value", anything,
		"evidence: policies 2.1, 2.3; the live service takes any JSON, such as an object, which the contract's list of types lacks",
	},
	{
		"jumpcloud-v2.json", "/components/schemas/PolicyTemplateConfigField/properties/defaultValue", anything,
		"evidence: policies 2.2; for tables and multilists it is an example row object, or a list of them",
	},
	{
		"jumpcloud-v2.json", "/paths/~1policies~1{id}/put/responses/200/content/application~1json/schema",
		map[string]any{"$ref": "#/components/schemas/PolicyWithDetails"},
		"evidence: policies 3.4; the documented answer is shallow, the real one has values, notes and template (Set-JCPolicy.Tests.ps1)",
	},
	{
		"jumpcloud-v2.json", "/components/schemas/PolicyGroupData/properties/description", text(),
		"evidence: groups 1.2; accepted and returned (the vendor's CLI, bundle apply)",
	},
	{
		"jumpcloud-v2.json",
		"/paths/~1providers~1{provider_id}~1configuredpolicytemplates/get/responses/200/content/application~1json/schema/properties/results",
		map[string]any{"type": "array", "items": map[string]any{"$ref": "#/components/schemas/ConfiguredPolicyTemplate"}},
		"evidence: policies 6.1; records is typed as one object; the vendor's module reads an array under results since 2026-01-22",
	},
	{
		"jumpcloud-v2.json", "/paths/~1policies/get/responses/200/content/application~1json/schema/items",
		map[string]any{"$ref": "#/components/schemas/PolicyWithDetails"},
		"evidence: policies 3.5; the list takes fields, and nobody says that it shows no more than id, name and template; for a switch of the simulator",
	},
	{
		"jumpcloud-v2.json", "/components/schemas/PolicyGroupTemplates/properties/records",
		map[string]any{"type": "array", "items": map[string]any{"$ref": "#/components/schemas/PolicyGroupTemplate"}},
		"evidence: policies 6.1; the vendor's module reads records for this list",
	},
	{
		"jumpcloud-v2.json", "/components/schemas/PolicyGroupTemplateMembers/properties/records",
		map[string]any{"type": "array", "items": map[string]any{"$ref": "#/components/schemas/PolicyGroupTemplateMember"}},
		"evidence: policies 6.1; the vendor's module reads records for this list",
	},
	{
		"jumpcloud-v2.json", "/paths/~1service-accounts~1{service_account_id}/get/responses/200/content/application~1json/schema",
		map[string]any{"anyOf": []any{
			map[string]any{"$ref": "#/components/schemas/jumpcloud.service_accounts.ServiceAccount"},
			map[string]any{"$ref": "#/components/schemas/jumpcloud.service_accounts.CreateServiceAccountResponse"},
		}},
		"evidence: people 4.1; one service account is wrapped like the answer that creates it (the vendor's CLI, live)",
	},
	{
		"jumpcloud-v2.json", "/paths/~1providers~1{provider_id}~1policygrouptemplates/post",
		undocumentedPost("policyGroupTemplates_create", "provider_id", "description", "name", "policyIds"),
		"evidence: policies 6.3; undocumented, used by the vendor's tests of Get- and Remove-JCPolicyGroupTemplate",
	},
	{
		"jumpcloud-v2.json", "/paths/~1organizations~1{organization_id}~1policygroups~1fromtemplate",
		map[string]any{"post": undocumentedPost("policyGroups_fromTemplate", "organization_id", "templateId")},
		"evidence: policies 6.4; undocumented, used by the vendor's module until the parent of commit 376f62ac",
	},
	{
		"jumpcloud-v2.json", "/components/schemas/Error/properties/error", text(),
		"evidence: transport 2.4, 3.1; a wrong key and a refused x-org-id answer with both message and error",
	},
	{
		"jumpcloud-v2.json", "/components/schemas/office365/properties/userLockoutAction",
		map[string]any{"type": "string", "enum": []any{"suspend", "maintain"}},
		"evidence: directories 3.1; marked read-only in the schema, yet a body member of PATCH",
	},
	{
		"jumpcloud-v2.json", "/components/schemas/office365/properties/userPasswordExpirationAction",
		map[string]any{"type": "string", "enum": []any{"suspend", "maintain"}},
		"evidence: directories 3.1; marked read-only in the schema, yet a body member of PATCH",
	},
	{
		"jumpcloud-v1.json", "/components/schemas/organizationsettingsput/properties/passwordPolicy/properties/enableRecoveryEmail",
		map[string]any{"type": "boolean"},
		editorSendsIt,
	},
	{
		"jumpcloud-v1.json", "/components/schemas/organizationsettingsput/properties/passwordPolicy/properties/enableResetLockoutCounter",
		map[string]any{"type": "boolean"},
		editorSendsIt,
	},
	{
		"jumpcloud-v1.json", "/components/schemas/organizationsettingsput/properties/passwordPolicy/properties/resetLockoutCounterMinutes",
		map[string]any{"type": "integer", "minimum": 1},
		editorSendsIt,
	},
	{
		"jumpcloud-v1.json", "/components/schemas/organizationslist/properties/results/items/properties/id", text(),
		"evidence: organizations 3.4: list items have id beside _id (the vendor's CLI, live)",
	},
	{
		"jumpcloud-v1.json", "/components/schemas/organizationslist/properties/results/items/properties/created", text(),
		"evidence: organizations 3.4: list items have created (the vendor's CLI, live)",
	},
	{
		"jumpcloud-v1.json", "/paths/~1users~1getSelf",
		map[string]any{"get": map[string]any{
			"operationId": "users_getSelf",
			"parameters":  []any{map[string]any{"name": "fields", "in": "query", "schema": text()}},
			"responses": map[string]any{"200": map[string]any{"description": "", "content": map[string]any{
				"application/json": map[string]any{"schema": map[string]any{"$ref": "#/components/schemas/userreturn"}},
			}}},
		}},
		"evidence: transport 2.5; undocumented, how the vendor's PowerShell module finds the caller's provider",
	},
	{
		"jumpcloud-v2.json", "/paths/~1providers~1{provider_id}~1administrators/post/responses/409", conflict(),
		"evidence: people 1.1; the code for an e-mail address that is taken is not documented, 400 or 409",
	},
	{
		"jumpcloud-v1.json", "/paths/~1users~1{id}/put/responses/409", conflict(),
		"evidence: people 1.1, 1.7; the code for an e-mail address that is taken is not documented, 400 or 409",
	},
	{
		"jumpcloud-v2.json", "/paths/~1administrators~1{id}~1organizationlinks/post/responses/409", conflict(),
		"evidence: people 2.2; what adding a link twice answers is not documented",
	},
	{
		"jumpcloud-v2.json", "/paths/~1integrations~1autotask~1{UUID}~1mappings/patch/responses/204/content",
		map[string]any{},
		"evidence: psa 4.3; a schema is attached to the 204, which by HTTP has no body",
	},
	{
		"jumpcloud-v2.json", "/paths/~1integrations~1connectwise~1{UUID}~1mappings/patch/responses/204/content",
		map[string]any{},
		"evidence: psa 4.3; a schema is attached to the 204, which by HTTP has no body",
	},
	{
		"jumpcloud-v2.json", "/paths/~1integrations~1syncro~1{UUID}~1mappings/patch/responses/204/content",
		map[string]any{},
		"evidence: psa 4.3; a schema is attached to the 204, which by HTTP has no body",
	},
	{"jumpcloud-v2.json", "/paths/~1providers~1{provider_id}~1billing~1contract/get/responses/401", conflict(), "evidence: transport 4.3; an Error is JSON, although its media type here is application/pdf"},
	{"jumpcloud-v2.json", "/paths/~1providers~1{provider_id}~1billing~1contract/get/responses/403", conflict(), "evidence: transport 4.3; an Error is JSON, although its media type here is application/pdf"},
	{"jumpcloud-v2.json", "/paths/~1providers~1{provider_id}~1billing~1contract/get/responses/404", conflict(), "evidence: transport 4.3; an Error is JSON, although its media type here is application/pdf"},
	{"jumpcloud-v2.json", "/paths/~1providers~1{provider_id}~1billing~1contract/get/responses/500", conflict(), "evidence: transport 4.3; an Error is JSON, although its media type here is application/pdf"},
	{"jumpcloud-v2.json", "/paths/~1policygroups/post/responses/409", conflict(), "evidence: groups 1.1; a group of that name exists (the vendor's CLI, its fixture)"},
	{"jumpcloud-v2.json", "/paths/~1systemgroups/post/responses/409", conflict(), "evidence: groups 1.1; a group of that name exists (the vendor's CLI, its fixture)"},
	{"jumpcloud-v2.json", "/paths/~1usergroups/post/responses/409", conflict(), "evidence: groups 1.1; a group of that name exists (the vendor's CLI, its fixture)"},
	{"jumpcloud-v2.json", "/paths/~1policygroups~1{id}/put/responses/409", conflict(), "evidence: groups 1.1; a group of that name exists, as for POST"},
	{"jumpcloud-v2.json", "/paths/~1systemgroups~1{id}/put/responses/409", conflict(), "evidence: groups 1.1; a group of that name exists, as for POST"},
	{"jumpcloud-v2.json", "/paths/~1usergroups~1{id}/put/responses/409", conflict(), "evidence: groups 1.1; a group of that name exists, as for POST"},
	{"jumpcloud-v2.json", "/paths/~1policygroups~1{id}/delete/responses/409", conflict(), "undocumented: a group that is not empty, where the switch group-delete-in-use refuses"},
	{"jumpcloud-v2.json", "/paths/~1systemgroups~1{id}/delete/responses/409", conflict(), "undocumented: a group that is not empty, where the switch group-delete-in-use refuses"},
	{"jumpcloud-v2.json", "/paths/~1usergroups~1{id}/delete/responses/409", conflict(), "undocumented: a group that is not empty, where the switch group-delete-in-use refuses"},
	{"jumpcloud-v2.json", "/paths/~1policygroups~1{group_id}~1members/post/responses/409", conflict(), "evidence: groups 2.1; already a member (the vendor's CLI)"},
	{"jumpcloud-v2.json", "/paths/~1systemgroups~1{group_id}~1members/post/responses/409", conflict(), "evidence: groups 2.1; already a member (the vendor's CLI)"},
	{"jumpcloud-v2.json", "/paths/~1usergroups~1{group_id}~1members/post/responses/409", conflict(), "evidence: groups 2.1; already a member (the vendor's CLI)"},
	{"jumpcloud-v2.json", "/paths/~1policies~1{policy_id}~1associations/post/responses/409", conflict(), "evidence: groups 2.1; undocumented; as for members"},
	{"jumpcloud-v2.json", "/paths/~1policygroups~1{group_id}~1associations/post/responses/409", conflict(), "evidence: groups 2.1; undocumented; as for members"},
	{"jumpcloud-v2.json", "/paths/~1systemgroups~1{group_id}~1associations/post/responses/409", conflict(), "evidence: groups 2.1; undocumented; as for members"},
	{"jumpcloud-v2.json", "/paths/~1systems~1{system_id}~1associations/post/responses/409", conflict(), "evidence: groups 2.1; undocumented; as for members"},
	{"jumpcloud-v2.json", "/paths/~1usergroups~1{group_id}~1associations/post/responses/409", conflict(), "evidence: groups 2.1; undocumented; as for members"},
	{"jumpcloud-v2.json", "/paths/~1providers~1{provider_id}~1activedirectories~1{ad_id}~1associations/post/responses/409", conflict(), "evidence: groups 3.3; undocumented; as for groups"},
	{"jumpcloud-v2.json", "/paths/~1providers~1{provider_id}~1applications~1{id}~1associations/post/responses/409", conflict(), "evidence: groups 3.3; undocumented; as for groups"},
	{"jumpcloud-v2.json", "/paths/~1providers~1{provider_id}~1g_suites~1{gsuite_id}~1associations/post/responses/409", conflict(), "evidence: groups 3.3; undocumented; as for groups"},
}

// undocumentedPost is an operation whose request is all that anybody has shown; its
// answer may be anything that succeeds.
func undocumentedPost(id, parameter string, members ...string) map[string]any {
	properties := map[string]any{}
	for _, m := range members {
		properties[m] = anything
	}

	success := map[string]any{"description": "", "content": map[string]any{"application/json": map[string]any{"schema": anything}}}

	return map[string]any{
		"operationId": id,
		"parameters":  []any{map[string]any{"name": parameter, "in": "path", "required": true, "schema": text()}},
		"requestBody": map[string]any{"content": map[string]any{"application/json": map[string]any{
			"schema": map[string]any{"type": "object", "properties": properties},
		}}},
		"responses": map[string]any{
			"200": success, "201": success,
			"405": success, "409": success, // it is not taken, or the name is
		},
	}
}

// outside are paths that the service or the simulator serves beside the
// published interface; nothing is checked there.
var outside = []elsewhere{
	{"/oauth2/token", "evidence: transport 2.2; the token endpoint of service accounts, on a host of its own"},
	{"/__sim/", "the simulator's own admin routes, which the service does not have"},
}

// conflict is an answer that says that something is there already.
func conflict() map[string]any {
	return map[string]any{"description": "", "content": map[string]any{"application/json": map[string]any{"schema": errorShape}}}
}

const vendorSendsIt = "evidence: transport 3.2: the vendor's SDK sends it to all tenant operations (jcapi-powershell, custom/Module.cs)"

var headers = []header{
	{"x-org-id", "/api/v2/office365s/", vendorSendsIt + "; its live tests of translation rules pass with it"},
	{"x-org-id", "/api/v2/ldapservers/", vendorSendsIt},
	{"x-org-id", "/api/v2/passwordmanager/", vendorSendsIt},
	{"x-org-id", "/api/v2/microsoft-mdm/", vendorSendsIt},
}

var statuses = []status{
	{400, "", contract.ErrorBody, "evidence: transport 4.3; many operations document only success; assume the standard set"},
	{401, "", contract.ErrorBody, "evidence: transport 4.3, 3.1; for a missing x-org-id"},
	{403, "", contract.ErrorBody, "evidence: transport 4.3, 3.1; for an x-org-id that the route does not take"},
	{404, "", contract.ErrorBody, "evidence: transport 4.3, 3.1; for an organization of somebody else"},
	{500, "", contract.ErrorBody, "evidence: transport 4.3"},
	{302, "jumpcloud-v1.json", contract.AnyBody, "evidence: transport 2.4; a v1 path without a key redirects to the login page"},
	{429, "", contract.AnyBody, "evidence: transport 5.1; in the general list of codes; two operations document it"},
	{502, "", contract.AnyBody, "evidence: transport 4.3; a gateway's answer"},
	{503, "", contract.AnyBody, "evidence: transport 4.3; a gateway's answer; the official SDK retries it"},
	{504, "", contract.AnyBody, "evidence: transport 4.3; a gateway's answer"},
}

// pages are the statuses whose documented body may be an HTML page instead.
var pages = []page{
	{403, "evidence: transport 5.2; abuse protection answers with a page that says the address was blocked"},
	{500, "evidence: transport 4.3; fall back to the raw body; gateways write their own pages"},
}

// errorShape is what a client can rely on in an error (evidence: transport 4.1). The parse
// order is message, else error, else the raw body.
var errorShape = map[string]any{
	"type": "object",
	"anyOf": []any{
		map[string]any{"required": []any{"message"}},
		map[string]any{"required": []any{"error"}},
	},
	"properties": map[string]any{
		"code":    map[string]any{"type": "integer"},
		"message": text(),
		"error":   text(),
		"status":  text(),
		"details": map[string]any{"type": "array"},
	},
}
