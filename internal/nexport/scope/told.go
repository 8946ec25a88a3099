// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package scope

import (
	"errors"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nexport"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

// Missing tells of a refusal that may be for what is not there, or is there already: the
// service says both alike [V], and within a success nobody documents what its code means [U].
func Missing(err error) bool { return errors.Is(err, rest.ErrNotFound) || nexport.IsInside(err) }

// Told is an error with words of ours after the service's, which never name what was sent.
func Told(err error, words string) error {
	text := err.Error()
	if e, ok := errors.AsType[*rest.Error](err); ok && text == e.Error() {
		text = e.Message
	}

	return &told{text + "\n\n" + words, err}
}

// told is an error in other words.
type told struct {
	words string
	err   error
}

// Error says them.
func (e *told) Error() string { return e.words }

// Unwrap gives the error beneath.
func (e *told) Unwrap() error { return e.err }
