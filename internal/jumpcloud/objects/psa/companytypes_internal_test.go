// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package psa

import (
	"context"
	"errors"
	"io"
	"net/http"
	"strings"
	"testing"
	"testing/synctest"
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

const id = "3f2a9c1e-5b7d-4e80-9a61-0c4d8e2f7b15"

// portal is one whose service answers with a status and such settings.
func portal(t *testing.T, status int) *jumpcloud.Portal {
	t.Helper()

	c, err := jumpcloud.New(jumpcloud.Config{
		APIKey: "0123456789abcdef", Transport: narrowed{status}, RequestsPerSecond: 100, RequestTimeout: time.Minute,
	})
	if err != nil {
		t.Fatal(err)
	}

	return c.Portal()
}

// TestMayOfferMore: only a plan that leaves company types as they are makes sure that a
// company which is not offered now will not be.
func TestMayOfferMore(t *testing.T) {
	t.Parallel()

	p := portal(t, http.StatusOK)

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

	if !MayOfferMore(t.Context(), portal(t, http.StatusForbidden), ConnectWise, id) {
		t.Error("settings that may not be read prove nothing")
	}
}

// TestOfferedNow: who finds no company waits for settings that are being written, and for a moment,
// once, for those that are not yet: Terraform begins with either.
func TestOfferedNow(t *testing.T) {
	t.Parallel()

	waits := func(t *testing.T, p *jumpcloud.Portal, want time.Duration) {
		t.Helper()

		begin := time.Now()
		if err := OfferedNow(t.Context(), p, ConnectWise, id); err != nil {
			t.Error(err)
		}

		if got := time.Since(begin); got != want {
			t.Errorf("%s instead of %s", got, want)
		}
	}

	synctest.Test(t, func(t *testing.T) {
		p := portal(t, http.StatusOK)

		go func() {
			time.Sleep(3 * time.Second)

			end := beginSettings(p, ConnectWise, id)

			time.Sleep(7 * time.Second)
			end()
		}()

		waits(t, p, 10*time.Second)
		waits(t, p, 0)

		end := beginSettings(p, ConnectWise, id)

		time.AfterFunc(time.Second, end)
		waits(t, p, time.Second)

		ctx, cancel := context.WithCancel(t.Context())
		defer beginSettings(p, ConnectWise, id)()

		time.AfterFunc(time.Second, cancel)

		if err := OfferedNow(ctx, p, ConnectWise, id); !errors.Is(err, context.Canceled) {
			t.Errorf("an interrupt while settings are written: %v", err)
		}
	})

	synctest.Test(t, func(t *testing.T) {
		p := portal(t, http.StatusOK)

		waits(t, p, moment)
		waits(t, p, 0)

		ctx, cancel := context.WithCancel(t.Context())
		cancel()

		if err := OfferedNow(ctx, portal(t, http.StatusOK), ConnectWise, id); !errors.Is(err, context.Canceled) {
			t.Errorf("an interrupt before settings are written: %v", err)
		}
	})

	synctest.Test(t, func(t *testing.T) {
		p := portal(t, http.StatusOK)
		planSettings(p, ConnectWise, id, true)
		waits(t, p, 0)
	})
}
