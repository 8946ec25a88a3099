// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package estate_test

import (
	"context"
	"errors"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/estate"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/estate/live"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/provider"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
)

func TestHelpExplainsItself(t *testing.T) {
	t.Parallel()

	for command, says := range map[string][]string{
		"":                  {"JUMPCLOUD_API_KEY", "report compliance --out fleet.html", "Available Commands"},
		"export":            {"--organization NAME", "NOT_EXPORTED.md", "0 to destroy", "--layout baseline", "--shared SHARE", "--tenants-per-state NUMBER"},
		"probe":             {"--plan", "--organization ID", "--clean", "jumpcloud-sim -switches", "changes nothing that it has not made"},
		"report compliance": {"--exceptions FILE", "until: 2026-12-31", "terraform output -json"},
		"report plan":       {"terraform show -json tfplan", "--format"},
	} {
		code, out, _ := run(t, nil, append(strings.Fields(command), "-h")...)
		for _, want := range says {
			if code != 0 || !strings.Contains(out, want) {
				t.Errorf("%q -h: exit code %d, lacks %q:\n%s", command, code, want, out)
			}
		}
	}

	if code, out, _ := run(t, nil, "--version"); code != 0 || out != "jumpcloud-estate version 1.2.3\n" {
		t.Errorf("--version: %d %q", code, out)
	}
}

func TestMistakes(t *testing.T) {
	t.Parallel()

	dir := t.TempDir()
	file := func(name, content string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}

		return path
	}

	report := []string{"report", "compliance", "--markdown", "-"}
	outputs := file("outputs.json", `{"fleet":{"sensitive":false,"value":{"compliance":{"by_organization":{}}}}}`)

	table := map[string]struct {
		args []string
		says string
	}{
		"no credential":              {report, "JUMPCLOUD_API_KEY"},
		"nothing to write":           {[]string{"report", "compliance"}, "[out json markdown]"},
		"an unknown command":         {[]string{"reprot"}, "unknown command"},
		"an unknown report":          {[]string{"report", "nothing"}, `the reports are compliance and plan`},
		"no file":                    {append(report, "--from", filepath.Join(dir, "none.json")), "no such file"},
		"no JSON":                    {append(report, "--from", file("x", "x")), "not a JSON object"},
		"another JSON":               {append(report, "--from", file("state.json", `{"version":4}`)), "jumpcloud_policy_compliance"},
		"another version":            {append(report, "--from", file("v9.json", `{"format":"jumpcloud-estate/compliance/9"}`)), "this program reads"},
		"two outputs":                {append(report, "--from", file("two.json", `{"a":{"value":{"compliance":{}}},"b":{"value":{"compliance":{}}}}`)), `"a" "b"`},
		"a member of a report":       {append(report, "--from", file("typo.json", `{"format":"jumpcloud-estate/compliance/1","tenant":[]}`)), `unknown field "tenant"`},
		"an unknown member":          {append(report, "--from", outputs, "--exceptions", file("e1", "exceptions: [{organisation: x}]")), "line 1"},
		"an exception without owner": {append(report, "--from", outputs, "--exceptions", file("e2", "exceptions: [{organization: x, policy: y, reason: z, until: 2026-01-01}]")), "has no owner"},
		"a day that is none":         {append(report, "--from", outputs, "--exceptions", file("e3", "exceptions: [{organization: x, policy: y, reason: z, owner: o, until: soon}]")), `"soon" is not a day`},
		"an exception twice": {append(report, "--from", outputs, "--exceptions", file("e4", `exceptions:
- &e {organization: x, policy: y, reason: z, owner: o, until: 2026-01-01}
- *e`)), "is there twice"},
		"an unknown layout":   {[]string{"export", "--out", filepath.Join(dir, "out"), "--layout", "tree"}, "the layouts are flat and baseline"},
		"a share of nothing":  {[]string{"export", "--out", filepath.Join(dir, "out"), "--layout", "baseline", "--shared", "0"}, "--shared 0: this is a share"},
		"a share above all":   {[]string{"export", "--out", filepath.Join(dir, "out"), "--layout", "baseline", "--shared", "60"}, "--shared 60: this is a share"},
		"a state for nobody":  {[]string{"export", "--out", filepath.Join(dir, "out"), "--layout", "baseline", "--tenants-per-state", "0"}, "at least one tenant"},
		"options of a layout": {[]string{"export", "--out", filepath.Join(dir, "out"), "--shared", "0.8"}, "--shared needs --layout baseline"},
		"no plan":             {[]string{"report", "plan", file("p", "{}")}, "terraform plan -out"},
		"no plan file":        {[]string{"report", "plan"}, "accepts 1 arg"},
		"an unknown format":   {[]string{"report", "plan", "planreport/testdata/twelve.json", "--format", "pdf"}, "text, markdown, html"},
	}

	for name, row := range table {
		t.Run(name, func(t *testing.T) {
			t.Parallel()

			if code, out, said := run(t, nil, row.args...); code != 1 || out != "" || !strings.Contains(said, row.says) {
				t.Errorf("exit code %d, lacks %q: %s %s", code, row.says, said, out)
			}
		})
	}
}

