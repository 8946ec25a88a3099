// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package outside holds tests with a real Terraform and the whole provider: examples
// that are validated, secrets that are searched for, what is linked into the program.
package outside
