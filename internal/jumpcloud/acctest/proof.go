// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package acctest

import (
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/proof"
)

type (
	// Core plays Terraform's part; see [proof.Core].
	Core = proof.Core
	// Plan is what a Core would do.
	Plan = proof.Plan
	// Attrs are the attributes of a block.
	Attrs = proof.Attrs
	// Config is a configuration: blocks by address.
	Config = proof.Config
	// Alias is a provider block besides the first.
	Alias = proof.Alias
	// Diagnostics are what a provider says.
	Diagnostics = proof.Diagnostics
	// Environment is what the provider under test sees of the process's environment.
	Environment = proof.Environment
	// Query is a list block.
	Query = proof.Query
	// Listed is an object that a list block has found.
	Listed = proof.Listed
	// Action is what a plan does to a block.
	Action = proof.Action
	// Foreign is an object in the state of another provider.
	Foreign = proof.Foreign
	// At is a point of a run at which it can end.
	At = proof.At
)

// What a plan does, and a value that is not known yet.
const (
	NoOp    = proof.NoOp
	Create  = proof.Create
	Update  = proof.Update
	Replace = proof.Replace
	Destroy = proof.Destroy
)

// Unknown is a value that is not known before the apply.
var Unknown = proof.Unknown

// Main runs the tests of a package twice; see [proof.Main].
func Main(m *testing.M) int { return proof.Main(m) }

// Ref is a reference to an attribute of another block; see [proof.Ref].
func Ref(address string, steps ...any) any { return proof.Ref(address, steps...) }

// Text is a template with references in it; see [proof.Text].
func Text(parts ...any) any { return proof.Text(parts...) }
