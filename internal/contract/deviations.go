// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package contract

// This file is the whole list of what may differ from the published documents.
// A row without a source has no place here. Sections are those of the API
// reference that this project works from; "the vendor's PowerShell module" and
// "the vendor's CLI" are the official clients it quotes.

// erratum replaces or adds one thing in a published document.
type erratum struct {
	file   string
	at     string // JSON pointer; its parent exists
	is     any
	source string
}

var anything = map[string]any{}

func text() map[string]any { return map[string]any{"type": "string"} }

const editorSendsIt = "addenda A4: in the answer's schema and not the request's, sent by the vendor's editor"

var errata = []erratum{
	{
		"jumpcloud-v2.json", "/components/schemas/PolicyValue/properties/configFieldName", text(),
		"section 8.1: missing from every published schema, always in answers, sent by both official clients",
	},
	{
		"jumpcloud-v2.json", "/components/schemas/PolicyValue/properties/value", anything,
		"sections 0 and 8: the live service takes any JSON, such as an object, which the contract's list of types lacks",
	},
	{
		"jumpcloud-v2.json", "/components/schemas/PolicyTemplateConfigField/properties/defaultValue", anything,
		"section 8.2: for tables and multilists it is an example row object, or a list of them",
	},
	{
		"jumpcloud-v2.json", "/paths/~1policies~1{id}/put/responses/200/content/application~1json/schema",
		map[string]any{"$ref": "#/components/schemas/PolicyWithDetails"},
		"section 8.3: the documented answer is shallow, the real one has values, notes and template (Set-JCPolicy.Tests.ps1)",
	},
	{
		"jumpcloud-v2.json", "/components/schemas/PolicyGroupData/properties/description", text(),
		"section 9.5: accepted and returned (the vendor's CLI, bundle apply)",
	},
	{
		"jumpcloud-v2.json",
		"/paths/~1providers~1{provider_id}~1configuredpolicytemplates/get/responses/200/content/application~1json/schema/properties/results",
		map[string]any{"type": "array", "items": map[string]any{"$ref": "#/components/schemas/ConfiguredPolicyTemplate"}},
		"section 6: records is typed as one object; the vendor's module reads an array under results since 2026-01-22",
	},
	{
		"jumpcloud-v2.json", "/paths/~1policies/get/responses/200/content/application~1json/schema/items",
		map[string]any{"$ref": "#/components/schemas/PolicyWithDetails"},
		"section 9.1: the list takes fields, and nobody says that it shows no more than id, name and template; for a switch of the simulator",
	},
	{
		"jumpcloud-v2.json", "/components/schemas/PolicyGroupTemplates/properties/records",
		map[string]any{"type": "array", "items": map[string]any{"$ref": "#/components/schemas/PolicyGroupTemplate"}},
		"section 6: the vendor's module reads records for this list",
	},
	{
		"jumpcloud-v2.json", "/components/schemas/PolicyGroupTemplateMembers/properties/records",
		map[string]any{"type": "array", "items": map[string]any{"$ref": "#/components/schemas/PolicyGroupTemplateMember"}},
		"section 6: the vendor's module reads records for this list",
	},
	{
		"jumpcloud-v2.json", "/paths/~1providers~1{provider_id}~1policygrouptemplates/post",
		undocumentedPost("policyGroupTemplates_create", "provider_id", "description", "name", "policyIds"),
		"section 6: undocumented, used by the vendor's tests of Get- and Remove-JCPolicyGroupTemplate",
	},
	{
		"jumpcloud-v2.json", "/paths/~1organizations~1{organization_id}~1policygroups~1fromtemplate",
		map[string]any{"post": undocumentedPost("policyGroups_fromTemplate", "organization_id", "templateId")},
		"section 6: undocumented, used by the vendor's module until the parent of commit 376f62ac",
	},
	{
		"jumpcloud-v2.json", "/components/schemas/Error/properties/error", text(),
		"sections 2.2 and 2.3: a wrong key and a refused x-org-id answer with both message and error",
	},
	{
		"jumpcloud-v2.json", "/components/schemas/office365/properties/userLockoutAction",
		map[string]any{"type": "string", "enum": []any{"suspend", "maintain"}},
		"section 10.4: marked read-only in the schema, yet a body member of PATCH",
	},
	{
		"jumpcloud-v2.json", "/components/schemas/office365/properties/userPasswordExpirationAction",
		map[string]any{"type": "string", "enum": []any{"suspend", "maintain"}},
		"section 10.4: marked read-only in the schema, yet a body member of PATCH",
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
		"addenda A10: list items have id beside _id (the vendor's CLI, live)",
	},
	{
		"jumpcloud-v1.json", "/components/schemas/organizationslist/properties/results/items/properties/created", text(),
		"addenda A10: list items have created (the vendor's CLI, live)",
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
		"section 2.3: undocumented, how the vendor's PowerShell module finds the caller's provider",
	},
	{
		"jumpcloud-v2.json", "/paths/~1providers~1{provider_id}~1administrators/post/responses/409", conflict(),
		"section 4.3: the code for an e-mail address that is taken is not documented, 400 or 409",
	},
	{
		"jumpcloud-v2.json", "/paths/~1administrators~1{id}~1organizationlinks/post/responses/409", conflict(),
		"section 4.5: what adding a link twice answers is not documented",
	},
	{
		"jumpcloud-v2.json", "/paths/~1integrations~1autotask~1{UUID}~1mappings/patch/responses/204/content",
		map[string]any{},
		"sections 5.4 and 11: a schema is attached to the 204, which by HTTP has no body",
	},
	{
		"jumpcloud-v2.json", "/paths/~1integrations~1connectwise~1{UUID}~1mappings/patch/responses/204/content",
		map[string]any{},
		"sections 5.4 and 11: a schema is attached to the 204, which by HTTP has no body",
	},
	{
		"jumpcloud-v2.json", "/paths/~1integrations~1syncro~1{UUID}~1mappings/patch/responses/204/content",
		map[string]any{},
		"sections 5.4 and 11: a schema is attached to the 204, which by HTTP has no body",
	},
	{"jumpcloud-v2.json", "/paths/~1providers~1{provider_id}~1billing~1contract/get/responses/401", conflict(), "section 2.7: an Error is JSON, although its media type here is application/pdf"},
	{"jumpcloud-v2.json", "/paths/~1providers~1{provider_id}~1billing~1contract/get/responses/403", conflict(), "section 2.7: an Error is JSON, although its media type here is application/pdf"},
	{"jumpcloud-v2.json", "/paths/~1providers~1{provider_id}~1billing~1contract/get/responses/404", conflict(), "section 2.7: an Error is JSON, although its media type here is application/pdf"},
	{"jumpcloud-v2.json", "/paths/~1providers~1{provider_id}~1billing~1contract/get/responses/500", conflict(), "section 2.7: an Error is JSON, although its media type here is application/pdf"},
	{"jumpcloud-v2.json", "/paths/~1policygroups/post/responses/409", conflict(), "section 2.7: a group of that name exists (the vendor's CLI, its fixture)"},
	{"jumpcloud-v2.json", "/paths/~1systemgroups/post/responses/409", conflict(), "section 2.7: a group of that name exists (the vendor's CLI, its fixture)"},
	{"jumpcloud-v2.json", "/paths/~1usergroups/post/responses/409", conflict(), "section 2.7: a group of that name exists (the vendor's CLI, its fixture)"},
	{"jumpcloud-v2.json", "/paths/~1policygroups~1{id}/put/responses/409", conflict(), "section 2.7: a group of that name exists, as for POST"},
	{"jumpcloud-v2.json", "/paths/~1systemgroups~1{id}/put/responses/409", conflict(), "section 2.7: a group of that name exists, as for POST"},
	{"jumpcloud-v2.json", "/paths/~1usergroups~1{id}/put/responses/409", conflict(), "section 2.7: a group of that name exists, as for POST"},
	{"jumpcloud-v2.json", "/paths/~1policygroups~1{id}/delete/responses/409", conflict(), "undocumented: a group that is not empty, where the switch group-delete-in-use refuses"},
	{"jumpcloud-v2.json", "/paths/~1systemgroups~1{id}/delete/responses/409", conflict(), "undocumented: a group that is not empty, where the switch group-delete-in-use refuses"},
	{"jumpcloud-v2.json", "/paths/~1usergroups~1{id}/delete/responses/409", conflict(), "undocumented: a group that is not empty, where the switch group-delete-in-use refuses"},
	{"jumpcloud-v2.json", "/paths/~1policygroups~1{group_id}~1members/post/responses/409", conflict(), "section 2.7: already a member (the vendor's CLI)"},
	{"jumpcloud-v2.json", "/paths/~1systemgroups~1{group_id}~1members/post/responses/409", conflict(), "section 2.7: already a member (the vendor's CLI)"},
	{"jumpcloud-v2.json", "/paths/~1usergroups~1{group_id}~1members/post/responses/409", conflict(), "section 2.7: already a member (the vendor's CLI)"},
	{"jumpcloud-v2.json", "/paths/~1policies~1{policy_id}~1associations/post/responses/409", conflict(), "section 9.4: undocumented; as for members"},
	{"jumpcloud-v2.json", "/paths/~1policygroups~1{group_id}~1associations/post/responses/409", conflict(), "section 9.4: undocumented; as for members"},
	{"jumpcloud-v2.json", "/paths/~1systemgroups~1{group_id}~1associations/post/responses/409", conflict(), "section 9.4: undocumented; as for members"},
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
var outside = []struct{ prefix, source string }{
	{"/oauth2/token", "section 2.2: the token endpoint of service accounts, on a host of its own"},
	{"/__sim/", "the simulator's own admin routes, which the service does not have"},
}

// conflict is an answer that says that something is there already.
func conflict() map[string]any {
	return map[string]any{"description": "", "content": map[string]any{"application/json": map[string]any{"schema": errorShape}}}
}

// undocumentedStatus is an answer that any operation may give, whatever it documents.
type undocumentedStatus struct {
	status int
	file   string // "" for both documents
	body   bodyRule
	source string
}

// undocumentedHeader is a header that operations below a path take beside those that they
// document.
type undocumentedHeader struct{ header, prefix, source string }

const vendorSendsIt = "addenda A1: the vendor's SDK sends it to all tenant operations (jcapi-powershell, custom/Module.cs)"

var undocumentedHeaders = []undocumentedHeader{
	{"x-org-id", "/api/v2/office365s/", vendorSendsIt + "; its live tests of translation rules pass with it"},
	{"x-org-id", "/api/v2/ldapservers/", vendorSendsIt},
	{"x-org-id", "/api/v2/passwordmanager/", vendorSendsIt},
	{"x-org-id", "/api/v2/microsoft-mdm/", vendorSendsIt},
}

type bodyRule int

const (
	anyBody   bodyRule = iota // a proxy or a login page may have written it
	errorBody                 // one of the error shapes of section 2.7
)

var undocumentedStatuses = []undocumentedStatus{
	{400, "", errorBody, "section 2.7: many operations document only success; assume the standard set"},
	{401, "", errorBody, "section 2.7, and 2.3 for a missing x-org-id"},
	{403, "", errorBody, "section 2.7, and 2.3 for an x-org-id that the route does not take"},
	{404, "", errorBody, "section 2.7, and 2.3 for an organization of somebody else"},
	{500, "", errorBody, "section 2.7"},
	{302, "jumpcloud-v1.json", anyBody, "section 2.2: a v1 path without a key redirects to the login page"},
	{429, "", anyBody, "section 2.6: in the general list of codes; two operations document it"},
	{502, "", anyBody, "section 2.6: a gateway's answer"},
	{503, "", anyBody, "section 2.6: a gateway's answer; the official SDK retries it"},
	{504, "", anyBody, "section 2.6: a gateway's answer"},
}

// htmlErrors are the statuses whose documented body may be an HTML page instead.
var htmlErrors = []struct {
	status int
	source string
}{
	{403, "section 2.6: abuse protection answers with a page that says the address was blocked"},
	{500, "section 2.7: fall back to the raw body; gateways write their own pages"},
}

// errorShape is what a client can rely on in an error: section 2.7's parse
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
