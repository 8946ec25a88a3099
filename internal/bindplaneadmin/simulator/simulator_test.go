// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package simulator_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/bindplaneadmin/bindplanesim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/bindplaneadmin/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/proof/wire"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

type world struct {
	*simulator.Simulator

	t *testing.T
}

func newWorld(t *testing.T, switches map[string]string) *world {
	t.Helper()

	s, err := simulator.New(simulator.Options{Switches: switches})
	if err != nil {
		t.Fatal(err)
	}

	return &world{s, t}
}

// want calls as somebody with a role and checks status and a part of the answer.
func (w *world) want(role, method, path, body string, status int, part string) sim.Doc {
	w.t.Helper()

	as := wire.Caller{T: w.t, Transport: w.Transport(), Header: map[string]string{}}
	if role != "" {
		as.Header["X-Bindplane-Api-Key"] = w.Key(role)
	}

	var d sim.Doc

	_ = json.Unmarshal([]byte(as.Want(method, path, body, status, part)), &d) // some answers have no body

	return d
}

const (
	admin  = simulator.RoleAdmin
	viewer = simulator.RoleViewer
	all    = "/v1/organizations"
)

// TestLifeCycle of an organization, with what makes and changes it.
func TestLifeCycle(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	body := `{"organizationName":"Acme Inc","accountName":"Production","eulaAccepted":true,"licenseType":"Growth","licenseKey":"one"}`

	w.want(viewer, "POST", all, body, 403, "permission denied")
	w.want(admin, "POST", all, `{"organizationName":"Acme Inc","accountName":"Production"}`, 400, "EULA")
	w.want(admin, "POST", all, `{"eulaAccepted":true}`, 400, "required")

	made := w.want(admin, "POST", all, body, 201, `"displayName":"Acme Inc"`)
	organization, _ := made["organization"].(sim.Doc)
	account, _ := made["account"].(sim.Doc)
	id, project := bindplanesim.Metadata(organization, "id"), bindplanesim.Metadata(account, "id")

	// The creator belongs to it, others do not.
	w.want(admin, "GET", all, "", 200, id)
	w.want(admin, "GET", all+"/acme-inc", "", 200, id)
	w.want(viewer, "GET", all+"/acme-inc", "", 404, "not found")
	w.want(viewer, "PATCH", all+"/"+id+"/metadata", `{"name":"x"}`, 404, "not found")
	w.want(admin, "GET", all+"/projects/all", "", 200, project)
	w.want(admin, "GET", all+"/accounts/all", "", 200, `"secretKey":"secret-`)

	if d := w.want(admin, "GET", all+"/projects", "", 200, "Operations"); strings.Contains(toText(t, d), project) {
		t.Errorf("the list of the active organization has another's project: %v", d)
	}

	w.want(admin, "PATCH", all+"/"+id+"/metadata", `{"name":"Acme"}`, 200, "")
	w.want(admin, "PATCH", all+"/"+id+"/metadata", `{"name":" "}`, 400, "required")
	w.want(admin, "GET", all+"/acme-inc", "", 200, `"displayName":"Acme"`)
	w.want(admin, "PUT", all+"/"+id+"/license", `{"licenseKey":"two"}`, 204, "")
	w.want(admin, "PUT", all+"/"+id+"/license", `{}`, 400, "required")
	w.want(admin, "PUT", all+"/nothing/license", `{"licenseKey":"two"}`, 404, "not found")
	w.want(viewer, "GET", all+"/users", "", 200, "admin@example.com")

	if d, _ := w.Store.Docs(bindplanesim.Licenses, "").Get(id); d["key"] != "two" {
		t.Errorf("the licence is %v", d)
	}

	w.want(admin, "DELETE", all+"/"+id, "", 204, "")
	w.want(admin, "DELETE", all+"/"+id, "", 404, "")

	if n := w.Store.Docs(bindplanesim.Projects, "").Len(); n != 1 {
		t.Errorf("%d projects are left, want one", n)
	}

	if v := w.TakeViolations(); len(v) != 0 {
		t.Errorf("violations %v", v)
	}
}

func toText(t *testing.T, d sim.Doc) string {
	t.Helper()

	raw, err := json.Marshal(d)
	if err != nil {
		t.Fatal(err)
	}

	return string(raw)
}

func TestProjects(t *testing.T) {
	t.Parallel()

	w := newWorld(t, map[string]string{"project-secret-key": "admins"})
	w.want(viewer, "POST", "/v1/projects", `{"displayName":"Staging"}`, 403, "permission denied")
	w.want(admin, "POST", "/v1/projects", `{"displayName":""}`, 400, "required")

	made := w.want(admin, "POST", "/v1/projects", `{"displayName":"Staging"}`, 201, `"account":`)
	account, _ := made["account"].(sim.Doc)
	id := bindplanesim.Metadata(account, "id")

	if d := w.want(viewer, "GET", all+"/projects", "", 200, id); strings.Contains(toText(t, d), "secretKey") {
		t.Errorf("a viewer sees a secret key: %v", d)
	}

	w.want(viewer, "DELETE", "/v1/projects/"+id, "", 403, "permission denied")
	w.want(admin, "DELETE", "/v1/projects/"+id, "", 204, "")
	w.want(admin, "DELETE", "/v1/projects/"+id, "", 404, "not found")
}

// TestAccess: what a request without a usable credential, or against the contract, is told.
func TestAccess(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	w.want("nobody", "GET", all, "", 401, "unauthorized")
	w.want("", "GET", all, "", 401, "unauthorized")
	w.want(admin, "POST", all, "[", 400, "errors")
	w.want(admin, "POST", all, `{"name":"x"}`, 400, "name")
	w.want(admin, "GET", "/v1/configurations", "", 404, "errors")

	if v := w.TakeViolations(); len(v) != 5 {
		t.Errorf("violations %v, want one for each", v)
	}

	older := newWorld(t, map[string]string{"project-paths": "accounts"})
	older.want(admin, "GET", all+"/projects/all", "", 404, "404 page not found")
	older.want(admin, "GET", all+"/accounts", "", 200, "Operations")
}

func TestRefusals(t *testing.T) {
	t.Parallel()

	for part, seed := range map[string]simulator.Seed{
		`no switch "x"`:              {Switches: map[string]string{"x": "y"}},
		`no organization "Acme Inc"`: {Users: []simulator.SeedUser{{Role: "x", Organizations: []string{"Acme Inc"}}}},
	} {
		if _, err := simulator.New(simulator.Options{Seed: &seed}); err == nil || !strings.Contains(err.Error(), part) {
			t.Errorf("%v, want %s", err, part)
		}
	}
}
