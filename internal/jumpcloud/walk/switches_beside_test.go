// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package walk_test

import (
	"fmt"
	"io/fs"
	"net/http"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/jumpcloudsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/group/groupsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// beside are switches that no life of a type asks for, with what is seen under each value.
var beside = []struct {
	name string
	want map[string]string
	see  func(w *world) string
}{
	{"user-name-taken", map[string]string{"invalid": "400", "conflict": "409"}, func(w *world) string {
		aUser(w)

		return w.status(http.MethodPost, "/api/systemusers", w.org, `{"username": "grace", "email": "other@acme.example"}`)
	}},
	{"user-delete-manager", map[string]string{"refuse": "409", "allow": "200"}, func(w *world) string {
		manager := aUser(w)
		w.status(http.MethodPost, "/api/systemusers", w.org, fmt.Sprintf(`{"username": "ada", "email": "ada@acme.example", "manager": %q}`, manager))

		return w.status(http.MethodDelete, "/api/systemusers/"+manager, w.org, "")
	}},
	{"group-patch", map[string]string{"accept": "200", "refuse": "405"}, func(w *world) string {
		return w.status(http.MethodPatch, "/api/v2/usergroups/"+w.group(groupsim.UserGroup), w.org, `{"name": "Staff"}`)
	}},
	{"service-account-last-credential", map[string]string{"keep": "409", "remove": "202"}, func(w *world) string {
		id := w.sim.IDs.ObjectID()
		w.sim.Put(jumpcloudsim.ServiceAccounts, "", id, sim.Doc{
			"name": "Pipeline", "provider": w.provider, jumpcloudsim.Credentials: []any{sim.Doc{"objectId": "only"}},
		})

		return w.status(http.MethodDelete, "/api/v2/service-accounts/"+id+"/auth-config/only", "", "")
	}},
	{"policygrouptemplate-unknown-policy", map[string]string{"refuse": "400", "ignore": "201"}, func(w *world) string {
		return w.status(http.MethodPost, "/api/v2/providers/"+w.provider+"/policygrouptemplates", "",
			`{"name": "Baseline", "policyIds": ["0123456789abcdef01234567"]}`)
	}},
	{"administrator-create-without-billing", map[string]string{"forbid": "403", "allow": "200"}, func(w *world) string {
		w.key = w.sim.Key(simulator.RoleLimited)

		return w.status(http.MethodPost, "/api/v2/providers/"+w.provider+"/administrators", "", `{"email": "sam@example.com", "roleName": "Help Desk"}`)
	}},
	{"administrator-last-billing", map[string]string{"400": "400", "403": "403"}, func(w *world) string {
		last, _ := w.sim.Docs(jumpcloudsim.Administrators, "").Find(func(d sim.Doc) bool { return d["email"] == simulator.RoleBilling })

		return w.status(http.MethodPut, fmt.Sprint("/api/users/", last["id"]), "", `{"roleName": "Help Desk"}`)
	}},
	{"administrator-role-alone", map[string]string{"only": "200 with 0 other roles", "keep": "200 with 1 other roles"}, func(w *world) string {
		id := w.administrator()
		w.sim.Change(jumpcloudsim.Administrators, "", id, func(d sim.Doc) { d["roles"] = []any{w.role()} })

		status := w.status(http.MethodPut, "/api/users/"+id, "", `{"roleName": "Manager"}`)
		d, _ := w.sim.Docs(jumpcloudsim.Administrators, "").Get(id)
		roles, _ := d["roles"].([]any)

		return fmt.Sprintf("%s with %d other roles", status, len(roles))
	}},
}

// status sends a request and returns the status of its answer.
func (w *world) status(method, path, org, body string) string {
	w.t.Helper()

	var orgs []string
	if org != "" {
		orgs = []string{org}
	}

	status, _ := w.send(method, path, orgs, []byte(body))

	return strconv.Itoa(status)
}

// A switch that no life asks for does what it says all the same.
func TestSwitchesBesideLives(t *testing.T) {
	t.Parallel()

	for _, b := range beside {
		for value, want := range b.want {
			w := bareWorld(t, map[string]string{b.name: value})
			if got := b.see(w); got != want {
				t.Errorf("%s=%s: %s, want %s", b.name, value, got, want)
			}
		}
	}
}

// everySwitchMatters fails the test for a switch that no life asks for and no test names:
// what asked for it may have gone. It logs how many lives were lived under a switch.
func everySwitchMatters(t *testing.T, lived map[string]int) {
	t.Helper()

	tests, all, ran := textOfTests(t), 0, 0

	for _, s := range bareWorld(t, nil).sim.Switches.List() {
		all += (len(s.Values) - 1) * len(rows)
		ran += (len(s.Values) - 1) * lived[s.Name]

		if lived[s.Name] == 0 && !strings.Contains(tests, strconv.Quote(s.Name)) {
			t.Errorf("no life asks for the switch %s, and no test sets it", s.Name)
		}
	}

	t.Logf("%d of %d pairs of a type and a value of a switch were lived; the other %d do not differ from the defaults", ran, all, all-ran)
}

// textOfTests is all tests of this vendor but for the experiments, which name every switch.
func textOfTests(t *testing.T) string {
	t.Helper()

	var text strings.Builder

	err := filepath.WalkDir("..", func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && d.Name() == "probe":
			return fs.SkipDir
		case !strings.HasSuffix(path, "_test.go"):
			return nil
		}

		raw, err := os.ReadFile(path)
		text.Write(raw)

		return err
	})
	if err != nil {
		t.Fatal(err)
	}

	return text.String()
}
