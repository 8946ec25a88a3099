// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package policy_test

import (
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/policy/policysim"
)

func TestSchemaValidators(t *testing.T) {
	t.Parallel()

	w := newWorld(t)

	for _, test := range []struct {
		attrs acctest.Attrs
		want  string
	}{
		{acctest.Attrs{"organization_id": "x"}, "24 hexadecimal digits"},
		{acctest.Attrs{"sensitive_values_wo": map[string]any{"x": "y"}}, "sensitive_values_wo_version"},
		{acctest.Attrs{"sensitive_values_wo_version": 1}, "sensitive_values_wo"},
		{acctest.Attrs{"sensitive_values_wo": map[string]any{"x": "y"}, "sensitive_values_wo_version": 0}, "at least 1"},
	} {
		w.mentions(w.refused(w.lock(test.attrs)), test.want)
	}

	p := w.Plan(w.lock(acctest.Attrs{
		"organization_id": acctest.Unknown, "sensitive_values_wo": acctest.Unknown, "sensitive_values_wo_version": acctest.Unknown,
	}))
	if len(p.Diags) > 0 {
		t.Errorf("unknown values: %s", p.Diags)
	}

	w.Sim.Log().Reset()
	w.refused(w.lock(acctest.Attrs{"sensitive_values_wo_version": 0}))
	w.equal("calls", w.routes(), "")

	if n := w.Sim.Docs(policysim.Collection, w.Org).Len(); n != 0 {
		t.Errorf("%d policies were made", n)
	}
}
