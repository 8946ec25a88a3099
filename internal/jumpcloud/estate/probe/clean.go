// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package probe

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"
)

// Clean removes what an earlier run has left, by its journal, and returns what could not
// be removed. An error says that the credential does not reach where the run was: there,
// everything would look as if it were gone.
func Clean(ctx context.Context, service Service, j *Journal, say func(string, ...any)) (left []string, err error) {
	l := newLab(service, Options{Journal: j, Say: say, Organization: j.home.Organization})

	if err := l.introduce(ctx); err != nil {
		return nil, err
	}

	if l.provider != j.home.Provider {
		return nil, errors.New("the journal is of a run with a credential of another provider")
	}

	a, err := l.send(ctx, l.tenant(Request{Method: http.MethodGet, Path: "/api/systemusers?limit=1"}))
	if err == nil && !a.ok() {
		err = fmt.Errorf("the credential does not reach the organization %s of the journal: the answer was %d", l.organization, a.Status)
	}

	if err != nil {
		return nil, err
	}

	return l.clean(ctx, j), nil
}

// clean undoes what is pending, the last first, and again as long as it gets less: what
// is in use goes with the next round.
func (l *lab) clean(ctx context.Context, j *Journal) (problems []string) {
	for {
		before := l.removed
		problems = nil

		for _, e := range j.pending() {
			if problem := l.undo(ctx, j, e); problem != nil {
				problems = append(problems, strings.TrimSpace(e.Collection+" "+e.ID)+" is still there: "+problem.Error())
			}
		}

		if len(problems) == 0 || l.removed == before {
			return problems
		}
	}
}

func (l *lab) undo(ctx context.Context, j *Journal, e *entry) error {
	switch {
	case e.Undo != nil:
		a, err := l.send(ctx, Request{Method: http.MethodPost, Path: e.Collection, Organization: e.Organization, Body: e.Undo})
		if err != nil {
			return err
		}

		if !a.ok() && a.Status != http.StatusNotFound && a.Status != http.StatusBadRequest {
			return fmt.Errorf("undoing it answered %d", a.Status)
		}
	case e.ID != "":
		if err := l.remove(ctx, e, e.ID); err != nil {
			return err
		}
	default:
		// No id: the answer was lost, or has none. What has the run's mark is the run's.
		all, err := l.all(ctx, Request{Path: e.Collection, Organization: e.Organization})
		if err != nil {
			return err
		}

		for _, d := range all {
			if marked(d, j.Mark) {
				err = errors.Join(err, l.remove(ctx, e, idOf(d)))
			}
		}

		if err != nil {
			return err
		}
	}

	return j.gone(e)
}

func (l *lab) remove(ctx context.Context, e *entry, id string) error {
	a, err := l.send(ctx, Request{Method: http.MethodDelete, Path: e.Collection + "/" + id, Organization: e.Organization})
	switch {
	case err != nil:
		return err
	case a.ok():
		l.removed++
	case a.Status != http.StatusNotFound:
		return fmt.Errorf("DELETE answered %d", a.Status)
	}

	return nil
}

// marked tells that an object's name begins with the mark, but for white space.
func marked(d doc, mark string) bool {
	for _, name := range []string{"name", "username"} {
		if strings.HasPrefix(strings.TrimSpace(text(d, name)), mark+"-") {
			return true
		}
	}

	return false
}
