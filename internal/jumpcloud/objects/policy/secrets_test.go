// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package policy_test

import (
	"fmt"
	"net/http"
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/policy/policysim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

const secret, rotated = "correct-horse", "battery-staple"

// wifi is a policy with a sensitive field, which is required.
func (w *world) wifi(name, passphrase string, version any) acctest.Config {
	return w.policy("wifi_configuration_windows", acctest.Attrs{
		"name": name, "values": map[string]any{"SSID": "corp"},
		"sensitive_values_wo": map[string]any{"PASSPHRASE": passphrase}, "sensitive_values_wo_version": version,
	})
}

// silent fails the test if anything that Terraform keeps or prints holds a secret.
func (w *world) silent(all ...any) {
	w.Helper()

	shown := fmt.Sprint(append(all, w.State(address))...)

	for _, s := range []string{secret, rotated} {
		if strings.Contains(shown, s) {
			w.Errorf("%q is shown: %s", s, shown)
		}
	}
}

// However a sensitive value is read back (evidence: policies 4.1), it gets there and stays there.
func TestSecretLife(t *testing.T) {
	t.Parallel()

	for _, read := range []string{"plain", "null", "masked", "missing"} {
		t.Run(read, func(t *testing.T) {
			t.Parallel()

			w := newWorld(t, "policy-sensitive-read", read)

			p := w.Plan(w.wifi("Wi-Fi", secret, 1))
			w.silent(p.Planned(address), p.Diags)

			if d := append(p.Diags, p.Apply()...); len(d) > 0 {
				t.Fatal(d)
			}

			w.equal("created", w.held("PASSPHRASE"), `"`+secret+`"`)
			w.equal("values in state", text(t, w.State(address)["values"]), `{"SSID":"corp"}`)
			w.silent()
			w.MustPlanEmpty(w.wifi("Wi-Fi", secret, 1))

			// Another secret is not seen, which is what the version is for.
			w.MustPlanEmpty(w.wifi("Wi-Fi", rotated, 1))

			p = w.Plan(w.wifi("Wi-Fi", rotated, 2))
			w.equal("rotation", text(t, p.Actions()), `{"`+address+`":"update"}`)
			w.silent(p.Planned(address), p.Diags)
			w.MustApply(w.wifi("Wi-Fi", rotated, 2))
			w.equal("rotated", w.held("PASSPHRASE"), `"`+rotated+`"`)
			w.silent()

			// A change of anything else sends all.
			w.MustApply(w.wifi("WLAN", rotated, 2))
			w.equal("sent", w.sent(put)["PASSPHRASE"], `"`+rotated+`"`)
			w.equal("held", w.held("PASSPHRASE"), `"`+rotated+`"`)

			w.importSecret(rotated)
			w.destroy()
		})
	}
}

// importSecret imports the policy anew: its secret is not lost on the way.
func (w *world) importSecret(held string) {
	w.Helper()

	id := w.id()
	w.Forget(address)

	if d := w.Import(address, w.Org+"/"+id); len(d) > 0 {
		w.Fatal(d)
	}

	w.silent()
	w.equal("plan after import", text(w.T, w.Plan(w.wifi("WLAN", held, 2)).Actions()), `{"`+address+`":"update"}`)
	w.MustApply(w.wifi("WLAN", held, 2))
	w.equal("held", w.held("PASSPHRASE"), `"`+held+`"`)
	w.equal("id", w.id(), id)
}

// A secret that somebody else set stays when the configuration knows nothing of it: what was
// read is sent back, as the vendor's clients do. Where the service leaves it out of its
// answer altogether, there is nothing to send.
func TestForeignSecretIsKept(t *testing.T) {
	t.Parallel()

	for _, switches := range [][]string{
		{"policy-sensitive-read", "plain"},
		{"policy-sensitive-read", "masked"},
		{"policy-sensitive-read", "missing", "policy-missing-field", "keep"},
	} {
		t.Run(switches[1], func(t *testing.T) {
			t.Parallel()

			w := newWorld(t, switches...)
			config := w.policy("wifi_configuration_darwin", acctest.Attrs{"values": map[string]any{"SSID_STR": "corp"}})
			w.MustApply(config)
			w.console("Password", secret)
			w.MustPlanEmpty(config)
			w.silent()

			config[address]["notes"] = "changed"
			w.MustApply(config)
			w.equal("held", w.held("Password"), `"`+secret+`"`)
			w.silent()
			w.destroy()
		})
	}
}

// No text shows a secret: not the problems of the plan, and not an error that quotes it.
func TestSecretsInErrors(t *testing.T) {
	t.Parallel()

	w := newWorld(t)

	for name, value := range map[string]any{
		"number": 271828182845, "list": []any{secret}, "object": map[string]any{"x": secret}, "set": tftypes.NewValue(
			tftypes.Set{ElementType: tftypes.String}, []tftypes.Value{hcl(secret)}),
	} {
		for _, attribute := range []string{"values", "sensitive_values_wo"} {
			attrs := acctest.Attrs{"values": map[string]any{"SSID": "corp", "PASSPHRASE": value}}
			if attribute == "sensitive_values_wo" {
				attrs = acctest.Attrs{
					"values": map[string]any{"SSID": "corp"}, "sensitive_values_wo": map[string]any{"PASSPHRASE": value}, "sensitive_values_wo_version": 1,
				}
			}

			errs := w.refused(w.policy("wifi_configuration_windows", attrs))
			w.mentions(errs, attribute+".PASSPHRASE expected a string")
			w.silent(errs)

			if strings.Contains(errs.String(), "271828182845") {
				t.Errorf("%s is shown:\n%s", name, errs)
			}
		}
	}

	refusing := w.Sim.Inject(sim.Fault{
		Method: post, PathPrefix: policies, Status: http.StatusBadRequest, Body: `{"message":"PASSPHRASE must not be ` + secret + `"}`,
	})
	plain := w.policy("wifi_configuration_windows", acctest.Attrs{"values": map[string]any{"SSID": "corp", "PASSPHRASE": secret}})

	for _, config := range []acctest.Config{w.wifi("Wi-Fi", secret, 1), plain} {
		d := w.Apply(config)
		w.mentions(d.Errors(), "Unable to Create Policy", "PASSPHRASE must not be", `"Acme Inc"`, "status 400")
		w.silent(d)
	}

	refusing.Remove()
	w.MustApply(w.wifi("Wi-Fi", secret, 1))
	w.Sim.Inject(sim.Fault{
		Method: put, PathPrefix: policies, Status: http.StatusBadRequest, Body: `{"message":"PASSPHRASE must not be ` + rotated + `"}`,
	})

	d := w.Apply(w.wifi("Wi-Fi", rotated, 2))
	w.mentions(d.Errors(), "Unable to Update Policy", "PASSPHRASE must not be")
	w.silent(d)
}

func TestSecretRules(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	wo := func(values, sensitive any) acctest.Config {
		return w.policy("wifi_configuration_windows", acctest.Attrs{
			"values": values, "sensitive_values_wo": sensitive, "sensitive_values_wo_version": 1,
		})
	}
	ssid := map[string]any{"SSID": "corp"}

	for want, config := range map[string]acctest.Config{
		"values.PASSPHRASE required, but not set here nor in sensitive_values_wo": wo(ssid, map[string]any{"PASSPHRASE": nil}),
		"sensitive_values_wo.SSID not a sensitive field; set it in values":        wo(ssid, map[string]any{"PASSPHRASE": secret, "SSID": "x"}),
		"also set in values; set it in one of the two": wo(
			map[string]any{"SSID": "corp", "PASSPHRASE": secret}, map[string]any{"PASSPHRASE": secret}),
		`sensitive_values_wo.PASPHRASE no such field; did you mean "PASSPHRASE"?`: wo(ssid, map[string]any{"PASPHRASE": secret, "PASSPHRASE": secret}),
		"sensitive_values_wo expected field names and their values, got a string": wo(ssid, secret),
	} {
		errs := w.refused(config)
		w.mentions(errs, want)
		w.silent(errs)
	}

	// Problems of both attributes: one error for each.
	errs := w.refused(wo(map[string]any{"SSID": true}, map[string]any{"PASSPHRASE": 1}))
	if len(errs) != 2 {
		t.Errorf("%d errors:\n%s", len(errs), errs)
	}

	// Not known at plan, in part or as a whole.
	for _, unknown := range []any{acctest.Unknown, map[string]any{"PASSPHRASE": acctest.Unknown}} {
		p := w.Plan(wo(ssid, unknown))
		if len(p.Diags) > 0 {
			t.Fatal(p.Diags)
		}

		w.mentions(p.ApplyKnowing(wo(ssid, map[string]any{"PASSPHRASE": 1})).Errors(), "expected a string, got a number")

		if d := p.ApplyKnowing(wo(ssid, map[string]any{"PASSPHRASE": secret})); len(d) > 0 {
			t.Fatal(d)
		}

		w.equal("held", w.held("PASSPHRASE"), `"`+secret+`"`)
		w.silent()
		w.destroy()
	}
}

// A secret in plain values works and is pointed out, once, when it comes or changes.
func TestSecretInPlainValues(t *testing.T) {
	t.Parallel()

	for _, read := range []string{"plain", "null", "masked", "missing"} {
		t.Run(read, func(t *testing.T) {
			t.Parallel()

			w := newWorld(t, "policy-sensitive-read", read)
			config := w.policy("wifi_configuration_windows", acctest.Attrs{"values": map[string]any{"SSID": "corp", "PASSPHRASE": "plain-text"}})

			d := w.Apply(config)
			w.mentions(d.Warnings(), "Sensitive Policy Value in State", "marks PASSPHRASE as sensitive", "sensitive_values_wo")

			if len(d) != 2 { // the apply plans once more
				t.Fatal(d)
			}

			w.equal("held", w.held("PASSPHRASE"), `"plain-text"`)

			if p := w.Plan(config); len(p.Diags) > 0 || p.Count(acctest.NoOp) != 1 {
				t.Errorf("%v %s", p.Actions(), p.Diags)
			}

			config[address]["values"] = map[string]any{"SSID": "corp2", "PASSPHRASE": "plain-text"}
			w.MustApply(config)
			w.equal("held", w.held("PASSPHRASE"), `"plain-text"`)

			// Only where the service shows it can a change be seen.
			w.console("PASSPHRASE", "other")

			drifted := w.Plan(config).Count(acctest.Update) == 1
			if drifted != (read == "plain") {
				t.Errorf("drift of a value that is read as %s: %v", read, drifted)
			}

			// Moved out of state.
			w.MustApply(w.wifi("Wi-Fi", secret, 1))
			w.equal("held", w.held("PASSPHRASE"), `"`+secret+`"`)
			w.silent()
			w.destroy()
		})
	}
}

// A creation with an unclear answer is recognized although its secret cannot be compared.
func TestSecretInUnclearCreation(t *testing.T) {
	t.Parallel()

	for _, read := range []string{"plain", "null", "masked", "missing"} {
		t.Run(read, func(t *testing.T) {
			t.Parallel()

			w := newWorld(t, "policy-sensitive-read", read)
			w.Sim.Inject(sim.Fault{Method: post, PathPrefix: policies, Nth: 1, Status: http.StatusInternalServerError, After: true})
			w.MustApply(w.wifi("Wi-Fi", secret, 1))

			if n := w.Sim.Docs(policysim.Collection, w.Org).Len(); n != 1 {
				t.Errorf("%d policies", n)
			}
		})
	}
}
