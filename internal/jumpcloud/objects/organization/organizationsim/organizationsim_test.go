// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package organizationsim_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/jumpcloudsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/organization/organizationsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/proof/wire"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

type world struct {
	*jumpcloudsim.World

	t                              *testing.T
	provider, closed, acme, globex string
	billing, limited, tenant, shut string
}

func newWorld(t *testing.T) *world {
	t.Helper()

	w := &world{World: jumpcloudsim.New(sim.Options{}), t: t}
	organizationsim.Register(w.World)

	w.provider = w.AddProvider(jumpcloudsim.Provider{Name: "MSP"})
	w.closed = w.AddProvider(jumpcloudsim.Provider{Name: "Closed", DisallowOrgCreation: true})
	w.acme = w.AddOrganization(w.provider, jumpcloudsim.Organization{Name: "Acme", MaxSystemUsers: new(5), MDM: jumpcloudsim.MDM{Windows: true}})
	w.globex = w.AddOrganization(w.provider, jumpcloudsim.Organization{Name: "Globex"})
	w.billing = w.AddKey("billing", jumpcloudsim.Access{ProviderID: w.provider, AllOrganizations: true, Billing: true}, "")
	w.limited = w.AddKey("limited", jumpcloudsim.Access{ProviderID: w.provider, Organizations: []string{w.acme}}, "")
	w.tenant = w.AddKey("tenant", jumpcloudsim.Access{OrganizationID: w.acme}, "")
	w.shut = w.AddKey("shut", jumpcloudsim.Access{ProviderID: w.closed, AllOrganizations: true, Billing: true}, "")

	return w
}

func (w *world) as(key string) wire.Caller {
	return wire.Caller{T: w.t, Transport: w.Transport(), Path: "/api", Header: map[string]string{"x-api-key": key}}
}

func (w *world) want(key, method, path, body string, status int, part string) string {
	w.t.Helper()

	return w.as(key).Want(method, path, body, status, part)
}

func (w *world) set(name, value string) {
	w.t.Helper()

	if err := w.Switches.Set(name, value); err != nil {
		w.t.Fatal(err)
	}
}

func TestProviders(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	w.want(w.billing, "GET", "/v2/providers", "", 200, `[{"contact":`)
	w.want(w.limited, "GET", "/v2/providers/"+w.provider, "", 200, `"name":"MSP"`)
	w.want(w.limited, "GET", "/v2/providers/"+w.provider+"?fields=name", "", 200, `{"id":"`+w.provider+`","name":"MSP"}`)
	w.want(w.limited, "GET", "/v2/providers/"+w.closed, "", 404, "")
	w.want(w.tenant, "GET", "/v2/providers", "", 200, `[]`)
	w.set("single-tenant-providers", "forbidden")
	w.want(w.tenant, "GET", "/v2/providers", "", 403, "")
}

func TestList(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	path := "/v2/providers/" + w.provider + "/organizations"

	w.want(w.billing, "GET", path+"?sort=-name", "", 200, `{"results":[{"id":"`+w.globex+`","name":"Globex"},{"id":"`+w.acme+`","maxSystemUsers":5,"name":"Acme"}],"totalCount":2}`)
	w.want(w.billing, "GET", path+"?filter=name:eq:Globex", "", 200, `"totalCount":1`)
	w.want(w.limited, "GET", path, "", 200, `"totalCount":1`)
	w.want(w.tenant, "GET", path, "", 403, "")
	w.want(w.shut, "GET", path, "", 404, "")
}

func TestCreate(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	path := "/v2/providers/" + w.provider + "/organizations"

	created := w.want(w.billing, "POST", path, `{"name":"New"}`, 201, `"name":"New"}`)
	if strings.Contains(created, "maxSystemUsers") {
		t.Error("the answer has maxSystemUsers although none was set")
	}

	w.want(w.billing, "POST", path, `{"name":"New","maxSystemUsers":3}`, 201, `"maxSystemUsers":3`)
	w.want(w.limited, "POST", path, `{"name":"Mine"}`, 201, "")
	w.want(w.limited, "GET", path, "", 200, `"name":"Mine"`)
	w.want(w.limited, "POST", path, `{"name":"New","maxSystemUsers":3}`, 400, "organizations.billing")
	w.want(w.shut, "POST", "/v2/providers/"+w.closed+"/organizations", `{"name":"New"}`, 403, "disabled")

	for _, body := range []string{`{}`, `{"name":""}`, `{"name":" "}`, `{"name":"a","maxSystemUsers":-1}`} {
		w.want(w.billing, "POST", path, body, 400, `{"code":400,"message":"`)
	}

	if v := w.TakeViolations(); len(v) != 0 {
		t.Errorf("violations %v", v)
	}

	for _, body := range []string{`{"name":"a","color":"red"}`, `{"name":"a","maxSystemUsers":"3"}`, `{"name":1}`} {
		w.want(w.billing, "POST", path, body, 400, "")
	}

	if v := w.TakeViolations(); len(v) != 3 {
		t.Errorf("violations %v", v)
	}

	w.set("organization-name-unique", "on")
	w.want(w.billing, "POST", path, `{"name":"New"}`, 409, "")
	w.set("organization-create-without-billing", "forbid")
	w.want(w.limited, "POST", path, `{"name":"Other"}`, 403, "")
	w.set("organization-create-without-billing", "allow")
	w.set("organization-create-links-creator", "no")
	w.want(w.limited, "POST", path, `{"name":"Hidden"}`, 201, "")

	if got := w.want(w.limited, "GET", path, "", 200, ""); strings.Contains(got, "Hidden") {
		t.Error("the creator sees an organization that was not linked")
	}
}

