// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package rest

import (
	"cmp"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"time"
)

// What an [Error] can mean. Test with [errors.Is]; never by status or substring.
var (
	ErrNotFound     = errors.New("not found")
	ErrConflict     = errors.New("conflict")
	ErrInvalid      = errors.New("refused as invalid")
	ErrUnauthorized = errors.New("not authenticated")
	ErrForbidden    = errors.New("not permitted")
	ErrThrottled    = errors.New("too many requests")

	// ErrNoRoute means that nothing answers at that path, or not to that method. It says nothing
	// of the object.
	ErrNoRoute = errors.New("no such path")

	// ErrUnprocessable means that the request is well-formed and its content was refused.
	ErrUnprocessable = errors.New("content refused")

	// ErrRefused means that the service said no in so many words, which proves that it has
	// done nothing, and says that it will say so again.
	ErrRefused = errors.New("refused")

	// ErrUnclear means that the service may have acted although no usable answer arrived.
	ErrUnclear = errors.New("outcome unknown")

	// ErrGarbled means that the service said yes with a body that cannot be read.
	ErrGarbled = errors.New("answer cannot be read")

	// ErrBlocked means that the service's abuse protection refuses this machine.
	ErrBlocked = errors.New("blocked by abuse protection")
)

// Error is every failure of a call: an answer that is not a success, or none at all.
type Error struct {
	Method  string
	Path    string
	Status  int    // 0 when no answer arrived
	Message string // the service's words, else what happened
	// RequestID is the service's name for the request, to quote to its support.
	RequestID string
	Attempts  int           // tries made, the first included
	Waited    time.Duration // time spent between tries

	meant   int // the status that it should have had, 0 for Status
	unclear bool
	garbled bool
	blocked bool
	login   bool
	page    bool // the answer was a page for browsers
	cause   error
}

// Error says what failed in one line, without any credential.
func (e *Error) Error() string {
	var b strings.Builder

	fmt.Fprintf(&b, "%s %s: ", e.Method, e.Path)

	if e.Status != 0 {
		fmt.Fprintf(&b, "%d ", e.Status)
	}

	b.WriteString(e.Message)

	if e.Attempts > 1 {
		fmt.Fprintf(&b, " (gave up after %d tries in %s)", e.Attempts, e.Waited.Round(time.Second))
	}

	if e.RequestID != "" {
		fmt.Fprintf(&b, " [request id %s]", e.RequestID)
	}

	return b.String()
}

// Unwrap gives the failure beneath, such as a cancelled context.
func (e *Error) Unwrap() error { return e.cause }

// Is matches the meanings above.
func (e *Error) Is(target error) bool {
	status := cmp.Or(e.meant, e.Status)

	switch target {
	case ErrNotFound:
		// A page is what a wrong address answers with; it says nothing of the object, which
		// would leave state for it.
		return status == http.StatusNotFound && !e.page
	case ErrNoRoute:
		return status == http.StatusMethodNotAllowed
	case ErrConflict:
		return status == http.StatusConflict
	case ErrInvalid:
		return status == http.StatusBadRequest || status == http.StatusUnprocessableEntity
	case ErrUnprocessable:
		return status == http.StatusUnprocessableEntity
	case ErrUnauthorized:
		return status == http.StatusUnauthorized || e.login
	case ErrForbidden:
		return status == http.StatusForbidden && !e.blocked
	case ErrThrottled:
		return status == http.StatusTooManyRequests
	case ErrRefused:
		return refusal(status)
	case ErrUnclear:
		return e.unclear
	case ErrGarbled:
		return e.garbled
	case ErrBlocked:
		return e.blocked
	}

	return false
}

// refusal tells that a status proves that the service has not acted and will not. The others
// of their class tell of time: 408 and 425 nothing of what was done, 429 nothing of later.
func refusal(status int) bool {
	switch status {
	case http.StatusRequestTimeout, http.StatusTooEarly, http.StatusTooManyRequests:
		return false
	}

	return status >= 400 && status <= 499
}

// proves tells that a status leaves no doubt that a write has not happened.
func proves(status int) bool { return refusal(status) || status == http.StatusTooManyRequests }

// NotFound is the error of an object that a complete listing does not hold. It tells the status
// with which the listing was answered, and matches [ErrNotFound].
func NotFound(method, path, message string) *Error {
	return &Error{Method: method, Path: path, Status: http.StatusOK, Message: message, meant: http.StatusNotFound}
}

// Garbled is the error of a success that cannot be understood. After anything but a read
// it matches [ErrUnclear] too.
func Garbled(method, path string, status int, requestID, message string) *Error {
	return &Error{
		Method: method, Path: path, Status: status, RequestID: requestID, Message: message, Attempts: 1,
		garbled: true, unclear: method != http.MethodGet,
	}
}
