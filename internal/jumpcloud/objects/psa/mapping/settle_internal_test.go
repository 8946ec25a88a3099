// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package mapping

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

// desk is a service behind the sender that all requests have. It refuses a PATCH that names
// the bad organization, whether or not it does the rest of it.
type desk struct {
	bad     string
	partial bool
	before  func(n int) // is called when the nth PATCH has arrived; may be nil

	mu   sync.Mutex
	sent [][]string
	done []string
}

func (d *desk) RoundTrip(req *http.Request) (*http.Response, error) {
	var names []string
	if err := json.NewDecoder(req.Body).Decode(&names); err != nil {
		return nil, err
	}

	d.mu.Lock()
	defer d.mu.Unlock()

	d.sent = append(d.sent, names)

	if d.before != nil {
		d.before(len(d.sent))
	}

	status := http.StatusNoContent
	if slices.Contains(names, d.bad) {
		status = http.StatusBadRequest
	}

	for _, name := range names {
		if name != d.bad && (d.partial || status == http.StatusNoContent) && !slices.Contains(d.done, name) {
			d.done = append(d.done, name)
		}
	}

	body := io.NopCloser(strings.NewReader(`{"message":"unknown organization"}`))

	return &http.Response{StatusCode: status, Header: http.Header{}, Body: body, Request: req}, nil
}

func (d *desk) batcher() *batcher {
	sender := rest.New(rest.Config{
		Transport: d, Timeout: time.Minute, Limiter: rest.NewLimiter(100), Redactor: &rest.Redactor{},
		Message:   func(_ http.Header, body []byte) string { return string(body) },
		RequestID: func(http.Header) string { return "" },
	})

	return &batcher{
		patch: func(ctx context.Context, all []element) error {
			names := []string{}
			for _, e := range all {
				names = append(names, fmt.Sprint(e["name"]))
			}

			_, err := sender.Do(ctx, rest.Request{Method: http.MethodPatch, URL: &url.URL{Scheme: "https", Host: "desk"}, Body: names})

			return err
		},
		retries: func() int { return 0 }, made: map[string]bool{},
	}
}

// operate does a change as the kernel does: as an operation that ends with its answer.
func operate(ctx context.Context, b *batcher, name string) <-chan error {
	result := make(chan error, 1)

	go func() {
		call, end := context.WithCancel(ctx)
		defer end()

		operation, done := rest.Graceful(call)
		defer done()

		result <- b.do(operation, change{organization: name, body: element{"name": name}})
	}()

	synctest.Wait() // it has joined before the next does

	return result
}

// TestOneBadOfThree: neighbours of a refused change succeed, wherever it stands among them.
func TestOneBadOfThree(t *testing.T) {
	t.Parallel()

	for _, partial := range []bool{false, true} {
		for _, bad := range []string{"a", "b", "c"} {
			t.Run(fmt.Sprintf("%s bad, partial %t", bad, partial), func(t *testing.T) {
				t.Parallel()
				synctest.Test(t, func(t *testing.T) {
					d := &desk{bad: bad, partial: partial}
					b := d.batcher()
					results := map[string]<-chan error{}

					for _, name := range []string{"a", "b", "c"} {
						results[name] = operate(t.Context(), b, name)
					}

					for name, r := range results {
						if err := <-r; (err != nil) != (name == bad) || err != nil && !strings.Contains(err.Error(), "unknown organization") {
							t.Errorf("%s: %v", name, err)
						}
					}

					if want := [][]string{{"a", "b", "c"}, {"a"}, {"b"}, {"c"}}; !reflect.DeepEqual(d.sent, want) {
						t.Errorf("sent %v, want %v", d.sent, want)
					}
				})
			})
		}
	}
}

// TestBatchInterrupted: what is on its way when the run is interrupted is finished and told;
// what has not begun is not begun.
func TestBatchInterrupted(t *testing.T) {
	t.Parallel()

	for name, c := range map[string]struct {
		bad   string
		at    int // the PATCH during which the run is interrupted
		calls int
		fail  string // whose change fails
	}{
		"while all are on their way": {at: 1, calls: 1},
		"while one refuses":          {bad: "a", at: 1, calls: 1, fail: "abc"},
		"while one is alone":         {bad: "c", at: 2, calls: 2, fail: "bc"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				run, interrupt := context.WithCancel(t.Context())
				defer interrupt()

				d := &desk{bad: c.bad, before: func(n int) {
					if n == c.at {
						interrupt()
					}
				}}
				b := d.batcher()
				results := map[string]<-chan error{}

				for _, name := range []string{"a", "b", "c"} {
					results[name] = operate(run, b, name)
				}

				for name, r := range results {
					if err := <-r; (err != nil) != strings.Contains(c.fail, name) || err != nil && !strings.Contains(err.Error(), "interrupted") {
						t.Errorf("%s: %v", name, err)
					}
				}

				if len(d.sent) != c.calls {
					t.Errorf("sent %v", d.sent)
				}
			})
		})
	}
}
