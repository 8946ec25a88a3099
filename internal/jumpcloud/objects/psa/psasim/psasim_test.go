// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package psasim_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/jumpcloudsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/psa/psasim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/proof/wire"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

type world struct {
	*jumpcloudsim.World

	t        testing.TB
	provider string
	orgs     [3]string
	key      string
}

func newWorld(tb testing.TB) *world {
	tb.Helper()

	w := &world{World: jumpcloudsim.New(sim.Options{}), t: tb}
	psasim.Register(w.World)

	// What a service does that takes no other members than the contract's.
	if err := w.Switches.Set("unknown-body-members", "refuse"); err != nil {
		tb.Fatal(err)
	}

	w.provider = w.AddProvider(jumpcloudsim.Provider{Name: "MSP"})
	for i := range w.orgs {
		w.orgs[i] = w.AddOrganization(w.provider, jumpcloudsim.Organization{Name: fmt.Sprintf("Org %d", i)})
	}

	w.key = w.AddKey("billing", jumpcloudsim.Access{ProviderID: w.provider, AllOrganizations: true, Billing: true}, "")

	return w
}

// want calls and checks status and a part of the answer. {p} and {o} in path and body
// stand for the provider and the first organization.
func (w *world) want(method, path, body string, status int, part string) string {
	w.t.Helper()

	names := strings.NewReplacer("{p}", w.provider, "{o}", w.orgs[0], "{o1}", w.orgs[1])
	as := wire.Caller{T: w.t, Transport: w.Transport(), Header: map[string]string{"x-api-key": w.key}}

	return as.Want(method, names.Replace(path), names.Replace(body), status, names.Replace(part))
}

func (w *world) set(name, value string) {
	w.t.Helper()

	if err := w.Switches.Set(name, value); err != nil {
		w.t.Fatal(err)
	}
}

const created = "/api/v2/providers/{p}/integrations"

// connect makes an integration and returns its path.
func (w *world) connect(vendor string) string {
	w.t.Helper()

	body, _ := json.Marshal(psasim.Credentials(vendor))

	var made struct {
		ID string `json:"integrationId"`
	}
	if err := json.Unmarshal([]byte(w.want("POST", created+"/"+vendor, string(body), 201, `{"integrationId":"`)), &made); err != nil {
		w.t.Fatal(err)
	}

	return "/api/v2/integrations/" + vendor + "/" + made.ID
}

func id(path string) string { return path[strings.LastIndex(path, "/")+1:] }

func (w *world) noViolations() {
	w.t.Helper()

	if v := w.TakeViolations(); len(v) > 0 {
		w.t.Errorf("violations %v", v)
	}
}

func TestIntegrations(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	path := w.connect(psasim.ConnectWise)

	w.want("GET", created, "", 200, `{"records":[{"integrationId":"`+id(path)+`","type":"connectwise"}],"totalCount":1}`)
	w.want("GET", path, "", 200, `{"companyId":"examplemsp","id":"`+id(path)+`","isMspAuthConfigured":true,"url":"https://na.myconnectwise.net"}`)
	w.want("PATCH", path, `{"url":"https://eu.myconnectwise.net"}`, 200, `"url":"https://eu.`)
	w.want("PATCH", path, `{"privateKey":"wrong"}`, 422, "credentials")
	w.want("GET", strings.Replace(path, "connectwise", "autotask", 1), "", 404, "")
	w.want("GET", "/api/v2/integrations/connectwise/x", "", 400, "")
	w.want("POST", created+"/connectwise", `{"url":"u","companyId":"c","publicKey":"p","privateKey":"k"}`, 409, "")
	w.want("POST", created+"/syncro", `{"subdomain":"examplemsp"}`, 400, "apiToken")
	w.want("POST", created+"/syncro", `{"subdomain":"examplemsp","apiToken":"wrong"}`, 422, "")
	w.noViolations()
	w.want("POST", created+"/syncro", `{"subdomain":"examplemsp","token":"x"}`, 400, "token")

	if v := w.TakeViolations(); len(v) != 1 {
		t.Errorf("violations %v", v)
	}

	w.set("integration-422-body", "empty")
	w.want("PATCH", path, `{"privateKey":"wrong"}`, 422, "{}")
	w.set("integration-patch-without-secret", "refuse")
	w.want("PATCH", path, `{"url":"https://na.myconnectwise.net"}`, 422, "")
	w.set("integration-second-of-type", "allow")
	w.connect(psasim.ConnectWise)

	// The PSA's own people can change what is right.
	w.Store.Docs("psaaccounts", "").Put("syncro", sim.Doc{"apiToken": []any{"mine"}})
	w.want("POST", created+"/syncro", `{"subdomain":"examplemsp","apiToken":"mine"}`, 201, "")

	w.want("PATCH", path+"/mappings", `{"data":[{"organization":{"id":"{o}","name":null},"company":{"id":"250","name":null}}]}`, 204, "")
	w.set("integration-delete-mapped", "refuse")
	w.want("DELETE", path, "", 400, "")
	w.set("integration-delete-mapped", "cascade")
	w.want("DELETE", path, "", 204, "")
	w.want("DELETE", path, "", 404, "")

	if n := w.Store.Docs(psasim.Companies, id(path)).Len() + w.Store.Docs(psasim.Mappings, id(path)).Len(); n != 0 {
		t.Errorf("%d documents are left", n)
	}

	w.key = w.AddKey("helpdesk", jumpcloudsim.Access{ProviderID: w.provider, AllOrganizations: true}, "")
	w.want("GET", created, "", 403, "")
	w.set("integrations-without-billing", "allow")
	w.want("GET", created, "", 200, "")
}

