// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package administrator

import (
	"context"
	"fmt"
	"strings"
	"sync"

	"github.com/hashicorp/terraform-plugin-framework/diag"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// billing is the role of which there must be one administrator at all times (evidence: people 1.4).
const billing = "Administrator With Billing"

// ledger is what one provider process has seen of administrators. Two plans that each
// remove one of the last two with billing must not both think that the other stays, and
// no two may want one address.
type ledger struct {
	mu       sync.Mutex
	inState  map[string]bool   // ids of those in state: their address is not taken by somebody else
	plans    bool              // surely the plan phase, since only that reads what is in state
	leaving  map[string]bool   // ids of those who lose billing
	wantedBy map[string]string // address to the id of whose plan has it, "" where one is new
}

func newLedger() *ledger {
	return &ledger{inState: map[string]bool{}, leaving: map[string]bool{}, wantedBy: map[string]string{}}
}

var ledgers = collections.NewFact[*ledger]()

func ledgerOf(p *jumpcloud.Portal) *ledger { return ledgers.Keep(p.Client(), "", newLedger) }

// read notes that an administrator in state was read.
func (l *ledger) read(id string) {
	l.mu.Lock()
	defer l.mu.Unlock()

	l.inState[id], l.plans = true, true
}

// manage notes that an administrator is in state.
func (l *ledger) manage(id string) {
	l.mu.Lock()
	defer l.mu.Unlock()

	l.inState[id] = true
}

func (l *ledger) manages(id string) bool {
	l.mu.Lock()
	defer l.mu.Unlock()

	return l.inState[id]
}

func (l *ledger) planning() bool {
	l.mu.Lock()
	defer l.mu.Unlock()

	return l.plans
}

// want notes who is to have an address and tells whether another one of this plan is. A
// new administrator has no id.
func (l *ledger) want(email, id string) (contested bool) {
	l.mu.Lock()
	defer l.mu.Unlock()

	key := strings.ToLower(email)

	other, ok := l.wantedBy[key]
	if !ok {
		l.wantedBy[key] = id
	}

	return ok && (other != id || id == "")
}

// leave counts an administrator out and tells whether another with billing stays.
func (l *ledger) leave(id string, everybody []jumpcloud.Administrator) bool {
	l.mu.Lock()
	defer l.mu.Unlock()

	l.leaving[id] = true

	for _, a := range everybody {
		if a.Has(billing) && !a.Suspended && !l.leaving[a.Identifier()] {
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
	case !plan.OrganizationAccess.Equal(prior.OrganizationAccess):
		return departure{action: "replace", removed: true}, true
	case !plan.Role.IsUnknown() && !plan.Role.Equal(prior.Role):
		return departure{action: "update of role", demoted: true}, true
	case plan.losesRoles(*prior):
		return departure{action: "update of additional_role_ids", demoted: true}, true
	case prior.APIAccess.ValueBool() && !plan.APIAccess.IsUnknown() && !plan.APIAccess.ValueBool():
		return departure{action: "update of api_access", keyless: true}, true
	}

	return departure{}, false
}

// losesRoles tells whether a plan takes roles away from an administrator whose main role is not the
// one with billing: which that role is among the others, ids alone do not say.
func (m model) losesRoles(prior model) bool {
	if m.AdditionalRoleIDs.IsNull() || m.AdditionalRoleIDs.IsUnknown() || m.Role.ValueString() == billing {
		return false
	}

	return len(without(kit.Strings(prior.AdditionalRoleIDs), kit.Strings(m.AdditionalRoleIDs))) > 0
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
		had = had || a.Identifier() == id && a.Has(billing)
	}

	if had && !d.keyless && !ledgerOf(p).leave(id, everybody) {
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
