// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package walk_test

import (
	"encoding/json"
	"io"
	"maps"
	"net/http"
	"slices"
	"strings"
	"testing"
	"testing/synctest"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// bareWorld is a world whose simulator nobody holds to the contract: what is sent there
// need not be what this provider sends.
func bareWorld(t *testing.T, switches map[string]string) *world {
	t.Helper()

	s, err := simulator.New(simulator.Options{Switches: switches})
	if err != nil {
		t.Fatal(err)
	}

	env := acctest.As(s, simulator.RoleBilling).With("JUMPCLOUD_MAX_RETRIES", "0")
	w := &world{Core: acctest.NewCore(t, s, env), t: t, sim: s, key: s.Key(simulator.RoleBilling), config: map[string]acctest.Attrs{}}
	w.provider, _ = s.ProviderID(simulator.DefaultProvider)
	w.org, _ = s.OrganizationID(simulator.AcmeInc)
	w.OnBug = func(what string) { w.bugs = append(w.bugs, what) }

	return w
}

// send sends a request as any client may, and returns status and answer.
func (w *world) send(method, path string, org []string, body []byte) (int, []byte) {
	w.t.Helper()

	req, err := http.NewRequestWithContext(w.t.Context(), method, acctest.URL+path, strings.NewReader(string(body)))
	if err != nil {
		w.t.Fatal(err)
	}

	req.Header.Set("X-Api-Key", w.key)
	req.Header["X-Org-Id"] = org

	resp, err := w.sim.Transport().RoundTrip(req)
	if err != nil {
		w.t.Fatal(err)
	}

	answer, err := io.ReadAll(resp.Body)
	if err != nil || resp.Body.Close() != nil {
		w.t.Fatal(err)
	}

	return resp.StatusCode, answer
}

// unlike are routes that do not take what anybody can read.
var unlike = map[string]string{
	"/mappings":      "takes a list of changes",
	"/configuration": "the list of alert configurations is of a shape of its own",
	"/api/users/":    "names a role by roleName and by role, of which only the first can be set",
}

// A client may send back what it read: every route that changes an object takes the
// document that the same path answers.
func TestRoundTrip(t *testing.T) {
	t.Parallel()
	synctest.Test(t, roundTrips)
}

func roundTrips(t *testing.T) {
	t.Helper()

	tried := map[string]bool{}

	for _, name := range slices.Sorted(maps.Keys(rows)) {
		w := bareWorld(t, nil)
		if d := w.Apply(only(name+".this", w.configured(name, rows[name]))).Errors(); len(d) > 0 {
			t.Errorf("%s: %s", name, d)
		}

		w.Refresh()

		for _, e := range w.sim.Log().Calls(http.MethodGet, "") {
			if e.Status == http.StatusOK {
				w.sendBack(e, tried)
			}
		}
	}

	for _, route := range bareWorld(t, nil).sim.Routes() {
		method, path, _ := strings.Cut(route, " ")
		exempt := slices.ContainsFunc(slices.Collect(maps.Keys(unlike)), func(part string) bool { return strings.Contains(path, part) })

		if (method == http.MethodPut || method == http.MethodPatch) && !tried[route] && !exempt {
			t.Errorf("%s was not tried", route)
		}
	}
}

// sendBack sends what a GET answered, and the last element of a list, to every route that
// changes the same object.
func (w *world) sendBack(e sim.Entry, tried map[string]bool) {
	w.t.Helper()

	template, path := strings.TrimPrefix(e.Route, "GET "), e.Path

	if id := w.last(e); id != "" {
		path += "/" + id

		i := slices.IndexFunc(w.sim.Routes(), func(route string) bool {
			rest, below := strings.CutPrefix(strings.TrimLeft(route, "ACHPTU"), " "+template+"/{")

			return below && !strings.Contains(rest, "/")
		})
		if i < 0 {
			return
		}

		_, template, _ = strings.Cut(w.sim.Routes()[i], " ")
	}

	for _, method := range []string{http.MethodPut, http.MethodPatch} {
		route := method + " " + template
		if !slices.Contains(w.sim.Routes(), route) || tried[route] {
			continue
		}

		document := w.read(path, e, template)
		if strings.Contains(string(document), `"isCustom":false`) {
			continue // built in
		}

		tried[route] = true

		if status, answer := w.send(method, path, e.Header["X-Org-Id"], document); status >= http.StatusMultipleChoices {
			w.t.Errorf("%s with what GET answers: %d %s\n%s", route, status, answer, document)
		}
	}
}

// read gets an object, out of the list where it has no route of its own.
func (w *world) read(path string, e sim.Entry, template string) []byte {
	w.t.Helper()

	if slices.Contains(w.sim.Routes(), "GET "+template) {
		_, document := w.send(http.MethodGet, path, e.Header["X-Org-Id"], nil)

		return document
	}

	document, err := json.Marshal(w.elements(e)[len(w.elements(e))-1])
	if err != nil {
		w.t.Fatal(err)
	}

	return document
}

// last is the id of a list's last element, or "" where the answer is no list.
func (w *world) last(e sim.Entry) string {
	w.t.Helper()

	all := w.elements(e)
	if len(all) == 0 {
		return ""
	}

	for _, name := range []string{"id", "_id"} {
		if id, ok := all[len(all)-1][name].(string); ok {
			return id
		}
	}

	return ""
}

// elements are those of a list, bare or wrapped, but for what is built in and cannot be changed.
func (w *world) elements(e sim.Entry) []map[string]any {
	w.t.Helper()

	_, document := w.send(http.MethodGet, e.Path, e.Header["X-Org-Id"], nil)

	var bare []map[string]any
	if json.Unmarshal(document, &bare) == nil {
		return bare
	}

	var wrapped struct{ Results, Records []map[string]any }
	if json.Unmarshal(document, &wrapped) != nil {
		return nil
	}

	return slices.DeleteFunc(append(wrapped.Results, wrapped.Records...), func(e map[string]any) bool { return e["isCustom"] == false })
}
