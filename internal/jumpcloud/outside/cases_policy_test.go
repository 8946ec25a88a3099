// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package outside_test

import (
	"strings"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/iplist/iplistsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/policy/policysim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/psa/psasim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

func TestFieldReplacedByTheVendor(t *testing.T) {
	w := met(t, "field-replaced-by-the-vendor")
	w.mustApply()

	templates := w.sim.Docs(policysim.Templates, "")

	template, ok := templates.Find(func(d sim.Doc) bool { return d["name"] == "lock_screen_darwin" })
	if !ok {
		t.Fatal("no such template")
	}

	fields, _ := template["configFields"].([]any)
	field, _ := fields[0].(map[string]any)
	field["id"], field["name"] = "5f0000000000000000aaaaaa", "idleTimeoutSeconds"
	id, _ := template["id"].(string)
	templates.Put(id, template)

	w.edit("{ timeout = 300 }", "{ idleTimeoutSeconds = 300 }")
	w.mustApply()
	w.planned(unchanged)
}

func TestRegistryKeyWithASlash(t *testing.T) {
	met(t, "registry-key-with-a-slash").planned(`Ciphers\\RC4 128/128`)
}

func TestRegistryLocationAsRegeditShowsIt(t *testing.T) {
	w := met(t, "registry-location-as-regedit-shows-it")
	if out := w.planned(`SOFTWARE\\Example`); strings.Contains(out, "HKEY") {
		t.Errorf("the hive is inside:\n%s", out)
	}
}

func TestRegistryMultiStringList(t *testing.T) {
	met(t, "registry-multi-string-list").planned(`srvsvc\\0netlogon\\0\\0`)
}

func TestOMAURIRowsAreChecked(t *testing.T) {
	met(t, "oma-uri-rows-unchecked").refused("uriList", `"boolean"`, `"nonsense"`, "oma_uri_values", "./")
}

func TestXMLWithAnotherDeclaredEncoding(t *testing.T) {
	w := met(t, "xml-with-another-declared-encoding")

	out, _ := w.plan()
	if strings.Contains(out, "CharsetReader") {
		t.Errorf("Go internals:\n%s", out)
	}
}

func TestOMAValuesThatNoDeviceReads(t *testing.T) {
	w := met(t, "oma-values-that-no-device-reads")
	w.refused("oma_uri_values")

	// Each row alone is refused too, and the twins together.
	for _, row := range []string{
		`{ uri = "./Device/Example/A", format = "base64", value = "AAAA\nBBBB" }`,
		`{ uri = "./Device/Example/B", format = "float", value = "NaN" }`,
		`{ uri = "./Device/Example/C", format = "float", value = "0x1p-2" }`,
		`{ uri = "./Device/Example/D", value = 1 }, { uri = "./device/example/d", value = 2 }`,
	} {
		w.fresh("\nprovider \"jumpcloud\" {}\noutput \"rows\" {\n  value = provider::jumpcloud::oma_uri_values([" + row + "])\n}\n")
		w.refused("oma_uri_values")
	}
}

func TestValuesFromAMap(t *testing.T) {
	w := met(t, "values-from-a-map")
	w.planned("1 to add")
	w.mustApply()
	w.planned(unchanged)
}

func TestIPListInvisibleCharacters(t *testing.T) {
	w := met(t, "ip-list-invisible-characters")
	if out, code := w.apply(); code != 0 {
		says(t, out, "ips")

		return
	}

	for _, list := range w.sim.Docs(iplistsim.Collection, w.organization("Acme Inc")).All() {
		entries, _ := list["ips"].([]any)
		for _, e := range entries {
			entry, _ := e.(string)
			if strings.TrimSpace(entry) != entry || strings.ContainsAny(entry, "\u00a0\r") {
				t.Errorf("sent: %q", entry)
			}
		}
	}

	w.planned(unchanged)
}

// integration is the id of the only PSA integration.
func (w *world) integration() string {
	w.t.Helper()

	id := w.state()["jumpcloud_connectwise_integration.this[<nil>]"]
	if id == "" {
		w.t.Fatal("no integration in state")
	}

	return id
}

func TestPSACompanyNamedLikeAnID(t *testing.T) {
	w := met(t, "psa-company-named-like-an-id")
	w.must("apply", "-auto-approve", "-target=jumpcloud_connectwise_integration.this")
	w.sim.Docs(psasim.Companies, w.integration()).Put("5011", sim.Doc{"id": "5011", "name": "250", "typeId": 1, "active": true})
	w.refused(`"250"`, `"Acme Incorporated"`, "5011")
}

func TestPSAAgreementRenewedUnderItsName(t *testing.T) {
	w := met(t, "psa-agreement-renewed-under-its-name")
	w.mustApply()

	agreements := w.sim.Docs(psasim.Agreements, w.integration())
	ended, _ := agreements.Get("412")
	ended["active"] = false
	agreements.Put("412", ended)
	agreements.Put("500", sim.Doc{
		"id": "500", "name": "Managed Services 2026", "companyId": "250", "active": true,
		"additions": []any{sim.Doc{"id": "9501", "name": "JumpCloud Platform"}},
	})

	out := w.planned()
	if !strings.Contains(out, "412") || !strings.Contains(out, "500") || strings.Contains(out, unchanged) && !strings.Contains(out, "Warning:") {
		t.Errorf("the ended agreement is not told:\n%s", out)
	}
}

func TestRenamedWarningAfterTheRenameWasWritten(t *testing.T) {
	w := met(t, "renamed-warning-after-the-rename-was-written")
	w.mustApply()

	companies := w.sim.Docs(psasim.Companies, w.integration())
	acme, _ := companies.Get("250")
	acme["name"] = "Acme Holdings plc"
	companies.Put("250", acme)

	w.edit("Acme Incorporated", "Acme Holdings plc")

	if out := w.planned(); strings.Contains(messages(out), "Warning:") {
		t.Errorf("still warns:\n%s", out)
	}

	w.mustApply()
	w.planned(unchanged)
}
