// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
)

// TestMain lets the test binary be the command, so that the tests start a real
// process without building one.
func TestMain(m *testing.M) {
	if os.Getenv("JUMPCLOUD_SIM_MAIN") == "1" {
		main()
		os.Exit(0)
	}

	os.Exit(m.Run())
}

// start runs the command and returns what its first line says, the rest of its
// output and a function that signals it and waits.
func start(t *testing.T, args ...string) (sum simulator.Summary, rest func() string, stop func(os.Signal) error) {
	t.Helper()

	cmd := exec.CommandContext(t.Context(), os.Args[0], args...)
	cmd.Env = append(os.Environ(), "JUMPCLOUD_SIM_MAIN=1")

	stdout, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}

	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}

	reader := bufio.NewReader(stdout)

	line, err := reader.ReadBytes('\n')
	if err != nil {
		t.Fatal(err)
	}

	if err := json.Unmarshal(line, &sum); err != nil {
		t.Fatalf("first line %s: %v", line, err)
	}

	var more bytes.Buffer

	read := make(chan struct{})

	go func() {
		_, _ = io.Copy(&more, reader)

		close(read)
	}()

	return sum, func() string { <-read; return more.String() }, func(sig os.Signal) error {
		if err := cmd.Process.Signal(sig); err != nil {
			return err
		}

		<-read

		return cmd.Wait()
	}
}

func request(t *testing.T, sum simulator.Summary, method, path, body string) int {
	t.Helper()

	req, err := http.NewRequestWithContext(t.Context(), method, sum.URL+path, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}

	req.Header.Set("x-api-key", sum.APIKey)
	req.Header.Set("x-org-id", sum.Organizations[simulator.AcmeInc])

	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}

	if err := resp.Body.Close(); err != nil {
		t.Fatal(err)
	}

	return resp.StatusCode
}

func TestCommand_KeepsItsStateOverRuns(t *testing.T) {
	t.Parallel()

	state := filepath.Join(t.TempDir(), "state.json")
	sum, output, stop := start(t, "-state", state)

	if !strings.HasPrefix(sum.URL, "http://127.0.0.1:") {
		t.Errorf("listens at %s", sum.URL)
	}

	if got := request(t, sum, "POST", "/api/v2/iplists", `{"name":"kept"}`); got != http.StatusCreated {
		t.Errorf("create: %d", got)
	}

	if err := stop(os.Interrupt); err != nil {
		t.Fatalf("does not stop cleanly: %v", err)
	}

	said := output()
	if !strings.Contains(said, "POST /api/v2/iplists 201") {
		t.Errorf("the request is not in the output:\n%s", said)
	}

	// The export line may show the key; the request log must not.
	if strings.Count(said, sum.APIKey) != 1 || strings.Contains(said, sum.ClientSecret) {
		t.Errorf("credentials in the output:\n%s", said)
	}

	again, output, stop := start(t, "-state", state, "-quiet")
	if again.APIKey != sum.APIKey || again.Organizations[simulator.AcmeInc] != sum.Organizations[simulator.AcmeInc] {
		t.Error("the second run has another world")
	}

	if got := request(t, again, "POST", "/__sim/switches", `{"name":"iplist-name-unique","value":"on"}`); got != http.StatusOK {
		t.Errorf("admin route: %d", got)
	}

	if got := request(t, again, "POST", "/api/v2/iplists", `{"name":"kept"}`); got != http.StatusConflict {
		t.Errorf("the list of the first run is gone: %d", got)
	}

	if err := stop(syscall.SIGTERM); err != nil {
		t.Fatalf("does not stop cleanly: %v", err)
	}

	if said := output(); said != "" {
		t.Errorf("a quiet run says:\n%s", said)
	}
}

// A file of switches wins over the seed, and a reset returns to it.
func TestCommand_Switches(t *testing.T) {
	t.Parallel()

	dir := t.TempDir()
	seed, switches := filepath.Join(dir, "seed.json"), filepath.Join(dir, "switches.json")

	for path, text := range map[string]string{
		seed: `{"providers": [{"name": "MSP", "organizations": [{"name": "Acme Inc"}]}],
			"keys": [{"role": "admin", "provider": "MSP", "all_organizations": true}], "switches": {"iplist-name-unique": "off"}}`,
		switches: `{"iplist-name-unique": "on"}`,
	} {
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}

	sum, _, stop := start(t, "-seed", seed, "-switches", switches)

	for range 2 {
		for i, want := range []int{http.StatusCreated, http.StatusConflict} {
			if got := request(t, sum, "POST", "/api/v2/iplists", `{"name":"one"}`); got != want {
				t.Errorf("creation %d: %d", i+1, got)
			}
		}

		if got := request(t, sum, "POST", "/__sim/reset", ""); got >= http.StatusBadRequest {
			t.Errorf("reset: %d", got)
		}
	}

	if err := stop(os.Interrupt); err != nil {
		t.Fatal(err)
	}
}