// TestCompliance_OfATerraformOutput gives the data sources as an output holds them.
func TestCompliance_OfATerraformOutput(t *testing.T) {
	t.Parallel()

	code, out, said := run(t, nil, "report", "compliance", "--from", "testdata/outputs.json", "--markdown", "-")
	if code != 0 {
		t.Fatal(said)
	}

	for _, want := range []string{
		"# Example MSP: JumpCloud fleet report", "| Globex | 50 % | 1 | 0 | 0 | macOS - Lock screen (1) |", "| Acme Inc | 100 % | 0 | 1 | 0 |  |",
		"| 2026-12-31 | valid | Acme Inc | Windows - BitLocker | security | no TPM |", "- Globex", "Agreement 377 is inactive",
		"| 2026-12-01 06:00 | 6 days left | ops&#64;example.com | administrator |", "- **billing**: The output has no member",
	} {
		if !strings.Contains(out, want) {
			t.Errorf("lacks %q:\n%s", want, out)
		}
	}
}

// TestCompliance_SaysWhatItMayNotRead is of a key without billing that sees two tenants.
func TestCompliance_SaysWhatItMayNotRead(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		s := acctest.Simulator(t, simulator.Options{})
		env := acctest.As(s, simulator.RoleLimited)

		var out, errs buffer

		p := estate.Process{
			Stdout: &out, Stderr: &errs, Now: func() time.Time { return now }, Transport: refuse{s.Transport(), "/billing/"},
			Getenv: func(name string) string { return env[name] },
		}
		if code := estate.Main(t.Context(), p, []string{"report", "compliance", "--markdown", "-"}); code != 0 {
			t.Fatal(errs.String())
		}

		if got := out.String(); !strings.Contains(got, "## This report is not complete") || !strings.Contains(got, "- **billing**: ") {
			t.Errorf("the report does not say what it lacks:\n%s", got)
		}
	})
}

// refuse answers 403 to what has part in its path.
type refuse struct {
	http.RoundTripper

	part string
}

func (r refuse) RoundTrip(req *http.Request) (*http.Response, error) {
	if strings.Contains(req.URL.Path, r.part) {
		return &http.Response{StatusCode: http.StatusForbidden, Header: http.Header{}, Body: http.NoBody, Request: req}, nil
	}

	return r.RoundTripper.RoundTrip(req)
}

// TestSessionsWriteNothing asks for a write although the environment allows it.
func TestSessionsWriteNothing(t *testing.T) {
	t.Parallel()

	s := acctest.Simulator(t, simulator.Options{})
	env := acctest.As(s, simulator.RoleBilling).With("JUMPCLOUD_READ_ONLY", "false")

	session, err := live.Open(t.Context(), provider.New("test", provider.WithTransport(s.Transport()),
		provider.WithEnvironment(func(name string) string { return env[name] }))())
	if err != nil {
		t.Fatal(err)
	}

	_, err = collections.Post[any](t.Context(), session.Client().Portal().V2("providers"), map[string]string{})
	if !errors.Is(err, jumpcloud.ErrReadOnly) || s.Log().Count("", "") != 0 {
		t.Errorf("a write ends with %v, after %d requests", err, s.Log().Count("", ""))
	}

	if err := session.Read(t.Context(), "jumpcloud_nothing", nil, new(any)); err == nil || !strings.Contains(err.Error(), "jumpcloud_nothing") {
		t.Errorf("an unknown data source: %v", err)
	}

	if err := session.Read(t.Context(), "jumpcloud_roles", map[string]any{"x": "y"}, new(any)); err == nil || !strings.Contains(err.Error(), `"x"`) {
		t.Errorf("an unknown argument: %v", err)
	}
}

// TestInterrupt ends a report in the middle, as Ctrl-C does.
func TestInterrupt(t *testing.T) {
	t.Parallel()

	s := acctest.Simulator(t, simulator.Options{})
	env := acctest.As(s, simulator.RoleBilling).With("JUMPCLOUD_REQUESTS_PER_SECOND", "100")
	ctx, cancel := context.WithCancel(t.Context())

	var out, errs buffer

	file := filepath.Join(t.TempDir(), "fleet.html")
	p := estate.Process{
		Stdout: &out, Stderr: &errs, Now: time.Now, Transport: interrupting{s.Transport(), cancel},
		Getenv: func(name string) string { return env[name] },
	}

	if code := estate.Main(ctx, p, []string{"report", "compliance", "--out", file}); code != 130 || !strings.Contains(errs.String(), "Interrupted") {
		t.Errorf("exit code %d: %s", code, errs.String())
	}

	if _, err := os.Stat(file); !os.IsNotExist(err) {
		t.Errorf("a file is left: %v", err)
	}
}

type interrupting struct {
	http.RoundTripper

	cancel func()
}

func (i interrupting) RoundTrip(req *http.Request) (*http.Response, error) {
	if strings.HasSuffix(req.URL.Path, "/policies") {
		i.cancel()

		return nil, req.Context().Err()
	}

	return i.RoundTripper.RoundTrip(req)
}

func TestPlan_InTheBrowser(t *testing.T) {
	t.Parallel()

	file := filepath.Join(t.TempDir(), "plan.html")
	if code, _, said := run(t, nil, "report", "plan", "planreport/testdata/twelve.json", "--format", "html", "--out", file); code != 0 {
		t.Fatal(said)
	}

	lookAt(t, file)
}
