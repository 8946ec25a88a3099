// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package probe_test

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/estate/probe"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/group/groupsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
)

// errKilled is what requests of a process that is no more end with.
var errKilled = errors.New("killed")

// Wherever a run is interrupted between a creation and its answer, what it has made is
// removed at once; and if even that is cut off, by --clean. Nothing else is touched.
func TestInterruptedAtEveryCreation(t *testing.T) {
	t.Parallel()

	writing := slices.DeleteFunc(probe.Experiments(), func(e probe.Experiment) bool { return e.Kind == probe.Reads })

	for some := range slices.Chunk(writing, atOnce) {
		t.Run(some[0].Switch, func(t *testing.T) {
			t.Parallel()

			w := newWorld(t, simulator.RoleBilling)
			before := w.objects()

			for _, e := range some {
				for n, ended := 1, false; !ended; n++ {
					ended = interrupted(t, w, e, n, false)
					if after := w.objects(); !maps.Equal(after, before) {
						t.Fatalf("%s, interrupted at POST %d: %d documents of %d", e.Switch, n, len(after), len(before))
					}

					interrupted(t, w, e, n, true)

					if after := w.objects(); !maps.Equal(after, before) {
						t.Fatalf("%s, killed at POST %d and cleaned: %d documents of %d", e.Switch, n, len(after), len(before))
					}
				}
			}
		})
	}
}

// interrupted runs an experiment whose context ends when the service has done its nth
// POST, whose answer is lost; killed, nothing is sent any more until an other process
// cleans. It tells whether the experiment ended before.
func interrupted(t *testing.T, w *world, e probe.Experiment, nth int, killed bool) (ended bool) {
	t.Helper()

	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()

	posts, dead := 0, false

	w.before = func(probe.Request) error {
		if dead {
			return errKilled
		}

		return nil
	}
	w.after = func(r probe.Request, _ probe.Answer) error {
		if r.Method != http.MethodPost {
			return nil
		}

		if posts++; posts != nth {
			return nil
		}

		cancel()

		dead = killed

		return ctx.Err()
	}

	o, path := w.writing(t)
	o.Only = []string{e.Switch}

	r, err := probe.Run(ctx, w, o)
	w.before, w.after = nil, nil

	switch {
	case posts < nth:
		return true
	case !errors.Is(err, context.Canceled):
		t.Fatalf("%s, interrupted at POST %d: %v", e.Switch, nth, err)
	case !killed:
		if len(r.Left) > 0 || o.Journal.Pending() > 0 {
			t.Fatalf("%s, interrupted at POST %d, and not cleaned: %v", e.Switch, nth, r.Left)
		}

		return false
	}

	if o.Journal.Pending() == 0 {
		t.Fatalf("%s, killed at POST %d, and the journal knows of nothing", e.Switch, nth)
	}

	j, err := probe.OpenJournal(path)
	if err != nil {
		t.Fatal(err)
	}

	if left, err := probe.Clean(t.Context(), w, j, nil); err != nil || len(left) > 0 || j.Pending() > 0 {
		t.Fatalf("%s, killed at POST %d: %v, left %v", e.Switch, nth, err, left)
	}

	if err := j.Close(); err != nil {
		t.Fatal(err)
	}

	if _, err := os.Stat(path); !errors.Is(err, os.ErrNotExist) {
		t.Fatalf("the journal is still there: %v", err)
	}

	return false
}

