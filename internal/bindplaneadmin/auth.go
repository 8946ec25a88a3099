// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package bindplaneadmin

import (
	"context"
	"net/http"
)

// credential is an API key, or a user's name and password. The header is the vendor's [docs].
type credential struct{ key, username, password string }

func (c credential) Authorize(_ context.Context, req *http.Request) error {
	if c.key != "" {
		req.Header.Set("X-Bindplane-Api-Key", c.key)
	} else {
		req.SetBasicAuth(c.username, c.password)
	}

	return nil
}

func (credential) Renew(context.Context, *http.Request) bool { return false }
