// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package outside holds tests of the whole provider: a life under other names and readings of
// the API, and with a real Terraform its examples and the secrets that are searched for.
package outside
