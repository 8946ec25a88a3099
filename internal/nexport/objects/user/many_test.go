// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package user_test

import (
	"fmt"
	"testing"
	"testing/synctest"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nexport/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nexport/nexportsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/proof"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// TestManyLostAnswers: where every fifth creation is committed and answered 500, each user
// is made once.
func TestManyLostAnswers(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		const many = 30

		w := acctest.NewWorld(t, nil)
		before := len(w.Docs(nexportsim.Users))
		all := proof.Config{}

		for i := range many {
			login := fmt.Sprintf("user-%02d@acme.example", i)
			all["nexport_user."+fmt.Sprintf("u%02d", i)] = proof.Attrs{
				"owner_organization_id": w.Acme(), "login": login, "first_name": "U", "last_name": "V", "email": login,
				"password_wo": secret, "password_wo_version": 1,
			}
		}

		lost := w.Sim.Inject(sim.Fault{PathPrefix: acctest.API + "CreateUser", Every: 5, Status: 500, After: true})
		w.Core.MustApply(all)

		if n := len(w.Docs(nexportsim.Users)) - before; n != many || lost.Fired() != many/5 || w.Tries("CreateUser") != many {
			t.Errorf("%d users of %d, %d answers lost, %d requests", n, many, lost.Fired(), w.Tries("CreateUser"))
		}
	})
}
