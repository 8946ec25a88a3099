// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package organizationsim_test

import (
	"net/http"
	"strings"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/jumpcloudsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/organization/organizationsim"
)

func TestPutProvider(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	path := "/v2/providers/" + w.provider

	w.want(w.billing, http.MethodPut, path, `{"name":"New","contact":{"name":"Kim"},"settings":{"requireAdminMFA":true}}`, 200, `"name":"Kim"`)
	w.want(w.billing, http.MethodGet, path, "", 200, `"settings":{"allowMfaOverride":true,"requireAdminMFA":true}`)
	w.want(w.billing, http.MethodGet, path, "", 200, `"email":"contact-`+w.provider)
	w.want(w.billing, http.MethodPut, "/v2/providers/"+w.closed, `{}`, 404, "")
	w.want(w.tenant, http.MethodPut, path, `{}`, 403, "")

	for body, part := range map[string]string{
		`{"name":"` + strings.Repeat("x", 256) + `"}`:                  "too long",
		`{"contact":{"name":"` + strings.Repeat("x", 31) + `"}}`:       "too long",
		`{"contact":{"email":"kim"}}`:                                  "invalid",
		`{"contact":{"email":"contact-` + w.closed + `@example.com"}}`: "in use",
	} {
		w.want(w.billing, http.MethodPut, path, body, 400, part)
	}

	if v := w.TakeViolations(); len(v) > 0 {
		t.Errorf("violations %v", v)
	}

	// What the contract does not know, where the service minds.
	w.set("unknown-body-members", "refuse")

	for _, body := range []string{`{"type":"OU"}`, `{"settings":{"mfa":true}}`, `{"contact":{"phone":"1"}}`, `[]`} {
		w.want(w.billing, http.MethodPut, path, body, 400, "")

		if len(w.TakeViolations()) != 1 {
			t.Errorf("%s is no violation", body)
		}
	}

	w.set("provider-put-nested", "replace")
	w.want(w.billing, http.MethodPut, path, `{"settings":{"requireAdminMFA":false}}`, 200, `"settings":{"requireAdminMFA":false}`)
}

func TestPutSettings(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	path := "/organizations/" + w.acme

	w.want(w.billing, http.MethodGet, path, "", 200, `"contactName":"Example Contact"`)
	w.want(w.billing, http.MethodPut, path, `{"settings":{"contactName":"Kim","passwordPolicy":{"maxHistory":24}}}`, 200, `"maxHistory":24`)
	w.want(w.billing, http.MethodGet, path, "", 200, `"minLength":8`)
	w.want(w.billing, http.MethodGet, path, "", 200, `"contactName":"Kim"`)

	// Name and seat cap are those of the provider's route.
	w.want(w.billing, http.MethodPut, path, `{"settings":{"name":"Renamed","maxSystemUsers":7}}`, 200, `"displayName":"Renamed"`)
	w.want(w.billing, http.MethodGet, "/v2/providers/"+w.provider+"/organizations", "", 200, `"maxSystemUsers":7,"name":"Renamed"`)
	w.want(w.limited, http.MethodPut, path, `{"settings":{"maxSystemUsers":8}}`, 400, "organizations.billing")
	w.set("organization-settings-seat-cap-without-billing", "ignore")
	w.want(w.limited, http.MethodPut, path, `{"settings":{"maxSystemUsers":8}}`, 200, `"maxSystemUsers":7`)

	// Somebody else's, unknown, and of one organization alone.
	w.want(w.limited, http.MethodPut, "/organizations/"+w.globex, `{"settings":{}}`, 404, "")
	w.want(w.tenant, http.MethodPut, path, `{"settings":{"contactEmail":"kim@example.com"}}`, 200, "kim@example.com")

	organizationsim.SetPendingDelete(w.World, w.acme, true)
	w.want(w.billing, http.MethodGet, path, "", 200, `"pendingDelete":true`)

	if v := w.TakeViolations(); len(v) > 0 {
		t.Errorf("violations %v", v)
	}

	w.set("unknown-body-members", "refuse")

	for _, body := range []string{
		`{"displayName":"x"}`, `{"settings":{"seats":1}}`, `{"settings":{"passwordPolicy":{"length":1}}}`,
		`{"settings":{"passwordPolicy":{"maxHistory":25}}}`, `{"settings":{"passwordPolicy":{"lockoutTimeInSeconds":299}}}`,
		`{"settings":{"passwordCompliance":"none"}}`, `{"settings":{"userPortal":{"cookieExpirationType":"never"}}}`,
		`{"settings":{"contactName":1}}`, `{`,
	} {
		w.want(w.billing, http.MethodPut, path, body, 400, "")

		if len(w.TakeViolations()) != 1 {
			t.Errorf("%s is no violation", body)
		}
	}

	w.set("organization-settings-nested", "replace")
	got := w.want(w.billing, http.MethodPut, path, `{"settings":{"passwordPolicy":{"minLength":9}}}`, 200, `"minLength":9}`)

	if !strings.Contains(got, `"contactName":"Kim"`) || strings.Contains(got, "maxHistory") {
		t.Errorf("the settings around it are gone: %s", got)
	}

	if n := w.Store.Docs(jumpcloudsim.Organizations, w.provider).Len(); n != 2 {
		t.Errorf("%d organizations, want 2", n)
	}
}
