// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package serviceaccount

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
)

// most is how many credentials an account may have at a time [3p].
const most = 2

// rotate finds the current credential, or makes it, and takes away what has outlived its overlap.
// Where the provider is read_only these are left, with a warning: a plan opens, too, and shall work.
func (m *credentialModel) rotate(ctx context.Context, p *jumpcloud.Portal, now time.Time, warn func(summary, detail string)) error {
	after, err := time.Parse(time.RFC3339, m.CreatedAfter.ValueString())
	if err != nil {
		return err
	}

	a, err := get(ctx, p, m.ServiceAccountID.ValueString())
	if err != nil {
		return err
	}

	all := a.credentials()

	if n := len(all); n > 0 && m.isCurrent(all[n-1], after) {
		m.show(all[n-1], false)

		overlap := time.Duration(m.OverlapHours.ValueInt64()) * time.Hour
		if m.OverlapHours.IsNull() || now.Before(all[n-1].CreatedAt.Add(overlap)) {
			return nil
		}

		if n > 1 && p.Client().ReadOnly() {
			warn("Old Credentials Are Left", fmt.Sprintf("The overlap has ended, and the service account %s still has older credentials (%s). The provider is set "+
				"to read_only (JUMPCLOUD_READ_ONLY), so they stay until a run that may write opens this.", a.ID, strings.Join(ids(all[:n-1]), ", ")))

			return nil
		}

		return removeAll(ctx, p, a, all[:n-1])
	}

	// There is no secret to give. Null would be taken for one that is told already, and end up where the
	// secret is kept; one that is not known yet is nothing that OpenTofu takes.
	if p.Client().ReadOnly() {
		return fmt.Errorf("%w\n\nThe service account %s has no credential that was made since created_after, so one would have to be made. "+
			"A plan does not come to this where created_after is known only at the apply that rotates, such as the rfc3339 of a time_rotating",
			jumpcloud.ErrReadOnly, a.ID)
	}

	// The newest lives on beside the one that is made; the others make room for it.
	if surplus := len(all) - (most - 1); surplus > 0 {
		if err := removeAll(ctx, p, a, all[:surplus]); err != nil {
			return err
		}
	}

	c, err := addCredential(ctx, p, a, m.Lifetime.ValueString())
	if err != nil {
		return err
	}

	m.show(c, true)

	return nil
}

// isCurrent tells whether a credential was made in this rotation.
func (m *credentialModel) isCurrent(c credential, after time.Time) bool {
	return !c.CreatedAt.Before(after) && c.ID != m.FirstCredentialID.ValueString()
}

func ids(all []credential) []string {
	var found []string
	for _, c := range all {
		found = append(found, c.ID)
	}

	return found
}

func removeAll(ctx context.Context, p *jumpcloud.Portal, a account, all []credential) error {
	for _, c := range all {
		if err := removeCredential(ctx, p, a.ID, c.ID); err != nil {
			return err
		}
	}

	return nil
}

func (m *credentialModel) show(c credential, made bool) {
	m.Created, m.CredentialID = types.BoolValue(made), types.StringValue(c.ID)
	m.ExpiresAt = types.StringValue(c.ExpiresAt.UTC().Format(time.RFC3339))
	m.ClientID, m.Secret = types.StringNull(), types.StringNull()

	if c.ClientID != "" {
		m.ClientID = types.StringValue(c.ClientID)
	}

	if made {
		m.Secret = types.StringValue(c.secret())
	}
}
