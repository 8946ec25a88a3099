// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package collections_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

// named is a creation that looks for its name.
func named(c account, name string) collections.Creation[thing] {
	n := creation(c, name)
	n.NameOf = nameOf

	return n
}

// A name that somebody else's object has is found before anything is sent.
func TestCreateLooksForTheNameFirst(t *testing.T) {
	t.Parallel()

	for name, row := range map[string]struct {
		world  func(s *service, c *collections.Creation[thing])
		taken  int
		exists bool
		gets   int
	}{
		"free":         {func(*service, *collections.Creation[thing]) {}, 0, false, 1},
		"taken":        {func(s *service, _ *collections.Creation[thing]) { s.add("ours") }, 1, true, 2},
		"taken twice":  {func(s *service, _ *collections.Creation[thing]) { s.add("ours"); s.add("ours") }, 2, true, 3},
		"nearly taken": {func(s *service, _ *collections.Creation[thing]) { s.add("Ours") }, 0, false, 1},
		"two are wanted": {func(s *service, c *collections.Creation[thing]) {
			s.add("ours")

			c.AllowTwin = true
		}, 0, false, 0},
		"no name": {func(s *service, c *collections.Creation[thing]) {
			s.add("ours")

			c.NameOf = nil
		}, 0, false, 0},
		"the list may not be read": {func(s *service, _ *collections.Creation[thing]) {
			s.add("ours")

			s.hook = func(w http.ResponseWriter, r *http.Request) bool {
				return r.Method == http.MethodGet && text(w, http.StatusForbidden, `{"message":"no"}`)
			}
		}, 0, false, 1},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()

			s := &service{}
			c := named(client(t, s), "ours")
			row.world(s, &c)

			_, err := collections.Create(t.Context(), c)

			exists, ok := errors.AsType[*collections.ExistsError](err)
			if ok != row.exists || !ok && err != nil || s.count(http.MethodGet) != row.gets {
				t.Fatalf("%v after %d looks", err, s.count(http.MethodGet))
			}

			if !row.exists {
				return
			}

			if s.count(http.MethodPost) > 0 || len(exists.ImportCandidates()) != row.taken {
				t.Errorf("%d POSTs, candidates %q", s.count(http.MethodPost), exists.ImportCandidates())
			}

			for _, part := range []string{`"ours"`, s.things[0].ID, "allow_duplicate_name = true", "create_before_destroy", "`moved`", "nothing was created"} {
				if !strings.Contains(err.Error(), part) {
					t.Errorf("does not say %q: %v", part, err)
				}
			}
		})
	}
}

// What this process renamed or deleted, or made itself, has the name no more, or rightly.
func TestCreateOfANameThatThisRunFreed(t *testing.T) {
	t.Parallel()

	s := &service{}
	s.add("ours")
	s.add("mine")

	c := client(t, s)
	tenant := c.Tenant(org)

	if _, err := collections.Create(t.Context(), named(c, "ours")); !errors.As(err, new(*collections.ExistsError)) {
		t.Fatal(err)
	}

	if err := collections.Delete(t.Context(), tenant.V2("things", s.things[0].ID)); err != nil {
		t.Fatal(err)
	}

	for range 2 { // the second has the first one's name, which this process made
		if _, err := collections.Create(t.Context(), named(c, "ours")); err != nil {
			t.Error(err)
		}
	}

	s.things[0].Name = "renamed"

	if _, err := collections.Create(t.Context(), named(c, "mine")); err != nil {
		t.Error(err)
	}
}

// However many are made: one listing for all of them, and none in an organization that
// this process made.
func TestCreateManyListsOnce(t *testing.T) {
	t.Parallel()

	s := &service{}
	s.fill(150)

	c := client(t, s)

	together(20, func(i int) {
		if _, err := collections.Create(t.Context(), named(c, fmt.Sprint("new ", i))); err != nil {
			t.Error(err)
		}
	})

	if s.count(http.MethodGet) != 2 || s.count(http.MethodPost) != 20 {
		t.Errorf("%d GETs, %d POSTs", s.count(http.MethodGet), s.count(http.MethodPost))
	}

	made := s.things[160].ID
	s.reset()

	n := named(c, "thing 1")
	n.List = listing(c.Tenant(made))

	if _, err := collections.Create(t.Context(), n); err != nil || s.count("") != 1 {
		t.Errorf("in an organization of this run: %v after %d calls", err, s.count(""))
	}
}

