// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package administrator

import (
	"context"
	"fmt"
	"sync"

	"github.com/hashicorp/terraform-plugin-framework/diag"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
)

// billing is the role of which there must be one administrator at all times (jumpcloud.md 1).
const billing = "Administrator With Billing"

// ledger is what one run plans with administrators: two plans that each remove one of the
// last two with billing must not both think that the other stays.
type ledger struct {
	mu      sync.Mutex
	managed map[string]bool // are in state, so that their address is not taken by somebody else
	leaving map[string]bool // lose billing
}

func ledgerOf(ctx context.Context, p *jumpcloud.Portal) *ledger {
	l, err := jumpcloud.Learn(ctx, p.Client(), "administrator ledger", func(context.Context) (*ledger, error) {
		return &ledger{managed: map[string]bool{}, leaving: map[string]bool{}}, nil
	})
	if err != nil {
		return &ledger{managed: map[string]bool{}, leaving: map[string]bool{}} // the run was cancelled
	}

	return l
}

func (l *ledger) manage(id string) {
	l.mu.Lock()
	defer l.mu.Unlock()

	l.managed[id] = true
}

func (l *ledger) manages(id string) bool {
	l.mu.Lock()
	defer l.mu.Unlock()

	return l.managed[id]
}

// leave counts an administrator out and tells whether another with billing stays.
func (l *ledger) leave(id string, everybody []jumpcloud.Administrator) bool {
	l.mu.Lock()
	defer l.mu.Unlock()

	l.leaving[id] = true

	for _, a := range everybody {
		if a.Role() == billing && !a.Suspended && !l.leaving[a.Identifier()] {
			return true
		}
	}

	return false
}

// departure is what a plan takes from an administrator.
type departure struct {
	action  string // as people call it: "destroy", "replace", "update of role"
	removed bool   // the administrator goes
	demoted bool   // the role changes
	keyless bool   // API access ends
}

func departureOf(prior, plan *model) (departure, bool) {
	switch {
	case plan == nil:
		return departure{action: "destroy", removed: true}, true
	case !plan.Email.IsUnknown() && !plan.Email.Equal(prior.Email), !plan.OrganizationAccess.Equal(prior.OrganizationAccess):
		return departure{action: "replace", removed: true}, true
	case !plan.Role.IsUnknown() && !plan.Role.Equal(prior.Role):
		return departure{action: "update of role", demoted: true}, true
	case prior.APIAccess.ValueBool() && !plan.APIAccess.IsUnknown() && !plan.APIAccess.ValueBool():
		return departure{action: "update of api_access", keyless: true}, true
	}

	return departure{}, false
}

const wayOut = "Give somebody else the role first, or apply allow_lockout = true if this is meant."

// guard refuses what would lock people out: nobody left with billing, or the key in use gone.
func guard(ctx context.Context, p *jumpcloud.Portal, prior model, d departure, diags *diag.Diagnostics) error {
	id, email := prior.ID.ValueString(), prior.Email.ValueString()

	who, err := p.Whoami(ctx)
	own := err == nil && who.ID == id

	// What was there before this run: what it makes itself may yet fail.
	everybody, err := before(ctx, p)
	if err != nil {
		return err
	}

	had := false
	for _, a := range everybody {
		had = had || a.Identifier() == id && a.Role() == billing
	}

	if had && !d.keyless && !ledgerOf(ctx, p).leave(id, everybody) {
		text := email + " is the only one, or the last that no change of this plan takes away"
		if own {
			text += " (and this API key is theirs)"
		}

		diags.AddError(fmt.Sprintf("Refusing to remove the last %q", billing), fmt.Sprintf(
			"Planned action: %s.\n\nJumpCloud needs at least one admin with billing. %s.\n\n%s", d.action, text, wayOut))

		return nil
	}

	if own {
		diags.AddError("Refusing to lock out the administrator in use", fmt.Sprintf(
			"Planned action: %s.\n\nThe API key in use is that of %s, so the rest of this run, and the next, could not go on. "+
				"Use another administrator's credential, or apply allow_lockout = true if this is meant.", d.action, email))
	}

	return nil
}
