// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package acctest

import (
	"net/http"
	"slices"
	"sync"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/contract/coverage"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/provider"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/proof"
)

// declared are the calls that each type may send, by its name as [proof.TypeOf] has it.
var declared = sync.OnceValue(func() map[string][]string {
	all := map[string][]string{}

	for _, d := range provider.Declarations() {
		switch d.Kind {
		case "data-sources":
			all["data."+d.Type] = d.Calls
		case "list-resources": // sends what its resource may send
		default:
			all[d.Type] = d.Calls
		}
	}

	return all
})

// judge returns what sees every request that a provider sends, and fails the test for one
// that succeeds although its type does not declare it: the page of the type would name too
// few permissions.
func judge(tb testing.TB) func(r *http.Request, status int) {
	tb.Helper()

	var told sync.Map

	return func(r *http.Request, status int) {
		name := proof.TypeOf(r)
		template, documented := jumpcloud.Operation(r.Method, r.URL.EscapedPath())

		if name == "" || !documented || status >= http.StatusBadRequest {
			return
		}

		call := r.Method + " " + template
		if !slices.Contains(tenancy.Calls, call) && !slices.Contains(declared()[name], call) {
			if _, before := told.LoadOrStore(name+call, true); !before {
				tb.Errorf("%s sends %s, which the Calls of its Service do not declare", name, call)
			}
		}

		log, err := calls()
		if err == nil {
			err = log.Record(coverage.Call{Method: r.Method, Template: template, Type: name})
		}

		if err != nil {
			tb.Errorf("recording a call: %s", err)
		}
	}
}
