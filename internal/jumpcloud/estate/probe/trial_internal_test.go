// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package probe

import (
	"context"
	"net/http"
	"path/filepath"
	"strings"
	"testing"
)

// counting is a service that says yes to everything, and counts.
type counting struct{ sent []string }

func (s *counting) Send(_ context.Context, r Request) (Answer, error) {
	s.sent = append(s.sent, r.Method+" "+r.Path)

	return Answer{Status: http.StatusOK, Body: []byte(`{"id":"0123456789abcdef01234567"}`)}, nil
}

// Whatever an experiment tries, nothing is sent that it does not declare or that could
// change what the run has not made, and nothing more after a first problem.
func TestTrialsAreHeldToTheirWord(t *testing.T) {
	t.Parallel()

	const foreign = "/api/v2/iplists/ffffffffffffffffffffffff"

	everything := []string{
		"GET /api/v2/iplists/{id}", "POST /api/v2/iplists", "PUT /api/v2/iplists/{id}", "PATCH /api/v2/iplists/{id}", "DELETE /api/v2/iplists/{id}",
		"POST /api/v2/usergroups", "POST /api/v2/usergroups/{id}/members",
	}

	table := map[string]struct {
		try  func(*trial)
		says string
	}{
		"not declared":     {func(t *trial) { t.send(http.MethodGet, "/api/v2/policies/1", nil) }, "does not declare GET /api/v2/policies/1"},
		"longer":           {func(t *trial) { t.send(http.MethodGet, foreign+"/more", nil) }, "does not declare"},
		"a foreign PUT":    {func(t *trial) { t.send(http.MethodPut, foreign, doc{}) }, "has not made"},
		"a foreign PATCH":  {func(t *trial) { t.outside(http.MethodPatch, foreign, doc{}) }, "has not made"},
		"a foreign DELETE": {func(t *trial) { t.send(http.MethodDelete, foreign, nil) }, "has not made"},
		"a foreign member": {func(t *trial) { t.join("/api/v2/usergroups/ffffffffffffffffffffffff/members", "1", "user") }, "has not made"},
		"a foreign object": {func(t *trial) {
			group := t.create("/api/v2/usergroups", doc{"name": t.name()})
			t.join(group+"/members", "eeeeeeeeeeeeeeeeeeeeeeee", "user")
		}, "is nothing that the probe has made"},
		"a POST by itself":  {func(t *trial) { t.send(http.MethodPost, "/api/v2/iplists", doc{}) }, "has not made"},
		"after one problem": {func(t *trial) { t.cannot("it rains"); t.create("/api/v2/iplists", doc{"name": t.name()}) }, "it rains"},
		"after its own": {func(t *trial) {
			path := t.create("/api/v2/iplists", doc{"name": t.name()})
			t.send(http.MethodPut, path, doc{})
			t.send(http.MethodDelete, strings.TrimSuffix(path, "7")+"8", nil)
		}, "has not made"},
	}

	for name, row := range table {
		t.Run(name, func(t *testing.T) {
			t.Parallel()

			j, err := CreateJournal(filepath.Join(t.TempDir(), "journal.jsonl"), NewMark())
			if err != nil {
				t.Fatal(err)
			}

			s := &counting{}
			of := &trial{ctx: t.Context(), lab: newLab(s, Options{Journal: j, MaxRequests: 100}), experiment: Experiment{Sends: everything}}
			row.try(of)

			most := 0

			switch name {
			case "after its own":
				most = 2
			case "a foreign object":
				most = 1
			}

			if of.err == nil || !strings.Contains(of.err.Error(), row.says) || len(s.sent) != most || j.Pending() != min(most, 1) {
				t.Errorf("error %v, sent %q, %d are pending", of.err, s.sent, j.Pending())
			}

			if err := j.Close(); err != nil {
				t.Error(err)
			}
		})
	}
}
