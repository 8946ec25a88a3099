// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package walk holds all types of the provider to what must be true of each: its tests
// go through the schema, and one table has a configuration of every type.
package walk
