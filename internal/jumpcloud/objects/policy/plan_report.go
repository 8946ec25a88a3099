// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package policy

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/policy/policytemplate"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
)

// note says why another organization's catalogue was used.
func (p place) note() string {
	if p.standIn {
		return " (The policy's own organization is not known before apply; the catalogue of templates is JumpCloud's, for all of them.)"
	}

	return ""
}

// reportTemplate words the error of a template that cannot be had. That another
// organization lacks a template for MDM says nothing about the policy's own.
func reportTemplate(
	ctx context.Context, r *policyResource, diags *diag.Diagnostics, keys map[string]string, where place, name string, err error,
) {
	missing, ok := errors.AsType[*templateError](err)
	if !ok {
		r.Report(ctx, diags, "Plan", keys, err)

		return
	}

	text := fmt.Sprintf("%s\n\nLooked up in %s.%s",
		missing.answer.Message, tenancy.Name(ctx, where.tenant.Client(), where.tenant.ID(), nil), where.note())

	if where.standIn && (missing.elsewhere || forMDM(name)) {
		diags.AddAttributeWarning(path.Root("template_name"), "Policy Not Checked Before Apply", text)

		return
	}

	diags.AddAttributeError(path.Root("template_name"), "Unknown Policy Template", text)
}

// warnOfSecrets points out sensitive fields that are written where state keeps them.
func warnOfSecrets(diags *diag.Diagnostics, fields []policytemplate.Field, c contents) {
	values, err := policytemplate.ObjectOf(c.values)
	if err != nil {
		return
	}

	if names := policytemplate.PlainSecrets(fields, values); len(names) > 0 {
		diags.AddAttributeWarning(path.Root(c.attribute), "Sensitive Policy Value in State", fmt.Sprintf(
			"The template marks %s as sensitive, and %s is kept in state in the clear. Write it in sensitive_values_wo instead "+
				"(Terraform 1.11 or later).", strings.Join(names, ", "), c.attribute))
	}
}
