// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package kit

// BegunError is an error of a creation that may have written something all the same. The
// object is then kept in state, although the configuration gives all its keys and they prove
// nothing: what it was before must not be forgotten.
type BegunError struct{ Err error }

// Error returns the error's words.
func (e *BegunError) Error() string { return e.Err.Error() }

// Unwrap gives the error beneath.
func (e *BegunError) Unwrap() error { return e.Err }
