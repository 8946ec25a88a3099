// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package sim

import (
	"fmt"
	"regexp"
	"sync/atomic"
)

// IDs makes predictable ids: the same calls in the same order at the same
// second give the same ids.
type IDs struct {
	clock *Clock
	next  atomic.Uint64
}

// ObjectID is a 24-hex id whose first four bytes are the second of its
// creation, as in MongoDB; the rest is a counter.
func (i *IDs) ObjectID() string {
	return fmt.Sprintf("%08x%016x", uint32(i.clock.Now().Unix()), i.next.Add(1))
}

// UUID is a counter in the clothes of a random (version 4) UUID.
func (i *IDs) UUID() string {
	return fmt.Sprintf("00000000-0000-4000-8000-%012x", i.next.Add(1))
}

// Number is a counter, as databases make ids.
func (i *IDs) Number() uint64 { return i.next.Add(1) }

var objectID = regexp.MustCompile(`^[0-9a-fA-F]{24}$`)

// IsObjectID tells whether s has the form of a MongoDB ObjectID.
func IsObjectID(s string) bool { return objectID.MatchString(s) }

var uuid = regexp.MustCompile(`^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$`)

// IsUUID tells whether s has the form of a UUID.
func IsUUID(s string) bool { return uuid.MatchString(s) }
