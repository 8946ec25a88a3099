// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package policysim_test

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"regexp"
	"strings"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/jumpcloudsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/policy/policysim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// Ids of templates that other clients of the service show.
const (
	loginText      = "5ade0cfd1f24754c6c5dc9f2"
	loginTextField = "5ade0cfd1f24754c6c5dc9f3"
	registry       = "5f07273cb544065386e1ce6f"
	registryField  = "5f07273cb544065386e1ce70"
)

type world struct {
	*jumpcloudsim.World

	t         *testing.T
	mdm, bare string // organizations
	key       string
}

func newWorld(t *testing.T) *world {
	t.Helper()

	w := &world{World: jumpcloudsim.New(sim.Options{}), t: t}
	policysim.Register(w.World)

	// What a service does that takes no other members than the contract's.
	if err := w.Switches.Set("unknown-body-members", "refuse"); err != nil {
		t.Fatal(err)
	}

	provider := w.AddProvider(jumpcloudsim.Provider{Name: "MSP"})
	w.mdm = w.AddOrganization(provider, jumpcloudsim.Organization{Name: "MDM", MDM: jumpcloudsim.MDM{Apple: true, Windows: true, Android: true}})
	w.bare = w.AddOrganization(provider, jumpcloudsim.Organization{Name: "Bare"})
	w.key = w.AddKey("all", jumpcloudsim.Access{ProviderID: provider, AllOrganizations: true}, "")

	return w
}

func (w *world) do(org, method, path, body string) (*http.Response, string) {
	w.t.Helper()

	req, err := http.NewRequestWithContext(w.t.Context(), method, "https://sim.invalid/api/v2/"+path, strings.NewReader(body))
	if err != nil {
		w.t.Fatal(err)
	}

	req.Header.Set("x-api-key", w.key)
	req.Header.Set("x-org-id", org)

	resp, err := w.Transport().RoundTrip(req)
	if err != nil {
		w.t.Fatal(err)
	}

	defer func() { _ = resp.Body.Close() }()

	raw, err := io.ReadAll(resp.Body)
	if err != nil {
		w.t.Fatal(err)
	}

	return resp, string(raw)
}

// want calls in the organization without MDM and checks status and a part of the answer.
func (w *world) want(method, path, body string, status int, part string) string {
	w.t.Helper()

	resp, got := w.do(w.bare, method, path, body)
	if resp.StatusCode != status || !strings.Contains(got, part) {
		w.t.Errorf("%s %s %s: %d %s, want %d %s", method, path, body, resp.StatusCode, got, status, part)
	}

	return got
}

// created returns the new policy's path.
func (w *world) created(body string) string {
	w.t.Helper()

	return "policies/" + w.decode(w.want("POST", "policies", body, 201, ""))["id"].(string) //nolint:forcetypeassert // ids are strings
}

func (w *world) decode(body string) sim.Doc {
	w.t.Helper()

	var d sim.Doc
	if err := json.Unmarshal([]byte(body), &d); err != nil {
		w.t.Fatalf("%s: %v", body, err)
	}

	return d
}

func (w *world) set(name, value string) {
	w.t.Helper()

	if err := w.Switches.Set(name, value); err != nil {
		w.t.Fatal(err)
	}
}

// templateID and fieldID look names up in the catalogue.
func (w *world) templateID(name string) string {
	w.t.Helper()

	d, ok := policysim.TemplateByName(w.World, name)
	if !ok {
		w.t.Fatalf("no template %q", name)
	}

	return d["id"].(string) //nolint:forcetypeassert // ids are strings
}

func (w *world) fieldID(template, field string) string {
	w.t.Helper()

	_, values, err := policysim.Stored(w.World, template, map[string]any{field: nil})
	if err != nil {
		w.t.Fatal(err)
	}

	return values[0].(sim.Doc)["configFieldID"].(string) //nolint:forcetypeassert // made by Stored
}

