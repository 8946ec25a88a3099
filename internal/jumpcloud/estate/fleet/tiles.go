// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package fleet

import "fmt"

// tiles are the figures on top, which lead to what is behind them. The state says in words
// what the colour says.
func (r *Report) tiles() []tile {
	tiles := []tile{r.alignmentTile(), r.deviceTile(), r.exceptionTile()}

	if len(r.Integrations) > 0 {
		failed := 0
		for _, i := range r.Integrations {
			failed += len(i.Errors)
		}

		tiles = append(tiles, judged("billing", len(r.Unmapped)+failed, "unmapped tenants and sync errors", "need a look"))
	}

	if l := r.Licenses; l != nil {
		t := tile{"licenses", fmt.Sprint(l.Assigned), fmt.Sprintf("of %d licenses assigned", l.Purchased+l.Included), "within what was bought", ""}
		if l.Assigned > l.Purchased+l.Included {
			t.State, t.Class = "more than was bought", "bad"
		}

		tiles = append(tiles, t)
	}

	if r.Administrators.Count > 0 {
		n := len(r.Administrators.WithoutMFA)
		tiles = append(tiles, judged("access", n, fmt.Sprintf("of %d administrators without MFA", r.Administrators.Count), "need a second factor"))
	}

	ending := 0

	for _, k := range r.Keys {
		if k.Days < soon {
			ending++
		}
	}

	return append(tiles, judged("keys", ending, fmt.Sprintf("of %d keys expire within %d days", len(r.Keys), soon), "need to be replaced"))
}

func (r *Report) alignmentTile() tile {
	t := tile{"policies", "–", "of results are aligned", "no results", "idle"}

	if a := r.Totals.Alignment(); a >= 0 {
		t.Figure, t.State, t.Class = fmt.Sprintf("%d %%", a), "all is aligned", ""
		if a < 100 {
			t.State, t.Class = plural(r.failingTenants(), "tenant")+" with failures", "idle"
		}

		if r.Totals.Failures() > 0 {
			t.Class = "bad"
		}
	}

	return t
}

func (r *Report) failingTenants() int {
	n := 0

	for _, t := range r.Tenants {
		if t.Failures() > 0 {
			n++
		}
	}

	return n
}

func (r *Report) deviceTile() tile {
	n := 0
	for _, t := range r.Tenants {
		n += len(t.FailingDevices)
	}

	return judged("devices", n, "failing devices", "need a look")
}

func (r *Report) exceptionTile() tile {
	valid, lapsed := 0, 0

	for _, e := range r.Exceptions {
		if e.State == Valid {
			valid++
		} else {
			lapsed++
		}
	}

	t := tile{"exceptions", fmt.Sprint(valid), "valid exceptions", "none has lapsed", "idle"}
	if lapsed > 0 {
		t.State, t.Class = fmt.Sprintf("%d expired, or match nothing", lapsed), "bad"
	}

	return t
}

// judged is a tile whose figure should be zero.
func judged(anchor string, n int, label, bad string) tile {
	if n == 0 {
		return tile{anchor, "0", label, "all is well", ""}
	}

	return tile{anchor, fmt.Sprint(n), label, bad, "bad"}
}
