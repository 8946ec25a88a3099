// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package connectwise

// integration is what a read answers: no secret, and nothing that tells which is stored.
type integration struct {
	ID                  string `json:"id"`
	URL                 string `json:"url"`
	CompanyID           string `json:"companyId"`
	IsMspAuthConfigured bool   `json:"isMspAuthConfigured"`
}

// credentials are what POST takes whole and PATCH in part: what is nil is left as it is.
type credentials struct {
	URL        *string `json:"url,omitzero"`
	CompanyID  *string `json:"companyId,omitzero"`
	PublicKey  *string `json:"publicKey,omitzero"`
	PrivateKey *string `json:"privateKey,omitzero"`
}