func TestLifeCycle(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	row := `[{"customData":"1","customLocation":"SOFTWARE\\Acme","customRegType":"DWORD","customValueName":"On"}]`
	value := `{"configFieldID":"` + registryField + `","configFieldName":"customRegTable","value":` + row + `}`
	path := w.created(`{"name":"Edge","notes":"","template":{"id":"` + registry + `"},"values":[` + value + `]}`)

	read := w.decode(w.want("GET", path, "", 200, `"values":[{"configFieldID":"`+registryField+`","configFieldName":"customRegTable","sensitive":false,"value":`+row+`}]`))
	template, _ := read["template"].(sim.Doc)
	fields, _ := read["configFields"].([]any)

	if template["name"] != "custom_registry_keys_policy_windows" || template["configFields"] != nil || len(fields) != 1 || read["notes"] != "" {
		t.Errorf("read %v", read)
	}

	list := w.want("GET", "policies?filter=name:eq:Edge&sort=_id", "", 200, `"name":"Edge"`)
	if strings.Contains(list, "values") || strings.Contains(list, "configFields") || strings.Contains(list, "notes") {
		t.Errorf("the list is not shallow: %s", list)
	}

	if resp, _ := w.do(w.mdm, "GET", path, ""); resp.StatusCode != http.StatusNotFound {
		t.Error("another organization sees the policy")
	}

	w.want("PUT", path, `{"name":"Edge 2","notes":"n","values":[]}`, 200, `"notes":"n"`)
	w.want("GET", path, "", 200, `"values":[]`)
	// Live clients send what they read, with the same template.
	w.want("PUT", path, `{"name":"Edge 3","template":{"id":"`+registry+`"},"values":[`+value+`]}`, 200, row)
	w.want("PUT", path, `{"name":"Edge 3"}`, 200, `"notes":"n"`)
	w.want("PUT", path, `{}`, 400, "name")
	w.want("DELETE", path, "", 204, "")
	w.want("DELETE", path, "", 404, "")
	w.want("GET", path, "", 404, "")
	w.want("PUT", path, `{"name":"x"}`, 404, "")

	if v := w.TakeViolations(); len(v) != 0 {
		t.Errorf("violations %v", v)
	}
}

func TestRefusals(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	path := w.created(`{"name":"a","template":{"id":"` + loginText + `"}}`)

	if err := w.Switches.Set("policy-put-other-template", "refuse"); err != nil {
		t.Fatal(err)
	}

	for _, tt := range []struct{ method, path, body string }{
		{"POST", "policies", `{"template":{"id":"` + loginText + `"}}`},
		{"POST", "policies", `{"name":" ","template":{"id":"` + loginText + `"}}`},
		{"POST", "policies", `{"name":"a"}`},
		{"POST", "policies", `{"name":"a","template":{}}`},
		{"POST", "policies", `{"name":"a","template":{"id":"123456"}}`},
		{"POST", "policies", `{"name":"a","template":{"id":"` + w.templateID("custom_mdm_profile_darwin") + `"}}`},
		{"POST", "policies", `{"name":"a","template":{"id":"` + loginText + `"},"values":[{"configFieldID":"nope","value":1}]}`},
		{"POST", "policies", `{"name":"a","template":{"id":"` + loginText + `"},"values":[{"configFieldName":"LoginwindowText","value":1}]}`},
		{"PUT", path, `{"name":"a","template":{"id":"` + registry + `"}}`},
	} {
		w.want(tt.method, tt.path, tt.body, 400, `"code":400`)
	}

	if v := w.TakeViolations(); len(v) != 0 {
		t.Errorf("violations %v", v)
	}

	for _, body := range []string{
		`{"name":"a","osMetaFamily":"darwin"}`, `{"name":"a","values":{}}`, `{"name":"a","values":[1]}`, `{"name":"a","values":[{"configFieldId":"x"}]}`,
	} {
		w.want("PUT", path, body, 400, "")
	}

	if v := w.TakeViolations(); len(v) != 4 {
		t.Errorf("violations %v", v)
	}
}

func TestSensitiveRead(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	id := w.fieldID("wifi_configuration_darwin", "Password")
	path := w.created(`{"name":"wifi","template":{"id":"` + w.templateID("wifi_configuration_darwin") + `"},"values":[{"configFieldID":"` + id + `","value":"hunter2"}]}`)
	wire := func(value string) string {
		return `"values":[{"configFieldID":"` + id + `","configFieldName":"Password","sensitive":true,"value":` + value + `}]`
	}

	for value, part := range map[string]string{"plain": wire(`"hunter2"`), "null": wire("null"), "masked": wire(`"********"`), "missing": `"values":[]`} {
		w.set("policy-sensitive-read", value)
		w.want("GET", path, "", 200, part)
	}

	for value, echo := range map[string]string{"null": "null", "masked": `"********"`} {
		w.set("policy-sensitive-read", value)
		w.want("PUT", path, `{"name":"wifi","values":[{"configFieldID":"`+id+`","value":`+echo+`}]}`, 200, "")

		if got, _ := policysim.Value(w.World, w.bare, path[len("policies/"):], "Password"); got != "hunter2" {
			t.Errorf("%s: what was read, sent back, destroyed the secret: %v", value, got)
		}
	}
}

