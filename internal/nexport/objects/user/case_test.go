// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package user_test

import (
	"testing"
	"testing/synctest"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nexport/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/proof"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// TestLostChangeOfCase: an edit that is lost before it takes effect is sent again, also where
// it changes nothing but the case of letters.
func TestLostChangeOfCase(t *testing.T) {
	t.Parallel()

	for name, attrs := range map[string][2]string{"first_name": {"bo", "Bo"}, "nickname": {"bobo", "BoBo"}, "email": {"bo@acme.example", "Bo@Acme.example"}} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				w := acctest.NewWorld(t, nil)
				w.Core.MustApply(config(w, proof.Attrs{name: attrs[0]}))
				w.Sim.Inject(sim.Fault{PathPrefix: acctest.API + "EditUser", Times: 1, Drop: true})
				w.Sim.Log().Reset()
				acctest.WantNothing(t, w.Core.Apply(config(w, proof.Attrs{name: attrs[1]})))

				if n := w.Tries("EditUser"); n != 2 || stored(w)[name] != attrs[1] {
					t.Errorf("%d requests, stored %v", n, stored(w))
				}

				w.WantState(bo, proof.Attrs{name: attrs[1]})
				w.Core.MustPlanEmpty(config(w, proof.Attrs{name: attrs[1]}))
			})
		})
	}
}

// TestCaseOfEmail: a service that keeps email addresses in small letters makes no difference
// to the plan, whether or not the answers are lost.
func TestCaseOfEmail(t *testing.T) {
	t.Parallel()

	for _, operation := range []string{"", "CreateUser", "EditUser"} {
		t.Run(operation, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				w := acctest.NewWorld(t, map[string]string{"user-email-case": "lower"})
				if operation != "" {
					w.Sim.Inject(sim.Fault{PathPrefix: acctest.API + operation, Times: 1, Drop: true, After: true})
				}

				for _, email := range []string{"Bo@Acme.example", "BO@ACME.example", "Berg@Acme.example"} {
					attrs := proof.Attrs{"email": email}
					acctest.WantNothing(t, w.Core.Apply(config(w, attrs)))
					w.WantState(bo, attrs)
					w.Core.MustPlanEmpty(config(w, attrs))
				}

				if stored(w)["email"] != "berg@acme.example" {
					t.Errorf("stored %v", stored(w))
				}
			})
		})
	}
}
