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

var errata = []erratum{
	{
		"jumpcloud-v2.json", "/components/schemas/PolicyValue/properties/configFieldName", text(),
		"section 8.1: missing from every published schema, always in answers, sent by both official clients",
	},
	{
		"jumpcloud-v2.json", "/components/schemas/PolicyValue/properties/value", anything,
		"sections 0 and 8: the live service takes any JSON, such as the pairs of a doublelistbox",
	},
	{
		"jumpcloud-v2.json", "/components/schemas/PolicyTemplateConfigField/properties/defaultValue", anything,
		"section 8.2: for tables and multilists it is an example row object, or a list of them",
	},
	{
		"jumpcloud-v2.json", "/components/schemas/PolicyUpdateRequest/properties/template",
		map[string]any{"type": "object", "properties": map[string]any{"id": text()}, "required": []any{"id"}},
		"section 8.3: live clients send the same template id along with a PUT (Set-JCPolicy.ps1)",
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
		"jumpcloud-v2.json", "/components/schemas/Error/properties/error", text(),
		"sections 2.2 and 2.3: a wrong key and a refused x-org-id answer with both message and error",
	},
}

// outside are paths that the service or the simulator serves beside the
// published interface; nothing is checked there.
var outside = []struct{ prefix, source string }{
	{"/oauth2/token", "section 2.2: the token endpoint of service accounts, on a host of its own"},
	{"/__sim/", "the simulator's own admin routes, which the service does not have"},
}

// undocumentedStatus is an answer that any operation may give, whatever it documents.
type undocumentedStatus struct {
	status int
	file   string // "" for both documents
	body   bodyRule
	source string
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
