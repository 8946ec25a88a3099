// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package psa

import (
	"context"
	"sync"
	"time"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
)

// offer is what this process knows of the companies that an integration offers. Its
// settings decide which these are, and the same run may be about to change them.
type offer struct {
	mu     sync.Mutex
	steady bool          // a plan of this process leaves the company types as they are
	writes int           // of settings that are under way
	idle   chan struct{} // closed when none is
	begun  chan struct{} // closed when the first begins
	until  time.Time     // how long others wait for that
}

// moment is how long a run waits for settings that nobody writes yet. Terraform writes them and
// looks companies up side by side, unless one refers to the other.
const moment = 5 * time.Second

var offers = collections.NewFact[*offer]()

func offerOf(p *jumpcloud.Portal, v Vendor, integrationID string) *offer {
	return offers.Keep(p.Client(), v.Type+" "+integrationID, func() *offer { return &offer{begun: make(chan struct{})} })
}

// planSettings notes whether a plan leaves an integration's company types as they are.
func planSettings(p *jumpcloud.Portal, v Vendor, integrationID string, steady bool) {
	o := offerOf(p, v, integrationID)

	o.mu.Lock()
	defer o.mu.Unlock()

	o.steady = steady
}

// beginSettings tells others that settings are being written, until the function that it
// returns is called: companies that were listed before are then listed again.
func beginSettings(p *jumpcloud.Portal, v Vendor, integrationID string) (end func()) {
	o := offerOf(p, v, integrationID)

	o.mu.Lock()
	defer o.mu.Unlock()

	if o.idle == nil {
		close(o.begun)
	}

	if o.writes == 0 {
		o.idle = make(chan struct{})
	}

	o.writes++

	return func() {
		o.mu.Lock()
		defer o.mu.Unlock()

		collections.Drop(Companies(p, v, integrationID).Route)

		if o.writes--; o.writes == 0 {
			close(o.idle)
		}
	}
}

// MayOfferMore tells whether companies may be left out of the list that a run which is
// being planned is about to add: some are, by the company types, and nobody has planned to
// leave these as they are.
func MayOfferMore(ctx context.Context, p *jumpcloud.Portal, v Vendor, integrationID string) bool {
	o := offerOf(p, v, integrationID)

	o.mu.Lock()
	steady := o.steady
	o.mu.Unlock()

	if steady {
		return false
	}

	s, err := SettingsOnce(ctx, p, v, integrationID)

	return err != nil || len(s.CompanyTypeIDs) > 0
}

// OfferedNow waits for settings that this process is writing, or may be about to write, and has
// the companies listed again.
func OfferedNow(ctx context.Context, p *jumpcloud.Portal, v Vendor, integrationID string) error {
	if MayOfferMore(ctx, p, v, integrationID) {
		if err := offerOf(p, v, integrationID).settle(ctx); err != nil {
			return err
		}
	}

	collections.Drop(Companies(p, v, integrationID).Route)

	return nil
}

// settle waits for the settings to be written: for a moment, once in a run, if nobody began.
func (o *offer) settle(ctx context.Context) error {
	o.mu.Lock()

	if o.until.IsZero() {
		o.until = time.Now().Add(moment)
	}

	late := time.After(time.Until(o.until))
	o.mu.Unlock()

	select {
	case <-o.begun:
	case <-late:
	case <-ctx.Done():
		return ctx.Err()
	}

	o.mu.Lock()
	idle := o.idle
	o.mu.Unlock()

	if idle == nil {
		return nil
	}

	select {
	case <-idle:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
