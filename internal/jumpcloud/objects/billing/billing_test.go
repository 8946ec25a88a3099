// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package billing_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/billing/billingsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/proof"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

type world struct{ *acctest.World }

func newWorld(t *testing.T) *world {
	t.Helper()

	return &world{acctest.NewWorld(t, acctest.Of{}, nil)}
}

func (w *world) issue(id, amount string) {
	billingsim.AddInvoice(w.Sim.World, w.ProviderID, billingsim.Invoice{
		ID: id, DueDate: "2026-09-01", Status: "open", AmountBilled: amount, AmountPaid: "0.00", AmountRemaining: amount, Currency: "usd",
	})
}

var wantError, wantNoError = proof.WantError, proof.WantNoError

func TestDetails(t *testing.T) {
	t.Parallel()

	for _, form := range []string{"number", "string"} {
		w := newWorld(t)
		billingsim.SetDetails(w.Sim.World, w.ProviderID, sim.Doc{
			"contractType": "Annual", "hasContract": true, "assignedLicenses": 77,
			"products": []any{
				sim.Doc{"name": "Platform", "capabilities": []any{"SSO"}, "includedLicenses": 10, "purchasedLicenses": 100},
				sim.Doc{"name": "Plus", "capabilities": []any{}, "purchasedLicenses": 20},
			},
		})

		if form == "string" {
			// The published type is a number. JSON made from protocol buffers has strings.
			w.Sim.Inject(sim.Fault{Pattern: "/api/v2/providers/{provider_id}/billing/details", Status: 200, Body: `{"contractType":"Annual",` +
				`"hasContract":true,"assignedLicenses":"77","products":[{"name":"Platform","capabilities":["SSO"],"includedLicenses":"10",` +
				`"purchasedLicenses":"100"},{"name":"Plus","purchasedLicenses":"20"}]}`})
		}

		got, d := w.Data("jumpcloud_billing_details", nil)
		wantNoError(t, d)

		want := acctest.Attrs{
			"contract_type": "Annual", "has_contract": true, "assigned_licenses": 77, "purchased_licenses": 120, "included_licenses": 10,
			"products": []any{
				map[string]any{"name": "Platform", "capabilities": []any{"SSO"}, "included_licenses": 10, "purchased_licenses": 100},
				map[string]any{"name": "Plus", "capabilities": []any{}, "included_licenses": 0, "purchased_licenses": 20},
			},
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %v, want %v", form, got, want)
		}
	}
}

func TestDetailsOfAProviderThatBoughtNothing(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	billingsim.SetDetails(w.Sim.World, w.ProviderID, sim.Doc{"hasContract": false})

	got, d := w.Data("jumpcloud_billing_details", nil)
	wantNoError(t, d)

	if got["has_contract"] != false || got["purchased_licenses"] != 0 || !reflect.DeepEqual(got["products"], []any{}) {
		t.Errorf("%v", got)
	}

	_, d = w.Data("jumpcloud_billing_contract", nil)
	wantError(t, d, "Unable to Read Billing Contract", "has_contract", "status 404")
}

func TestInvoices(t *testing.T) {
	t.Parallel()

	w := newWorld(t)

	got, d := w.Data("jumpcloud_invoices", nil)
	wantNoError(t, d)

	if !reflect.DeepEqual(got, acctest.Attrs{"invoices": []any{}, "ids": []any{}}) {
		t.Errorf("none: %v", got)
	}

	const many = 250

	ids := []any{}

	for i := range many {
		ids = append(ids, fmt.Sprintf("in_%03d", i))
		w.issue(fmt.Sprintf("in_%03d", i), "12.50")
	}

	w.Sim.Log().Reset()

	got, d = w.Data("jumpcloud_invoices", nil)
	wantNoError(t, d)

	if !reflect.DeepEqual(got["ids"], ids) {
		t.Errorf("ids %v", got["ids"])
	}

	first := got["invoices"].([]any)[0] //nolint:forcetypeassert // a wrong type fails the test
	if want := (map[string]any{
		"id": "in_000", "due_date": "2026-09-01", "status": "open", "amount_billed": "12.50", "amount_paid": "0.00",
		"amount_remaining": "12.50", "currency": "usd",
	}); !reflect.DeepEqual(first, want) {
		t.Errorf("%v, want %v", first, want)
	}

	if n := w.Sim.Log().Count("GET", "/api/v2/providers/"+w.ProviderID+"/invoices"); n != 3 {
		t.Errorf("%d calls, want 3", n)
	}
}

func TestFiles(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	w.issue("in_1", "99.00")

	for typeName, config := range map[string]acctest.Attrs{
		"jumpcloud_invoice":          {"id": "in_1"},
		"jumpcloud_billing_contract": {},
	} {
		// Without a path there is no file.
		bare, d := w.Data(typeName, config)
		wantNoError(t, d)

		path := filepath.Join(t.TempDir(), "document.pdf")

		// An older file that everybody can read does not stay so.
		if err := os.WriteFile(path, []byte("old"), 0o644); err != nil {
			t.Fatal(err)
		}

		config["output_path"] = path

		got, d := w.Data(typeName, config)
		wantNoError(t, d)

		data, err := os.ReadFile(path)
		if err != nil || !bytes.HasPrefix(data, []byte("%PDF-")) {
			t.Fatalf("%s: %v %q", typeName, err, data)
		}

		sum := sha256.Sum256(data)
		for _, state := range []acctest.Attrs{bare, got} {
			if state["sha256"] != hex.EncodeToString(sum[:]) || state["size"] != len(data) {
				t.Errorf("%s: %v", typeName, state)
			}

			if strings.Contains(fmt.Sprint(state), "%PDF") {
				t.Errorf("%s: the document is in state", typeName)
			}
		}

		if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
			t.Errorf("%s: mode %v (%v), want 0600", typeName, info.Mode(), err)
		}

		config["output_path"] = filepath.Join(t.TempDir(), "none", "document.pdf")
		_, d = w.Data(typeName, config)
		wantError(t, d, "Unable to Read", `AttributeName("output_path")`, "does not exist")

		config["output_path"] = ""
		_, d = w.Data(typeName, config)
		wantError(t, d, "at least 1")
	}

	_, d := w.Data("jumpcloud_invoice", acctest.Attrs{"id": "in_2"})
	wantError(t, d, "Unable to Read Invoice", `AttributeName("id")`, "not found")

	_, d = w.Data("jumpcloud_invoice", acctest.Attrs{"id": ""})
	wantError(t, d, "at least 1")
}
