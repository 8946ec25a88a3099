// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package kit_test

import (
	"errors"
	"fmt"
	"net/http"
	"testing"
	"time"

	"github.com/hashicorp/terraform-plugin-framework/path"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

// twins is an error that names objects which may be meant.
type twins struct{ ids []string }

func (twins) Error() string { return "there may be one already" }

func (e twins) ImportCandidates() []string { return e.ids }

func TestReportWording(t *testing.T) {
	t.Parallel()

	refused := &rest.Error{
		Method: http.MethodPost, Path: "/things", Status: 422, Message: "the name is taken", RequestID: "r-1", Attempts: 1,
	}
	silent := &rest.Error{
		Method: http.MethodPost, Path: "/things", Message: "connection reset", Attempts: 3, Waited: 4 * time.Second,
	}

	table := map[string]struct {
		err  error
		want []string // each diagnostic: path, then detail
	}{
		"plain": {errors.New("it broke"), []string{"", "it broke\n\nPlace: hall"}},
		"refused": {refused, []string{
			"", "the name is taken\n\nPlace: hall\n\nRequest: POST /things, status 422, request id r-1",
		}},
		"no answer": {silent, []string{
			"", "connection reset\n\nPlace: hall\n\nRequest: POST /things, no answer, gave up after 3 tries in 4s",
		}},
		"with words of ours": {fmt.Errorf("adding a lamp: %w", refused), []string{
			"", "adding a lamp: POST /things: 422 the name is taken [request id r-1]\n\nPlace: hall\n\n" +
				"Request: POST /things, status 422, request id r-1",
		}},
		"of an attribute": {&kit.AttributeError{Path: path.Root("name"), Err: errors.New("too long")}, []string{
			`AttributeName("name")`, "too long\n\nPlace: hall",
		}},
		"joined": {errors.Join(
			&kit.AttributeError{Path: path.Root("name"), Err: errors.New("too long")},
			&kit.AttributeError{Path: path.Root("place"), Err: errors.New("too dark")},
			errors.New("and more"),
		), []string{
			`AttributeName("name")`, "too long\n\nPlace: hall",
			`AttributeName("place")`, "too dark\n\nPlace: hall",
			"", "and more\n\nPlace: hall",
		}},
		"joined within joined": {errors.Join(errors.New("a"), errors.Join(errors.New("b"), errors.New("c"))), []string{
			"", "a\n\nPlace: hall", "", "b\n\nPlace: hall", "", "c\n\nPlace: hall",
		}},
		"a join of one": {errors.Join(refused), []string{
			"", "the name is taken\n\nPlace: hall\n\nRequest: POST /things, status 422, request id r-1",
		}},
		"a join within an attribute": {&kit.AttributeError{
			Path: path.Root("name"), Err: errors.Join(errors.New("too long"), errors.New("too dark")),
		}, []string{`AttributeName("name")`, "too long\ntoo dark\n\nPlace: hall"}},
		"two errors in one sentence": {fmt.Errorf("%w: %w", errors.New("no way in"), refused), []string{
			"", "no way in: POST /things: 422 the name is taken [request id r-1]\n\nPlace: hall\n\n" +
				"Request: POST /things, status 422, request id r-1",
		}},
		"with candidates": {fmt.Errorf("creating: %w", twins{[]string{"7", "8"}}), []string{
			"", `creating: there may be one already

If it is yours, adopt it instead of creating another:

  import {
    to = fake_thing.<name> # the address above
    id = "hall/7"
  }
  import {
    to = fake_thing.<name> # the address above
    id = "hall/8"
  }

Place: hall`,
		}},
		"without candidates": {twins{}, []string{"", "there may be one already\n\nPlace: hall"}},
	}

	for name, row := range table {
		t.Run(name, func(t *testing.T) {
			t.Parallel()

			d := start(t, &remote{created: row.err}, "fake_thing").apply(lamp).errors()
			if len(d) != len(row.want)/2 {
				t.Fatalf("%d diagnostics, want %d:\n%s", len(d), len(row.want)/2, d)
			}

			for i, x := range d {
				at := ""
				if x.Attribute != nil {
					at = x.Attribute.String()
				}

				if x.Summary != "Unable to Create Thing" || at != row.want[2*i] || x.Detail != row.want[2*i+1] {
					t.Errorf("got  %s\n%s\n%s\nwant %s\n%s", x.Summary, at, x.Detail, row.want[2*i], row.want[2*i+1])
				}
			}
		})
	}
}

func TestImportBlock(t *testing.T) {
	t.Parallel()

	want := "  import {\n    to = fake_thing.<name> # the address above\n    id = \"hall/7\"\n  }"
	if got := kit.ImportBlock("fake_thing", "hall/7"); got != want {
		t.Errorf("got %s", got)
	}
}
