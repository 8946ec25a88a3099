// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package nexport_test

import (
	"bytes"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"testing/synctest"

	"github.com/hashicorp/terraform-plugin-log/tflogtest"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nexport/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// quoting fails every exchange with an error that quotes the whole URL, as Go's do.
type quoting struct {
	http.RoundTripper

	after int
	sent  int
}

func (q *quoting) RoundTrip(r *http.Request) (*http.Response, error) {
	q.sent++
	if q.sent > q.after {
		return nil, fmt.Errorf("proxyconnect: %s %q failed", r.Method, r.URL)
	}

	return q.RoundTripper.RoundTrip(r)
}

// TestErrorsShowNoToken: an error that quotes the address that was asked for loses the token.
func TestErrorsShowNoToken(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		w := newWorld(t, nil)
		login := w.sim.Summary("").Login
		w.client = w.as(login, &quoting{RoundTripper: w.sim.Transport(), after: 1})

		err := w.read(t.Context())
		token := w.sim.Tokens()[0]

		if err == nil || !strings.Contains(err.Error(), "access_token=(redacted)") {
			t.Errorf("%v", err)
		}

		if strings.Contains(err.Error(), token) || strings.Contains(err.Error(), login.Password) {
			t.Errorf("%v", err)
		}

		// A service that quotes what it was sent, in an answer that means success or failure.
		for _, status := range []int{200, 404, 422, 500} {
			w := newWorld(t, nil)
			w.mustRead()

			token := w.sim.Tokens()[0]
			w.sim.Inject(sim.Fault{
				PathPrefix: acctest.API + "GetUser", Status: status,
				Body: fmt.Sprintf(`{"api_error_entity":{"error_code":9,"error_message":"GET ?access_token=%s as %s"}}`, token, login.Password),
			})

			err := w.read(t.Context())
			if err == nil || strings.Contains(err.Error(), token) || strings.Contains(err.Error(), login.Password) || !strings.Contains(err.Error(), "(redacted)") {
				t.Errorf("%d: %v", status, err)
			}
		}
	})
}

// TestLogShowsNoToken: what is logged of logins, refusals, retries and broken connections
// has neither the token nor the password, nor the name of the parameter.
func TestLogShowsNoToken(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		var log bytes.Buffer

		ctx := tflogtest.RootLogger(t.Context(), &log)
		w := newWorld(t, nil)
		login := w.sim.Summary("").Login

		for _, f := range []sim.Fault{{Status: 503, Times: 1}, {Drop: true, Times: 1}, {Malformed: true, Times: 1}, {Status: 403, Times: 1}} {
			f.PathPrefix = acctest.API + "GetUser"
			w.sim.Inject(f)

			_ = w.read(ctx) // its error is another test's
		}

		token := w.sim.Tokens()[0]
		w.client = w.as(login, &quoting{RoundTripper: w.sim.Transport(), after: 1})
		_ = w.read(ctx)

		text := log.String()
		for _, secret := range []string{token, w.sim.Tokens()[1], login.Password} {
			if strings.Contains(text, secret) {
				t.Errorf("the log has %s:\n%s", secret, text)
			}
		}

		if !strings.Contains(text, "AdminApi/Authenticate") || !strings.Contains(text, "ValidateAccessToken") || !strings.Contains(text, "No answer") {
			t.Errorf("the log lacks what it should have:\n%s", text)
		}
	})
}
