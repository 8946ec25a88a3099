// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package collections_test

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"net/http"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

// However large the list and however many look-ups: never more than twice the calls of
// the better choice between one GET each and listing it all. Where something is gone, the
// second looks cost no more than listing it all twice.
func TestLookupCostsAtMostTwiceTheBetterChoice(t *testing.T) {
	t.Parallel()

	const pageSize = 100

	for _, size := range []int{0, 1, 99, 100, 101, 200, 250, 999, 1000} {
		for _, lookups := range []int{1, 2, 3, 5, 9, 10, 40} {
			for _, parallel := range []bool{false, true} {
				t.Run(fmt.Sprintf("%d of %d, parallel %t", lookups, size, parallel), func(t *testing.T) {
					t.Parallel()
					synctest.Test(t, func(t *testing.T) {
						s := &service{latency: 10 * time.Millisecond}
						s.fill(size)

						l := listing(client(t, s).Tenant(org))
						random := rand.New(rand.NewPCG(uint64(size), uint64(lookups)))
						wanted := make([]string, lookups)

						for i := range wanted {
							// Every tenth was removed in the console; the rest lies anywhere.
							wanted[i] = "ffffffffffffffffffffffff"
							if size > 0 && random.IntN(10) > 0 {
								wanted[i] = s.things[random.IntN(size)].ID
							}
						}

						look := func(i int) {
							x, err := collections.Lookup(t.Context(), l, wanted[i])
							if gone := wanted[i][0] == 'f'; gone != errors.Is(err, rest.ErrNotFound) || !gone && x.ID != wanted[i] {
								t.Errorf("look-up of %s: %v %v", wanted[i], x, err)
							}
						}

						if parallel {
							together(lookups, look)
						} else {
							for i := range wanted {
								look(i)
							}
						}

						pages := max(1, (size+pageSize-1)/pageSize)
						better, second := min(lookups, pages), 0

						if slices.Contains(wanted, "ffffffffffffffffffffffff") {
							second = 2 * pages
						}

						if s.count("") > 2*better+second {
							t.Errorf("%d calls, the better choice takes %d and second looks %d", s.count(""), better, second)
						}
					})
				})
			}
		}
	}
}

// Those who wait for something else count: the first of them lists all at once, instead of
// reading one by id because nobody else has asked yet.
func TestAnnouncedLookupsCount(t *testing.T) {
	t.Parallel()

	s := &service{}
	s.fill(250)

	tenant := client(t, s).Tenant(org)
	l := listing(tenant)
	first, second := collections.Expect(l), collections.Expect(l)

	look := func(lookup func(context.Context, string) (thing, error), i, calls int) {
		t.Helper()

		s.reset()

		if x, err := lookup(t.Context(), s.things[i].ID); err != nil || x != s.things[i] || s.count("") != calls {
			t.Errorf("%v %v after %d calls, want %d", x, err, s.count(""), calls)
		}
	}

	look(first, 249, 3)

	// A write dropped what was announced: alone, one page and one GET are cheaper.
	if err := collections.Delete(t.Context(), tenant.V2("things", s.things[0].ID)); err != nil {
		t.Fatal(err)
	}

	look(second, 248, 2)
}

func TestLookupIsASingleFlight(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		s := &service{latency: time.Second}
		s.fill(50)

		l := listing(client(t, s).Tenant(org))

		together(50, func(i int) {
			if _, err := collections.Lookup(t.Context(), l, s.things[i].ID); err != nil {
				t.Error(err)
			}
		})

		if s.count("") != 1 {
			t.Errorf("%d calls for 50 look-ups in one page", s.count(""))
		}
	})
}

