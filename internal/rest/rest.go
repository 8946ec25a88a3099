// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package rest sends HTTP requests with JSON bodies: one sender with pace, retry,
// redaction and one error type. It knows no vendor.
package rest

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"net/http"
	"net/url"
	"sync/atomic"
	"time"

	"github.com/hashicorp/go-retryablehttp"
)

// Config says how a [Client] sends. Every member but Auth and the callbacks is required.
type Config struct {
	Transport  http.RoundTripper
	UserAgent  string
	MaxRetries int           // tries after the first
	Timeout    time.Duration // of one try, waiting for its turn not included
	Limiter    *Limiter
	Redactor   *Redactor

	// Auth adds the credential; nil sends none.
	Auth Authorizer

	// Message finds the service's words in an error's header and body, or returns "".
	Message func(header http.Header, body []byte) string

	// Meaning returns the status that an answer should have had, where a service says
	// something else than it means, such as 200 with an error inside; nil takes every status
	// at its word. It decides what an [*Error] means and whether the credential is renewed,
	// not whether a request is repeated.
	Meaning func(method string, status int, header http.Header, body []byte) int

	// Page says what a page for browsers means that came instead of data, by its status; nil
	// is [PageUnknown] for all.
	Page func(status int) Page

	// Waiting is told of a request that waits because the service asked for more than ten
	// seconds; it may be nil.
	Waiting func(ctx context.Context, request string, wait time.Duration)

	// RequestID finds the service's name for a request, or returns "".
	RequestID func(http.Header) string
}

// Authorizer adds a credential to requests.
type Authorizer interface {
	// Authorize adds the credential to a request that is about to be sent: to its header or
	// its query. The request is a copy; no log and no error shows either.
	Authorize(ctx context.Context, req *http.Request) error

	// Renew is asked once after a request was refused as not authenticated, and tells
	// whether another try makes sense.
	Renew(ctx context.Context, refused *http.Request) bool
}

// Client sends requests. It is safe for concurrent use.
type Client struct {
	config Config
	http   *http.Client
	skew   atomic.Int64 // the service's clock minus ours, in nanoseconds
}

// New returns a client. Nothing is sent before the first [Client.Do].
func New(config Config) *Client {
	c := &Client{config: config}
	c.http = &http.Client{
		Transport: &transport{client: c},
		// A redirect leads to a login page; following it would hide that.
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}

	return c
}

// Request is one call.
type Request struct {
	Method string
	URL    *url.URL
	Header http.Header
	Body   any // sent as JSON; [url.Values] as a form; nil sends none

	// Safe says that repeating the call does no harm, although its method may.
	Safe bool

	// Deed says that the call changes something, although its method may be GET: it is not
	// repeated where it may have acted.
	Deed bool

	// Binary accepts an answer that is not JSON.
	Binary bool
}

// Response is the answer to a call that succeeded (2xx).
type Response struct {
	Status int
	Header http.Header
	Body   []byte
}

// Do sends a request, again where that is safe. Every failure is an [*Error]; one that
// matches [ErrUnclear] may have changed something. A write that is on its way is not given
// up when ctx ends (see [Graceful]).
func (c *Client) Do(ctx context.Context, r Request) (*Response, error) {
	body, contentType, err := encode(r.Body)
	if err != nil {
		return nil, fmt.Errorf("encoding the body of %s %s: %w", r.Method, r.URL.Path, err)
	}

	var payload any
	if body != nil {
		payload = body
	}

	a := &attempts{method: r.Method, path: r.URL.Path, safe: r.Safe, deed: r.Deed, tell: c.config.Waiting}

	if !a.readOnly() {
		operating, done := Graceful(ctx)
		defer done()

		ctx = context.WithValue(operating, writingKey{}, true)
	}

	if r.Binary {
		ctx = context.WithValue(ctx, binaryKey{}, true)
	}

	req, err := retryablehttp.NewRequestWithContext(ctx, r.Method, r.URL.String(), payload)
	if err != nil {
		return nil, fmt.Errorf("%s %s: %w", r.Method, r.URL.Path, err)
	}

	maps.Copy(req.Header, r.Header)

	req.Header.Set("User-Agent", c.config.UserAgent)
	req.Header.Set("Accept", accept(r.Binary))

	if contentType != "" {
		req.Header.Set("Content-Type", contentType)
	}

	sender := &retryablehttp.Client{
		HTTPClient:   c.http,
		RetryMax:     c.config.MaxRetries,
		CheckRetry:   a.check,
		Backoff:      func(_, _ time.Duration, _ int, _ *http.Response) time.Duration { return a.wait(ctx) },
		ErrorHandler: retryablehttp.PassthroughErrorHandler,
	}

	resp, err := sender.Do(req)
	if err != nil {
		return nil, c.broken(a, err)
	}

	defer func() { _ = resp.Body.Close() }()

	// The transport has read it whole already.
	answer, err := io.ReadAll(resp.Body)
	if err != nil {
		return nil, c.broken(a, err)
	}

	if meant := c.meaning(r.Method, resp, answer); !success(resp.StatusCode) || !success(meant) {
		return nil, c.refused(a, resp, meant, answer)
	}

	return &Response{Status: resp.StatusCode, Header: resp.Header, Body: answer}, nil
}

