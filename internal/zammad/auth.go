// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package zammad

import (
	"context"
	"net/http"
)

// credential is a personal access token, or a user's name and password [docs, api/intro].
type credential struct{ token, username, password string }

func (c credential) Authorize(_ context.Context, req *http.Request) error {
	if c.token != "" {
		req.Header.Set("Authorization", "Token token="+c.token)
	} else {
		req.SetBasicAuth(c.username, c.password)
	}

	return nil
}

func (credential) Renew(context.Context, *http.Request) bool { return false }