func TestSettingsAndLookups(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	c, a, s := w.connect(psasim.ConnectWise), w.connect(psasim.Autotask), w.connect(psasim.Syncro)

	w.want("GET", c+"/settings", "", 200, `{"automaticTicketing":false,"companyTypeIds":[]}`)
	w.want("GET", s+"/settings", "", 200, `{"automaticTicketing":false}`)
	w.want("PATCH", c+"/settings", `{"companyTypeIds":[2]}`, 200, `{"automaticTicketing":false,"companyTypeIds":[2]}`)
	w.want("PATCH", c+"/settings", `{"companyTypeIds":[99]}`, 400, "99")
	w.set("settings-unknown-company-type", "accept")
	w.want("PATCH", a+"/settings", `{"companyTypeIds":[99],"automaticTicketing":true}`, 200, `{"automaticTicketing":true,"companyTypeIds":[99]}`)
	w.want("PATCH", a+"/settings", `{"companyTypeIds":[`+strings.Repeat("1,", 150)+`1]}`, 400, "150")
	w.want("GET", c+"/companies?limit=1", "", 200, `{"records":[{"id":"1010","name":"Customer 010"}],"totalCount":30}`)
	w.set("companies-by-type", "all")
	w.want("GET", c+"/companies?limit=1", "", 200, `{"records":[{"id":"250","name":"Acme Incorporated"}],"totalCount":308}`)
	w.want("GET", a+"/companytypes", "", 200, `{"id":7,"name":"Other"}],"totalCount":7}`)
	w.want("GET", c+"/agreements?filter=companyId:eq:250", "", 200, `{"results":[{"companyId":"250","id":"377","name":"Managed Services 2025"},`)
	w.want("GET", c+"/agreements/377/additions", "", 200, `{"results":[{"id":"8410","name":"JumpCloud Platform"}],"totalCount":1}`)
	w.want("GET", c+"/agreements/1/additions", "", 404, "")
	w.want("GET", a+"/contracts?limit=1", "", 200, `"totalCount":309`)
	w.want("GET", a+"/contracts/fields", "", 200, `{"label":"Active","value":"1"}`)
	w.want("GET", a+"/contracts/services?filter=contractId:eq:377", "", 200, `{"results":[{"contractId":"377","id":"8410","name":"JumpCloud Platform"}],`)
	w.want("GET", s+"/billing_mapping_configuration_options", "", 200, `{"options":[{"name":"Schedules","values":[{"label":"Acme Incorporated - Monthly",`)
	w.noViolations()
	w.want("PATCH", s+"/settings", `{"companyTypeIds":[1]}`, 400, "")
	w.want("PATCH", a+"/settings", `{"companyTypeIds":["1"]}`, 400, "")
	w.want("GET", c+"/companytypes?limit=5", "", 200, "")

	if v := w.TakeViolations(); len(v) != 3 {
		t.Errorf("violations %v", v)
	}
}

