// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package collections

import (
	"errors"
	"fmt"
	"strings"
)

// UnclearError is a creation of which nobody knows whether it happened.
type UnclearError struct {
	Err        error    // what the service answered
	Candidates []string // ids of objects that may be the one
	Looked     error    // why looking for it failed, or nil
}

// Error says what happened and what was found.
func (e *UnclearError) Error() string {
	switch {
	case e.Looked != nil:
		return fmt.Sprintf("%s; the object may exist all the same, and looking for it failed: %s", e.Err, e.Looked)
	case len(e.Candidates) > 0:
		return fmt.Sprintf("%s; the object may exist all the same: found %s, which cannot be told from one made by somebody else",
			e.Err, strings.Join(e.Candidates, ", "))
	}

	return e.Err.Error()
}

// Unwrap gives the service's answer.
func (e *UnclearError) Unwrap() error { return e.Err }

// ImportCandidates returns the ids of objects that may be the one.
func (e *UnclearError) ImportCandidates() []string { return e.Candidates }

// unclear is the error of an outcome that looking for the object did not tell.
func unclear(err, lookErr error) error {
	u := &UnclearError{}
	if !errors.As(lookErr, &u) {
		u.Looked = lookErr
	}

	u.Err = err

	return u
}