func TestWriteSwitches(t *testing.T) {
	t.Parallel()

	template, timeout, ask := "lock_screen_darwin", "timeout", "askForPassword"
	values := func(w *world) string {
		return `[{"configFieldID":"` + w.fieldID(template, timeout) + `","value":45}]`
	}
	body := func(w *world, values string) string {
		return `{"name":"a","template":{"id":"` + w.templateID(template) + `"},"values":` + values + `}`
	}

	tests := map[string]struct {
		name, value string
		act         func(*world)
	}{
		"put without values keeps": {"policy-put-missing-values", "keep", func(w *world) {
			w.want("PUT", w.created(body(w, values(w))), `{"name":"a"}`, 200, `"value":45`)
		}},
		"put without values clears": {"policy-put-missing-values", "clear", func(w *world) {
			w.want("PUT", w.created(body(w, values(w))), `{"name":"a"}`, 200, `"values":[]`)
		}},
		"a missing field is dropped": {"policy-missing-field", "drop", func(w *world) {
			w.want("PUT", w.created(body(w, values(w))), `{"name":"a","values":[]}`, 200, `"values":[]`)
		}},
		"a missing field is kept": {"policy-missing-field", "keep", func(w *world) {
			w.want("PUT", w.created(body(w, values(w))), `{"name":"a","values":[]}`, 200, `"value":45}]`)
		}},
		"a missing field gets its default": {"policy-missing-field", "default", func(w *world) {
			w.want("POST", "policies", body(w, values(w)), 201, `"configFieldName":"`+ask+`","sensitive":false,"value":true}]`)
		}},
		"notes are cleared": {"policy-put-missing-notes", "clear", func(w *world) {
			path := w.created(body(w, "[]"))
			w.want("PUT", path, `{"name":"a","notes":"n"}`, 200, `"notes":"n"`)
			w.want("PUT", path, `{"name":"a"}`, 200, `"notes":""`)
		}},
		"unset notes are absent": {"policy-notes-unset", "absent", func(w *world) {
			if got := w.want("POST", "policies", body(w, "[]"), 201, ""); strings.Contains(got, "notes") {
				w.t.Error(got)
			}
		}},
		"put answers shallow": {"policy-put-answer", "shallow", func(w *world) {
			if got := w.want("PUT", w.created(body(w, "[]")), `{"name":"a"}`, 200, `"template"`); strings.Contains(got, "values") {
				w.t.Error(got)
			}
		}},
		"another template is taken": {"policy-put-other-template", "accept", func(w *world) {
			w.want("PUT", w.created(body(w, "[]")), `{"name":"a","template":{"id":"`+registry+`"}}`, 200, registry)
		}},
		"another template is ignored": {"policy-put-other-template", "ignore", func(w *world) {
			w.want("PUT", w.created(body(w, "[]")), `{"name":"a","template":{"id":"`+registry+`"}}`, 200, template)
		}},
		"an unknown template is not found": {"policy-unknown-template", "404", func(w *world) {
			w.want("POST", "policies", `{"name":"a","template":{"id":"123456"}}`, 404, "")
		}},
		"an unknown field is dropped": {"policy-unknown-field", "drop", func(w *world) {
			w.want("POST", "policies", body(w, `[{"configFieldID":"x","value":1}]`), 201, `"values":[]`)
		}},
		"an unknown field is stored": {"policy-unknown-field", "store", func(w *world) {
			w.want("POST", "policies", body(w, `[{"configFieldID":"x","value":1}]`), 201, `"configFieldID":"x"`)
		}},
		"a name suffices": {"policy-value-name-only", "honour", func(w *world) {
			w.want("POST", "policies", body(w, `[{"configFieldName":"timeout","value":7}]`), 201, `"value":7`)
		}},
		"required is enforced": {"policy-required", "refuse", func(w *world) {
			w.want("POST", "policies", body(w, "[]"), 400, "timeout is required")
			w.want("POST", "policies", body(w, values(w)), 201, "")
		}},
		"types are enforced": {"policy-value-type", "refuse", func(w *world) {
			w.want("POST", "policies", body(w, strings.Replace(values(w), "45", `"45"`, 1)), 400, "wrong type")
			w.want("POST", "policies", body(w, values(w)), 201, "")
		}},
		"types are not enforced": {"policy-value-type", "accept", func(w *world) {
			w.want("POST", "policies", body(w, strings.Replace(values(w), "45", `"45"`, 1)), 201, `"value":"45"`)
		}},
		"null is stored": {"policy-null-value", "store", func(w *world) {
			w.want("POST", "policies", body(w, strings.Replace(values(w), "45", "null", 1)), 201, `"value":null`)
		}},
		"null means the default": {"policy-null-value", "default", func(w *world) {
			w.want("POST", "policies", body(w, strings.Replace(values(w), "45", "null", 1)), 201, `"value":60`)
		}},
		"null is refused": {"policy-null-value", "refuse", func(w *world) {
			w.want("POST", "policies", body(w, strings.Replace(values(w), "45", "null", 1)), 400, "null")
		}},
		"a blank name": {"policy-name-blank", "accept", func(w *world) {
			w.want("POST", "policies", `{"name":"","template":{"id":"`+registry+`"}}`, 201, `"name":""`)
		}},
		"fields=values is ignored": {"policies-list-fields-values", "ignored", func(w *world) {
			w.created(body(w, values(w)))

			if got := w.want("GET", "policies?fields=values,name", "", 200, `"name":"a"`); strings.Contains(got, "45") {
				w.t.Error(got)
			}
		}},
		"fields=values is honoured": {"policies-list-fields-values", "honoured", func(w *world) {
			w.created(body(w, values(w)))
			w.want("GET", "policies?fields=values,name", "", 200, `"value":45`)

			if got := w.want("GET", "policies", "", 200, ""); strings.Contains(got, "45") {
				w.t.Error(got)
			}
		}},
	}

	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()

			w := newWorld(t)
			w.set(tt.name, tt.value)
			tt.act(w)
		})
	}
}

