// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package probe

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"net/url"
	"strings"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

// Request is one call.
type Request struct {
	Method       string
	Path         string // with its query
	Organization string // sent as x-org-id; "" sends none
	Body         any

	// Reads says that a POST changes nothing.
	Reads bool
}

// Answer is what came back, whatever its status.
type Answer struct {
	Status int
	Header http.Header
	Body   []byte
}

// Service sends requests. An error says that there is no answer.
type Service interface {
	Send(ctx context.Context, r Request) (Answer, error)
}

// Recorder is a transport that keeps the answers of a [ClientService], whose client must
// send through it.
type Recorder struct{ http.RoundTripper }

type answerKey struct{}

// RoundTrip sends a request, and keeps its answer if somebody waits for it.
func (r Recorder) RoundTrip(req *http.Request) (*http.Response, error) {
	resp, err := r.RoundTripper.RoundTrip(req)

	kept, ok := req.Context().Value(answerKey{}).(*Answer)
	if err != nil || !ok || strings.HasSuffix(req.URL.Path, "/oauth2/token") {
		return resp, err
	}

	body, err := io.ReadAll(resp.Body)
	if closed := resp.Body.Close(); err == nil {
		err = closed
	}

	if err != nil {
		return nil, err
	}

	resp.Body = io.NopCloser(bytes.NewReader(body))
	*kept = Answer{Status: resp.StatusCode, Header: resp.Header.Clone(), Body: body}

	return resp, nil
}

// ClientService sends through a client, hence with its credential, its pace and its retries.
type ClientService struct{ Client *jumpcloud.Client }

// Send sends one request. Its error is the client's where no answer arrived, and that of a
// client that is read-only.
func (s ClientService) Send(ctx context.Context, r Request) (Answer, error) {
	root, err := url.Parse(s.Client.Root())
	if err != nil {
		return Answer{}, err
	}

	path, query, _ := strings.Cut(r.Path, "?")
	root.Path += path
	root.RawQuery = query

	request := rest.Request{Method: r.Method, URL: root, Header: http.Header{}, Body: r.Body, Safe: r.Reads, Binary: r.Reads}
	if r.Organization != "" {
		request.Header.Set("X-Org-Id", r.Organization)
	}

	var kept Answer

	_, err = s.Client.Do(context.WithValue(ctx, answerKey{}, &kept), request)
	if kept.Status == 0 || errors.Is(err, context.Canceled) {
		return Answer{}, err
	}

	return kept, nil // a refusal is an answer as well
}

// ok tells that the service did it.
func (a Answer) ok() bool { return a.Status >= 200 && a.Status < 300 }

// value is the answer's JSON, or nil.
func (a Answer) value() any {
	var v any

	d := json.NewDecoder(bytes.NewReader(a.Body))
	d.UseNumber()

	if d.Decode(&v) != nil {
		return nil
	}

	return v
}

// doc is the answer's object, or an empty one.
func (a Answer) doc() doc {
	d, _ := a.value().(doc)

	return d
}

// items are the objects of a list, bare or wrapped.
func (a Answer) items() []doc {
	list, bare := a.value().([]any)

	for _, name := range []string{"results", "records"} {
		if wrapped, ok := a.doc()[name].([]any); ok && !bare {
			list = wrapped
		}
	}

	all := make([]doc, 0, len(list))

	for _, e := range list {
		if d, ok := e.(doc); ok {
			all = append(all, d)
		}
	}

	return all
}

// doc is a JSON object.
type doc = map[string]any

// text is a text member, or "".
func text(d doc, name string) string {
	s, _ := d[name].(string)

	return s
}

// idOf is an object's id, under whichever name it comes.
func idOf(d doc) string {
	for _, name := range []string{"id", "_id", "objectId"} {
		if id := text(d, name); id != "" {
			return id
		}
	}

	if inner, ok := d["serviceAccount"].(doc); ok {
		return idOf(inner)
	}

	return ""
}
