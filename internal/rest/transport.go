// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package rest

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"time"

	"github.com/hashicorp/terraform-plugin-log/tflog"
)

// largestAnswer bounds what one answer may take of memory.
const largestAnswer = 32 << 20

// Keys of what a request's context tells the transport.
type (
	binaryKey  struct{}
	writingKey struct{}
)

// permanentError ends a call at once: trying again would not help.
type permanentError struct {
	status  int
	message string
	login   bool
	blocked bool
}

func (e *permanentError) Error() string { return e.message }

// garbledError is a success whose body cannot be read.
type garbledError struct {
	status    int
	requestID string
	cause     error
}

func (e *garbledError) Error() string {
	return fmt.Sprintf("the service answered %d with a body that cannot be read (%s)", e.status, e.cause)
}

// transport sends one try: it waits for its turn, adds the credential, reads the whole
// answer within the time for one try, logs it and recognises pages meant for browsers.
type transport struct{ client *Client }

// RoundTrip sends one try; what is refused as not authenticated is tried once more with a
// renewed credential.
func (t *transport) RoundTrip(req *http.Request) (*http.Response, error) {
	resp, sent, err := t.send(req)
	if err != nil || t.client.config.Auth == nil || !t.unauthenticated(req.Method, resp) {
		return resp, err
	}

	if !t.client.config.Auth.Renew(req.Context(), sent) {
		return resp, nil
	}

	if req.GetBody != nil {
		body, err := req.GetBody()
		if err != nil {
			return nil, err
		}

		req = req.Clone(req.Context())
		req.Body = body
	}

	resp, _, err = t.send(req)

	return resp, err
}

// unauthenticated tells that an answer, whose body is in memory, means 401.
func (t *transport) unauthenticated(method string, resp *http.Response) bool {
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		return false
	}

	resp.Body = io.NopCloser(bytes.NewReader(body))

	return t.client.meaning(method, resp, body) == http.StatusUnauthorized
}

// send makes one try and returns, beside the answer, the request as it was sent.
func (t *transport) send(req *http.Request) (*http.Response, *http.Request, error) {
	config, ctx := t.client.config, req.Context()
	authorized := req.Clone(ctx)

	// Before the turn is waited for: getting a credential can take a turn of its own.
	if config.Auth != nil {
		if err := config.Auth.Authorize(ctx, authorized); err != nil {
			return nil, nil, &unsentError{err}
		}
	}

	waited, err := config.Limiter.Wait(ctx)
	if err != nil {
		return nil, nil, &unsentError{err}
	}

	if waited >= time.Millisecond {
		tflog.Info(ctx, "Waited for the request rate", map[string]any{
			"method": req.Method, "path": req.URL.Path, "wait_ms": waited.Milliseconds(),
			"requests_per_second": config.Limiter.Rate(),
		})
	}

	timed, cancel := context.WithTimeout(ctx, config.Timeout)
	defer cancel()

	try := authorized.WithContext(timed)
	sent := time.Now()

	resp, err := t.finish(try)
	if err != nil {
		tflog.Debug(ctx, "No answer", map[string]any{
			"method": req.Method, "path": req.URL.Path, "duration_ms": time.Since(sent).Milliseconds(),
			"error": config.Redactor.Text(err.Error()),
		})

		return nil, nil, err
	}

	tflog.Debug(ctx, "Answer", map[string]any{
		"method": req.Method, "path": req.URL.Path, "status": resp.StatusCode,
		"duration_ms": time.Since(sent).Milliseconds(), "request_id": config.RequestID(resp.Header),
	})

	if resp.StatusCode == http.StatusTooManyRequests {
		after, _ := retryAfter(resp, time.Now())
		config.Limiter.Throttled(sent, after)

		if after > longestRetryAfter {
			config.Limiter.Stop(&Error{
				Method: req.Method, Path: req.URL.Path, Status: resp.StatusCode, Message: tooLong(after), Attempts: 1,
			})
		}
	} else {
		config.Limiter.Passed()
	}

	return resp, try, nil
}

// finish makes the exchange of a try. That of a write is not given up once it is begun.
func (t *transport) finish(try *http.Request) (*http.Response, error) {
	ctx := try.Context()

	o, ok := ctx.Value(operationKey{}).(*operation)
	if writing, _ := ctx.Value(writingKey{}).(bool); !ok || !writing {
		return t.exchange(try)
	}

	if !o.begin(t.client.config.Timeout) {
		return nil, &unsentError{context.Canceled}
	}

	happened := true
	defer func() { o.end(happened) }()

	resp, err := t.exchange(try)
	if err != nil {
		happened = !neverSent(err)
	} else {
		happened = !proves(resp.StatusCode)
	}

	return resp, err
}

// exchange sends a try and reads the answer whole, so that a connection that breaks in
// the middle of a body is met by the retry policy like any other.
func (t *transport) exchange(try *http.Request) (*http.Response, error) {
	config := t.client.config

	resp, err := config.Transport.RoundTrip(try)
	if unsendable(err) {
		err = &unsentError{err}
	}

	if err != nil {
		return nil, err
	}

	body, err := io.ReadAll(io.LimitReader(resp.Body, largestAnswer+1))
	_ = resp.Body.Close()

	if len(body) > largestAnswer {
		return nil, &permanentError{
			status:  resp.StatusCode,
			message: fmt.Sprintf("the answer is larger than %d MiB and was not read to its end", largestAnswer>>20),
		}
	}

	if date, e := http.ParseTime(resp.Header.Get("Date")); e == nil {
		t.client.skew.Store(int64(time.Until(date)))
	}

	success := success(resp.StatusCode)

	if err != nil {
		if success {
			return nil, &garbledError{resp.StatusCode, config.RequestID(resp.Header), err}
		}

		return nil, err
	}

	resp.Body = io.NopCloser(bytes.NewReader(body))

	html := isHTML(resp.Header, body)
	page := t.client.page(resp.StatusCode)
	binary, _ := try.Context().Value(binaryKey{}).(bool)

	switch {
	case html && page == PageBlocked:
		blocked := &permanentError{
			status:  resp.StatusCode,
			message: "the service answered with a page that says this address is blocked; no further request is sent",
			blocked: true,
		}
		config.Limiter.Stop(&Error{
			Method: try.Method, Path: try.URL.Path, Status: blocked.status,
			Message: blocked.message, Attempts: 1, blocked: true,
		})

		return nil, blocked
	case resp.StatusCode >= 300 && resp.StatusCode <= 399, success && html && !binary:
		return nil, notData(resp.StatusCode, page)
	case success && !binary && len(bytes.TrimSpace(body)) > 0 && !json.Valid(body):
		return nil, &garbledError{resp.StatusCode, config.RequestID(resp.Header), fmt.Errorf("not JSON, %d bytes", len(body))}
	}

	return resp, nil
}
