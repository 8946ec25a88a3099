// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package sim

import (
	"encoding/json"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"sync"
	"time"
)

// Entry is one request in the log, and how it was answered.
type Entry struct {
	Seq    int       `json:"seq"`
	Time   time.Time `json:"time"`
	Method string    `json:"method"`
	Path   string    `json:"path"`
	// Route is the pattern that took the request, "GET /things/{id}"; empty when none did.
	Route string     `json:"route,omitempty"`
	Query url.Values `json:"query,omitempty"`
	// Header holds the headers that matter; an absent header has no key. Secret
	// ones are stored as a fingerprint only.
	Header http.Header `json:"header,omitempty"`
	// Body is the JSON body as it was sent, so that absent, null and empty
	// members differ. Nil without a body or with one that is not JSON.
	Body   json.RawMessage `json:"body,omitempty"`
	Status int             `json:"status"` // as sent; 0 when the connection was dropped
	// Committed says that the request changed stored documents, whatever was answered.
	Committed bool `json:"committed"`
	// Fault names the injected fault that shaped the answer.
	Fault string `json:"fault,omitempty"`
	// Violations are where the request broke the documented contract.
	Violations []Violation `json:"violations,omitempty"`
}

// Object decodes the body's members, to tell an absent one from an empty one.
// It is nil when the body is not a JSON object.
func (e Entry) Object() Doc {
	var d Doc
	if decodeJSON(e.Body, &d) != nil {
		return nil
	}

	return d
}

// Exchange is a request with its whole answer, for observers.
type Exchange struct {
	Entry

	ResponseHeader http.Header
	ResponseBody   []byte
}

// Violation is a place where the client broke the documented contract.
type Violation struct {
	Method string `json:"method"`
	Path   string `json:"path"`
	Rule   string `json:"rule"`
	Detail string `json:"detail"`
}

func (v Violation) String() string {
	return v.Method + " " + v.Path + ": " + v.Rule + ": " + v.Detail
}

// Log is the request log, in the order of arrival.
type Log struct {
	mu      sync.Mutex
	seq     int
	entries []Entry
}

// Calls returns the requests with this method (empty: any) whose path starts with the prefix.
func (l *Log) Calls(method, pathPrefix string) []Entry {
	l.mu.Lock()
	defer l.mu.Unlock()

	out := []Entry{}

	for _, e := range l.entries {
		if (method == "" || e.Method == method) && strings.HasPrefix(e.Path, pathPrefix) {
			out = append(out, e)
		}
	}

	slices.SortFunc(out, func(a, b Entry) int { return a.Seq - b.Seq })

	return out
}

// Count is the number of such requests.
func (l *Log) Count(method, pathPrefix string) int { return len(l.Calls(method, pathPrefix)) }

// Writes returns the requests that changed stored documents.
func (l *Log) Writes() []Entry {
	return slices.DeleteFunc(l.Calls("", ""), func(e Entry) bool { return !e.Committed })
}

// size is how many requests there are, and the number of the last that has arrived.
func (l *Log) size() (requests, last int) {
	l.mu.Lock()
	defer l.mu.Unlock()

	return len(l.entries), l.seq
}

// Reset forgets all requests.
func (l *Log) Reset() {
	l.mu.Lock()
	defer l.mu.Unlock()

	l.entries = nil
}

func (l *Log) arrive() int {
	l.mu.Lock()
	defer l.mu.Unlock()

	l.seq++

	return l.seq
}

func (l *Log) add(e Entry) {
	l.mu.Lock()
	defer l.mu.Unlock()

	l.entries = append(l.entries, e)
}