func TestTemplates(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	resp, body := w.do(w.mdm, "GET", "policytemplates?limit=100&sort=_id", "")
	all := resp.Header.Get("X-Total-Count")

	if resp.StatusCode != http.StatusOK || resp.Header.Get("Link") != "" || strings.Contains(body, "configFields") {
		t.Errorf("list: %d %v %.200s", resp.StatusCode, resp.Header, body)
	}

	resp, _ = w.do(w.bare, "GET", "policytemplates", "")
	if few := resp.Header.Get("X-Total-Count"); few == all || len(all) != 3 || len(few) > len(all) {
		t.Errorf("%s templates with MDM, %s without", all, few)
	}

	w.want("GET", "policytemplates?filter=name:eq:custom_mdm_profile_darwin", "", 200, "[]")
	w.want("GET", "policytemplates/"+w.templateID("custom_mdm_profile_darwin"), "", 404, "")
	w.want("GET", "policytemplates?filter=name:eq:login_window_text_darwin", "", 200, `"id":"`+loginText+`"`)

	detail := w.decode(w.want("GET", "policytemplates/"+loginText, "", 200, `"id":"`+loginTextField+`"`))
	for _, name := range []string{"deliveryTypes", "state", "alert", "reference"} {
		if _, has := detail[name]; has {
			t.Errorf("the single template has %s", name)
		}
	}
}

