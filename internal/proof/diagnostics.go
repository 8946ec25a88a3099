// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package proof

import (
	"fmt"
	"slices"
	"strings"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
)

// Diagnostics are a command's, errors and warnings.
type Diagnostics []*tfprotov6.Diagnostic

// Errors returns the errors alone.
func (d Diagnostics) Errors() Diagnostics {
	return slices.DeleteFunc(slices.Clone(d), func(x *tfprotov6.Diagnostic) bool {
		return x.Severity != tfprotov6.DiagnosticSeverityError
	})
}

// Warnings returns the warnings alone.
func (d Diagnostics) Warnings() Diagnostics {
	return slices.DeleteFunc(slices.Clone(d), func(x *tfprotov6.Diagnostic) bool {
		return x.Severity != tfprotov6.DiagnosticSeverityWarning
	})
}

func (d Diagnostics) failed() bool { return len(d.Errors()) > 0 }

// String is what a person would read.
func (d Diagnostics) String() string {
	var b strings.Builder

	for _, x := range d {
		fmt.Fprintf(&b, "%s: %s", x.Severity, x.Summary)

		if x.Attribute != nil && len(x.Attribute.Steps()) > 0 {
			fmt.Fprintf(&b, " [%s]", x.Attribute)
		}

		fmt.Fprintf(&b, "\n%s\n\n", x.Detail)
	}

	return b.String()
}

// refusal is an error of core's own.
func refusal(summary, format string, args ...any) Diagnostics {
	return Diagnostics{{Severity: tfprotov6.DiagnosticSeverityError, Summary: summary, Detail: fmt.Sprintf(format, args...)}}
}

// bug is an error that core makes of what only a faulty provider does. It fails the test
// besides, since a test that waits for another error must not take it for that one.
func (c *Core) bug(summary, format string, args ...any) Diagnostics {
	d := refusal(summary, format, args...)

	if c.OnBug != nil {
		c.OnBug(d.String())
	} else {
		c.t.Errorf("a fault of the provider: %s", d)
	}

	return d
}