func TestRun_Refusals(t *testing.T) {
	t.Parallel()

	broken := filepath.Join(t.TempDir(), "broken.json")
	if err := os.WriteFile(broken, []byte("{"), 0o600); err != nil {
		t.Fatal(err)
	}

	unknown := filepath.Join(t.TempDir(), "unknown.json")
	if err := os.WriteFile(unknown, []byte("{\n  \"iplist-name-unique\": \"maybe\"\n}"), 0o600); err != nil {
		t.Fatal(err)
	}

	taken, err := (&net.ListenConfig{}).Listen(t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}

	t.Cleanup(func() { _ = taken.Close() })

	for name, tt := range map[string]struct {
		args []string
		want string
	}{
		"all interfaces": {[]string{"-listen", ":0"}, "-allow-remote"},
		"any address":    {[]string{"-listen", "0.0.0.0:0"}, "-allow-remote"},
		"a host name":    {[]string{"-listen", "example.com:0"}, "-allow-remote"},
		"no port":        {[]string{"-listen", "127.0.0.1"}, "missing port"},
		"argument":       {[]string{"serve"}, "unexpected argument"},
		"unknown flag":   {[]string{"-port", "1"}, "not defined"},
		"no seed":        {[]string{"-seed", broken + "x"}, "no such file"},
		"broken seed":    {[]string{"-seed", broken}, "broken.json:1:2: the file ends in the middle"},
		"no state":       {[]string{"-state", filepath.Join(broken+"x", "state.json")}, "state.json cannot be written"},
		"port taken":     {[]string{"-listen", taken.Addr().String()}, "-listen 127.0.0.1:0"},
		"no switches":    {[]string{"-switches", broken}, "broken.json:1:2"},
		"unknown value":  {[]string{"-switches", unknown}, `unknown.json:2:25: iplist-name-unique: switch "iplist-name-unique" takes off, on, not "maybe"`},
		"broken state":   {[]string{"-state", broken}, "unexpected EOF"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()

			err := program().Run(t.Context(), tt.args, io.Discard, io.Discard)
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("error %v, want %q", err, tt.want)
			}
		})
	}
}

// TestRun_Help: the seed that -h shows can be used.
func TestRun_Help(t *testing.T) {
	t.Parallel()

	var help, out bytes.Buffer
	if err := program().Run(t.Context(), []string{"-h"}, io.Discard, &help); !errors.Is(err, flag.ErrHelp) {
		t.Errorf("-h: %v", err)
	}

	for _, part := range []string{usage.Seed, "/__sim/switches", "https://github.com/", "-state file", "JUMPCLOUD_API_URL", "retry_after", "in a browser"} {
		if !strings.Contains(help.String(), part) {
			t.Errorf("no %q in:\n%s", part, help.String())
		}
	}

	seed := filepath.Join(t.TempDir(), "seed.json")
	if err := os.WriteFile(seed, []byte(usage.Seed), 0o600); err != nil {
		t.Fatal(err)
	}

	ctx, cancel := context.WithCancel(t.Context())
	cancel() // it prints its line and stops

	if err := program().Run(ctx, []string{"-seed", seed, "-quiet"}, &out, io.Discard); err != nil || !strings.Contains(out.String(), "a-key-of-your-own") {
		t.Errorf("%v: %s", err, out.String())
	}

	out.Reset()

	if err := program().Run(t.Context(), []string{"-version"}, &out, io.Discard); err != nil || out.String() != "jumpcloud-sim dev\n" {
		t.Errorf("-version: %v, %q", err, out.String())
	}
}

// TestCommand_KilledKeepsItsState: what was answered is in the file, of the API and of
// the admin routes.
func TestCommand_KilledKeepsItsState(t *testing.T) {
	t.Parallel()

	state := filepath.Join(t.TempDir(), "state.json")
	sum, _, stop := start(t, "-state", state)

	if got := request(t, sum, "POST", "/api/v2/iplists", `{"name":"kept"}`); got != http.StatusCreated {
		t.Errorf("create: %d", got)
	}

	scope := sum.Organizations[simulator.AcmeInc]
	if got := request(t, sum, "PUT", "/__sim/documents/iplists/66b1f0a2c8d5e90001a1b2c3?scope="+scope, `{"name":"by hand"}`); got != http.StatusOK {
		t.Errorf("by hand: %d", got)
	}

	_ = stop(os.Kill)

	raw, err := os.ReadFile(state)
	if err != nil || !bytes.Contains(raw, []byte(`"kept"`)) || !bytes.Contains(raw, []byte(`"by hand"`)) {
		t.Errorf("the state file lacks what was answered: %v", err)
	}
}

func TestRun_RemoteAndSeed(t *testing.T) {
	t.Parallel()

	seed := filepath.Join(t.TempDir(), "seed.json")
	if err := os.WriteFile(seed, []byte(`{"providers":[{"name":"Mine","organizations":[{"name":"One"}]}]}`), 0o600); err != nil {
		t.Fatal(err)
	}

	ctx, cancel := context.WithCancel(t.Context())
	cancel() // it prints its line and stops

	var out bytes.Buffer
	if err := program().Run(ctx, []string{"-listen", "0.0.0.0:0", "-allow-remote", "-seed", seed, "-quiet"}, &out, io.Discard); err != nil {
		t.Fatal(err)
	}

	var sum simulator.Summary
	if err := json.Unmarshal(out.Bytes(), &sum); err != nil || sum.Organizations["One"] == "" {
		t.Errorf("%s: %v", out.String(), err)
	}
}
