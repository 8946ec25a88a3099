// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package subscription_test

import (
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nexport/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nexport/nexportsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/proof"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// TestIgnored: what the service accepts without effect is an error that names the attribute,
// and after a creation a warning. State has what the service has.
func TestIgnored(t *testing.T) {
	t.Parallel()

	for operation, c := range map[string]struct {
		attrs proof.Attrs
		says  string
	}{
		"DisableSubscription":   {proof.Attrs{"enabled": false}, "changed nothing of enabled:"},
		"SetSubscriptionStatus": {proof.Attrs{"status": "On Leave"}, "changed nothing of status:"},
		"SetCustomProfileFieldValues": {
			proof.Attrs{"custom_profile_fields": map[string]any{"badge": "B-1", "cost_center": "7"}},
			`changed nothing of custom_profile_fields["badge"], custom_profile_fields["cost_center"]:`,
		},
	} {
		t.Run(operation, func(t *testing.T) {
			t.Parallel()

			ignores := sim.Fault{PathPrefix: acctest.API + operation, Status: 200, Body: `{"api_error_entity":{"error_code":0}}`}

			w := acctest.NewWorld(t, nil)
			ignoring := w.Sim.Inject(ignores)
			acctest.WantWarning(t, w.Core.Apply(config(w, c.attrs)), "Subscription Not Complete", operation+" was accepted", c.says)
			acctest.WantError(t, w.Core.Apply(config(w, c.attrs)), "Unable to Update Subscription", operation+" was accepted", c.says, "field_names")

			if w.Core.Tainted(ann) {
				t.Error("the subscription would be replaced")
			}

			ignoring.Remove()
			w.Core.MustApply(config(w, c.attrs))
			w.Only(nexportsim.Subscriptions)
		})
	}
}

// TestIgnoredRemoval: a field that is managed no more and that the service did not clear is
// an error too: nothing would show it afterwards.
func TestIgnoredRemoval(t *testing.T) {
	t.Parallel()

	w := acctest.NewWorld(t, nil)
	w.Core.MustApply(config(w, proof.Attrs{"custom_profile_fields": map[string]any{"badge": "B-1", "cost_center": "7"}}))

	ignoring := w.Sim.Inject(sim.Fault{PathPrefix: acctest.API + "SetCustomProfileFieldValues", Status: 200, Body: `{"api_error_entity":{"error_code":0}}`})
	want := config(w, proof.Attrs{"custom_profile_fields": map[string]any{"badge": "B-1"}})
	acctest.WantError(t, w.Core.Apply(want), `changed nothing of custom_profile_fields["cost_center"]:`)
	w.WantState(ann, proof.Attrs{"custom_profile_fields": map[string]any{"badge": "B-1", "cost_center": "7"}})
	ignoring.Remove()
	w.Core.MustApply(want)

	if held, _ := w.Only(nexportsim.Subscriptions)["values"].(map[string]any); held["cost_center"] != "" {
		t.Errorf("%v", held)
	}
}
