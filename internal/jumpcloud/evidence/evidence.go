// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package evidence is what is known of JumpCloud's API beyond its published documents: the
// pages beside this file, for people, and the scopes of each operation, as data. Its
// README says how code cites the pages.
package evidence

import _ "embed" // for the table

//go:embed scopes.txt
var scopes string

// Scopes returns the x-scopes of all operations of the two published documents [S]: a line
// each, sorted, with the method, the path template (behind /api or /api/v2) and the scopes,
// separated by blanks. A caller needs one of them [I].
func Scopes() string { return scopes }
