// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package collections_test

import (
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

func creation(c account, name string) collections.Creation[thing] {
	return collections.Creation[thing]{
		List: listing(c.Tenant(org)), Body: thing{Name: name}, Name: name,
		Same: func(_ context.Context, x thing) (bool, error) { return x.Name == name, nil },
	}
}

// first makes spoil answer the first POST only; committed lets the object come about before.
func first(committed bool, spoil func(w *httptest.ResponseRecorder)) func(s *service) {
	return func(s *service) {
		var posts atomic.Int32

		spoiled := func(r *http.Request) *httptest.ResponseRecorder {
			if r.Method != http.MethodPost || posts.Add(1) > 1 {
				return nil
			}

			w := httptest.NewRecorder()
			spoil(w)

			return w
		}

		if committed {
			s.after = func(w *httptest.ResponseRecorder, r *http.Request) *httptest.ResponseRecorder {
				if bad := spoiled(r); bad != nil {
					bad.Header().Set("Date", w.Header().Get("Date"))

					return bad
				}

				return w
			}

			return
		}

		s.hook = func(w http.ResponseWriter, r *http.Request) bool {
			bad := spoiled(r)
			if bad == nil {
				return false
			}

			if bad.Code == 0 {
				w.(*httptest.ResponseRecorder).Code = 0 //nolint:forcetypeassert // service makes it

				return true
			}

			return text(w, bad.Code, bad.Body.String())
		}
	}
}

func lost(w *httptest.ResponseRecorder)    { w.Code = 0 }
func garbled(w *httptest.ResponseRecorder) { text(w, http.StatusCreated, `{"id":`) }
func failed(w *httptest.ResponseRecorder) {
	text(w, http.StatusInternalServerError, `{"message":"oops"}`)
}
func gateway(w *httptest.ResponseRecorder) { text(w, http.StatusBadGateway, `<html>`) }
func page(w *httptest.ResponseRecorder)    { text(w, http.StatusOK, `<html>`) }
func tooSlow(w *httptest.ResponseRecorder) { text(w, http.StatusRequestTimeout, `{}`) }
func early(w *httptest.ResponseRecorder)   { text(w, http.StatusTooEarly, `{}`) }
func redirected(w *httptest.ResponseRecorder) {
	w.Header().Set("Location", "/login")
	w.WriteHeader(http.StatusFound)
}
func noID(w *httptest.ResponseRecorder)    { text(w, http.StatusCreated, `{}`) }
func nothing(w *httptest.ResponseRecorder) { w.WriteHeader(http.StatusNoContent) }
func misfit(w *httptest.ResponseRecorder)  { text(w, http.StatusCreated, `{"id":7}`) }

// Whatever happens to the answer, there is one object in the end, and it is the one returned.
func TestCreateMakesOneObject(t *testing.T) {
	t.Parallel()

	table := map[string]struct {
		spoil func(*service)
		posts int
	}{
		"healthy":                    {func(*service) {}, 1},
		"committed, then dropped":    {first(true, lost), 1},
		"committed, then garbled":    {first(true, garbled), 1},
		"committed, then 500":        {first(true, failed), 1},
		"committed, then 502":        {first(true, gateway), 1},
		"committed, no id":           {first(true, noID), 1},
		"committed, no content":      {first(true, nothing), 1},
		"committed, other shape":     {first(true, misfit), 1},
		"committed, then 408":        {first(true, tooSlow), 1},
		"committed, then 425":        {first(true, early), 1},
		"committed, then a page":     {first(true, page), 1},
		"committed, redirected":      {first(true, redirected), 1},
		"dropped on the way":         {first(false, lost), 2},
		"408, nothing done":          {first(false, tooSlow), 2},
		"a page, nothing done":       {first(false, page), 2},
		"500, nothing done":          {first(false, failed), 2},
		"502, nothing done":          {first(false, gateway), 2},
		"clock an hour behind, lost": {func(s *service) { s.skew = -time.Hour; first(true, lost)(s) }, 1},
		"clock an hour ahead, lost":  {func(s *service) { s.skew = time.Hour; first(true, lost)(s) }, 1},
		"clock behind, nothing done": {func(s *service) { s.skew = -time.Hour; first(false, failed)(s) }, 2},
	}

	for name, row := range table {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				s := &service{}
				row.spoil(s)
				s.fill(120)
				s.add("ours") // an older namesake of somebody else
				time.Sleep(time.Minute)

				made, err := collections.Create(t.Context(), creation(client(t, s), "ours"))
				if err != nil {
					t.Fatal(err)
				}

				if len(s.things) != 122 || made != s.things[121] || s.count(http.MethodPost) != row.posts {
					t.Errorf("%d things after %d POSTs, returned %v", len(s.things), s.count(http.MethodPost), made)
				}
			})
		})
	}
}

