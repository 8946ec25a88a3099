// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package jumpcloud_test

import (
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"sync"
	"testing"
	"time"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
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

// service is a service in process that answers what a test says. It shares nothing with
// the client.
type service struct {
	mu    sync.Mutex
	calls []call

	hook    func(w http.ResponseWriter, r *http.Request) bool // tells whether it answered
	latency time.Duration
}

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

	if s.hook == nil || !s.hook(w, r) {
		text(w, http.StatusNotFound, `{"message":"not found"}`)
	}

	return w.Result(), nil
}

func (s *service) count() int {
	s.mu.Lock()
	defer s.mu.Unlock()

	return len(s.calls)
}

func (s *service) last() call {
	s.mu.Lock()
	defer s.mu.Unlock()

	return s.calls[len(s.calls)-1]
}

func text(w http.ResponseWriter, status int, body string) bool {
	w.WriteHeader(status)

	if _, err := io.WriteString(w, body); err != nil {
		panic(err)
	}

	return true
}

func client(t *testing.T, s *service, change ...func(*jumpcloud.Config)) *jumpcloud.Client {
	t.Helper()

	config := jumpcloud.Config{
		APIURL: "https://service.example", APIKey: "0123456789abcdef", RequestsPerSecond: 1000, MaxRetries: 3,
		RequestTimeout: 30 * time.Second, Transport: s,
	}
	for _, c := range change {
		c(&config)
	}

	c, err := jumpcloud.New(config)
	if err != nil {
		t.Fatal(err)
	}

	return c
}

func listing(t *jumpcloud.Tenant) collections.Listing[thing] {
	return collections.Listing[thing]{Route: t.V2("things"), Sort: jumpcloud.SortID, ID: func(x thing) string { return x.ID }}
}

func together(n int, do func(i int)) {
	var wg sync.WaitGroup
	for i := range n {
		wg.Go(func() { do(i) })
	}

	wg.Wait()
}