// A list that nobody can rely on tells nothing of a name: nothing is sent.
func TestCreateWhenTheNameCannotBeLookedFor(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		for _, answer := range []string{"null", ""} {
			s := &service{hook: func(w http.ResponseWriter, r *http.Request) bool {
				return r.Method == http.MethodGet && text(w, map[string]int{"null": 200, "": 502}[answer], answer)
			}}

			_, err := collections.Create(t.Context(), named(client(t, s), "ours"))
			if err == nil || !strings.Contains(err.Error(), "nothing was created") || s.count(http.MethodPost) > 0 {
				t.Errorf("%q: %v after %d POSTs", answer, err, s.count(http.MethodPost))
			}
		}
	})
}

// unique makes the service refuse a second object of a name.
func unique(s *service) {
	s.hook = func(w http.ResponseWriter, r *http.Request) bool {
		s.mu.Lock()
		defer s.mu.Unlock()

		return r.Method == http.MethodPost && slices.ContainsFunc(s.things, func(x thing) bool { return strings.EqualFold(x.Name, "ours") }) &&
			text(w, http.StatusConflict, `{"message":"thing already exists"}`)
	}
}

// A refusal says who has the name.
func TestConflictNamesWhoHasTheName(t *testing.T) {
	t.Parallel()

	for _, there := range []string{"ours", "Ours"} {
		s := &service{}
		s.add(there)
		unique(s)

		c := named(client(t, s), "ours")
		c.AllowTwin = true // the service decides all the same

		_, err := collections.Create(t.Context(), c)

		exists, ok := errors.AsType[*collections.ExistsError](err)
		if !ok || !slices.Equal(exists.ImportCandidates(), []string{s.things[0].ID}) || !errors.Is(err, rest.ErrConflict) {
			t.Fatalf("%v", err)
		}

		if !strings.HasPrefix(err.Error(), "thing already exists\n") || strings.Contains(err.Error(), "allow_duplicate_name") {
			t.Errorf("says %v", err)
		}
	}

	// A conflict about something else stays what it is.
	s := &service{hook: func(w http.ResponseWriter, r *http.Request) bool {
		return r.Method == http.MethodPost && text(w, http.StatusConflict, `{"message":"not now"}`)
	}}

	_, err := collections.Create(t.Context(), named(client(t, s), "ours"))
	if errors.As(err, new(*collections.ExistsError)) || !errors.Is(err, rest.ErrConflict) {
		t.Errorf("%v", err)
	}
}

// A conflict after a try that got lost is with the object that this try made.
func TestConflictWithOurselves(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		s := &service{}
		first(true, lost)(s)
		unique(s)

		// The list is behind at first.
		behind := s.hook
		posts := 0
		s.hook = func(w http.ResponseWriter, r *http.Request) bool {
			if r.Method == http.MethodPost {
				posts++
			}

			if r.Method == http.MethodGet && posts == 1 {
				return text(w, http.StatusOK, `[]`)
			}

			return behind(w, r)
		}

		made, err := collections.Create(t.Context(), named(client(t, s), "ours"))
		if err != nil || len(s.things) != 1 || made != s.things[0] || posts != 2 {
			t.Errorf("%v of %v after %d POSTs: %v", made, s.things, posts, err)
		}
	})
}

// An interrupted run finishes what it has sent and begins nothing else.
func TestCreateInterrupted(t *testing.T) {
	t.Parallel()

	for name, row := range map[string]struct {
		spoil  func(*service)
		at     time.Duration // each call takes a second: the listing, the POST, a look
		things int
		made   bool
		posts  int
	}{
		"before the POST":                    {func(*service) {}, 500 * time.Millisecond, 0, false, 0},
		"during the POST":                    {func(*service) {}, 1500 * time.Millisecond, 1, true, 1},
		"during a POST whose answer is lost": {first(true, lost), 1500 * time.Millisecond, 1, true, 1},
		"during the look for it":             {first(true, lost), 2500 * time.Millisecond, 1, true, 1},
		"during a POST that does nothing":    {first(false, failed), 1500 * time.Millisecond, 0, false, 1},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				s := &service{latency: time.Second}
				row.spoil(s)

				ctx, cancel := context.WithCancel(t.Context())
				time.AfterFunc(row.at, cancel)

				made, err := collections.Create(ctx, named(client(t, s), "ours"))
				if (err == nil) != row.made || row.made && made != s.things[0] || len(s.things) != row.things || s.count(http.MethodPost) != row.posts {
					t.Errorf("%v of %v after %d POSTs: %v", made, s.things, s.count(http.MethodPost), err)
				}
			})
		})
	}
}

