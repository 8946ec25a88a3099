// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package estate_test

import (
	"context"
	"encoding/json"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/estate"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/group/groupsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
)

// probed is a world whose switches stand otherwise, to be probed with the program.
type probed struct {
	*simulator.Simulator

	organization, out string

	transport http.RoundTripper
	env       acctest.Environment
}

func newProbed(t *testing.T, switches map[string]string) *probed {
	t.Helper()

	// Not judged by the contract: a probe sends what the contract does not have.
	s, err := simulator.New(simulator.Options{Switches: switches})
	if err != nil {
		t.Fatal(err)
	}

	id, _ := s.OrganizationID(simulator.Globex)

	return &probed{
		Simulator: s, organization: id, out: filepath.Join(t.TempDir(), "probe"), transport: s.Transport(),
		env: acctest.As(s, simulator.RoleBilling).With("JUMPCLOUD_REQUESTS_PER_SECOND", "100"),
	}
}

func (p *probed) run(ctx context.Context, args ...string) (code int, stdout, stderr string) {
	var out, errs buffer

	code = estate.Main(ctx, estate.Process{
		Version: "1.2.3", Stdout: &out, Stderr: &errs, Transport: p.transport, Getenv: func(name string) string { return p.env[name] },
		Now: func() time.Time { return now },
	}, append([]string{"probe", "--out", p.out}, args...))

	return code, out.String(), errs.String()
}

// What the program finds out is what a simulator of the same switches is set to, which it
// is by the file that the program writes.
func TestProbe(t *testing.T) {
	t.Parallel()

	set := map[string]string{
		"group-name-unique": "off", "texts": "trim", "policy-sensitive-read": "masked", "limit-over-100": "refuse", "headerless-route-with-id": "refused",
	}
	p := newProbed(t, set)

	code, out, errs := p.run(t.Context(), "--write", "--organization", p.organization, "--only", "group-name-unique", "--only", "texts",
		"--only", "policy-sensitive-read", "--only", "limit-over-100", "--only", "policyresult-report", "--only", "headerless-route-with-id")
	if code != 0 {
		t.Fatal(code, errs)
	}

	for _, want := range []string{
		"policy-sensitive-read     masked   makes a policy with a secret", "it needs a device that reports\n    policyresult-report", "jumpcloud-sim -switches",
	} {
		if !strings.Contains(out, want) {
			t.Errorf("the table lacks %q:\n%s", want, out)
		}
	}

	if !strings.Contains(errs, "[6/6] texts: makes an IP list") || !strings.Contains(errs, "Found out 5 of 6 switches with ") {
		t.Errorf("the progress is\n%s", errs)
	}

	raw, err := os.ReadFile(filepath.Join(p.out, "switches.json"))
	if err != nil {
		t.Fatal(err)
	}

	found := map[string]string{}
	if err := json.Unmarshal(raw, &found); err != nil {
		t.Fatal(err)
	}

	for name, value := range set {
		if found[name] != value || len(found) != len(set) {
			t.Errorf("%s is %q, set to %q", name, found[name], value)
		}
	}

	if _, err := simulator.New(simulator.Options{Switches: found}); err != nil {
		t.Error(err)
	}

	if _, err := os.Stat(filepath.Join(p.out, "journal.jsonl")); !os.IsNotExist(err) {
		t.Errorf("the journal is left: %v", err)
	}

	transcript, err := os.ReadFile(filepath.Join(p.out, "transcript.txt"))
	if err != nil || !strings.Contains(string(transcript), "# texts\n") || strings.Contains(string(transcript), p.organization) {
		t.Errorf("%v, the transcript is\n%s", err, transcript)
	}
}

// A plan sends nothing, not even a credential is needed, and holds all requests of a run.
func TestProbePlan(t *testing.T) {
	t.Parallel()

	p := newProbed(t, nil)
	p.env = nil

	code, out, errs := p.run(t.Context(), "--plan")
	if code != 0 || errs != "" || p.Log().Count("", "") != 0 {
		t.Fatal(code, errs)
	}

	for _, want := range []string{
		"Only read (26)", "Make objects in the organization: --write", "Make objects of the provider", "Cannot be found out (41)",
		"iplist-name-unique: makes two IP lists of one name\n    POST /api/v2/iplists\n", "policyresult-report: it needs a device that reports",
	} {
		if !strings.Contains(out, want) {
			t.Errorf("the plan lacks %q:\n%s", want, out)
		}
	}

	if _, err := os.Stat(p.out); !os.IsNotExist(err) {
		t.Errorf("a plan made the folder: %v", err)
	}
}

