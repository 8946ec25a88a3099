// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package policysim

import "github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"

var switches = []sim.Switch{
	{
		Name: "policy-sensitive-read", Default: "plain", Values: []string{"plain", "null", "masked", "missing"},
		About: "how a sensitive policy value is read back; the vendor's clients echo what they read into PUT, so it comes in clear or the server understands its own mask (null and mask sent back keep the secret here)",
	},
	{
		Name: "policy-put-missing-values", Default: "keep", Values: []string{"keep", "clear"},
		About: "what a policy PUT without values does to them",
	},
	{
		Name: "policy-missing-field", Default: "drop", Values: []string{"drop", "default", "keep"},
		About: "what becomes of a template field that the sent values lack: no value, the template's default, or (PUT) the stored value",
	},
	{
		Name: "policy-put-missing-notes", Default: "keep", Values: []string{"keep", "clear"},
		About: "what a policy PUT without notes does to them",
	},
	{
		Name: "policy-notes-unset", Default: "empty", Values: []string{"empty", "absent"},
		About: "whether notes that were never set come back as an empty string or not at all",
	},
	{
		Name: "policy-put-answer", Default: "full", Values: []string{"full", "shallow"},
		About: "what a policy PUT answers: documented is the shallow policy, the vendor's tests read values and notes from it",
	},
	{
		Name: "policy-put-other-template", Default: "accept", Values: []string{"accept", "refuse", "ignore"},
		About: "what a policy PUT with another template does; a comment of the vendor's CLI says that it is accepted and changes it",
	},
	{
		Name: "policy-unknown-template", Default: "400", Values: []string{"400", "404"},
		About: "how creating a policy of an unknown template fails",
	},
	{
		Name: "policy-unknown-field", Default: "refuse", Values: []string{"refuse", "drop", "store"},
		About: "what becomes of a value whose configFieldID the template does not have",
	},
	{
		Name: "policy-value-name-only", Default: "refuse", Values: []string{"refuse", "honour"},
		About: "whether a value may name its field by configFieldName alone",
	},
	{
		Name: "policy-required", Default: "accept", Values: []string{"accept", "refuse"},
		About: "whether a policy without a required value is refused; a bulk importer creates registry policies without any",
	},
	{
		Name: "policy-value-type", Default: "accept", Values: []string{"accept", "refuse"},
		About: "whether a value of the wrong JSON type for its displayType is refused",
	},
	{
		Name: "policy-null-value", Default: "store", Values: []string{"store", "default", "refuse"},
		About: "what a null policy value does; the vendor's module replaces it by the default before it sends",
	},
	{
		Name: "policy-name-blank", Default: "refuse", Values: []string{"refuse", "accept"},
		About: "whether a policy name may be blank",
	},
	{
		Name: "policy-outer-blanks", Default: "keep", Values: []string{"keep", "trim"},
		About: "what a policy's name and notes keep of the white space around them",
	},
	{
		Name: "policies-list-fields-values", Default: "ignored", Values: []string{"ignored", "honoured"},
		About: "whether fields=values makes the policy list show values",
	},
}
