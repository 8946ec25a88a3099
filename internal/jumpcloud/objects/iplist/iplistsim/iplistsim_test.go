// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package iplistsim_test

import (
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest/baresim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/iplist/iplistsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

type world struct{ *baresim.World }

func newWorld(t *testing.T) *world {
	t.Helper()

	return &world{baresim.New(t, iplistsim.Register, "/api/v2/iplists")}
}

// created returns the new list's path.
func (w *world) created(body string) string {
	w.T.Helper()

	return "/" + w.Created("", body, 201)
}

const messy = `["10.0.0.1/32","2001:DB8::/32"," 10.0.0.9 - 10.0.0.12","10.0.0.1/32","anything"]`

func TestLifeCycle(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	id := w.created(`{"name":"Offices","description":"d","ips":` + messy + `}`)

	w.Want("GET", id, "", 200, `"ips":`+messy)
	w.In(1).Want("GET", id, "", 404, `"not found"`)
	w.Want("GET", "?limit=5", "", 200, `[{"description":"d","id":"`)
	w.In(1).Want("GET", "", "", 200, `[]`)
	w.Want("PATCH", id, `{"description":""}`, 200, `"description":"","id":"`+id[1:]+`","ips":`+messy+`,"name":"Offices"}`)
	w.Want("PUT", id, `{"name":"Only"}`, 200, `{"description":"","id":"`+id[1:]+`","ips":[],"name":"Only"}`)
	w.Want("DELETE", id, "", 200, `"name":"Only"`)
	w.Want("DELETE", id, "", 404, "")
	w.Want("PUT", id, `{"name":"x"}`, 404, "")
	w.Want("PATCH", id, `{"name":"x"}`, 404, "")

	if v := w.TakeViolations(); len(v) != 0 {
		t.Errorf("violations %v", v)
	}

	for _, body := range []string{`{"name":"a","type":"deny"}`, `{"name":"a","ips":"10.0.0.1"}`, `{"name":"a","ips":[1]}`, `{"name":null}`} {
		w.Want("POST", "", body, 400, "")
	}

	if v := w.TakeViolations(); len(v) != 4 {
		t.Errorf("violations %v", v)
	}

	if n := len(w.Log().Writes()); n != 4 {
		t.Errorf("%d writes, want 4", n)
	}
}

func TestSwitches(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	w.created(`{"name":"Offices"}`)
	w.created(`{"name":"Offices"}`)
	w.Want("POST", "", `{"name":" "}`, 400, "blank")
	w.Set("iplist-name-blank", "accept")
	w.created(`{}`)
	w.Set("iplist-name-unique", "on")
	w.Want("POST", "", `{"name":"Offices"}`, 409, "")
	w.Set("iplist-ips-spelling", "canonical")
	w.Want("POST", "", `{"name":"a","ips":`+messy+`}`, 201, `["10.0.0.1","2001:db8::/32","10.0.0.9-10.0.0.12","10.0.0.1","anything"]`)
	w.Set("iplist-ips-duplicates", "remove")
	w.Set("iplist-ips-order", "sorted")
	w.Want("POST", "", `{"name":"b","ips":`+messy+`}`, 201, `["10.0.0.1","10.0.0.9-10.0.0.12","2001:db8::/32","anything"]`)
	w.Set("iplist-ips-invalid", "refuse")
	w.Want("POST", "", `{"name":"c","ips":`+messy+`}`, 400, "anything")
	w.Want("POST", "", `{"name":"c","ips":["10.0.0.1 - x"]}`, 400, "10.0.0.1 - x")
}

func TestDeleteInUse(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	used, free := w.created(`{"name":"used"}`), w.created(`{"name":"free"}`)
	w.Store.Docs("authnpolicies", w.Org[0]).Put("1", sim.Doc{
		"conditions": sim.Doc{"all": []any{sim.Doc{"not": sim.Doc{"ipAddressIn": []any{used[1:]}}}}},
	})

	w.Want("DELETE", used, "", 409, "in use")
	w.Want("DELETE", free, "", 200, "")
	w.Set("iplist-delete-in-use", "allow")
	w.Want("DELETE", used, "", 200, "")
}
