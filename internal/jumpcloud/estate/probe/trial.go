// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package probe

import (
	"context"
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

// nobodys begins the ids that no object has: their first digits are the time, in the year 2106.
const nobodys = "ffffffff"

func nobody() string { return nobodys + random(16) }

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

// unnamed tells whether the service took the name of an object away, by the answer to that.
func (t *trial) unnamed(path string, a Answer) string {
	if t.tells(a, "", "refuse") == "refuse" {
		return "refuse"
	}

	if strings.TrimSpace(text(t.get(path), "name")) != "" {
		return t.other("a blank name is taken, and the object still has a name")
	}

	return "accept"
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
