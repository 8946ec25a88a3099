// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package jumpcloud

import (
	"encoding/binary"
	"encoding/hex"
	"strconv"
	"time"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
)

const (
	// pageSize is the most that the API documents.
	pageSize = 100

	// SortID is the order that JumpCloud advises for paging: without one, pages can overlap.
	SortID = "_id"
)

// dialect is how JumpCloud's lists and ids are made (evidence: lists 3.1).
var dialect = collections.Dialect{
	PageSize:    pageSize,
	Page:        page,
	Wrappers:    []string{"results", "records", "options", "domains", "users"},
	TotalHeader: "X-Total-Count",
	TotalMember: "totalCount",
	Born:        bornAt,
	RequestID:   requestID,
}

func page(r collections.Route, after, size int, order string) collections.Route {
	r = r.With("limit", strconv.Itoa(size)).With("skip", strconv.Itoa(after))
	if order != "" {
		r = r.With("sort", order)
	}

	return r
}

// bornAt reads the creation time that the first four bytes of an ObjectID hold. Other ids
// tell none.
func bornAt(id string) (time.Time, bool) {
	const objectID = 12

	raw, err := hex.DecodeString(id)
	if err != nil || len(raw) != objectID {
		return time.Time{}, false
	}

	return time.Unix(int64(binary.BigEndian.Uint32(raw)), 0), true
}
