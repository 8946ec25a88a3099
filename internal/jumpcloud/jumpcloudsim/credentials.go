// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package jumpcloudsim

import (
	"time"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// Credentials is the member of a service account with its credentials, each with the time at
// which it ends.
const Credentials = "credentials"

// holder finds the service account that has a credential with these members, which has not ended.
func (w *World) holder(members map[string]string) (sim.Doc, bool) {
	return w.Store.Docs(ServiceAccounts, "").Find(func(d sim.Doc) bool {
		all, _ := d[Credentials].([]any)
		for _, v := range all {
			if credential, _ := v.(sim.Doc); w.fits(credential, members) {
				return true
			}
		}

		return w.fits(d, members)
	})
}

func (w *World) fits(d sim.Doc, members map[string]string) bool {
	for name, want := range members {
		if want == "" || text(d, name) != want {
			return false
		}
	}

	ends, err := time.Parse(time.RFC3339, text(d, "expiresAt"))

	return err != nil || w.Clock.Now().Before(ends)
}