func TestUpdate(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	path := "/v2/providers/" + w.provider + "/organizations/"

	w.want(w.billing, "PUT", path+w.acme, `{"name":"Acme 2"}`, 200, `{"id":"`+w.acme+`","maxSystemUsers":5,"name":"Acme 2"}`)
	w.want(w.billing, "PUT", path+w.acme, `{"id":"x","maxSystemUsers":9}`, 200, `"maxSystemUsers":9,"name":"Acme 2"`)
	w.want(w.limited, "PUT", path+w.acme, `{"name":"a","maxSystemUsers":1}`, 400, "organizations.billing")
	w.want(w.limited, "PUT", path+w.globex, `{"name":"a"}`, 404, "")
	w.want(w.billing, "PUT", path+w.acme, `{"name":""}`, 400, "")

	w.set("organization-put-omitted-max", "reset")

	if got := w.want(w.billing, "PUT", path+w.acme, `{"name":"Acme"}`, 200, ""); strings.Contains(got, "maxSystemUsers") {
		t.Errorf("not reset: %s", got)
	}

	w.set("organization-put-omitted-name", "refuse")
	w.want(w.billing, "PUT", path+w.acme, `{"maxSystemUsers":9}`, 400, "")
	w.set("organization-put-other-id", "refuse")
	w.want(w.billing, "PUT", path+w.acme, `{"id":"x","name":"Acme"}`, 400, "")
	w.set("organization-name-unique", "on")
	w.want(w.billing, "PUT", path+w.acme, `{"name":"Globex"}`, 409, "")
	w.want(w.billing, "PUT", path+w.acme, `{"name":"Acme"}`, 200, "")
}

func TestV1(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	w.want(w.billing, "GET", "/organizations", "", 200, `"displayName":"Acme","id":"`+w.acme+`","logoUrl":null},`)
	w.want(w.billing, "GET", "/organizations?search=glob&fields=provider%20created", "", 200, `"provider":"`+w.provider+`"`)
	w.want(w.tenant, "GET", "/organizations", "", 200, `"totalCount":1`)

	var detail struct {
		ID       string `json:"_id"`
		Provider string `json:"provider"`
		Settings struct {
			MaxSystemUsers int `json:"maxSystemUsers"`
			WindowsMDM     struct {
				Enabled bool `json:"enabled"`
			} `json:"windowsMDM"`
		} `json:"settings"`
	}
	if err := json.Unmarshal([]byte(w.want(w.limited, "GET", "/organizations/"+w.acme, "", 200, "")), &detail); err != nil {
		t.Fatal(err)
	}

	if detail.ID != w.acme || detail.Provider != w.provider || detail.Settings.MaxSystemUsers != 5 || !detail.Settings.WindowsMDM.Enabled {
		t.Errorf("detail %+v", detail)
	}

	for value, status := range map[string]int{"404": 404, "403": 403, "401": 401} {
		w.set("v1-organization-foreign", value)
		w.want(w.limited, "GET", "/organizations/"+w.globex, "", status, "")
	}
}

func TestContents(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	put := func(collection, org, id string) {
		w.Store.Docs(collection, org).Put(id, sim.Doc{"id": id, "organization": org})
	}
	put(organizationsim.Systems, w.acme, "b")
	put(organizationsim.Systems, w.acme, "a")
	put(organizationsim.SystemUsers, w.globex, "c")

	w.want(w.tenant, "GET", "/systems?limit=1&sort=_id", "", 200, `{"results":[{"_id":"a","organization":"`+w.acme+`"}],"totalCount":2}`)
	w.want(w.tenant, "GET", "/systems?skip=1&fields=hostname", "", 200, `{"results":[{"_id":"a"}],"totalCount":2}`)
	w.want(w.tenant, "GET", "/systemusers", "", 200, `{"results":[],"totalCount":0}`)

	if v := w.TakeViolations(); len(v) > 0 {
		t.Errorf("violations %v", v)
	}

	// Who reaches several organizations has to name one.
	w.want(w.billing, "GET", "/systemusers", "", 401, "")

	if v := w.TakeViolations(); len(v) != 1 {
		t.Errorf("violations %v, want one for the missing x-org-id", v)
	}
}
