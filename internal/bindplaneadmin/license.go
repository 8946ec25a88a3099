// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package bindplaneadmin

import (
	"context"
	"errors"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

// SetLicense replaces the licence of an organization. The answer has no body, and the service
// tells nothing of a licence afterwards. A refusal says what it means and what can be done.
//
// The path names the organization. The docs write it with a literal :id, so a server may not
// have it: then a key goes to the licence of "the current organization", once the list of
// projects has shown that this is the one.
func (c *Client) SetLicense(ctx context.Context, organizationID string, body collections.Members) error {
	_, err := collections.Put[any](ctx, c.V1("organizations", organizationID, "license"), body)

	if _, key := body["licenseKey"]; key && noPath(err) {
		if at, placeErr := c.Within(ctx, organizationID); placeErr == nil {
			_, err = collections.Put[any](ctx, at.In(c.V1("organization-license")), body)
		}
	}

	return explainLicense(IgnoreGarbled(err))
}

// IgnoreGarbled takes a success for one whatever its body is, where none is documented.
func IgnoreGarbled(err error) error {
	if errors.Is(err, rest.ErrGarbled) {
		return nil
	}

	return err
}

func explainLicense(err error) error {
	if errors.Is(err, rest.ErrConflict) {
		return &licenseError{err, "The organization uses more than the licence allows, so it was not taken and the one before it is still there: use a " +
			"licence with higher limits, or reduce what the organization has (such as agents, projects or users) first."}
	}

	if errors.Is(err, rest.ErrInvalid) {
		return &licenseError{err, "The licence was not taken, and the one before it is still there: check that the key is whole and meant for this Bindplane."}
	}

	return err
}

// licenseError is a licence that was refused.
type licenseError struct {
	err  error
	then string // what can be done
}

// Error says what can be done.
func (e *licenseError) Error() string {
	text := e.err.Error()
	if refusal := (*rest.Error)(nil); errors.As(e.err, &refusal) {
		text = refusal.Message
	}

	return text + "\n\n" + e.then
}

// Unwrap gives the service's refusal.
func (e *licenseError) Unwrap() error { return e.err }