func TestMappings(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	c := w.connect(psasim.ConnectWise)
	one := func(members string) string { return `{"organization":{"id":"{o}","name":"x"},` + members + `}` }
	company := `"company":{"id":"250","name":"sent"}`
	mapped := w.Store.Docs(psasim.Mappings, id(c))

	w.want("GET", c+"/mappings", "", 200, `{"records":[{"addition":null,"agreement":null,"company":null,"lastSyncDateTime":null,"lastSyncStatus":null,"organization":{"id":"{o}","name":"Org 0"}},`)
	w.want("PATCH", c+"/mappings", `{"data":[`+one(company+`,"agreement":{"id":"412","name":"a"},"addition":{"id":"9001","name":"b"}`)+`]}`, 204, "")
	w.want("GET", c+"/mappings?limit=1", "", 200, `"agreement":{"id":"412","name":"Managed Services 2026"},"company":{"id":"250","name":"Acme Incorporated"}`)
	w.set("mapping-names", "sent")
	w.want("GET", c+"/mappings?limit=1", "", 200, `"company":{"id":"250","name":"sent"}`)
	w.set("mappings-unmapped-organizations", "omitted")
	w.want("GET", c+"/mappings", "", 200, `"totalCount":1}`)

	// Members that are left out stay, null unsets them.
	w.want("PATCH", c+"/mappings", `[`+one(company+`,"addition":null`)+`]`, 204, "")
	w.want("GET", c+"/mappings", "", 200, `{"addition":null,"agreement":{"id":"412"`)
	w.set("mapping-omitted-members", "clear")
	w.want("PATCH", c+"/mappings", `[`+one(company)+`]`, 204, "")
	w.want("GET", c+"/mappings", "", 200, `{"addition":null,"agreement":null`)

	w.set("mappings-bare-array", "refuse")
	w.want("PATCH", c+"/mappings", `[`+one(company)+`]`, 400, "")

	// One bad element, in both readings.
	both := `{"data":[{"organization":{"id":"{o1}","name":null},"company":{"id":"251","name":null}},` + one(company+`,"agreement":{"id":"1251","name":null}`) + `]}`
	w.want("PATCH", c+"/mappings", both, 400, "unknown agreement 1251")

	if mapped.Len() != 1 {
		t.Errorf("%v", mapped.All())
	}

	w.set("mappings-batch", "partial")
	w.want("PATCH", c+"/mappings", both, 400, "unknown agreement 1251")

	if mapped.Len() != 2 {
		t.Errorf("%v", mapped.All())
	}

	w.set("mapping-unknown-psa-id", "accept")
	w.want("PATCH", c+"/mappings", both, 204, "")

	foreign := `{"data":[{"organization":{"id":"66b1f0a2c8d5e90001a1b2c3","name":null},"company":{"id":"251","name":null}}]}`
	w.want("PATCH", c+"/mappings", foreign, 400, "unknown organization")
	w.set("mapping-unknown-organization", "ignore")
	w.want("PATCH", c+"/mappings", foreign, 204, "")

	w.want("PATCH", c+"/mappings", `{"data":[{"organization":{"id":"{o}","name":null},"delete":true}]}`, 204, "")
	w.want("PATCH", c+"/mappings", `{"data":[{"organization":{"id":"","name":null},"delete":true}]}`, 400, "")
	w.want("PATCH", c+"/mappings", `{"data":[{"organization":{"id":"{o}","name":null}}]}`, 400, "company")

	if mapped.Len() != 1 {
		t.Errorf("%v", mapped.All())
	}

	w.noViolations()
	w.want("PATCH", c+"/mappings", `{"data":[`+one(company+`,"contract":null`)+`]}`, 400, "contract")

	if v := w.TakeViolations(); len(v) != 1 {
		t.Errorf("violations %v", v)
	}
}

func TestMappingsOfOtherVendors(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	a, s := w.connect(psasim.Autotask), w.connect(psasim.Syncro)
	org := `"organization":{"id":"{o}","name":null},"company":{"id":"250","name":null}`

	w.want("PATCH", a+"/mappings", `{"data":[{`+org+`,"contract":{"id":"412","name":null},"service":{"id":"9001","name":null,"nonBillableUsers":2}}]}`, 204, "")
	w.want("GET", a+"/mappings", "", 200, `"service":{"id":"9001","name":"JumpCloud Platform","nonBillableUsers":2}`)
	w.want("PATCH", a+"/mappings", `{"data":[{`+org+`,"service":{"id":"8410","name":null}}]}`, 400, "unknown service 8410")

	billing := `"billingConfigurations":{"fields":{"schedule_id":{"numberValue":250,"kind":"numberValue"}}}`
	w.want("PATCH", s+"/mappings", `{"data":[{`+org+`,`+billing+`}]}`, 204, "")

	if got := w.want("GET", s+"/mappings?limit=1", "", 200, `"name":"Acme Incorporated"`); strings.Contains(got, "schedule") || strings.Contains(got, "lastSync") {
		t.Errorf("shows what cannot be read back: %s", got)
	}

	w.noViolations()
	w.want("PATCH", s+"/mappings", `{"data":[{`+org+`,"billingConfigurations":{"fields":{"schedule":{}}}}]}`, 400, "schedule")
	w.TakeViolations()
}

