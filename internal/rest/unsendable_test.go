// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package rest_test

import (
	"errors"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

// TestUnsendable: what Go's own transport refuses to send is not repeated, since it would be
// refused again, and has changed nothing. The transport is the real one: it has no types for
// these errors, so their words are what is tested.
func TestUnsendable(t *testing.T) {
	t.Parallel()

	bad := func(change func(r *rest.Request)) rest.Request {
		r := request(http.MethodPut)
		change(&r)

		return r
	}

	for name, c := range map[string]struct {
		request rest.Request
		says    string
	}{
		"a value":  {bad(func(r *rest.Request) { r.Header = http.Header{"X-Api-Key": {"abc\ndef"}} }), `invalid header field value for "X-Api-Key"`},
		"a name":   {bad(func(r *rest.Request) { r.Header = http.Header{"X Api": {"abc"}} }), `invalid header field name`},
		"a scheme": {bad(func(r *rest.Request) { r.URL = &url.URL{Scheme: "gopher", Host: "service.example"} }), "unsupported protocol scheme"},
		"no host":  {bad(func(r *rest.Request) { r.URL = &url.URL{Scheme: "https", Path: "/"} }), "no Host in request URL"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				begun := time.Now()
				_, err := client(&http.Transport{}).Do(t.Context(), c.request)

				e := asError(t, err)
				if e.Attempts != 1 || time.Since(begun) > 0 || errors.Is(err, rest.ErrUnclear) || !strings.Contains(e.Message, c.says) {
					t.Errorf("%d tries in %s, unclear %t: %v", e.Attempts, time.Since(begun), errors.Is(err, rest.ErrUnclear), err)
				}

				if strings.Contains(err.Error(), "abc") {
					t.Errorf("the value is shown: %v", err)
				}
			})
		})
	}
}
