// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package evidence is what is known of JumpCloud's API beyond its published documents: the
// pages beside this file, for people, and as data the scopes of each operation and what
// sources show of policy templates. Its README says how code cites the pages.
package evidence

import _ "embed" // for the tables

//go:embed scopes.txt
var scopes string

// Scopes returns the x-scopes of all operations of the two published documents [S]: a line
// each, sorted, with the method, the path template (behind /api or /api/v2) and the scopes,
// separated by blanks. A caller needs one of them [I].
func Scopes() string { return scopes }

//go:embed templates.txt
var templates string

// Templates returns what sources show of policy templates (evidence: policies 2.5): a line for
// each fact with the template, the field or "-", the fact, the mark of its source and, where a
// source has one, an example as JSON, separated by blanks. The fact is "name", "id", "label",
// "options" or a field's displayType. What has no line is shown nowhere.
func Templates() string { return templates }
