// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package rest

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"net"
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/hashicorp/terraform-plugin-log/tflog"
)

// DefaultMaxRetries outlasts a maintenance of three minutes, since the waits before them are
// at least three minutes together.
const DefaultMaxRetries = 12

const (
	firstBackoff   = time.Second
	longestBackoff = 30 * time.Second

	// longestRetryAfter bounds what a service can ask for: beyond it a person should decide.
	longestRetryAfter = 15 * time.Minute

	// silentRetryAfter is how long a service may ask to wait before people are told.
	silentRetryAfter = 10 * time.Second
)

// attempts follows one call through its tries.
type attempts struct {
	method string
	path   string
	safe   bool // repeating it cannot do harm, whatever the method
	deed   bool // it changes something, even with GET
	n      int
	next   time.Duration // the wait before the next try
	waited time.Duration

	retrying bool          // the last try is to be repeated
	asked    time.Duration // a Retry-After too long to be waited for

	tell    func(context.Context, string, time.Duration) // of a long Retry-After, or nil
	telling bool                                         // the next wait is one
}

// check decides whether a try is repeated. GET, PUT and DELETE are idempotent: they are
// repeated when the service or the connection broke down. Any other method only when the
// service cannot have acted. A 500 may be the object's own fault, so it is repeated only
// where nothing can have changed.
func (a *attempts) check(ctx context.Context, resp *http.Response, err error) (bool, error) {
	a.n++

	again := false

	switch {
	case err != nil:
		again = a.brokenAgain(err)
	case resp.StatusCode == http.StatusTooManyRequests:
		again = true
	case resp.StatusCode == http.StatusInternalServerError:
		again = a.readOnly()
	case resp.StatusCode == http.StatusRequestTimeout,
		resp.StatusCode == http.StatusTooEarly,
		resp.StatusCode == http.StatusBadGateway,
		resp.StatusCode == http.StatusServiceUnavailable,
		resp.StatusCode == http.StatusGatewayTimeout:
		again = a.idempotent()
	}

	a.retrying = again

	if !again {
		return false, nil
	}

	// Only now: an answer that arrived counts, even if the context ended meanwhile.
	if ctx.Err() != nil {
		return false, ctx.Err()
	}

	a.next, a.telling = backoff(a.n), false
	if after, ok := retryAfter(resp, time.Now()); ok {
		if after > longestRetryAfter {
			a.asked = after

			return false, nil
		}

		a.next, a.telling = after, after > silentRetryAfter
	}

	return true, nil
}

// wait is what retryablehttp asks for between two tries.
func (a *attempts) wait(ctx context.Context) time.Duration {
	a.waited += a.next

	say := tflog.Info
	if a.telling {
		say = tflog.Warn
	}

	say(ctx, "Waiting before the request is sent again", map[string]any{
		"method": a.method, "path": a.path, "tries": a.n, "wait_ms": a.next.Milliseconds(),
	})

	if a.telling && a.tell != nil {
		a.tell(ctx, a.method+" "+a.path, a.next)
	}

	return a.next
}

func (a *attempts) readOnly() bool { return a.safe || a.method == http.MethodGet && !a.deed }

func (a *attempts) idempotent() bool {
	return a.readOnly() || a.method == http.MethodPut || a.method == http.MethodDelete
}

// brokenAgain decides for tries that brought no usable answer.
func (a *attempts) brokenAgain(err error) bool {
	var (
		dns    *net.DNSError
		stop   *permanentError
		unsent *unsentError
	)

	switch {
	case errors.As(err, &unsent):
		// The limiter was stopped, or there is no credential: both had their own retries. What the
		// transport refuses it would refuse again.
		return false
	case errors.As(err, &stop), untrusted(err), errors.As(err, &dns) && dns.IsNotFound:
		return false
	case errors.As(err, new(*garbledError)):
		// The service said yes. A read may be repeated; a write has happened.
		return a.readOnly()
	case neverSent(err):
		return true
	}

	return a.idempotent()
}

// unsentError is why a try was not sent: the context ended while it waited for its turn, the
// limiter was stopped, there is no credential, or the transport refuses it.
type unsentError struct{ cause error }

func (e *unsentError) Error() string { return e.cause.Error() }

func (e *unsentError) Unwrap() error { return e.cause }

// neverSent tells that the request did not leave, so that the service knows nothing.
func neverSent(err error) bool {
	var op *net.OpError

	// A certificate is looked at before the request is sent.
	if errors.As(err, new(*unsentError)) || untrusted(err) {
		return true
	}

	return errors.As(err, &op) && op.Op == "dial"
}

// unsendable tells that a transport refuses a request before it does anything, such as one with
// a header that HTTP cannot carry. Go's has no types for these errors, only words.
func unsendable(err error) bool {
	if err == nil {
		return false
	}

	for _, words := range []string{
		"net/http: invalid header ", "net/http: invalid trailer ", "net/http: invalid method ", "unsupported protocol scheme",
		"http: no Host in request URL", "http: nil Request",
	} {
		if strings.HasPrefix(err.Error(), words) {
			return true
		}
	}

	return false
}

// backoff doubles from one second to half a minute; up to a quarter is taken off at
// random so that requests which failed together do not come back together.
func backoff(tries int) time.Duration {
	d := longestBackoff
	if tries < 6 {
		d = min(longestBackoff, firstBackoff<<(tries-1))
	}

	return d - time.Duration(rand.Int64N(int64(d/4)))
}

// tooLong says why a throttled request is not repeated, nor any other sent.
func tooLong(after time.Duration) string {
	return fmt.Sprintf("the service asks to wait %s, which is longer than %s; no further request is sent",
		after.Round(time.Second), longestRetryAfter)
}

// retryAfter reads the header of that name, in seconds or as a date (RFC 9110, 10.2.3).
func retryAfter(resp *http.Response, now time.Time) (time.Duration, bool) {
	if resp == nil {
		return 0, false
	}

	value := strings.TrimSpace(resp.Header.Get("Retry-After"))
	if value == "" {
		return 0, false
	}

	// A number that is too large to count with is longer than anybody waits; ParseUint returns the
	// largest for it.
	if seconds, err := strconv.ParseUint(value, 10, 32); err == nil || errors.Is(err, strconv.ErrRange) {
		return time.Duration(seconds) * time.Second, true
	}

	if date, err := http.ParseTime(value); err == nil {
		// The service's own clock counts, where it says what time it has.
		if here, err := http.ParseTime(resp.Header.Get("Date")); err == nil {
			now = here
		}

		return max(0, date.Sub(now)), true
	}

	return 0, false
}
