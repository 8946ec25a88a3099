// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package subscription_test

import (
	"net/http"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nexport/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nexport/nexportsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/proof"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// TestRefusedUpdate: a refusal of a status or a field that is not there names it and the
// subscription.
func TestRefusedUpdate(t *testing.T) {
	t.Parallel()

	for _, form := range []string{"status", "200"} {
		w := acctest.NewWorld(t, map[string]string{"refusal-form": form})
		w.Core.MustApply(config(w, nil))

		id := "subscription " + nexportsim.Text(w.Only(nexportsim.Subscriptions), "subscription_id")

		acctest.WantError(t, w.Core.Apply(config(w, proof.Attrs{"status": "Lost"})), "Subscription Status not found", `status "Lost"`, id, "user_id "+w.Ann(), "organization_id "+w.Acme())
		acctest.WantError(t, w.Core.Apply(config(w, proof.Attrs{"custom_profile_fields": map[string]any{"badge": "1", "grade": "2"}})),
			"Entity not found (error code 2)", `custom_profile_fields ["badge" "grade"]`, id, "user_id "+w.Ann(), "organization_id "+w.Acme())
	}
}

// TestRefusedDelete: a destroy that is refused names the subscription, which stays in state,
// even where the service says that it is not there and shows it all the same.
func TestRefusedDelete(t *testing.T) {
	t.Parallel()

	for status, body := range map[int]string{
		404: `{"api_error_entity":{"error_code":2,"error_message":"No, no"}}`, 403: `{"api_error_entity":{"error_code":1,"error_message":"No, no"}}`,
		422: `{"api_error_entity":{"error_code":3,"error_message":"No, no"}}`, 200: `{"api_error_entity":{"error_code":2,"error_message":"No, no"}}`,
	} {
		for _, operation := range []string{"DisableSubscription", "GetSubscription"} {
			w := acctest.NewWorld(t, nil)
			w.Core.MustApply(config(w, nil))

			id := nexportsim.Text(w.Only(nexportsim.Subscriptions), "subscription_id")

			if operation == "GetSubscription" && (status == 404 || status == 200) {
				continue // which says that it is gone, or has the list tell
			}

			// The destroy reads before it deletes, so the second read is its own.
			fault := sim.Fault{Pattern: acctest.API + operation, Status: status, Body: body}
			if operation == "GetSubscription" {
				fault.Nth = 2
			}

			refusing := w.Sim.Inject(fault)
			d := w.Core.Destroy()
			acctest.WantError(t, d, "Unable to Delete Subscription", "No, no", "Subscription: "+w.Acme()+"/"+w.Ann())

			if status != 404 {
				acctest.WantError(t, d, "subscription "+id, "user_id "+w.Ann(), "organization_id "+w.Acme())
			}

			refusing.Remove()
			w.WantState(ann, proof.Attrs{"id": id})
			acctest.WantNothing(t, w.Core.Destroy())

			if d := w.Only(nexportsim.Subscriptions); d["disabled"] != true {
				t.Errorf("%v", d)
			}
		}
	}
}

// TestGoneMeanwhile: a subscription that ends between the read and the destroy is no error.
func TestGoneMeanwhile(t *testing.T) {
	t.Parallel()

	w := acctest.NewWorld(t, nil)
	w.Core.MustApply(config(w, nil))
	w.Sim.Inject(sim.Fault{Pattern: acctest.API + "DisableSubscription", Status: 404, Body: `{"api_error_entity":{"error_code":2}}`, Match: func(*http.Request) bool {
		w.Sim.Store.Docs(nexportsim.Subscriptions, "").Remove(w.Ann() + "/" + w.Acme())

		return true
	}})
	acctest.WantNothing(t, w.Core.Destroy())
}