// The line of the journal is on the disk before the request is sent, a line that was cut
// off is nothing that was sent, and a file that is no journal is refused.
func TestJournal(t *testing.T) {
	t.Parallel()

	w := newWorld(t, simulator.RoleBilling)
	o, path := w.writing(t)
	o.Only = []string{"iplist-name-unique"}

	var lines []string

	w.before = func(r probe.Request) error {
		if r.Method == http.MethodPost {
			raw, err := os.ReadFile(path)
			lines = append(lines, string(raw))

			return err
		}

		return nil
	}

	if _, err := probe.Run(t.Context(), w, o); err != nil {
		t.Fatal(err)
	}

	if len(lines) != 2 || !strings.HasSuffix(lines[0], fmt.Sprintf("{\"n\":1,\"collection\":\"/api/v2/iplists\",\"organization\":%q}\n", w.organization)) ||
		!strings.Contains(lines[1], `{"n":1,"id":"`) {
		t.Errorf("before the creations the journal was\n%s", strings.Join(lines, "\n---\n"))
	}

	if _, err := probe.CreateJournal(path, probe.NewMark()); !errors.Is(err, os.ErrExist) {
		t.Errorf("a journal that is there was begun again: %v", err)
	}

	dir := t.TempDir()

	for text, want := range map[string]string{
		`{"n":0,"mark":"probe-a1b2c3"}` + "\n" + `{"n":1,"collection":"/api/v2/iplists"}` + "\n" + `{"n":2,"coll`: "",
		`{"n":0,"mark":"probe-a1b2c3"}` + "\n" + `{"n":3,"collection":"/api/v2/iplists"}` + "\n":                  "line 2 is out of order",
		`{"n":0,"mark":"probe-"}` + "\n": "it has no mark",
		"":                               "it has no mark",
		"Dear diary\n":                   "line 1",
	} {
		path := filepath.Join(dir, "journal.jsonl")
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}

		j, err := probe.OpenJournal(path)
		if want == "" && (err != nil || j.Pending() != 1) || want != "" && (err == nil || !strings.Contains(err.Error(), want)) {
			t.Errorf("%q: %v", text, err)
		}

		// What is written next begins a line.
		if raw, err := os.ReadFile(path); want == "" && (err != nil || !strings.HasSuffix(string(raw), "\n")) {
			t.Errorf("the journal that is open is %q: %v", raw, err)
		}
	}
}

// What only looks as if the probe had made it stays: the names of others may begin alike.
func TestCleanTouchesNothingElse(t *testing.T) {
	t.Parallel()

	w := newWorld(t, simulator.RoleBilling)
	o, path := w.writing(t)

	for _, name := range []string{o.Journal.Mark, o.Journal.Mark + "x-1", "probe-ffffff-1", "a " + o.Journal.Mark + "-1"} {
		groupsim.AddGroup(w.World, w.organization, groupsim.UserGroup, name)
	}

	before := w.objects()
	groupsim.AddGroup(w.World, w.organization, groupsim.UserGroup, o.Journal.Mark+"-1") // whose answer was lost

	provider, _ := w.ProviderID(simulator.DefaultProvider)
	line := fmt.Sprintf("{\"n\":0,\"mark\":%q,\"home\":{\"provider\":%q,\"organization\":%q}}\n", o.Journal.Mark, provider, w.organization) +
		fmt.Sprintf("{\"n\":1,\"collection\":\"/api/v2/usergroups\",\"organization\":%q}\n", w.organization)

	file, err := os.OpenFile(path, os.O_APPEND|os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}

	if _, err := file.WriteString(line); err != nil {
		t.Fatal(err)
	}

	if err := file.Close(); err != nil {
		t.Fatal(err)
	}

	j, err := probe.OpenJournal(path)
	if err != nil {
		t.Fatal(err)
	}

	// Where the credential does not reach, everything would look as if it were gone.
	ours := w.key

	for role, says := range map[string]string{simulator.RoleOther: "another provider", simulator.RoleTenant: "another provider"} {
		w.key = w.Key(role)
		if _, err := probe.Clean(t.Context(), w, j, nil); err == nil || !strings.Contains(err.Error(), says) || j.Pending() != 1 {
			t.Errorf("cleaned as %s: %v, %d are pending", role, err, j.Pending())
		}
	}

	w.key = ours
	if left, err := probe.Clean(t.Context(), w, j, nil); err != nil || len(left) > 0 || !maps.Equal(w.objects(), before) {
		t.Errorf("%v, left %v, %d documents of %d", err, left, len(w.objects()), len(before))
	}
}