func TestCreateTellsWhenNobodyCanTell(t *testing.T) {
	t.Parallel()

	table := map[string]struct {
		spoil      func(*service)
		candidates int
		looked     bool
		says       string
	}{
		"somebody else made a twin meanwhile": {func(s *service) {
			first(true, lost)(s)

			s.hook = func(_ http.ResponseWriter, r *http.Request) bool {
				if r.Method == http.MethodPost {
					s.add("ours")
				}

				return false
			}
		}, 2, false, "cannot be told from one made by somebody else"},
		"ids that tell no birth": {func(s *service) {
			s.uuids = true
			first(true, lost)(s)
		}, 1, false, "cannot be told from one made by somebody else"},
		"the list may not be read": {func(s *service) {
			first(true, lost)(s)

			s.hook = func(w http.ResponseWriter, r *http.Request) bool {
				return r.Method == http.MethodGet && text(w, http.StatusForbidden, `{"message":"no"}`)
			}
		}, 0, true, "looking for it failed"},
	}

	for name, row := range table {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				s := &service{}
				row.spoil(s)

				_, err := collections.Create(t.Context(), creation(client(t, s), "ours"))

				var unclear *collections.UnclearError
				if !errors.As(err, &unclear) || !errors.Is(err, rest.ErrUnclear) {
					t.Fatalf("%v (%T)", err, err)
				}

				if len(unclear.ImportCandidates()) != row.candidates || (unclear.Looked != nil) != row.looked ||
					!strings.Contains(err.Error(), row.says) {
					t.Errorf("candidates %q: %s", unclear.ImportCandidates(), err)
				}

				if s.count(http.MethodPost) != 1 {
					t.Errorf("%d POSTs: it must not be repeated", s.count(http.MethodPost))
				}
			})
		})
	}
}

// The object may have to be read to be compared; when that fails nobody can tell.
func TestCreateWhenComparingFails(t *testing.T) {
	t.Parallel()

	table := map[string]struct {
		err   error
		posts int
	}{
		"cannot be read":     {errors.New("no access"), 1},
		"vanished meanwhile": {rest.NotFound(http.MethodGet, "/x", "gone"), 2},
	}

	for name, row := range table {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				s := &service{}
				first(true, lost)(s)

				c := creation(client(t, s), "ours")
				c.Same = func(context.Context, thing) (bool, error) { return false, row.err }

				_, err := collections.Create(t.Context(), c)
				if (err == nil) != (row.posts == 2) || s.count(http.MethodPost) != row.posts {
					t.Errorf("%d POSTs: %v", s.count(http.MethodPost), err)
				}
			})
		})
	}
}

// Two identical creations at the same time are two objects, even if both answers are lost.
func TestCreateTwins(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		s := &service{latency: 100 * time.Millisecond, after: func(w *httptest.ResponseRecorder, r *http.Request) *httptest.ResponseRecorder {
			if r.Method == http.MethodPost {
				lost(w)
			}

			return w
		}}
		c := client(t, s)
		ids := make([]string, 4)

		together(4, func(i int) {
			made, err := collections.Create(t.Context(), creation(c, "ours"))
			if err != nil {
				t.Error(err)
			}

			ids[i] = made.ID
		})

		slices.Sort(ids)

		if len(slices.Compact(ids)) != 4 || len(s.things) != 4 || s.count(http.MethodPost) != 4 {
			t.Errorf("%d ids of %d objects after %d POSTs", len(ids), len(s.things), s.count(http.MethodPost))
		}
	})
}

func TestCreateGivesUp(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		s := &service{hook: func(w http.ResponseWriter, r *http.Request) bool {
			return r.Method == http.MethodPost && text(w, http.StatusInternalServerError, `{"message":"oops"}`)
		}}

		_, err := collections.Create(t.Context(), creation(client(t, s), "ours"))
		if err == nil || !strings.Contains(err.Error(), "oops") || s.count(http.MethodPost) != 4 {
			t.Errorf("%d POSTs: %v", s.count(http.MethodPost), err)
		}
	})
}

func TestCreateRefused(t *testing.T) {
	t.Parallel()

	s := &service{hook: func(w http.ResponseWriter, _ *http.Request) bool {
		return text(w, http.StatusBadRequest, `{"message":"no name"}`)
	}}

	_, err := collections.Create(t.Context(), creation(client(t, s), "ours"))
	if !errors.Is(err, rest.ErrInvalid) || !strings.Contains(err.Error(), "no name") || s.count("") != 1 {
		t.Errorf("%d calls: %v", s.count(""), err)
	}
}

func TestCreateAlone(t *testing.T) {
	t.Parallel()

	s := &service{}
	client := client(t, s)

	for i, name := range []string{"ours", "ours", "another"} {
		c := creation(client, name)
		c.Alone = true

		if _, err := collections.Create(t.Context(), c); (err != nil) != (i == 1) {
			t.Errorf("creation %d of %q: %v", i, name, err)
		}
	}

	if len(s.things) != 2 {
		t.Errorf("%d objects", len(s.things))
	}
}

func TestCreateWhileAnotherOfTheNameIsUnderWayCanBeCancelled(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		s := &service{latency: time.Hour}
		c := client(t, s, func(c *settings) { c.RequestTimeout = 2 * time.Hour })

		go func() {
			if _, err := collections.Create(t.Context(), creation(c, "ours")); err != nil {
				t.Error(err)
			}
		}()

		time.Sleep(time.Minute)

		ctx, cancel := context.WithCancel(t.Context())
		time.AfterFunc(time.Minute, cancel)

		if _, err := collections.Create(ctx, creation(c, "ours")); !errors.Is(err, context.Canceled) {
			t.Errorf("got %v", err)
		}

		time.Sleep(2 * time.Hour)
	})
}
