// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package zammad_test

import (
	"io"
	"net/http"
	"strings"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/zammad"
)

// echo is a proxy that refuses a request and quotes its credential.
type echo struct{}

func (echo) RoundTrip(r *http.Request) (*http.Response, error) {
	body := `{"error":"not with ` + r.Header.Get("Authorization") + `","errors":["not with ` + r.Header.Get("Authorization") + `"]}`

	return &http.Response{StatusCode: http.StatusForbidden, Header: http.Header{}, Body: io.NopCloser(strings.NewReader(body)), Request: r}, nil
}

// A name of any length: in base64 the password begins anywhere in a group of three bytes.
func TestBasicCredentialIsRedacted(t *testing.T) {
	t.Parallel()

	for _, user := range []string{"bob", "anna", "admin"} {
		c, err := zammad.New(zammad.Config{URL: "https://help.example.com", Username: user, Password: "correct-horse", RequestsPerSecond: 100, Transport: echo{}})
		if err != nil {
			t.Fatal(err)
		}

		_, err = collections.Get[any](t.Context(), c.V1("organizations", "1"))
		if err == nil || !strings.Contains(err.Error(), "not with Basic (redacted)") {
			t.Errorf("%s: %v", user, err)
		}
	}
}
