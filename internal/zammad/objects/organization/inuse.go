// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package organization

import (
	"errors"
	"fmt"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

// inUseError is an organization that is not deleted because something refers to it.
type inUseError struct {
	err     error
	members int // that it has, -1 where nobody knows
}

// Error says what refers to it and what can be done.
func (e *inUseError) Error() string {
	text := e.err.Error()
	if refusal := (*rest.Error)(nil); errors.As(e.err, &refusal) {
		text = refusal.Message
	}

	switch {
	case e.members == 1:
		text += "\n\nOne user belongs to it: move the user to another organization, or delete the user."
	case e.members > 1:
		text += fmt.Sprintf("\n\n%d users belong to it: move them to another organization, or delete them.", e.members)
	case e.members == 0:
		text += "\n\nNo user belongs to it, so tickets or the history of a former member refer to it."
	}

	return text + " To keep what refers to it, set on_destroy = \"deactivate\", apply, and destroy then: it stays in Zammad as an inactive " +
		"organization. Zammad's own way to delete it with all that refers to it is Data Privacy, in its admin panel."
}

// Unwrap gives the service's refusal.
func (e *inUseError) Unwrap() error { return e.err }
