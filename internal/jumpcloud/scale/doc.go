// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package scale holds tests that span objects: how many calls large configurations cost,
// what a service in trouble does to them, and the defects of other providers that this
// one must not have. Its time is virtual, so that a run of minutes takes milliseconds.
package scale
