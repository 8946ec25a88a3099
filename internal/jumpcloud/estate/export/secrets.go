// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package export

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-go/tftypes"
)

// variable is one that takes a secret, which an argument of the object at the address sends.
type variable struct {
	name, text, hclType string
	address, argument   string
}

func (v variable) block() string {
	return fmt.Sprintf("variable %q {\ndescription = %s\ntype = %s\ndefault = null\nsensitive = true\n}\n", v.name, quoted(v.text), v.hclType)
}

// assertion warns of a secret that is given while the lines that send it are comments.
func (v variable) assertion() string {
	said := fmt.Sprintf("var.%s is given and not sent: uncomment the lines that name it in %s. They need Terraform or OpenTofu 1.11 or later.", v.name, v.address)

	return fmt.Sprintf("assert {\ncondition = nonsensitive(var.%s == null) || %s.%s_version != null\nerror_message = %s\n}\n",
		v.name, v.address, v.argument, quoted(said))
}

// variableFile declares the variables of a folder, and checks that what they hold is sent.
func variableFile(all []variable) string {
	var blocks, assertions []string

	for _, v := range all {
		blocks, assertions = append(blocks, v.block()), append(assertions, v.assertion())
	}

	return strings.Join(blocks, "\n") + "\ncheck \"secrets_are_sent\" {\n" + strings.Join(assertions, "\n") + "}\n"
}

// secrets are the arguments for what the service never shows. They are comments: Terraform before
// 1.11 refuses a write-only argument even where it turns out to be null, since it is not known
// while the configuration is validated. As arguments they are null as long as their variable
// is, so that an import changes nothing then, either.
func (w *writer) secrets(ctx context.Context, o *object, attributes map[string]schema.Attribute) []string {
	var lines []string

	for _, name := range slices.Sorted(maps.Keys(attributes)) {
		version := name + "_version"
		if _, ok := attributes[version]; !ok || !attributes[name].IsWriteOnly() || !w.mayHold(o) {
			continue
		}

		plain := strings.TrimSuffix(name, "_wo")
		v := variable{
			name: strings.TrimPrefix(o.kind.typeName, "jumpcloud_") + "_" + o.name + "_" + plain, hclType: "string", address: o.address(), argument: name,
		}
		v.text = fmt.Sprintf("%s of %s, %s. While it is null, the service keeps what it has.", plain, o.kind.typeName, o.label)

		if attributes[name].GetType().TerraformType(ctx).Is(tftypes.DynamicPseudoType) {
			v.hclType = "any"
		}

		w.variables = append(w.variables, v)
		lines = append(lines, "",
			"# The service never shows "+plain+", and keeps what it has. To send what the variable holds, uncomment",
			"# these two lines. They need Terraform or OpenTofu 1.11 or later.",
			// Either result of a condition would be marked as sensitive, which Terraform plans as an update.
			fmt.Sprintf("# %-*s = one([for secret in [var.%s] : secret if nonsensitive(secret != null)])", len(version), name, v.name),
			fmt.Sprintf("# %s = nonsensitive(var.%s == null) ? null : 1", version, v.name))
	}

	return lines
}

// mayHold tells whether an object may hold a secret: of policies only those whose template
// has a sensitive field.
func (w *writer) mayHold(o *object) bool {
	return o.kind.typeName != "jumpcloud_policy" || w.place.hidden[o.attribute("template_name")]
}