func TestSync(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	c := w.connect(psasim.ConnectWise)
	element := func(org, company, agreement string) string {
		return fmt.Sprintf(`{"organization":{"id":%q,"name":null},"company":{"id":%q,"name":null},"agreement":{"id":%q,"name":null}}`, org, company, agreement)
	}

	w.want("PATCH", c+"/mappings", `{"data":[`+element(w.orgs[0], "250", "412")+`,`+element(w.orgs[1], "250", "377")+`]}`, 204, "")

	agreements := w.Store.Docs(psasim.Agreements, id(c))
	d, _ := agreements.Get("377")
	d["active"] = false
	agreements.Put("377", d)

	w.want("POST", "/__sim/psa/"+id(c)+"/sync", "", 200, `{"synced":1,"failed":1}`)
	w.want("GET", c+"/errors", "", 200, `"message":"Agreement 377 is inactive","orgId":"{o1}"`)
	w.want("GET", c+"/mappings", "", 200, `"lastSyncStatus":"success","organization":{"id":"{o}"`)
	w.want("GET", c+"/mappings", "", 200, `"lastSyncStatus":"error","organization":{"id":"{o1}"`)
	agreements.Remove("412")
	w.want("POST", "/__sim/psa/"+id(c)+"/sync", "", 200, `{"synced":0,"failed":2}`)
	w.want("GET", c+"/errors", "", 200, `"message":"Agreement 412 does not exist"`)
	w.want("POST", "/__sim/psa/none/sync", "", 400, "no integration")
	w.noViolations()
}

func TestAlerts(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	base := created + "/%s/alerts/"
	lockout := func(vendor string) string {
		return fmt.Sprintf(base, vendor) + psasim.AlertID(w.provider, vendor, 1) + "/configuration"
	}

	w.want("GET", created+"/ticketing/alerts", "", 200, `{"records":[{"category":"Users","description":"A user was locked out.","id":1,"name":"User Lockout"},`)

	for _, vendor := range []string{psasim.Autotask, psasim.ConnectWise, psasim.Syncro} {
		path := fmt.Sprintf(base, vendor) + "configuration"
		w.want("GET", path, "", 404, "")
		w.set("alert-configuration-without-integration", "list")
		w.want("GET", path+"/options", "", 200, "priority")
		w.set("alert-configuration-without-integration", "404")
		w.connect(vendor)
		w.want("GET", path, "", 200, `"alertId":"`+psasim.AlertID(w.provider, vendor, 1)+`"`)
		w.want("GET", path, "", 200, `"priority":`)
		w.set("alert-configuration-defaults", "unset")

		if got := w.want("GET", path, "", 200, `"shouldCreateTickets":false`); strings.Contains(got, "priority") {
			t.Errorf("%s: %s", vendor, got)
		}

		w.set("alert-configuration-defaults", "set")
	}

	w.want("PUT", lockout("connectwise"), `{"shouldCreateTickets":true,"priority":{"id":2,"name":"whatever"},"source":null,"dueDays":null}`, 200,
		`"dueDays":null,"id":1,"priority":{"id":2,"name":"Priority 2 - High"},"shouldCreateTickets":true}`)
	w.want("PUT", lockout("connectwise"), `{"shouldCreateTickets":true,"priority":{"id":9,"name":"x"}}`, 400, "priority")
	w.want("PUT", fmt.Sprintf(base, "connectwise")+"00000000-0000-4000-8000-000000000000/configuration", `{"shouldCreateTickets":true}`, 404, "")

	autotask := `{"shouldCreateTickets":true,"priority":{"id":2},"status":{"id":1},"dueDays":1,"destination":%s}`
	w.want("PUT", lockout("autotask"), fmt.Sprintf(autotask, `"queue","queue":{"id":8}`), 200, `"queue":{"id":8,"name":"Monitoring Alert"}`)
	w.want("PUT", lockout("autotask"), fmt.Sprintf(autotask, `"queue"`), 400, "queue is required")
	w.want("PUT", lockout("autotask"), fmt.Sprintf(autotask, `"resource","resource":{"id":401,"role":{"id":12}}`), 200, `"role":{"id":12,"name":"Dispatcher"}`)
	w.want("PUT", lockout("autotask"), fmt.Sprintf(autotask, `"resource","resource":{"id":402,"role":{"id":12}}`), 400, "role")
	w.want("PUT", lockout("autotask"), `{"shouldCreateTickets":true}`, 400, "required")

	w.want("PUT", lockout("syncro"), `{"shouldCreateTickets":true,"problemType":"Security","userId":51}`, 200, `"userId":51,"username":"lee@example.com"`)
	w.want("PUT", lockout("syncro"), `{"shouldCreateTickets":true,"problemType":"Nothing"}`, 400, "problemType")
	w.set("alert-unknown-option", "accept")
	w.want("PUT", lockout("syncro"), `{"shouldCreateTickets":true,"problemType":"Nothing","priority":null}`, 200, `"problemType":"Nothing"`)
	w.noViolations()
	w.want("PUT", lockout("autotask"), fmt.Sprintf(autotask, `"board"`), 400, "")
	w.want("PUT", lockout("syncro"), `{"shouldCreateTickets":true,"problemType":"x","queue":1}`, 400, "")

	if v := w.TakeViolations(); len(v) != 2 {
		t.Errorf("violations %v", v)
	}
}
