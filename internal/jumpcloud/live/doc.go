// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package live holds a small suite against a real organization made for tests, and the
// sweeper of what it leaves behind. Its tests run with `make live` and `make sweep`, which
// ask for credentials; the same steps run against the simulator otherwise.
package live