// The same holds for an organization of the same provider that the credential does not see.
func TestCleanOfAnotherOrganization(t *testing.T) {
	t.Parallel()

	w := newWorld(t, simulator.RoleLimited)
	initech, _ := w.OrganizationID(simulator.Initech)
	provider, _ := w.ProviderID(simulator.DefaultProvider)

	_, path := w.writing(t)
	if err := os.WriteFile(path, fmt.Appendf(nil, "{\"n\":0,\"mark\":\"probe-a1b2c3\",\"home\":{\"provider\":%q,\"organization\":%q}}\n"+
		"{\"n\":1,\"collection\":\"/api/v2/iplists\",\"organization\":%q,\"id\":\"0123456789abcdef01234567\"}\n", provider, initech, initech), 0o600); err != nil {
		t.Fatal(err)
	}

	j, err := probe.OpenJournal(path)
	if err != nil {
		t.Fatal(err)
	}

	if _, err := probe.Clean(t.Context(), w, j, nil); err == nil || !strings.Contains(err.Error(), "does not reach the organization "+initech) || j.Pending() != 1 {
		t.Errorf("%v, %d are pending", err, j.Pending())
	}
}

// In an organization with users or devices nothing is written unless somebody says so.
func TestOrganizationsInUse(t *testing.T) {
	t.Parallel()

	for name, add := range map[string]func(*world){
		"users":   func(w *world) { groupsim.AddUser(w.World, w.organization, "kim") },
		"devices": func(w *world) { groupsim.AddSystem(w.World, w.organization, groupsim.Device{DisplayName: "laptop"}) },
	} {
		w := newWorld(t, simulator.RoleBilling)
		add(w)

		o, _ := w.writing(t)
		o.Only = []string{"group-patch"}

		if _, err := probe.Run(t.Context(), w, o); !errors.Is(err, probe.ErrPeople) || len(w.Log().Writes()) > 0 {
			t.Errorf("with %s: %v, %d writes", name, err, len(w.Log().Writes()))
		}

		o.People = true
		if r, err := probe.Run(t.Context(), w, o); err != nil || r.Values()["group-patch"] != "accept" {
			t.Errorf("with %s, although told to: %v", name, err)
		}
	}
}

// Without leave to write nothing is written, without leave for the provider nothing of
// the provider's, and the limit of requests holds.
func TestLeave(t *testing.T) {
	t.Parallel()

	w := newWorld(t, simulator.RoleBilling)

	r, err := probe.Run(t.Context(), w, probe.Options{MaxRequests: 1000})
	if err != nil || len(r.Values()) < 16 {
		t.Fatal(err, r)
	}

	// The download of a file is a POST that changes nothing.
	for _, e := range w.Log().Calls("", "") {
		if e.Method != http.MethodGet && e.Path != "/api/v2/microsoft-mdm/configuration-files" {
			t.Errorf("reading sent %s %s", e.Method, e.Path)
		}
	}

	if n := len(w.Log().Writes()); n > 0 {
		t.Errorf("reading wrote %d times", n)
	}

	o, _ := w.writing(t)
	o.Provider = false

	r, err = probe.Run(t.Context(), w, o)
	if err != nil {
		t.Fatal(err)
	}

	for _, e := range w.Log().Writes() {
		if strings.HasPrefix(e.Path, "/api/v2/providers") || strings.HasPrefix(e.Path, "/api/v2/roles") || strings.HasPrefix(e.Path, "/api/v2/service") {
			t.Errorf("sent %s %s", e.Method, e.Path)
		}
	}

	if i := slices.IndexFunc(r.Findings, func(f probe.Finding) bool { return f.Switch == "role-name-unique" }); !strings.Contains(r.Findings[i].Reason, "--with-provider") {
		t.Errorf("of roles: %+v", r.Findings[i])
	}

	o, _ = w.writing(t)
	o.MaxRequests = 60

	r, err = probe.Run(t.Context(), w, o)
	if err != nil || o.Journal.Pending() > 0 || len(r.Findings) != len(probe.Experiments()) {
		t.Fatal(err, r)
	}

	if last := r.Findings[len(r.Findings)-1]; r.Requests > 70 || !strings.Contains(last.Reason, "limit of 60 requests") {
		t.Errorf("%d requests, and %+v", r.Requests, last)
	}
}
