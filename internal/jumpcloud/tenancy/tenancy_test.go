// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package tenancy_test

import (
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

const acme = "66b1f0a2c8d5e90001a1b2c3"

// portal answers the listing of organizations, and counts what it is asked.
type portal struct {
	status int
	asked  atomic.Int32
}

func (p *portal) RoundTrip(r *http.Request) (*http.Response, error) {
	p.asked.Add(1)

	body := `{"message":"no"}`

	switch {
	case r.URL.Path == "/api/organizations":
		return answer(r, http.StatusOK, `{"results":[{"_id":"o1","displayName":"Own"}],"totalCount":1}`), nil
	case p.status == http.StatusOK:
		body = fmt.Sprintf(`{"results":[{"id":%q,"name":"Acme Inc"}],"totalCount":1}`, acme)
	}

	return answer(r, p.status, body), nil
}

func answer(r *http.Request, status int, body string) *http.Response {
	return &http.Response{StatusCode: status, Header: http.Header{}, Body: io.NopCloser(strings.NewReader(body)), Request: r}
}

func client(t *testing.T, p *portal, organization string) *jumpcloud.Client {
	t.Helper()

	c, err := jumpcloud.New(jumpcloud.Config{
		APIKey: "0123456789abcdef", ProviderID: acme, OrganizationID: organization, Transport: p,
		RequestsPerSecond: 100, RequestTimeout: time.Minute,
	})
	if err != nil {
		t.Fatal(err)
	}

	return c
}

func TestDefaults(t *testing.T) {
	t.Parallel()

	p := &portal{}
	table := map[string]struct {
		data   any
		values string
		known  bool
	}{
		"a default":                      {client(t, p, acme), acme, true},
		"no default":                     {client(t, p, ""), "", true},
		"a configuration not known yet":  {jumpcloud.Pending(errors.New("later")), "", false},
		"a provider that was not set up": {nil, "", false},
	}

	for name, row := range table {
		values, known := tenancy.Tenant{}.Defaults(row.data)
		if known != row.known || values[tenancy.OrganizationID] != row.values {
			t.Errorf("%s: %v %t", name, values, known)
		}

		if values, known := (tenancy.Portal{}).Defaults(row.data); known != row.known || len(values) > 0 {
			t.Errorf("%s, portal: %v %t", name, values, known)
		}
	}
}

func TestEnter(t *testing.T) {
	t.Parallel()

	c := client(t, &portal{}, "")

	tenant, err := tenancy.Tenant{}.Enter(c, map[string]string{tenancy.OrganizationID: acme})
	if err != nil || tenant.ID() != acme {
		t.Error(tenant, err)
	}

	if _, err := (tenancy.Tenant{}).Enter(c, nil); err == nil || !strings.Contains(err.Error(), "JUMPCLOUD_ORGANIZATION_ID") {
		t.Error(err)
	}

	if _, err := (tenancy.Tenant{}).Enter(nil, nil); err == nil {
		t.Error("a provider that was not configured was entered")
	}

	if portal, err := (tenancy.Portal{}).Enter(c, nil); err != nil || portal.Client() != c {
		t.Error(portal, err)
	}
}

func TestExplainTellsWhatToDo(t *testing.T) {
	t.Parallel()

	status := func(code int) error {
		return fmt.Errorf("reading: %w", &rest.Error{Method: "GET", Path: "/x", Status: code})
	}
	table := map[string]struct {
		err  error
		says []string
	}{
		"401":     {status(401), []string{"Organization: " + acme, "JUMPCLOUD_API_KEY", "region"}},
		"403":     {status(403), []string{`"Acme Inc" (` + acme + `)`, "check its role"}},
		"404":     {status(404), []string{`"Acme Inc"`, "Ids are valid within one organization only"}},
		"409":     {status(409), []string{`"Acme Inc"`, "exists already"}},
		"429":     {status(429), []string{"lower requests_per_second"}},
		"400":     {status(400), []string{`"Acme Inc"`}},
		"unclear": {&collections.UnclearError{Err: status(500)}, []string{"Look in the JumpCloud console"}},
	}

	for name, row := range table {
		t.Run(name, func(t *testing.T) {
			t.Parallel()

			p := &portal{status: http.StatusOK}

			text := tenancy.Tenant{}.Explain(t.Context(), client(t, p, ""), map[string]string{tenancy.OrganizationID: acme}, row.err)
			for _, part := range row.says {
				if !strings.Contains(text, part) {
					t.Errorf("no %q in:\n%s", part, text)
				}
			}

			if name == "401" && p.asked.Load() > 0 {
				t.Error("asked with a credential that is refused")
			}
		})
	}
}

// An error must not fail for want of a name.
func TestNameThatCannotBeHad(t *testing.T) {
	t.Parallel()

	p := &portal{status: http.StatusForbidden}
	if got := tenancy.Name(t.Context(), client(t, p, ""), acme, errors.New("x")); got != acme {
		t.Errorf("got %q", got)
	}
}

// Whoever comes with a key of one organization learns which key it is and what it reaches.
func TestExplainNoProvider(t *testing.T) {
	t.Parallel()

	p := &portal{status: http.StatusForbidden}
	err := fmt.Errorf("listing: %w", jumpcloud.ErrNoProvider)

	text := tenancy.Portal{}.Explain(t.Context(), client(t, p, ""), nil, err)
	for _, part := range []string{"Administrator With Billing", "begins with 012345", `"Own" (o1)`} {
		if !strings.Contains(text, part) {
			t.Errorf("no %q in:\n%s", part, text)
		}
	}

	if strings.Contains(text, "0123456789") {
		t.Errorf("shows more of the key than its name:\n%s", text)
	}
}

func TestValidID(t *testing.T) {
	t.Parallel()

	for value, ok := range map[types.String]bool{
		types.StringValue(acme): true, types.StringUnknown(): true, types.StringNull(): true,
		types.StringValue(strings.ToUpper(acme)): false, types.StringValue(acme[1:]): false, types.StringValue(acme + "\n"): false,
	} {
		resp := &validator.StringResponse{}
		tenancy.ValidID().ValidateString(t.Context(), validator.StringRequest{Path: path.Root("id"), ConfigValue: value}, resp)

		if resp.Diagnostics.HasError() == ok {
			t.Errorf("%s: %v", value, resp.Diagnostics)
		}
	}
}

// What a person took for an id says what to write instead.
func TestInvalidIDSaysWhatToWrite(t *testing.T) {
	t.Parallel()

	for value, says := range map[string]string{
		"Acme Inc":                  `data "jumpcloud_organization" with name = "Acme Inc" has the id`,
		strings.ToUpper(acme):       "writes ids in lower case: \"" + acme + "\"",
		" " + strings.ToUpper(acme): "There are blanks around it",
		acme[1:]:                    "must be an id of 24 hexadecimal digits",
	} {
		resp := &validator.StringResponse{}
		tenancy.ValidID().ValidateString(t.Context(), validator.StringRequest{
			Path: path.Root(tenancy.OrganizationID), ConfigValue: types.StringValue(value),
		}, resp)

		if resp.Diagnostics.ErrorsCount() != 1 || !strings.Contains(resp.Diagnostics[0].Detail(), says) {
			t.Errorf("%q: no %q in %v", value, says, resp.Diagnostics)
		}
	}
}