// Twelve at once, as an apply makes them: what was sent exists and is known, the rest was not sent.
func TestCreateManyInterrupted(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		s := &service{latency: time.Second}
		c := client(t, s, func(c *settings) { c.RequestsPerSecond = 10 })

		ctx, cancel := context.WithCancel(t.Context())
		time.AfterFunc(1800*time.Millisecond, cancel)

		var (
			mu   sync.Mutex
			made []string
		)

		together(12, func(i int) {
			x, err := collections.Create(ctx, named(c, fmt.Sprint("new ", i)))

			mu.Lock()
			defer mu.Unlock()

			if err == nil {
				made = append(made, x.ID)
			} else if !errors.Is(err, context.Canceled) || errors.Is(err, rest.ErrUnclear) {
				t.Errorf("%v", err)
			}
		})

		if len(made) != len(s.things) || len(made) == 0 || len(made) == 12 {
			t.Errorf("%d are known of %d that exist", len(made), len(s.things))
		}
	})
}

// An edge, a setting, a replacement and a deletion that were sent are finished too.
func TestWritesInterrupted(t *testing.T) {
	t.Parallel()

	for name, write := range map[string]func(ctx context.Context, t *scope, id string) error{
		"ensure": func(ctx context.Context, t *scope, _ string) error {
			return collections.Ensure(ctx, t.V2("things"), thing{Name: "ours"}, func(ctx context.Context) (bool, error) {
				all, err := collections.All(ctx, listing(t))

				return len(all) > 1, err
			})
		},
		"adjust": func(ctx context.Context, t *scope, id string) error {
			_, _, err := collections.Adjust(ctx, t.V2("things", id), collections.Members{"name": "thing 0"}, collections.Members{})

			return err
		},
		"replace": func(ctx context.Context, t *scope, id string) error {
			_, err := collections.Replace[thing](ctx, t.V2("things", id), thing{})

			return err
		},
		"delete": func(ctx context.Context, t *scope, id string) error {
			return collections.Delete(ctx, t.V2("things", id))
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				s := &service{latency: time.Second}
				s.fill(1)

				// Without a body, so that the object is read afterwards where it must be.
				once := false
				s.after = func(w *httptest.ResponseRecorder, r *http.Request) *httptest.ResponseRecorder {
					if r.Method == http.MethodGet || r.Method == http.MethodDelete || once {
						return w
					}

					once = true
					empty := httptest.NewRecorder()

					if name == "ensure" {
						lost(empty)
					}

					return empty
				}

				ctx, cancel := context.WithCancel(t.Context())
				time.AfterFunc(500*time.Millisecond, cancel)

				if err := write(ctx, client(t, s).Tenant(org), s.things[0].ID); err != nil {
					t.Error(err)
				}
			})
		})
	}
}

// A deletion of which nobody knows whether it happened is sent once more.
func TestDeleteOfUnclearOutcome(t *testing.T) {
	t.Parallel()

	for name, row := range map[string]struct {
		answers func(n int) *httptest.ResponseRecorder // nil: as the service is
		commits bool
		gone    bool
		fails   bool
		calls   int
	}{
		"committed, then 500":   {once(failed), true, true, false, 2},
		"committed, then page":  {once(page), true, true, false, 2},
		"committed, redirected": {once(redirected), true, true, false, 2},
		"committed, garbled":    {once(garbled), true, true, false, 1},
		"500, nothing done":     {once(failed), false, true, false, 2},
		"500 for ever":          {always(failed), false, false, true, 2},
		"refused":               {always(forbidden), false, false, true, 1},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				s := &service{}
				s.fill(1)

				n := 0
				spoil := func(r *http.Request) *httptest.ResponseRecorder {
					if r.Method != http.MethodDelete {
						return nil
					}

					n++

					return row.answers(n)
				}

				if row.commits {
					s.after = func(w *httptest.ResponseRecorder, r *http.Request) *httptest.ResponseRecorder {
						if bad := spoil(r); bad != nil {
							return bad
						}

						return w
					}
				} else {
					s.hook = func(w http.ResponseWriter, r *http.Request) bool {
						bad := spoil(r)

						return bad != nil && text(w, bad.Code, bad.Body.String())
					}
				}

				err := collections.Delete(t.Context(), client(t, s).Tenant(org).V2("things", s.things[0].ID))
				if failed := err != nil && !errors.Is(err, rest.ErrNotFound); failed != row.fails || (len(s.things) == 0) != row.gone || n != row.calls {
					t.Errorf("%v after %d calls, %d left", err, n, len(s.things))
				}
			})
		})
	}
}

func once(spoil func(*httptest.ResponseRecorder)) func(int) *httptest.ResponseRecorder {
	return func(n int) *httptest.ResponseRecorder {
		if n > 1 {
			return nil
		}

		return always(spoil)(n)
	}
}

func always(spoil func(*httptest.ResponseRecorder)) func(int) *httptest.ResponseRecorder {
	return func(int) *httptest.ResponseRecorder {
		w := httptest.NewRecorder()
		spoil(w)

		return w
	}
}

func forbidden(w *httptest.ResponseRecorder) { text(w, http.StatusForbidden, `{"message":"no"}`) }
