// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package probe

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strings"
)

// trial is one run of an experiment. Its first problem is kept: from then on nothing is
// sent any more, and calls return nothing, so that an experiment reads from top to bottom.
type trial struct {
	ctx        context.Context //nolint:containedctx // of this one run
	lab        *lab
	experiment Experiment
	err        error
}

// cannot ends the trial with the reason why the value is not known.
func (t *trial) cannot(format string, args ...any) string {
	if t.err == nil {
		t.err = fmt.Errorf(format, args...)
	}

	return ""
}

// name is a new name of something that the run makes.
func (t *trial) name() string {
	t.lab.names++

	return fmt.Sprintf("%s-%d", t.lab.transcript.mark, t.lab.names)
}

// nobody is an id that no object has.
func nobody() string { return "ffffffff" + random(16) }

// send sends a request that acts in the organization.
func (t *trial) send(method, path string, body any) Answer {
	return t.request(t.lab.tenant(Request{Method: method, Path: path, Body: body}))
}

// outside sends a request without the organization's header.
func (t *trial) outside(method, path string, body any) Answer {
	return t.request(Request{Method: method, Path: path, Body: body})
}

// request sends what the experiment may send.
func (t *trial) request(r Request) Answer {
	if !t.may(r) {
		return Answer{}
	}

	a, err := t.lab.send(t.ctx, r)
	if err != nil {
		t.cannot("no answer came: %w", err)

		return Answer{}
	}

	return a
}

// may holds a request to what the experiment declares, to the limit, and to what the run
// has made itself.
func (t *trial) may(r Request) bool {
	switch {
	case t.err != nil:
	case t.ctx.Err() != nil:
		t.cannot("the run was interrupted")
	case !declared(t.experiment.Sends, r):
		t.cannot("the experiment does not declare %s %s", r.Method, r.Path)
	case r.Method != http.MethodGet && !r.Reads && !t.lab.owns(r):
		t.cannot("%s %s would change what the probe has not made", r.Method, r.Path)
	case t.lab.spent():
		t.cannot("%s", t.lab.limit())
	}

	return t.err == nil
}

// declared tells that an experiment says of a request that it may send it.
func declared(sends []string, r Request) bool {
	path, _, _ := strings.Cut(r.Path, "?")
	segments := strings.Split(path, "/")

	for _, s := range sends {
		method, pattern, _ := strings.Cut(s, " ")
		pattern, _, _ = strings.Cut(pattern, "?")
		parts := strings.Split(pattern, "/")
		fits := method == r.Method && len(parts) == len(segments)

		for i := range parts {
			fits = fits && (parts[i] == segments[i] || strings.HasPrefix(parts[i], "{"))
		}

		if fits {
			return true
		}
	}

	return false
}

// owns tells that a request is below something that the run has made.
func (l *lab) owns(r Request) bool {
	path, _, _ := strings.Cut(r.Path, "?")

	for ; path != ""; path = path[:strings.LastIndex(path, "/")] {
		if l.mine[path] {
			return true
		}
	}

	return false
}

// get reads an object, which must be there.
func (t *trial) get(path string) doc {
	a := t.send(http.MethodGet, path, nil)
	if t.err == nil && !a.ok() {
		t.cannot("GET %s answered %d", path, a.Status)
	}

	return a.doc()
}

// list reads a list, which must be there.
func (t *trial) list(path string) []doc {
	a := t.send(http.MethodGet, path, nil)
	if t.err == nil && !a.ok() {
		t.cannot("GET %s answered %d", path, a.Status)
	}

	return a.items()
}

// recipe is something to be made.
type recipe struct {
	path       string // where it is posted
	collection string // where it can be listed and deleted; "" is path
	body       doc
	outside    bool // made without the organization's header
}

