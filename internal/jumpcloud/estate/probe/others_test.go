// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package probe_test

import (
	"net/http"
	"strings"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/estate/probe"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
)

// A service that takes a request and does not do what it says, or answers in a third way,
// does none of what the switch's values stand for.
func TestThirdWays(t *testing.T) {
	t.Parallel()

	const (
		group   = "/api/v2/usergroups/"
		iplists = "/api/v2/iplists"
		authn   = "/api/v2/authn/policies/"
		policy  = "/api/v2/policies/"
		catalog = "/api/v2/policytemplates?"
		old     = `{"name": "as before", "description": "as before", "attributes": {"posixGroups": [{"id": 72001}], "ldapGroups": [{"name": "another"}]}}`
	)

	w := newWorld(t, simulator.RoleBilling)
	for name, value := range map[string]string{
		"iplist-name-blank": "accept", "group-name-blank": "accept", "authnpolicy-name-blank": "accept", "policy-name-blank": "accept",
		"user-group-posix-change": "accept", "role-scopes-unknown": "accept",
	} {
		if err := w.Switches.Set(name, value); err != nil {
			t.Fatal(err)
		}
	}

	for name, s := range map[string]odd{
		"group-patch":                {w, http.MethodGet, group, old},
		"group-name-blank":           {w, http.MethodGet, group, old},
		"iplist-name-blank":          {w, http.MethodGet, iplists + "/", old},
		"authnpolicy-name-blank":     {w, http.MethodGet, authn, old},
		"policy-name-blank":          {w, http.MethodGet, policy, old},
		"user-group-posix-change":    {w, http.MethodGet, group, old},
		"user-group-ldap-default":    {w, http.MethodGet, group, old},
		"group-delete-answer":        {w, http.MethodDelete, group, `{"deleted": true}`},
		"authnpolicy-patch-nested":   {w, http.MethodGet, authn, `{"targets": {}}`},
		"authnpolicy-empty-members":  {w, http.MethodGet, authn, `{"conditions": null}`},
		"authnpolicy-iplist-unknown": {w, http.MethodGet, authn, `{"conditions": {"ipAddressIn": []}}`},
		"policy-value-type":          {w, http.MethodGet, policy, `{"values": []}`},
		"policy-put-answer":          {w, http.MethodPut, policy, `{}`},
		"role-scopes-unknown":        {w, http.MethodPost, "/api/v2/roles", `{"id": "0123456789abcdef01234567", "scopes": []}`},
		"unknown-body-members":       {w, http.MethodPost, iplists, `{"id": "0123456789abcdef01234567", "probe": true}`},
		"default-order":              {w, http.MethodGet, iplists + "?", `[{"name": "MARK-1"}, {"name": "MARK-2"}, {"name": "MARK-3"}]`},
		"limit-over-100":             {w, http.MethodGet, catalog, "[" + strings.Repeat(`{"id": "1"},`, 100) + `{"id": "2"}]`},
		"list-skip":                  {w, http.MethodGet, catalog + "limit=5&skip=1", `[{"id": "of-another-page"}]`},
	} {
		o, _ := w.writing(t)
		o.Only = []string{name}
		s.body = strings.ReplaceAll(s.body, "MARK", o.Journal.Mark)

		r, err := probe.Run(t.Context(), s, o)
		if err != nil || len(r.Findings) != 1 || !r.Findings[0].Other || r.Findings[0].Value != "" {
			t.Errorf("%s: %v, %+v", name, err, r)
		}
	}
}
