// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package autotask

// integration is what a read answers: no secret, and nothing that tells which is stored.
type integration struct {
	ID                  string `json:"id"`
	Username            string `json:"username"`
	IsMspAuthConfigured bool   `json:"isMspAuthConfigured"`
}

// credentials are what POST takes whole and PATCH in part: what is nil is left as it is.
type credentials struct {
	Username *string `json:"username,omitzero"`
	Secret   *string `json:"secret,omitzero"`
}
