// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package probe

import (
	"encoding/json"
	"net/http"
	"strings"
)

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

	if !t.lab.made(id) && !strings.HasPrefix(id, nobodys) {
		t.cannot("%s is nothing that the probe has made", id)

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

// made tells that an object with this id was made by the run.
func (l *lab) made(id string) bool {
	for path := range l.mine {
		if last(path) == id {
			return true
		}
	}

	return false
}
