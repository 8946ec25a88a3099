// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package authnpolicysim_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest/baresim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/authnpolicy/authnpolicysim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

type world struct{ *baresim.World }

func newWorld(t *testing.T) *world {
	t.Helper()

	return &world{baresim.New(t, authnpolicysim.Register, "/api/v2/authn/policies")}
}

func TestSwitches(t *testing.T) {
	t.Parallel()

	const policy = `{"name":"a","effect":{"action":"allow","obligations":{"mfa":{"required":true}}},"conditions":{"any":[` +
		`{"ipAddressIn":["x"]},{"locationIn":{"countries":["US","CA"]}}]}}`

	w := newWorld(t)

	var made struct {
		ID string `json:"id"`
	}
	if err := json.Unmarshal([]byte(w.Want("POST", "", policy, 201, `"type":"user_portal"`)), &made); err != nil {
		t.Fatal(err)
	}

	id := "/" + made.ID
	w.Want("POST", "", `{"name":" ","effect":{"action":"allow"}}`, 400, "blank")
	w.Set("authnpolicy-name-blank", "accept")
	w.Want("POST", "", `{"effect":{"action":"allow"}}`, 201, `"targets":{}`)
	w.Want("POST", "", policy, 201, "")
	w.Set("authnpolicy-name-unique", "on")
	w.Want("POST", "", policy, 409, "exists")
	w.Want("PATCH", id, `{"name":"b"}`, 200, "")
	w.Want("PATCH", id, `{"name":"b"}`, 200, "")
	w.Set("authnpolicy-empty-members", "drop")
	w.Want("GET", id, "", 200, `"ipAddressIn"`)

	if got := w.Want("GET", id, "", 200, ""); strings.Contains(got, "targets") {
		t.Errorf("an empty member is shown: %s", got)
	}

	w.Set("authnpolicy-list-order", "reverse")
	w.Want("GET", id, "", 200, `[{"locationIn":{"countries":["CA","US"]}},{"ipAddressIn":["x"]}]`)
	w.Want("GET", "?limit=1", "", 200, `["CA","US"]`)
	w.Want("PATCH", id, `{"effect":{"action":"deny"}}`, 200, `"effect":{"action":"deny"}`)
	w.Want("PATCH", id, `{"effect":{"action":"allow","obligations":{"mfa":{"required":true}}}}`, 200, "")
	w.Set("authnpolicy-patch-nested", "merge")
	w.Want("PATCH", id, `{"effect":{"action":"deny"}}`, 200, `"effect":{"action":"deny","obligations":{"mfa":{"required":true}}}`)
	w.Set("authnpolicy-iplist-unknown", "refuse")
	w.Want("PATCH", id, `{"disabled":true}`, 400, "unknown IP list x")
	w.Store.Docs("iplists", w.Org[0]).Put("x", sim.Doc{"id": "x"})
	w.Want("PATCH", id, `{"conditions":{}}`, 200, "")
	w.Want("DELETE", id, "", 200, `"name":"b"`)
	w.Want("DELETE", id, "", 404, "")
	w.Want("PATCH", id, "{}", 404, "")
	w.Want("GET", id, "", 404, "")

	if v := w.TakeViolations(); len(v) != 0 {
		t.Errorf("violations %v", v)
	}
}

func TestRefusals(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	for body, part := range map[string]string{
		`{"name":"a","conditions":{"ipAddressNotIn":["x"]}}`:                            "not a known field",
		`{"name":"a","conditions":{"all":[]}}`:                                          "needs a list",
		`{"name":"a","conditions":{"not":{"deviceManaged":true,"any":[]}}}`:             "exactly one member",
		`{"name":"a","conditions":{"locationIn":{"country":["US"]}}}`:                   "not a known field",
		`{"name":"a","effect":{"obligations":{}}}`:                                      "is required",
		`{"name":"a","effect":{"action":"block"}}`:                                      "must be one of",
		`{"name":"a","effect":{"action":"deny","custom_error_message":{"message":""}}}`: "needs message and enabled",
		`{"name":"a","type":"vpn"}`:                                                     "must be one of",
		`{"name":"a","targets":{"groups":[]}}`:                                          "not a known field",
		`{"name":"a","monitor_only":true}`:                                              "not a known field",
	} {
		w.Want("POST", "", body, 400, strings.ReplaceAll(part, "\"", "\\\""))
	}

	if n := len(w.Log().Writes()); n > 0 {
		t.Errorf("%d writes", n)
	}

	w.TakeViolations()
}
