// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package collections_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"sync/atomic"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

func TestParallelKeepsTheOrder(t *testing.T) {
	t.Parallel()

	items := make([]int, 50)
	for i := range items {
		items[i] = i
	}

	got, err := collections.Parallel(t.Context(), items, func(_ context.Context, i int) (int, error) { return 2 * i, nil })
	if err != nil || len(got) != len(items) || !slices.IsSorted(got) || got[49] != 98 {
		t.Errorf("%v, %v", got, err)
	}
}

func TestParallelStopsAtTheFirstError(t *testing.T) {
	t.Parallel()

	failure := errors.New("failure")
	begun := atomic.Int64{}

	_, err := collections.Parallel(t.Context(), make([]int, 1000), func(ctx context.Context, _ int) (int, error) {
		if begun.Add(1) == 1 {
			return 0, failure
		}

		<-ctx.Done() // the others are told

		return 0, ctx.Err()
	})
	if !errors.Is(err, failure) || begun.Load() > 20 {
		t.Errorf("%v after %d items", err, begun.Load())
	}

	cancelled, cancel := context.WithCancel(t.Context())
	cancel()

	if _, err := collections.Parallel(cancelled, []int{1}, func(context.Context, int) (int, error) { return 0, nil }); !errors.Is(err, context.Canceled) {
		t.Errorf("a cancelled call gives %v", err)
	}
}

func TestFirstReadsOnePageThatLookUpsShare(t *testing.T) {
	t.Parallel()

	s := &service{}
	tenant := client(t, s).Tenant(org)

	if _, ok, err := collections.First(t.Context(), listing(tenant)); ok || err != nil {
		t.Errorf("of an empty list: %v, %v", ok, err)
	}

	s = &service{hook: func(w http.ResponseWriter, _ *http.Request) bool {
		return text(w, http.StatusForbidden, `{"message":"no"}`)
	}}

	if _, ok, err := collections.First(t.Context(), listing(client(t, s).Tenant(org))); ok || !errors.Is(err, rest.ErrRefused) {
		t.Errorf("of a list that may not be read: %v, %v", ok, err)
	}

	s = &service{}
	s.fill(250)

	tenant = client(t, s).Tenant(org)

	first, ok, err := collections.First(t.Context(), listing(tenant))
	if err != nil || !ok || first.ID != s.things[0].ID {
		t.Fatalf("%v, %v, %v", first, ok, err)
	}

	if _, err := collections.Lookup(t.Context(), listing(tenant), s.things[50].ID); err != nil || s.count(http.MethodGet) != 1 {
		t.Errorf("%d calls, %v", s.count(http.MethodGet), err)
	}
}

func TestLearnAsksOnce(t *testing.T) {
	t.Parallel()

	c := client(t, &service{})
	fact := collections.NewFact[string]()
	asked := 0
	ask := func(context.Context) (string, error) {
		if asked++; asked == 1 {
			return "", errors.New("not now")
		}

		return fmt.Sprint(asked), nil
	}

	if _, err := fact.Learn(t.Context(), c, "x", ask); err == nil {
		t.Error("the failure was not returned")
	}

	for range 3 {
		if v, err := fact.Learn(t.Context(), c, "x", ask); v != "2" || err != nil {
			t.Errorf("%q, %v", v, err)
		}
	}
}

func TestListOfOneThatIsNoList(t *testing.T) {
	t.Parallel()

	s := &service{hook: func(w http.ResponseWriter, _ *http.Request) bool {
		return text(w, http.StatusOK, `{"totalCount":1,"records":{"id":"1","name":"Only"}}`)
	}}

	all, err := collections.All(t.Context(), listing(client(t, s).Tenant(org)))
	if err != nil || len(all) != 1 || all[0].Name != "Only" {
		t.Errorf("%v, %v", all, err)
	}
}
