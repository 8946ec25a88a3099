// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package coverage_test

import (
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/contract/coverage"
)

const endpoints = "METHOD\tPATH\toperationId\tin_seed\tnotes\n" +
	"GET\t/iplists\tiplists_list\tneighbour\t-\n" +
	"PUT\t/iplists/{id}\tiplists_put\t001\t-\n" +
	"GET\tv1 /api/users/getSelf?fields=provider\tusers_getSelf\tneighbour\t-\n" +
	"POST\thttps://oauth.example.test/oauth2/token\t-\tneighbour\t-\n"

func TestReport(t *testing.T) {
	t.Parallel()

	rows, err := coverage.ReadEndpoints(strings.NewReader(endpoints))
	if err != nil {
		t.Fatal(err)
	}

	calls := map[coverage.Call]bool{
		{Method: "PUT", Template: "/api/v2/iplists/{id}"}:  true,
		{Method: "GET", Template: "/api/users/getSelf"}:    true,
		{Method: "DELETE", Template: "/api/v2/authn/{id}"}: true,
	}

	var out strings.Builder
	if err := coverage.Report(&out, rows, calls, nil); err != nil {
		t.Fatal(err)
	}

	want := `not exercised  GET     /api/v2/iplists  (iplists_list, neighbour)
exercised      PUT     /api/v2/iplists/{id}  (iplists_put, 001)
exercised      GET     /api/users/getSelf  (users_getSelf, neighbour)
not in list    DELETE  /api/v2/authn/{id}

001         1 of 1 exercised
neighbour   1 of 2 exercised
total       2 of 3 exercised
`
	if out.String() != want {
		t.Errorf("got\n%s\nwant\n%s", out.String(), want)
	}
}

// What nobody needs says so, and a reason that fits nothing is an error.
func TestReportOfReasons(t *testing.T) {
	t.Parallel()

	rows, err := coverage.ReadEndpoints(strings.NewReader("METHOD\tPATH\toperationId\tin_seed\nGET\t/iplists\tiplists_list\tneighbour\n"))
	if err != nil {
		t.Fatal(err)
	}

	var out strings.Builder

	get := coverage.Call{Method: "GET", Template: "/api/v2/iplists"}
	if err := coverage.Report(&out, rows, nil, map[coverage.Call]string{get: "the other list has them"}); err != nil {
		t.Error(err)
	}

	if !strings.HasPrefix(out.String(), "left out       GET     /api/v2/iplists  (iplists_list, neighbour): the other list has them\n") ||
		!strings.HasSuffix(out.String(), "            1 left out for a reason\n") {
		t.Errorf("got\n%s", out.String())
	}

	err = coverage.Report(&out, rows, map[coverage.Call]bool{get: true}, map[coverage.Call]string{get: "the other list has them"})
	if err == nil || !strings.Contains(err.Error(), "GET /api/v2/iplists has a reason not to be exercised") {
		t.Errorf("%v", err)
	}
}

// What a type declares and no test sends is a permission that nobody needs.
func TestUnexercised(t *testing.T) {
	t.Parallel()

	get := coverage.Call{Method: "GET", Template: "/api/v2/iplists", Type: "iplist"}
	post := coverage.Call{Method: "POST", Template: "/api/v2/iplists", Type: "iplist"}
	others := coverage.Call{Method: "POST", Template: "/api/v2/iplists", Type: "another"}

	missing := coverage.Unexercised([]coverage.Call{get, post}, map[coverage.Call]bool{get: true, others: true})
	if len(missing) != 1 || missing[0].Error() != "iplist declares POST /api/v2/iplists, and no test of it sends that" {
		t.Errorf("got %v", missing)
	}
}

func TestReadEndpointsRefusesAnotherFormat(t *testing.T) {
	t.Parallel()

	if _, err := coverage.ReadEndpoints(strings.NewReader("GET /iplists\n")); err == nil || !strings.Contains(err.Error(), "line 1") {
		t.Errorf("got %v, want an error that names the line", err)
	}
}

func TestLogAndReadCalls(t *testing.T) {
	t.Parallel()

	folder := filepath.Join(t.TempDir(), "logs")

	// Two logs stand for two test processes.
	for range 2 {
		log, err := coverage.Create(folder)
		if err != nil {
			t.Fatal(err)
		}

		var writers sync.WaitGroup

		for range 4 {
			writers.Go(func() {
				if err := log.Record(coverage.Call{Method: "GET", Template: "/api/v2/iplists"}); err != nil {
					t.Error(err)
				}
			})
		}

		writers.Wait()

		if err := log.Close(); err != nil {
			t.Fatal(err)
		}
	}

	files, err := filepath.Glob(filepath.Join(folder, "*.jsonl"))
	if err != nil || len(files) != 2 {
		t.Fatalf("got files %v, %v, want two", files, err)
	}

	raw, err := os.ReadFile(files[0])
	if err != nil {
		t.Fatal(err)
	}

	if got, want := string(raw), `{"method":"GET","template":"/api/v2/iplists"}`+"\n"; got != want {
		t.Errorf("a log holds %q, want %q", got, want)
	}

	calls, err := coverage.ReadCalls(folder)
	if err != nil {
		t.Fatal(err)
	}

	if len(calls) != 1 || !calls[coverage.Call{Method: "GET", Template: "/api/v2/iplists"}] {
		t.Errorf("got %v", calls)
	}
}

func TestReadCallsRefusesWhatItCannotRead(t *testing.T) {
	t.Parallel()

	if _, err := coverage.ReadCalls(t.TempDir()); err == nil || !strings.Contains(err.Error(), coverage.FolderVariable) {
		t.Errorf("an empty folder: %v, want an error that says how to fill it", err)
	}

	for _, line := range []string{`{"method":"GET"}`, `{"method":`} {
		folder := t.TempDir()
		if err := os.WriteFile(filepath.Join(folder, "calls-1.jsonl"), []byte(line), 0o600); err != nil {
			t.Fatal(err)
		}

		if _, err := coverage.ReadCalls(folder); err == nil {
			t.Errorf("the line %s is read without an error", line)
		}
	}
}

func TestOpen(t *testing.T) {
	t.Setenv(coverage.FolderVariable, "")

	off, err := coverage.Open()
	if err != nil || off != nil {
		t.Fatalf("without a folder: %v, %v", off, err)
	}

	if err := off.Record(coverage.Call{Method: "GET", Template: "/api/v2/iplists"}); err != nil {
		t.Error(err)
	}

	if err := off.Close(); err != nil {
		t.Error(err)
	}

	t.Setenv(coverage.FolderVariable, t.TempDir())

	on, err := coverage.Open()
	if err != nil || on == nil {
		t.Fatalf("with a folder: %v, %v", on, err)
	}

	if err := on.Close(); err != nil {
		t.Error(err)
	}
}
