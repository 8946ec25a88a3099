// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package collections_test

import (
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strconv"
	"testing"
	"testing/synctest"
	"time"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

// numbered is a client of a service of numbered pages, without a total and without births
// in ids, that refuses a taken name with 422.
func numbered(s http.RoundTripper, fullPages bool) *collections.Client {
	return collections.New(collections.Config{
		Root: &url.URL{Scheme: "https", Host: "service.example"},
		Sender: rest.New(rest.Config{
			Transport: s, MaxRetries: 3, Timeout: time.Second, Limiter: rest.NewLimiter(1000), Redactor: &rest.Redactor{},
			Message: words, RequestID: func(http.Header) string { return "" },
		}),
		Dialect: collections.Dialect{
			PageSize: 10, FullPages: fullPages, Taken: rest.ErrUnprocessable,
			Page: func(r collections.Route, after, size int, _ string) collections.Route {
				return r.With("limit", strconv.Itoa(size)).With("skip", strconv.Itoa(after))
			},
		},
	})
}

func things(c *collections.Client) collections.Listing[thing] {
	return collections.Listing[thing]{Route: c.Route("api", "v2", "things"), ID: func(x thing) string { return x.ID }}
}

// TestFullPages: where the service documents how long a page is, a short one is the last.
func TestFullPages(t *testing.T) {
	t.Parallel()

	for _, row := range []struct {
		full        bool
		items, gets int
	}{{true, 3, 1}, {true, 10, 2}, {true, 13, 2}, {false, 3, 2}, {false, 13, 2}} {
		s := &service{silent: true, uuids: true}
		for i := range row.items {
			s.add(strconv.Itoa(i))
		}

		all, err := collections.All(t.Context(), things(numbered(s, row.full)))
		if err != nil || len(all) != row.items || s.count(http.MethodGet) != row.gets {
			t.Errorf("%+v: %d items in %d calls: %v", row, len(all), s.count(http.MethodGet), err)
		}
	}
}

// TestTaken: a taken name is told by what the dialect says, and by who has it.
func TestTaken(t *testing.T) {
	t.Parallel()

	for name, taken := range map[string]bool{"ours": true, "another": false} {
		s := &service{silent: true}
		s.add(name)
		s.hook = func(w http.ResponseWriter, r *http.Request) bool {
			return r.Method == http.MethodPost && text(w, http.StatusUnprocessableEntity, `{"message":"no"}`)
		}

		_, err := collections.Create(t.Context(), collections.Creation[thing]{
			List: things(numbered(s, true)), Body: thing{Name: "ours"}, Name: "ours", NameOf: func(x thing) string { return x.Name }, AllowTwin: true,
			Same: func(context.Context, thing) (bool, error) { return false, nil },
		})
		if errors.As(err, new(*collections.ExistsError)) != taken || !errors.Is(err, rest.ErrUnprocessable) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestBornInTheObject: of two objects that look alike, the one that was born after the
// request is ours, where the object says so itself.
func TestBornInTheObject(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		s := &service{silent: true, uuids: true}
		s.add("ours")

		time.Sleep(time.Minute)

		begun := time.Now()
		s.after = func(w *httptest.ResponseRecorder, r *http.Request) *httptest.ResponseRecorder {
			if r.Method == http.MethodPost {
				lost(w)
			}

			return w
		}

		births := map[string]time.Time{s.things[0].ID: begun.Add(-time.Minute)}

		made, err := collections.Create(t.Context(), collections.Creation[thing]{
			List: things(numbered(s, true)), Body: thing{Name: "ours"}, Name: "ours",
			Born: func(x thing) (time.Time, bool) {
				if at, old := births[x.ID]; old {
					return at, true
				}

				return begun, true
			},
			Same: func(_ context.Context, x thing) (bool, error) { return x.Name == "ours", nil },
		})
		if _, old := births[made.ID]; err != nil || old || s.count(http.MethodPost) != 1 {
			t.Errorf("%+v in %d POSTs: %v", made, s.count(http.MethodPost), err)
		}
	})
}
