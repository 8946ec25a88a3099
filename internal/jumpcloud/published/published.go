// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package published says where JumpCloud's published OpenAPI documents are, how the service
// mounts them, and what may differ from them. The documents are not part of this
// repository. Only tests use this package.
package published

import "github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/contract"

// Contract is the published interface of the service.
var Contract = &contract.Definition{
	Variable: "JUMPCLOUD_CONTRACT_DIR",
	// The longer prefix stands first: /api/v2 is also below /api.
	Publications: []contract.Publication{
		{File: "jumpcloud-v2.json", Prefix: "/api/v2"},
		{File: "jumpcloud-v1.json", Prefix: "/api"},
	},
	Errata:     rows(errata, func(r erratum) contract.Erratum { return contract.Erratum(r) }),
	Outside:    rows(outside, func(r elsewhere) contract.Outside { return contract.Outside(r) }),
	Selectors:  []string{"x-org-id", "x-provider-id"},
	Headers:    rows(headers, func(r header) contract.Header { return contract.Header(r) }),
	Statuses:   rows(statuses, func(r status) contract.Status { return contract.Status(r) }),
	Pages:      rows(pages, func(r page) contract.Page { return contract.Page(r) }),
	ErrorShape: errorShape,
}

// The rows of deviations.go are written without the names of their members.
type (
	erratum   contract.Erratum
	elsewhere contract.Outside
	header    contract.Header
	status    contract.Status
	page      contract.Page
)

func rows[R, T any](written []R, as func(R) T) []T {
	all := make([]T, 0, len(written))
	for _, r := range written {
		all = append(all, as(r))
	}

	return all
}
