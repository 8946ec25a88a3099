// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package collections_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

const org = "aaaaaaaaaaaaaaaaaaaaaaaa"

type thing struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

// call is one request that the service got.
type call struct {
	Method, Host, Path string
	Query              url.Values
	Header             http.Header
}

// service is a small service in process: one collection of things at /api/v2/things. It
// shares nothing with the client.
type service struct {
	mu     sync.Mutex
	things []thing
	calls  []call
	made   int

	// hook answers instead of the collection where it returns true. It may call add.
	hook func(w http.ResponseWriter, r *http.Request) bool

	// after sees what the collection answered, and may replace it.
	after func(w *httptest.ResponseRecorder, r *http.Request) *httptest.ResponseRecorder

	latency time.Duration
	skew    time.Duration // the service's clock minus ours
	silent  bool          // no total in lists
	uuids   bool          // ids that tell no birth
}

var errDropped = errors.New("connection reset by peer")

func (s *service) RoundTrip(r *http.Request) (*http.Response, error) {
	s.mu.Lock()
	s.calls = append(s.calls, call{r.Method, r.URL.Host, r.URL.EscapedPath(), r.URL.Query(), r.Header.Clone()})
	s.mu.Unlock()

	select {
	case <-time.After(s.latency):
	case <-r.Context().Done():
		return nil, r.Context().Err()
	}

	w := httptest.NewRecorder()
	w.Header().Set("Content-Type", "application/json")
	w.Header().Set("Date", time.Now().Add(s.skew).UTC().Format(http.TimeFormat))

	if s.hook == nil || !s.hook(w, r) {
		s.serve(w, r)

		if s.after != nil {
			w = s.after(w, r)
		}
	}

	if w.Code == 0 {
		return nil, errDropped
	}

	return w.Result(), nil
}

func (s *service) serve(w http.ResponseWriter, r *http.Request) {
	id, single := strings.CutPrefix(r.URL.Path, "/api/v2/things/")

	s.mu.Lock()
	defer s.mu.Unlock()

	at := slices.IndexFunc(s.things, func(x thing) bool { return x.ID == id })

	switch {
	case !single && r.Method == http.MethodGet:
		skip, limit := number(r, "skip"), number(r, "limit")
		if !s.silent {
			w.Header().Set("X-Total-Count", strconv.Itoa(len(s.things)))
		}

		skip = min(skip, len(s.things))
		write(w, http.StatusOK, s.things[skip:min(skip+limit, len(s.things))])
	case !single && r.Method == http.MethodPost:
		var x thing
		if err := json.NewDecoder(r.Body).Decode(&x); err != nil {
			write(w, http.StatusBadRequest, nil)

			return
		}

		write(w, http.StatusCreated, s.addLocked(x.Name))
	case at < 0:
		write(w, http.StatusNotFound, map[string]string{"message": "not found"})
	case r.Method == http.MethodDelete:
		s.things = slices.Delete(s.things, at, at+1)
		w.WriteHeader(http.StatusNoContent)
	default:
		write(w, http.StatusOK, s.things[at])
	}
}

// add makes a thing behind the client's back, born now by the service's clock.
func (s *service) add(name string) {
	s.mu.Lock()
	defer s.mu.Unlock()

	s.addLocked(name)
}

func (s *service) addLocked(name string) thing {
	s.made++

	id := fmt.Sprintf("%08x%016x", time.Now().Add(s.skew).Unix(), s.made)
	if s.uuids {
		id = fmt.Sprintf("00000000-0000-4000-8000-%012x", s.made)
	}

	x := thing{ID: id, Name: name}
	s.things = append(s.things, x)

	return x
}

func (s *service) fill(n int) {
	for i := range n {
		s.add(fmt.Sprint("thing ", i))
	}
}

func (s *service) count(method string) int {
	s.mu.Lock()
	defer s.mu.Unlock()

	n := 0

	for _, c := range s.calls {
		if method == "" || c.Method == method {
			n++
		}
	}

	return n
}

func (s *service) reset() {
	s.mu.Lock()
	defer s.mu.Unlock()

	s.calls = nil
}

func (s *service) last() call {
	s.mu.Lock()
	defer s.mu.Unlock()

	return s.calls[len(s.calls)-1]
}

func write(w http.ResponseWriter, status int, body any) {
	w.WriteHeader(status)

	if err := json.NewEncoder(w).Encode(body); err != nil {
		panic(err)
	}
}

func text(w http.ResponseWriter, status int, body string) bool {
	w.WriteHeader(status)

	if _, err := io.WriteString(w, body); err != nil {
		panic(err)
	}

	return true
}

func number(r *http.Request, name string) int {
	n, err := strconv.Atoi(r.URL.Query().Get(name))
	if err != nil {
		panic(err)
	}

	return n
}

// settings of a client under test.
type settings struct {
	RequestsPerSecond float64
	MaxRetries        int
	RequestTimeout    time.Duration
}

// account is a client of the service, which has a scope for each of its tenants.
type account struct{ *collections.Client }

type scope struct {
	account account
	id      string
}

func (a account) Tenant(id string) *scope { return &scope{a, id} }

func (s *scope) V2(segments ...string) collections.Route {
	r := s.account.Route("api", "v2").Join(segments...)
	if s.id == "" {
		return r
	}

	return r.In(s.id).WithHeader("X-Org-Id", s.id)
}

func client(t *testing.T, s *service, change ...func(*settings)) account {
	t.Helper()

	config := settings{RequestsPerSecond: 1000, MaxRetries: 3, RequestTimeout: 30 * time.Second}
	for _, c := range change {
		c(&config)
	}

	return account{collections.New(collections.Config{
		Root: &url.URL{Scheme: "https", Host: "service.example"},
		Sender: rest.New(rest.Config{
			Transport: s, MaxRetries: config.MaxRetries, Timeout: config.RequestTimeout,
			Limiter: rest.NewLimiter(config.RequestsPerSecond), Redactor: &rest.Redactor{},
			Message: words, Page: func(int) rest.Page { return rest.PageLogin }, RequestID: func(http.Header) string { return "" },
		}),
		Dialect: collections.Dialect{
			PageSize: 100, Page: byOffset, Wrappers: []string{"results", "records", "options", "domains", "users"},
			TotalHeader: "X-Total-Count", TotalMember: "totalCount", Born: born,
		},
	})}
}

func words(_ http.Header, body []byte) string {
	var e struct {
		Message string `json:"message"`
	}

	if json.Unmarshal(body, &e) != nil {
		return ""
	}

	return e.Message
}

func byOffset(r collections.Route, after, size int, order string) collections.Route {
	r = r.With("limit", strconv.Itoa(size)).With("skip", strconv.Itoa(after))
	if order != "" {
		r = r.With("sort", order)
	}

	return r
}

// born reads the second that the service's ids begin with.
func born(id string) (time.Time, bool) {
	at, err := strconv.ParseInt(id[:min(8, len(id))], 16, 64)

	return time.Unix(at, 0), err == nil && !strings.Contains(id, "-")
}

func listing(t *scope) collections.Listing[thing] {
	return collections.Listing[thing]{
		Route: t.V2("things"), Sort: "_id", ID: func(x thing) string { return x.ID },
		Single: func(ctx context.Context, id string) (thing, error) {
			return collections.Get[thing](ctx, t.V2("things", id))
		},
	}
}

func together(n int, do func(i int)) {
	var wg sync.WaitGroup
	for i := range n {
		wg.Go(func() { do(i) })
	}

	wg.Wait()
}
