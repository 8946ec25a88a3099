// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package providerblock

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// Summary is that of every error about a provider block's arguments.
const Summary = "Invalid Provider Configuration"

// Setting is the value of an argument and where it comes from.
type Setting struct {
	Name, Value string
	InBlock     bool // and not in the environment

	variable string
}

// Setting takes an argument, or the environment's where the configuration leaves it out.
func (b Block) Setting(name string, v types.String) Setting {
	s := Setting{Name: name, Value: v.ValueString(), InBlock: v.ValueString() != "", variable: b.Variable(name)}
	if !s.InBlock {
		s.Value = b.Env(name)
	}

	return s
}

// Text is the value of [Block.Setting].
func (b Block) Text(name string, v types.String) string { return b.Setting(name, v).Value }

// Env is an argument's value in the environment, or "". One that was read from a file ends
// in a new line.
func (b Block) Env(name string) string { return strings.TrimSpace(b.Getenv(b.Variable(name))) }

// Origin says where a setting comes from.
func (s Setting) Origin() string {
	if s.InBlock {
		return s.Name + " in the provider block"
	}

	return s.variable + " in the environment"
}

// RefuseBoth says that two settings exclude each other, wherever they come from: which of
// them was meant decides who is changed. keep names both ways.
func RefuseBoth(diags *diag.Diagnostics, summary string, a, b Setting, keep string) {
	at := a
	if b.InBlock && !a.InBlock {
		at = b
	}

	next := "Remove one of them."
	if !a.InBlock || !b.InBlock {
		next = "Remove one of them; an environment variable that is meant for something else can be unset for this run."
	}

	diags.AddAttributeError(path.Root(at.Name), summary,
		fmt.Sprintf("Both %s and %s are given: keep one of %s. %s", a.Origin(), b.Origin(), keep, next))
}

// Invalid says that a setting is not what it must be.
func Invalid(diags *diag.Diagnostics, name, value, want string) {
	diags.AddAttributeError(path.Root(name), Summary, fmt.Sprintf("%s %q is not %s.", name, value, want))
}

// WarnOfWait says on the terminal why an operation took so long.
func WarnOfWait(service string) func(ctx context.Context, request string, wait time.Duration) {
	return func(ctx context.Context, request string, wait time.Duration) {
		kit.Warn(ctx, "Waited for "+service, fmt.Sprintf("%s was answered 429 or 503 with a Retry-After, so it was sent again %s later. If this "+
			"happens often, other programs use the same credential, or requests_per_second is too high for the service.", request, wait.Round(time.Second)))
	}
}