// lost is a network that ends after a creation has arrived: no answer, and nothing more.
type lost struct {
	http.RoundTripper

	interrupt func()
	gone      bool
}

func (l *lost) RoundTrip(r *http.Request) (*http.Response, error) {
	if l.gone {
		return nil, http.ErrServerClosed
	}

	resp, err := l.RoundTripper.RoundTrip(r)
	if err == nil && r.Method == http.MethodPost && strings.HasSuffix(r.URL.Path, "/usergroups") {
		l.gone = true
		l.interrupt()

		return nil, http.ErrServerClosed
	}

	return resp, err
}

// After an interruption in which not even the clean-up came through, the next run is
// refused, and --clean removes what is left, and nothing else.
func TestProbeClean(t *testing.T) {
	t.Parallel()

	p := newProbed(t, nil)
	groupsim.AddGroup(p.World, p.organization, groupsim.UserGroup, "Ours")

	// Retries end soon where the network is gone for good.
	p.env = p.env.With("JUMPCLOUD_MAX_RETRIES", "0")
	count := func() int { return p.Docs(groupsim.UserGroups, p.organization).Len() }
	write := []string{"--write", "--organization", p.organization, "--only", "group-name-unique"}

	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()

	p.transport = &lost{RoundTripper: p.Transport(), interrupt: cancel}

	code, _, errs := p.run(ctx, write...)
	if code == 0 || count() != 2 || !strings.Contains(errs, "probe --clean --out "+p.out) {
		t.Fatalf("code %d, %d groups:\n%s", code, count(), errs)
	}

	p.transport = p.Transport()

	if code, _, errs := p.run(t.Context(), write...); code != 1 || count() != 2 || !strings.Contains(errs, "has not removed all that it made") {
		t.Fatalf("code %d, %d groups:\n%s", code, count(), errs)
	}

	if code, _, errs := p.run(t.Context(), "--clean"); code != 0 || count() != 1 || !strings.Contains(errs, "Removed what the 1 open line") {
		t.Fatalf("code %d, %d groups:\n%s", code, count(), errs)
	}

	if code, _, errs := p.run(t.Context(), "--clean"); code != 1 || !strings.Contains(errs, "nothing is left to be removed") {
		t.Fatalf("code %d:\n%s", code, errs)
	}
}

func TestProbeRefusals(t *testing.T) {
	t.Parallel()

	for name, row := range map[string]struct {
		args []string
		env  map[string]string
		says string
	}{
		"no organization":      {[]string{"--write"}, nil, "--write needs --organization ID"},
		"another organization": {[]string{"--write", "--organization", "5f0c1e2d3b4a59687f6e5d4c"}, nil, "sees no organization"},
		"an unknown switch":    {[]string{"--only", "nope"}, nil, `no switch "nope"`},
		"people alone":         {[]string{"--with-people"}, nil, "say what --write may do"},
		"read-only":            {[]string{"--write", "--organization", "GLOBEX"}, map[string]string{"JUMPCLOUD_READ_ONLY": "true"}, "JUMPCLOUD_READ_ONLY forbids"},
		"a wrong key":          {nil, map[string]string{"JUMPCLOUD_API_KEY": "nobody's"}, "does not take the credential"},
		"people":               {[]string{"--write", "--organization", "GLOBEX"}, nil, "say --with-people"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()

			p := newProbed(t, nil)
			groupsim.AddUser(p.World, p.organization, "kim")

			for variable, value := range row.env {
				p.env = p.env.With(variable, value)
			}

			args := strings.Split(strings.ReplaceAll(strings.Join(row.args, " "), "GLOBEX", p.organization), " ")
			if len(row.args) == 0 {
				args = nil
			}

			code, _, errs := p.run(t.Context(), args...)
			if code != 1 || !strings.Contains(errs, row.says) || len(p.Log().Writes()) > 0 {
				t.Errorf("code %d, %d writes:\n%s", code, len(p.Log().Writes()), errs)
			}

			if _, err := os.Stat(filepath.Join(p.out, "journal.jsonl")); !os.IsNotExist(err) {
				t.Errorf("the journal is left: %v", err)
			}
		})
	}
}
