// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package psa

import (
	"io"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
)

// narrowed answers for an integration with one company type.
type narrowed struct{ status int }

func (n narrowed) RoundTrip(r *http.Request) (*http.Response, error) {
	return &http.Response{
		StatusCode: n.status, Header: http.Header{}, Request: r,
		Body: io.NopCloser(strings.NewReader(`{"companyTypeIds":[1],"automaticTicketing":false}`)),
	}, nil
}

// TestMayOfferMore: only a plan that leaves company types as they are makes sure that a
// company which is not offered now will not be.
func TestMayOfferMore(t *testing.T) {
	t.Parallel()

	const id = "3f2a9c1e-5b7d-4e80-9a61-0c4d8e2f7b15"

	portal := func(status int) *jumpcloud.Portal {
		c, err := jumpcloud.New(jumpcloud.Config{
			APIKey: "0123456789abcdef", Transport: narrowed{status}, RequestsPerSecond: 100, RequestTimeout: time.Minute,
		})
		if err != nil {
			t.Fatal(err)
		}

		return c.Portal()
	}

	p := portal(http.StatusOK)

	for _, step := range []struct {
		what string
		do   func()
		want bool
	}{
		{"nothing is planned", func() {}, true},
		{"the types stay", func() { planSettings(p, ConnectWise, id, true) }, false},
		{"the types change", func() { planSettings(p, ConnectWise, id, false) }, true},
	} {
		step.do()

		if got := MayOfferMore(t.Context(), p, ConnectWise, id); got != step.want {
			t.Errorf("%s: %t", step.what, got)
		}
	}

	if !MayOfferMore(t.Context(), portal(http.StatusForbidden), ConnectWise, id) {
		t.Error("settings that may not be read prove nothing")
	}
}