func TestSnapshotIsDroppedByWrites(t *testing.T) {
	t.Parallel()

	other := "bbbbbbbbbbbbbbbbbbbbbbbb"
	table := []struct {
		name  string
		write func(ctx context.Context, t *scope, id string) error
		calls int // of a look-up afterwards
	}{
		{"put", func(ctx context.Context, t *scope, id string) error {
			_, err := collections.Put[thing](ctx, t.V2("things", id), thing{Name: "new"})

			return err
		}, 1},
		{"post", func(ctx context.Context, t *scope, _ string) error {
			_, err := collections.Post[thing](ctx, t.V2("things"), thing{Name: "new"})

			return err
		}, 1},
		{"delete", func(ctx context.Context, t *scope, _ string) error {
			err := collections.Delete(ctx, t.V2("things", "ffffffffffffffffffffffff"))
			if errors.Is(err, rest.ErrNotFound) {
				return nil // even a write that failed may have changed something
			}

			return err
		}, 1},
		{"below the object", func(ctx context.Context, t *scope, id string) error {
			_, err := collections.Post[any](ctx, t.V2("things", id, "parts"), nil)
			if errors.Is(err, rest.ErrNotFound) {
				return nil
			}

			return err
		}, 1},
		{"told to", func(_ context.Context, t *scope, id string) error {
			collections.Drop(t.V2("things", id))

			return nil
		}, 1},
		{"of another organization", func(ctx context.Context, t *scope, id string) error {
			_, err := collections.Put[thing](ctx, t.account.Tenant(other).V2("things", id), thing{})

			return err
		}, 0},
		{"of a list with a longer name", func(ctx context.Context, t *scope, _ string) error {
			_, err := collections.Post[any](ctx, t.V2("things2"), nil)

			return ignore(err)
		}, 0},
		{"a read", func(ctx context.Context, t *scope, id string) error {
			_, err := collections.Get[thing](ctx, t.V2("things", id))

			return err
		}, 0},
	}

	for _, row := range table {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()

			s := &service{hook: func(w http.ResponseWriter, r *http.Request) bool {
				return r.URL.Path == "/api/v2/things2" && text(w, http.StatusCreated, `{}`)
			}}
			s.fill(3)

			tenant := client(t, s).Tenant(org)
			id := s.things[0].ID

			if _, err := collections.Lookup(t.Context(), listing(tenant), id); err != nil {
				t.Fatal(err)
			}

			if err := row.write(t.Context(), tenant, id); err != nil {
				t.Fatal(err)
			}

			s.reset()

			if _, err := collections.Lookup(t.Context(), listing(tenant), id); err != nil {
				t.Fatal(err)
			}

			if s.count("") != row.calls {
				t.Errorf("%d calls after the write, want %d", s.count(""), row.calls)
			}
		})
	}
}

func ignore(err error) error {
	if errors.Is(err, rest.ErrGarbled) {
		return nil
	}

	return err
}

// A listing taken while a write is under way may show the old state, and must not outlive it.
func TestSnapshotTakenDuringAWriteIsDropped(t *testing.T) {
	t.Parallel()

	s := &service{}
	s.fill(3)

	tenant := client(t, s).Tenant(org)
	id := s.things[0].ID
	s.hook = func(_ http.ResponseWriter, r *http.Request) bool {
		if r.Method == http.MethodDelete {
			if _, err := collections.Lookup(t.Context(), listing(tenant), id); err != nil {
				t.Error(err)
			}
		}

		return false
	}

	if err := collections.Delete(t.Context(), tenant.V2("things", id)); err != nil {
		t.Fatal(err)
	}

	if _, err := collections.Lookup(t.Context(), listing(tenant), id); !errors.Is(err, rest.ErrNotFound) {
		t.Errorf("the deleted thing is still there: %v", err)
	}
}

// A list that proves nothing proves no absence, by itself or with a GET that finds nothing.
func TestAbsenceNeedsASoundListing(t *testing.T) {
	t.Parallel()

	table := map[string]func(s *service, w http.ResponseWriter){
		"a row is missing": func(s *service, w http.ResponseWriter) {
			w.Header().Set("X-Total-Count", "3")
			write(w, http.StatusOK, s.things[:2])
		},
		"a row is doubled": func(s *service, w http.ResponseWriter) {
			w.Header().Set("X-Total-Count", "3")
			write(w, http.StatusOK, []thing{s.things[0], s.things[1], s.things[1]})
		},
		"null":            func(_ *service, w http.ResponseWriter) { text(w, http.StatusOK, `null`) },
		"null within":     func(_ *service, w http.ResponseWriter) { text(w, http.StatusOK, `{"results":null,"totalCount":3}`) },
		"rows of null":    func(_ *service, w http.ResponseWriter) { text(w, http.StatusOK, `[null,null,null]`) },
		"rows without id": func(_ *service, w http.ResponseWriter) { text(w, http.StatusOK, `[{"name":"x"}]`) },
		"nothing of a total": func(_ *service, w http.ResponseWriter) {
			text(w, http.StatusOK, `{"results":[],"totalCount":3}`)
		},
	}

	for name, spoil := range table {
		for _, times := range []int{1, 100} {
			for _, single := range []bool{false, true} {
				t.Run(fmt.Sprintf("%s %d times, single %t", name, times, single), func(t *testing.T) {
					t.Parallel()

					s := &service{}
					s.fill(3)

					left := times
					s.hook = func(w http.ResponseWriter, r *http.Request) bool {
						if !r.URL.Query().Has("limit") || left == 0 {
							return false
						}

						left--

						spoil(s, w)

						return true
					}

					l := listing(client(t, s).Tenant(org))
					if !single {
						l.Single = nil
					}

					// What is there is found in spite of it, or nobody can tell.
					x, err := collections.Lookup(t.Context(), l, s.things[2].ID)
					if (single || times == 1) && (err != nil || x != s.things[2]) || errors.Is(err, rest.ErrNotFound) {
						t.Errorf("%v %v", x, err)
					}

					left = times

					collections.Drop(l.Route)

					// What is gone is gone for who has seen a sound listing only.
					_, err = collections.Lookup(t.Context(), l, "ffffffffffffffffffffffff")
					if errors.Is(err, rest.ErrNotFound) != (times == 1) || times > 1 && !strings.Contains(err.Error(), "cannot be relied on") {
						t.Errorf("of what is gone: %v", err)
					}

					left = times

					collections.Drop(l.Route)

					all, err := collections.All(t.Context(), l)
					if times == 1 && (err != nil || len(all) != 3) || times > 1 && err == nil {
						t.Errorf("all: %v, %v", all, err)
					}
				})
			}
		}
	}
}

