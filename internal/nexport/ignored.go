// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package nexport

import (
	"fmt"
	"strings"
)

// Ignored is the error of an operation that the service accepted and that had no effect on
// these attributes: a service may ignore a member whose name it does not know.
func Ignored(operation string, attributes ...string) error {
	return fmt.Errorf("%s was accepted and changed nothing of %s: its members may have other names (see field_names, of which those that begin with %q "+
		"are meant, and operations of the provider)", operation, strings.Join(attributes, ", "), operation+".")
}
