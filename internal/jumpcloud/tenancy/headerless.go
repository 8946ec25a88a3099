// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package tenancy

import (
	"errors"
	"fmt"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

// HeaderlessHelp says in a description what it means that a call takes no organization.
const HeaderlessHelp = "JumpCloud documents no organization header for this call, so none is sent"

// Headerless explains a refusal of a call that documents no x-org-id: a missing header is
// a 401 where the caller administers several organizations (evidence: transport 3.1, 3.2).
func Headerless(err error) error {
	if !errors.Is(err, rest.ErrUnauthorized) {
		return err
	}

	return fmt.Errorf("%w\n\nJumpCloud documents no way to name the organization in this call, and may refuse it to a credential that "+
		"reaches several. If the credential works elsewhere, use an API key of the organization's own administrator here", err)
}