// Many that seem to be gone share the second look.
func TestSecondLooksAreShared(t *testing.T) {
	t.Parallel()

	for _, single := range []bool{false, true} {
		s := &service{}
		s.fill(250)

		l := listing(client(t, s).Tenant(org))
		if !single {
			l.Single = nil
		}

		for i := range 200 {
			if _, err := collections.Lookup(t.Context(), l, fmt.Sprintf("%024x", i)); !errors.Is(err, rest.ErrNotFound) {
				t.Fatal(err)
			}
		}

		// Three pages twice, and one GET for each of as many as there are pages.
		if s.count("") > 10 {
			t.Errorf("single %t: %d calls", single, s.count(""))
		}
	}
}

// What the first listing had and the second has not is looked for a third time.
func TestGoneBetweenTwoListings(t *testing.T) {
	t.Parallel()

	s := &service{}
	s.fill(3)

	l := listing(client(t, s).Tenant(org))
	l.Single = nil

	if _, err := collections.Lookup(t.Context(), l, "ffffffffffffffffffffffff"); !errors.Is(err, rest.ErrNotFound) || s.count("") != 2 {
		t.Fatalf("%v after %d calls", err, s.count(""))
	}

	id := s.things[2].ID
	s.things = s.things[:2]

	if x, err := collections.Lookup(t.Context(), l, id); err != nil || x.ID != id {
		t.Errorf("the snapshot has it: %v", err)
	}

	collections.Drop(l.Route)

	if _, err := collections.Lookup(t.Context(), l, id); !errors.Is(err, rest.ErrNotFound) || s.count("") != 4 {
		t.Errorf("%v after %d calls", err, s.count(""))
	}
}

// Without a call for one object, what such a listing lacks is looked for in a second one.
func TestUnsoundListingIsReadAgainWhereThereIsNoGet(t *testing.T) {
	t.Parallel()

	s := &service{}
	s.fill(101)

	l := listing(client(t, s).Tenant(org))
	l.Single = nil
	last := s.things[100]

	// Somebody removes the first one between the pages: the last moves to the first page.
	s.hook = func(_ http.ResponseWriter, r *http.Request) bool {
		if r.URL.Query().Get("skip") == "100" && len(s.things) == 101 {
			s.things = s.things[1:]
		}

		return false
	}

	if x, err := collections.Lookup(t.Context(), l, last.ID); err != nil || x != last {
		t.Errorf("%v %v", x, err)
	}

	for range 5 {
		if _, err := collections.Lookup(t.Context(), l, "ffffffffffffffffffffffff"); !errors.Is(err, rest.ErrNotFound) {
			t.Error(err)
		}
	}

	if s.count("") > 4 {
		t.Errorf("%d calls", s.count(""))
	}
}

// The many look-ups of a list that may not be read cost one call.
func TestRefusalIsKept(t *testing.T) {
	t.Parallel()

	s := &service{hook: func(w http.ResponseWriter, _ *http.Request) bool {
		return text(w, http.StatusForbidden, `{"message":"no"}`)
	}}
	l := listing(client(t, s).Tenant(org))

	together(20, func(int) {
		if _, err := collections.Lookup(t.Context(), l, "x"); !errors.Is(err, rest.ErrForbidden) {
			t.Error(err)
		}
	})

	if s.count("") != 1 {
		t.Errorf("%d calls", s.count(""))
	}
}

