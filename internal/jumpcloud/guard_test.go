// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package jumpcloud_test

import (
	"context"
	"errors"
	"net/http"
	"slices"
	"testing"
	"testing/synctest"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
)

// A client that is read-only sends no write, whichever way it is asked for one, and all reads.
func TestReadOnlyWritesNothing(t *testing.T) {
	t.Parallel()

	for _, readOnly := range []bool{true, false} {
		s := &service{hook: func(w http.ResponseWriter, _ *http.Request) bool {
			return text(w, http.StatusOK, `{"id":"1","name":"x"}`)
		}}
		c := client(t, s, func(c *jumpcloud.Config) { c.Guards.ReadOnly = readOnly })
		routes := map[string]collections.Route{"tenant": c.Tenant(org).V2("things"), "portal": c.Portal().V2("things")}

		for name, route := range routes {
			for verb, write := range map[string]func(context.Context) error{
				"post": func(ctx context.Context) error {
					_, err := collections.Post[thing](ctx, route, thing{})

					return err
				},
				"put": func(ctx context.Context) error {
					_, err := collections.Replace[thing](ctx, route, thing{})

					return err
				},
				"patch": func(ctx context.Context) error {
					_, err := collections.Patch[thing](ctx, route, thing{})

					return err
				},
				"delete": func(ctx context.Context) error { return collections.Delete(ctx, route) },
				"act":    func(ctx context.Context) error { return collections.Act(ctx, route, http.MethodGet, nil) },
			} {
				before := s.count()
				err := write(t.Context())

				if errors.Is(err, jumpcloud.ErrReadOnly) != readOnly || (s.count() == before) != readOnly || !readOnly && err != nil {
					t.Errorf("%s %s, read-only: %t: %v after %d requests", name, verb, readOnly, err, s.count()-before)
				}
			}

			before := s.count()
			if _, err := collections.Get[thing](t.Context(), route); err != nil || s.count() != before+1 {
				t.Errorf("%s, read-only: %t: a read: %v", name, readOnly, err)
			}
		}
	}
}

// Where each object must name its organization, none takes it from the provider.
func TestExplicitOrganization(t *testing.T) {
	t.Parallel()

	for explicit, want := range map[bool]string{false: org, true: ""} {
		c := client(t, &service{}, func(c *jumpcloud.Config) { c.OrganizationID, c.Guards.Explicit = org, explicit })

		if got := c.DefaultOrganization(); got != want {
			t.Errorf("explicit: %t: %q", explicit, got)
		}
	}
}

// The refusal of a roll-out that is too wide comes once, and lists what else was planned meanwhile.
func TestTooManyOrganizationsAreListed(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		c := client(t, &service{}, func(c *jumpcloud.Config) { c.Guards.MaxOrganizations = 2 })

		for _, organization := range []string{"Acme", "Globex", "Acme"} {
			if err := c.Touch(t.Context(), organization, "a policy"); err != nil {
				t.Fatal(err)
			}
		}

		refusal := make(chan error, 1)

		go func() { refusal <- c.Touch(t.Context(), "Initech", "a group") }()

		synctest.Wait()

		if err := c.Touch(t.Context(), "Hooli", "a policy"); err != nil {
			t.Errorf("told twice: %v", err)
		}

		var many *jumpcloud.TooManyError
		if !errors.As(<-refusal, &many) || !slices.Equal(many.Organizations, []string{"Acme", "Globex", "Hooli", "Initech"}) ||
			many.Limit != 2 || many.Cause != "a policy" || many.CauseCount != 3 {
			t.Errorf("%+v", many)
		}
	})
}