// ServiceTime returns what the service's clock showed at a time of ours, by what its last
// answer told.
func (c *Client) ServiceTime(ours time.Time) time.Time {
	return ours.Add(time.Duration(c.skew.Load()))
}

// Retries returns how often a call may be repeated.
func (c *Client) Retries() int { return c.config.MaxRetries }

// Pause waits as long as between the given try and the next.
func (c *Client) Pause(ctx context.Context, tries int) error { return sleep(ctx, backoff(tries)) }

// Redact makes values secret: they are taken out of every error from now on.
func (c *Client) Redact(values ...string) { c.config.Redactor.Add(values...) }

// broken is the error of a call that brought no usable answer.
func (c *Client) broken(a *attempts, err error) error {
	e := &Error{Method: a.method, Path: a.path, Attempts: a.n, Waited: a.waited, cause: err}

	var (
		stop    *permanentError
		garbled *garbledError
		wrapped *url.Error
		inner   *Error
	)

	// Of a request that is not idempotent only a try without effect is repeated.
	unclear := !a.readOnly() && !neverSent(err) && (a.idempotent() || !a.retrying)

	switch {
	case errors.As(err, &inner):
		return inner // the limiter was stopped by an earlier answer, or there is no credential
	case errors.As(err, &stop):
		e.Status, e.Message, e.login, e.blocked = stop.status, stop.message, stop.login, stop.blocked
		e.unclear = !a.readOnly() && !proves(stop.status)
	case errors.As(err, &garbled):
		e.Status, e.Message, e.RequestID, e.garbled = garbled.status, garbled.Error(), garbled.requestID, true
		e.unclear = !a.readOnly()
	case errors.As(err, &wrapped):
		e.Message, e.unclear = wrapped.Err.Error(), unclear // without the URL, which repeats the path
	default:
		e.Message, e.unclear = err.Error(), unclear
	}

	e.Message = c.config.Redactor.Text(explain(e, a, err))

	return e
}

// explain completes what the machine says by what a person can do about it.
func explain(e *Error, a *attempts, err error) string {
	switch {
	case errors.Is(err, context.Canceled) && e.unclear:
		return "the run was interrupted, and no answer came in the time that was left"
	case errors.Is(err, context.Canceled) && !a.readOnly():
		return "the run was interrupted before this request was sent; it has changed nothing"
	case errors.Is(err, context.Canceled):
		return "the run was interrupted"
	}

	if hint := certificateHint(err); hint != "" {
		return e.Message + ". " + hint
	}

	return e.Message
}

// refused is the error of an answer that means something else than a success.
func (c *Client) refused(a *attempts, resp *http.Response, meant int, body []byte) error {
	e := &Error{
		Method: a.method, Path: a.path, Status: resp.StatusCode, RequestID: c.config.RequestID(resp.Header),
		Attempts: a.n, Waited: a.waited,
		unclear: !a.readOnly() && !proves(meant), meant: meant,
	}

	e.Message = c.config.Message(resp.Header, body)
	if e.Message == "" && !json.Valid(body) {
		e.Message = plain(resp.StatusCode, body)
	}

	if e.page = isHTML(resp.Header, body); e.page {
		e.Message = http.StatusText(resp.StatusCode) + " (a page for browsers)"
	}

	if e.Message == "" {
		e.Message = http.StatusText(resp.StatusCode)
	}

	if a.asked > 0 {
		e.Message += ": " + tooLong(a.asked)
	}

	// Redacted first: half a secret would not be recognized.
	e.Message = clip(c.config.Redactor.Text(e.Message))

	return e
}

// clip keeps an error readable when a service answers with a page of text.
func clip(s string) string {
	const most = 600

	runes := []rune(s)
	if len(runes) <= most {
		return s
	}

	return string(runes[:most]) + " …"
}