// A failure that may pass is that of those who waited for it, and of nobody later.
func TestFailureIsNotKept(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		s := &service{latency: time.Second}
		s.fill(50)
		s.hook = func(w http.ResponseWriter, _ *http.Request) bool {
			return s.count("") <= 4 && text(w, http.StatusBadGateway, `{"message":"no"}`)
		}

		l := listing(client(t, s).Tenant(org))

		together(20, func(i int) {
			if _, err := collections.Lookup(t.Context(), l, s.things[i].ID); err == nil || !strings.Contains(err.Error(), "502") {
				t.Error(err)
			}
		})

		if s.count("") != 4 {
			t.Errorf("%d calls for the tries of one listing", s.count(""))
		}

		if _, err := collections.Lookup(t.Context(), l, s.things[0].ID); err != nil || s.count("") != 5 {
			t.Errorf("%v after %d calls", err, s.count(""))
		}
	})
}

// A look-up that is given up must not spoil the snapshot for others, nor keep them waiting.
func TestCancelledLookupDoesNotPoison(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		s := &service{latency: time.Second}
		s.fill(3)

		l := listing(client(t, s).Tenant(org))
		ctx, cancel := context.WithTimeout(t.Context(), 500*time.Millisecond)

		defer cancel()

		contexts := []context.Context{ctx, ctx, t.Context()}

		together(3, func(i int) {
			_, err := collections.Lookup(contexts[i], l, s.things[0].ID)
			if i < 2 && !errors.Is(err, context.DeadlineExceeded) || i == 2 && err != nil {
				t.Errorf("look-up %d: %v", i, err)
			}
		})
	})
}

func TestAllIsTheWholeListFromTheSnapshot(t *testing.T) {
	t.Parallel()

	s := &service{}
	s.fill(250)

	l := listing(client(t, s).Tenant(org))

	for range 2 {
		all, err := collections.All(t.Context(), l)
		if err != nil || len(all) != 250 || all[249] != s.things[249] {
			t.Fatalf("%d things, %v", len(all), err)
		}

		all[0] = thing{} // a caller's copy
	}

	if x, err := collections.Lookup(t.Context(), l, s.things[0].ID); err != nil || x != s.things[0] || s.count("") != 3 {
		t.Errorf("%v %v after %d calls", x, err, s.count(""))
	}
}

func TestReadOnceAndShared(t *testing.T) {
	t.Parallel()

	s := &service{}
	s.fill(1)

	c := client(t, s)
	path := []string{"things", s.things[0].ID}

	for _, tenant := range []string{org, org, "bbbbbbbbbbbbbbbbbbbbbbbb"} {
		if _, err := collections.GetShared[thing](t.Context(), c.Tenant(tenant).V2(path...)); err != nil {
			t.Fatal(err)
		}
	}

	if s.count("") != 1 {
		t.Errorf("%d calls for what all organizations share", s.count(""))
	}

	s.reset()

	for _, tenant := range []string{org, org, "bbbbbbbbbbbbbbbbbbbbbbbb"} {
		if _, err := collections.GetOnce[thing](t.Context(), c.Tenant(tenant).V2(path...)); err != nil {
			t.Fatal(err)
		}
	}

	if s.count("") != 2 {
		t.Errorf("%d calls for what two organizations have", s.count(""))
	}

	if _, err := collections.Put[thing](t.Context(), c.Tenant(org).V2(path...), thing{}); err != nil {
		t.Fatal(err)
	}

	s.reset()

	if _, err := collections.GetOnce[thing](t.Context(), c.Tenant(org).V2(path...)); err != nil || s.count("") != 1 {
		t.Errorf("%d calls after a write, %v", s.count(""), err)
	}
}

// A failure is told and not kept: what is nothing would be taken for the object.
func TestReadOnceFails(t *testing.T) {
	t.Parallel()

	type read func(context.Context, collections.Route) (thing, error)

	for name, get := range map[string]read{"once": collections.GetOnce[thing], "shared": collections.GetShared[thing]} {
		s := &service{}
		s.fill(1)

		route := client(t, s).Tenant(org).V2("things", s.things[0].ID)
		s.hook = func(w http.ResponseWriter, _ *http.Request) bool {
			return text(w, http.StatusForbidden, `{"message":"no"}`)
		}

		if x, err := get(t.Context(), route); !errors.Is(err, rest.ErrRefused) {
			t.Errorf("%s: %v %v", name, x, err)
		}

		s.hook = nil

		if x, err := get(t.Context(), route); err != nil || x != s.things[0] {
			t.Errorf("%s: %v %v", name, x, err)
		}
	}
}
