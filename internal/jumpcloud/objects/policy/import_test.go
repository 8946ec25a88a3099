// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package policy_test

import (
	"encoding/json"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
)

func TestImportOfWhatIsNotThere(t *testing.T) {
	t.Parallel()

	w := newWorld(t)

	for id, want := range map[string]string{
		"x":                                   "has 1 of the 2 parts",
		w.Org + "/x":                          "24 hexadecimal digits",
		w.Org + "/66b1f0a2c8d5e90001a1b2c3":   "not found",
		w.Org + "/66b1f0a2c8d5e90001a1b2c3/x": "3",
	} {
		w.mentions(w.Import(address, id).Errors(), want)
	}

	if all := w.Addresses(); len(all) != 0 {
		t.Errorf("in state: %v", all)
	}
}

// A policy that was made before the provider came shows all that somebody set, so that the
// configuration an import generates makes the same policy.
func TestImportOfForeignPolicy(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	w.MustApply(w.policy("app_notifications_darwin", acctest.Attrs{"values": map[string]any{
		"BundleIdentifier": "com.example.app", "AlertType": "2", "PreviewType": "Always", "BadgesEnabled": true, "SoundsEnabled": false,
	}}))

	if d := w.Import("jumpcloud_policy.that", w.Org+"/"+w.id()); len(d) > 0 {
		t.Fatal(d)
	}

	that := w.State("jumpcloud_policy.that")
	w.equal("values", text(t, that["values"]), `{"AlertType":"Persistent Banner","BundleIdentifier":"com.example.app","SoundsEnabled":false}`)

	var generated acctest.Attrs
	if err := json.Unmarshal([]byte(text(t, that)), &generated); err != nil {
		t.Fatal(err)
	}

	delete(generated, "id")
	delete(generated, "template_id")
	w.Forget(address)
	w.MustPlanEmpty(acctest.Config{"jumpcloud_policy.that": generated})
}
