// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package subscription_test

import (
	"maps"
	"os"
	"reflect"
	"strings"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nexport/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nexport/nexportsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nexport/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/proof"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

func TestMain(m *testing.M) { os.Exit(proof.Main(m)) }

const ann = "nexport_subscription.ann"

// config subscribes Ann to Acme, with these attributes besides.
func config(w *acctest.World, attrs proof.Attrs) proof.Config {
	all := proof.Attrs{"organization_id": w.Acme(), "user_id": w.Ann()}
	maps.Copy(all, attrs)

	return proof.Config{ann: all}
}

func TestLifeCycle(t *testing.T) {
	t.Parallel()

	w := acctest.NewWorld(t, nil)
	full := proof.Attrs{"enabled": false, "status": "On Leave", "custom_profile_fields": map[string]any{"badge": "B-1", "cost_center": "7"}}

	acctest.WantNothing(t, w.Core.Apply(config(w, full)))

	id, _ := w.Only(nexportsim.Subscriptions)["subscription_id"].(string)
	w.WantBody("CreateSubscription", sim.Doc{"org_id": w.Acme(), "user_id": w.Ann()})
	w.WantBody("DisableSubscription", sim.Doc{"subscription_id": id, "disabled": true})
	w.WantBody("SetSubscriptionStatus", sim.Doc{"subscription_id": id, "status": "On Leave"})
	w.WantBody("SetCustomProfileFieldValues", sim.Doc{"subscriber_id": id, "custom_profile_field_values": sim.Doc{"badge": "B-1", "cost_center": "7"}})
	w.WantCalls("GET GetSubscription 404", "POST CreateSubscription 200", "GET GetSubscription 200", "POST SetCustomProfileFieldValues 200",
		"GET GetCustomProfileFieldValues 200", "POST SetSubscriptionStatus 200", "GET GetSubscription 200", "POST DisableSubscription 200", "GET GetSubscription 200")
	w.WantState(ann, full)
	w.WantState(ann, proof.Attrs{"id": id})

	if got := w.Core.Identity(ann); !reflect.DeepEqual(got, proof.Attrs{"organization_id": w.Acme(), "user_id": w.Ann()}) {
		t.Errorf("identity %v", got)
	}

	w.Core.MustPlanEmpty(config(w, full))
	w.WantCalls("GET GetSubscription 200", "GET GetCustomProfileFieldValues 200")

	// Each attribute changes alone, and in place.
	full["enabled"] = true
	w.Core.MustApply(config(w, full))
	w.WantBody("DisableSubscription", sim.Doc{"subscription_id": id, "disabled": false})

	if n := w.Tries("SetSubscriptionStatus") + w.Tries("SetCustomProfileFieldValues"); n > 0 {
		t.Errorf("%d needless requests", n)
	}

	w.Sim.Log().Reset()

	full["custom_profile_fields"] = map[string]any{"badge": "B-2"}
	w.Core.MustApply(config(w, full))
	w.WantBody("SetCustomProfileFieldValues", sim.Doc{"subscriber_id": id, "custom_profile_field_values": sim.Doc{"badge": "B-2", "cost_center": ""}})
	w.Sim.Log().Reset()

	// What is not configured any more is cleared.
	w.Core.MustApply(config(w, nil))
	w.WantBody("SetSubscriptionStatus", sim.Doc{"subscription_id": id, "status": ""})
	w.WantBody("SetCustomProfileFieldValues", sim.Doc{"subscriber_id": id, "custom_profile_field_values": sim.Doc{"badge": ""}})
	w.Sim.Log().Reset()

	acctest.WantNothing(t, w.Core.Destroy())
	w.WantBody("DisableSubscription", sim.Doc{"subscription_id": id, "disabled": true})

	if d := w.Only(nexportsim.Subscriptions); d["disabled"] != true || len(w.Core.Addresses()) != 0 {
		t.Errorf("left %v, in state %v", d, w.Core.Addresses())
	}

	// What a destroy disabled is enabled again, not made a second time.
	w.Sim.Log().Reset()
	acctest.WantWarning(t, w.Core.Apply(config(w, nil)), "Subscription Enabled Again")
	w.WantState(ann, proof.Attrs{"id": id, "enabled": true})

	if w.Tries("CreateSubscription") > 0 {
		t.Error("it was created again")
	}
}

func TestExistsAndImport(t *testing.T) {
	t.Parallel()

	w := acctest.NewWorld(t, nil)
	w.Subscribe(w.Ann(), w.Acme())

	key := w.Acme() + "/" + w.Ann()
	acctest.WantError(t, w.Core.Apply(config(w, nil)), "has a subscription to the organization already", "import {", key)
	w.WantCalls("GET GetSubscription 200")

	for name, imported := range map[string]func(c *proof.Core) proof.Diagnostics{
		"by id": func(c *proof.Core) proof.Diagnostics { return c.Import(ann, key) },
		"by identity": func(c *proof.Core) proof.Diagnostics {
			return c.ImportByIdentity(ann, proof.Attrs{"organization_id": w.Acme(), "user_id": w.Ann()})
		},
	} {
		core := acctest.NewCore(t, w.Sim, acctest.As(w.Sim, simulator.RoleAdmin))
		if d := imported(core); len(d) > 0 || core.State(ann)["enabled"] != true || core.State(ann)["status"] != nil {
			t.Errorf("%s: %v %s", name, core.State(ann), d)
		}

		core.MustPlanEmpty(config(w, nil))
	}

	core := acctest.NewCore(t, w.Sim, acctest.As(w.Sim, simulator.RoleAdmin))
	acctest.WantError(t, core.Import(ann, w.Acme()), "Unable to Import Subscription", "<organization_id>/<user_id>")
	acctest.WantError(t, core.Import(ann, w.Ann()+"/"+w.Ann()), "Unable to Read Subscription", "Entity not found")
}

// TestDrift: what somebody changed in the console is set back; what is gone leaves state.
func TestDrift(t *testing.T) {
	t.Parallel()

	w := acctest.NewWorld(t, nil)
	attrs := proof.Attrs{"status": "On Leave", "custom_profile_fields": map[string]any{"badge": "B-1"}}
	w.Core.MustApply(config(w, attrs))

	key := w.Ann() + "/" + w.Acme()

	for operation, change := range map[string]sim.Doc{
		"DisableSubscription": {"disabled": true}, "SetSubscriptionStatus": {"status": "Graduated"}, "SetCustomProfileFieldValues": {"values": sim.Doc{"badge": "C"}},
	} {
		w.Change(nexportsim.Subscriptions, key, change)
		w.Sim.Log().Reset()
		w.Core.MustApply(config(w, attrs))

		if n := w.Tries(operation); n != 1 {
			t.Errorf("%d requests to %s", n, operation)
		}

		w.Core.MustPlanEmpty(config(w, attrs))
	}

	w.Sim.Store.Docs(nexportsim.Subscriptions, "").Remove(key)

	if p := w.Core.Plan(config(w, attrs)); p.Count(proof.Create) != 1 {
		t.Errorf("%v", p.Actions())
	}
}

// TestLookups: what data sources and list blocks find, over several pages.
func TestLookups(t *testing.T) {
	t.Parallel()

	for _, switches := range []map[string]string{
		nil, {"first-page": "0"}, {"paging-headers": "off"}, {"subscription-status-shown": "off"},
	} {
		w := acctest.NewWorld(t, switches)
		for range 64 {
			w.Subscribe(w.Sim.IDs.UUID(), w.Acme())
		}

		w.Subscribe(w.Ann(), w.Acme())

		got, d := w.Core.Data("nexport_subscriptions", proof.Attrs{"organization_id": w.Acme()})
		acctest.WantNothing(t, d)

		if all, _ := got["subscriptions"].([]any); len(all) != 65 {
			t.Errorf("%v: %d subscriptions", switches, len(all))
		}

		for _, by := range []proof.Attrs{{"user_id": w.Ann()}, {"login": "ann@acme.example"}} {
			got, d := w.Core.Data("nexport_subscriptions", by)
			acctest.WantNothing(t, d)

			all, _ := got["subscriptions"].([]any)
			if len(all) != 1 || acctest.Member(all[0], "organization_id") != w.Acme() {
				t.Errorf("%v: %v", switches, got)
			}
		}

		listed, d := w.Core.List("nexport_subscription", proof.Query{Config: proof.Attrs{"user_id": []any{w.Ann()}}, IncludeResource: true})
		acctest.WantNothing(t, d)

		if len(listed) != 1 || listed[0].Identity["user_id"] != w.Ann() || listed[0].Resource["enabled"] != true {
			t.Errorf("%v: %v", switches, listed)
		}
	}
}

// TestRoles: who may not do it is told so; a token that is valid is not renewed for it.
func TestRoles(t *testing.T) {
	t.Parallel()

	w := acctest.NewWorld(t, nil)
	w.Core.Use(acctest.As(w.Sim, simulator.RoleViewer))
	acctest.WantError(t, w.Core.Apply(config(w, nil)), "Unable to Create Subscription", "Not authorized", "Add Subscriptions", "status 403")
	w.WantCalls("GET GetSubscription 404", "POST CreateSubscription 403", "GET ValidateAccessToken 200")

	w.Core.Use(acctest.As(w.Sim, simulator.RoleOperator))
	acctest.WantError(t, w.Core.Apply(config(w, nil)), "Unable to authenticate", "system operators")

	w.Core.Use(acctest.As(w.Sim, simulator.RoleAdmin).With("NEXPORT_READ_ONLY", "true"))
	acctest.WantError(t, w.Core.Apply(config(w, nil)), "read_only")

	if all := w.Docs(nexportsim.Subscriptions); len(all) > 0 {
		t.Errorf("%v", all)
	}
}

// TestRefusals: what a plan refuses, and what the service refuses after the creation, which
// is a warning, since an error would have Terraform make a second subscription.
func TestRefusals(t *testing.T) {
	t.Parallel()

	w := acctest.NewWorld(t, nil)
	acctest.WantError(t, w.Core.Apply(proof.Config{ann: {"organization_id": "acme", "user_id": w.Ann()}}), "must be a UUID")
	acctest.WantError(t, w.Core.Apply(proof.Config{ann: {"organization_id": w.Ann(), "user_id": w.Ann()}}), "Unable to Create Subscription", "Entity not found")

	d := w.Core.Apply(config(w, proof.Attrs{"status": "Lost", "enabled": false}))
	acctest.WantWarning(t, d, "Subscription Not Complete", "Subscription Status not found")
	w.WantState(ann, proof.Attrs{"status": "Lost", "enabled": false})
	acctest.WantError(t, w.Core.Apply(config(w, proof.Attrs{"status": "Lost", "enabled": false})), "Unable to Update Subscription", "Subscription Status not found")
	w.Core.MustApply(config(w, proof.Attrs{"status": "Graduated", "enabled": false}))

	if d := w.Only(nexportsim.Subscriptions); d["disabled"] != true || d["status"] != "Graduated" {
		t.Errorf("%v", d)
	}

	if strings.Contains(d.String(), "token") {
		t.Errorf("%s", d)
	}
}

// TestDisabled: a subscription that cannot be changed while it is disabled is enabled first
// and disabled last, and an empty value that the service drops makes no difference.
func TestDisabled(t *testing.T) {
	t.Parallel()

	w := acctest.NewWorld(t, map[string]string{"subscription-disabled-writes": "refuse", "custom-profile-field-empty": "dropped"})

	for _, attrs := range []proof.Attrs{
		{"enabled": false, "status": "On Leave", "custom_profile_fields": map[string]any{"badge": "B-1", "cost_center": ""}},
		{"enabled": true, "status": "Graduated", "custom_profile_fields": map[string]any{"badge": "", "cost_center": "7"}},
		{"enabled": false, "status": "On Leave", "custom_profile_fields": map[string]any{"badge": "B-2"}},
	} {
		acctest.WantNothing(t, w.Core.Apply(config(w, attrs)))
		w.WantState(ann, attrs)
		w.Core.MustPlanEmpty(config(w, attrs))
	}
}