// attempt makes something that may be refused. It is remembered before it is sent.
func (t *trial) attempt(r recipe) Answer {
	if r.collection == "" {
		r.collection = r.path
	}

	request := Request{Method: http.MethodPost, Path: r.path, Body: r.body}
	if !r.outside {
		request = t.lab.tenant(request)
	}

	// Where something is made that is deleted elsewhere, both act in the organization.
	home := request.Organization
	if r.collection != r.path {
		home = t.lab.organization
	}

	t.lab.mine[r.path] = true // for this one request
	defer delete(t.lab.mine, r.path)

	if !t.may(request) {
		return Answer{}
	}

	e, err := t.lab.options.Journal.begin(entry{Collection: r.collection, Organization: home})
	if err != nil {
		t.cannot("the journal cannot be written: %w", err)

		return Answer{}
	}

	a := t.request(request)

	switch id := idOf(a.doc()); {
	case a.ok() && id != "":
		t.lab.mine[r.collection+"/"+id] = true
		err = t.lab.options.Journal.made(e, id)
	case a.Status >= http.StatusBadRequest && a.Status < http.StatusInternalServerError:
		err = t.lab.options.Journal.gone(e) // it was refused
	}

	if err != nil {
		t.cannot("the journal cannot be written: %w", err)
	}

	return a
}

// create makes something in a collection of the organization, which must succeed, and
// returns its path.
func (t *trial) create(collection string, body doc) (path string) {
	return t.must(recipe{path: collection, body: body})
}

func (t *trial) must(r recipe) (path string) {
	a := t.attempt(r)

	if t.err == nil && !a.ok() {
		t.cannot("POST %s answered %d: %s", r.path, a.Status, a.words())
	}

	if t.err == nil && idOf(a.doc()) == "" {
		t.cannot("POST %s answered without an id", r.path)
	}

	if r.collection == "" {
		r.collection = r.path
	}

	return r.collection + "/" + idOf(a.doc())
}

// join adds an edge between two objects of the run, or to an object that does not exist.
// It is taken away before they are removed.
func (t *trial) join(path, id, ofType string) Answer {
	request := t.lab.tenant(Request{Method: http.MethodPost, Path: path, Body: doc{"id": id, "op": "add", "type": ofType}})
	if !t.may(request) {
		return Answer{}
	}

	undo, err := json.Marshal(doc{"id": id, "op": "remove", "type": ofType})
	if err == nil {
		_, err = t.lab.options.Journal.begin(entry{Collection: path, Organization: t.lab.organization, Undo: undo})
	}

	if err != nil {
		t.cannot("the journal cannot be written: %w", err)
	}

	return t.request(request)
}

// tells is one of two values, by whether the service did it or refused it. A refusal that
// may be one of the credential's rights says nothing.
func (t *trial) tells(a Answer, taken, refused string) string {
	switch {
	case t.err != nil:
		return ""
	case a.ok():
		return taken
	case a.Status == http.StatusBadRequest, a.Status == http.StatusNotFound, a.Status == http.StatusConflict,
		a.Status == http.StatusMethodNotAllowed, a.Status == http.StatusUnprocessableEntity:
		return refused
	}

	return t.cannot("the answer was %d: %s", a.Status, a.words())
}

// status is the answer's status, if it is one of these.
func (t *trial) status(a Answer, known ...string) string {
	if s := fmt.Sprint(a.Status); slices.Contains(known, s) {
		return s
	}

	return t.cannot("the answer was %d: %s", a.Status, a.words())
}

// words are what an answer says in an error.
func (a Answer) words() string {
	for _, name := range []string{"message", "error"} {
		if s := text(a.doc(), name); s != "" {
			return s
		}
	}

	return http.StatusText(a.Status)
}

// last is the last segment of a path, which is the object's id.
func last(path string) string { return path[strings.LastIndex(path, "/")+1:] }

// errOther says that a service does neither of what the simulator can do.
var errOther = errors.New("the service does something else")

// other ends the trial with what the service did instead.
func (t *trial) other(format string, args ...any) string {
	return t.cannot("%w: %s", errOther, fmt.Sprintf(format, args...))
}