func TestCatalogue(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	hex := regexp.MustCompile(`^[0-9a-f]{24}$`)
	ids, names, displays, families := map[string]string{}, map[string]bool{}, map[string]bool{}, map[string]int{}
	marks := map[string]int{}

	templates := w.Store.Docs(policysim.Templates, "").All()
	for _, d := range templates {
		name := fmt.Sprint(d["name"])
		if names[name] {
			t.Errorf("%s stands twice", name)
		}

		names[name] = true
		families[fmt.Sprint(d["osMetaFamily"])]++

		list, _ := d["configFields"].([]any)
		own := map[string]bool{}

		for _, e := range append([]any{d}, list...) {
			f, _ := e.(sim.Doc)
			id := fmt.Sprint(f["id"])

			if !hex.MatchString(id) || ids[id] != "" {
				t.Errorf("%s: id %s is malformed or also in %q", name, id, ids[id])
			}

			ids[id] = name
		}

		for _, e := range list {
			f, _ := e.(sim.Doc)
			if own[fmt.Sprint(f["name"])] || f["label"] == "" {
				t.Errorf("%s.%s stands twice or has no label", name, f["name"])
			}

			own[fmt.Sprint(f["name"])] = true
			displays[fmt.Sprint(f["displayType"])] = true

			for _, mark := range []string{"required", "readOnly", "sensitive"} {
				if f[mark] == true {
					marks[mark]++
				}
			}
		}
	}

	if len(templates) <= 100 {
		t.Errorf("%d templates do not need a second page", len(templates))
	}

	for _, want := range []string{
		"login_window_text_darwin", "lock_screen_darwin", "app_notifications_darwin", "encrypted_dns_https_darwin",
		"custom_font_policy_darwin", "custom_mdm_profile_darwin", "custom_mdm_profile_ios", "system_preferences_panes_darwin",
		"activation_lock_darwin", "software_update_enforcement_specific_darwin_ddm", "disable_usb_storage_linux",
		"rename_local_administrator_account_windows", "allow_the_use_of_biometrics_windows", "custom_registry_keys_policy_windows",
		"custom_oma_uri_mdm_windows", "system_updates_windows", "message_title_text_for_users_attempting_to_logon_windows",
		"system_updates_osp_windows", "system_update_darwin", "automatic_macOS_updates_darwin", "automatic_macOS_updates_darwin_ddm",
		"software_update_preferences_darwin", "delay_software_updates_darwin", "automatic_ios_updates_ios_ddm",
		"software_update_enforcement_specific_ios_ddm", "system_update_ubuntu_linux", "system_update_policy_android",
	} {
		if !names[want] {
			t.Errorf("no template %s", want)
		}
	}

	for _, want := range []string{
		"checkbox", "text", "textarea", "email", "number", "numberinline", "select", "radio", "segmentedbutton", "singlelistbox", "table", "multilist", "file",
	} {
		if !displays[want] {
			t.Errorf("no field of type %s", want)
		}
	}

	for _, family := range []string{"darwin", "windows", "linux", "ios"} {
		if families[family] < 20 {
			t.Errorf("%d templates for %s", families[family], family)
		}
	}

	if marks["required"] < 5 || marks["readOnly"] < 1 || marks["sensitive"] < 2 {
		t.Errorf("fields with marks: %v", marks)
	}

	// The ids that the reference shows.
	for id, name := range map[string]string{
		loginTextField: "login_window_text_darwin", registryField: "custom_registry_keys_policy_windows",
		"6308ccfc21c21b000185379d": "airprint_printer_darwin", "5f21c4d3b544067fd53ba0b0": "custom_mdm_profile_darwin",
		"5cf67c95232e11070490923f": "device_installation_restrictions_windows", "631f44bc2630c900017ed834": "custom_font_policy_darwin",
	} {
		if ids[id] != name {
			t.Errorf("id %s belongs to %q, want %s", id, ids[id], name)
		}
	}
}

func TestConsole(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	path := w.created(`{"name":"a","template":{"id":"` + w.templateID("lock_screen_darwin") + `"},"values":[{"configFieldID":"` +
		w.fieldID("lock_screen_darwin", "timeout") + `","value":45},{"configFieldID":"` + w.fieldID("lock_screen_darwin", "askForPassword") + `","value":true}]}`)
	id := path[len("policies/"):]

	if err := policysim.SetValue(w.World, w.bare, id, "timeout", 90); err != nil {
		t.Fatal(err)
	}

	w.want("GET", path, "", 200, `"configFieldName":"timeout","sensitive":false,"value":90},{`)

	if policysim.SetValue(w.World, w.bare, id, "nope", 1) == nil || policysim.SetValue(w.World, w.bare, "nope", "timeout", 1) == nil {
		t.Error("an unknown field or policy was accepted")
	}

	if _, _, err := policysim.Stored(w.World, "nope", nil); err == nil {
		t.Error("an unknown template was accepted")
	}

	if _, _, err := policysim.Stored(w.World, "lock_screen_darwin", map[string]any{"nope": 1}); err == nil {
		t.Error("an unknown field was accepted")
	}
}
