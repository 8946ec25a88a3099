// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/terraformcli"
)

// bar is a number that the project has promised.
type bar struct {
	what, target, got string
	met               bool
}

func atMost(what string, target, got int) bar {
	return bar{what, fmt.Sprintf("<= %d", target), fmt.Sprint(got), got <= target}
}

func exactly(what string, target, got int) bar {
	return bar{what, fmt.Sprintf("= %d", target), fmt.Sprint(got), got == target}
}

func atMostSeconds(what string, target float64, got time.Duration) bar {
	return bar{what, fmt.Sprintf("<= %.2f s", target), fmt.Sprintf("%.2f s", got.Seconds()), got.Seconds() <= target}
}

// barsOfLists are those that a number of IP lists at a latency has.
func barsOfLists(n int, latency time.Duration, m measured) []bar {
	what := func(text string) string { return fmt.Sprintf("%d IP lists, %s: %s", n, latency, text) }

	all := []bar{
		{what("create, writes for each list"), "<= 1.05", fmt.Sprintf("%.3f", float64(m.create.writes)/float64(n)), float64(m.create.writes) <= 1.05*float64(n)},
		atMost(what("create, reads of a list that was written"), 0, m.create.singles),
	}

	if n == 200 {
		all = append(all,
			atMost(what("no-op plan, calls"), 3, m.plan.total()),
			atMost(what("destroy, calls"), 203, m.destroy.total()))
	}

	// The best peer needs 1.65 s here.
	if n == 200 && latency == slow {
		all = append(all, atMostSeconds(what("no-op plan"), 0.95, m.plan.wall))
	}

	// Memory does not grow with the objects, but for what is listed; reading costs little more than planning.
	if n == 2000 && latency == 0 {
		ratio := m.plan.wall.Seconds() / m.floor.wall.Seconds()
		all = append(all,
			bar{what("no-op plan, the provider's memory"), "<= 80 MiB", fmt.Sprintf("%.0f MiB", m.plan.peak), m.plan.peak <= 80},
			bar{what("no-op plan, times -refresh=false"), "<= 1.20", fmt.Sprintf("%.2f", ratio), ratio <= 1.2})
	}

	// The best peer needs 37.7 s and 2,000 calls here.
	if x, ok := m.slower[slowest]; ok {
		latency = slowest
		all = append(all,
			atMostSeconds(what("no-op plan, more than -refresh=false"), 4, x.wall-m.floor.wall),
			atMost(what("no-op plan, calls"), 25, x.total()))
	}

	return all
}

// ownBars are those of the program itself.
func (b *bench) ownBars(ctx context.Context) ([]bar, error) {
	// Peers have 15.5 to 18.9 MiB, stripped, and fewer objects.
	const most = 25.0

	info, err := os.Stat(b.provider)
	if err != nil {
		return nil, err
	}

	dir := filepath.Join(b.dir, "schema")
	if err := os.Mkdir(dir, 0o700); err != nil {
		return nil, err
	}

	if err := os.WriteFile(filepath.Join(dir, "main.tf"), []byte(preamble), 0o600); err != nil {
		return nil, err
	}

	load, err := must(ctx, dir, terraformcli.Provider.Environ("TF_CLI_CONFIG_FILE="+b.rc), b.terraform, "providers", "schema", "-json")
	if err != nil {
		return nil, err
	}

	size := float64(info.Size()) / (1 << 20)

	return []bar{
		{"stripped program (peers: 15.5 to 18.9 MiB)", fmt.Sprintf("<= %.1f MiB", most), fmt.Sprintf("%.1f MiB", size), size <= most},
		atMostSeconds("loading the schema (peers: 0.16 to 0.23 s)", 0.23, load),
	}, nil
}

func printBars(out io.Writer, all []bar) {
	_, _ = fmt.Fprintf(out, "\n%-65s %12s %10s\n", "bar", "target", "measured")

	for _, b := range all {
		verdict := "met"
		if !b.met {
			verdict = "NOT MET"
		}

		_, _ = fmt.Fprintf(out, "%-65s %12s %10s  %s\n", b.what, b.target, b.got, verdict)
	}

	_, _ = fmt.Fprintln(out, `
Seconds are those of this machine, as busy as it is. Where the bars come from, the best peer's no-op plan of 200 objects
at 50 ms took 1.65 s with 200 calls, and a plan with -refresh=false 0.5 to 0.75 s.
What 429, 500, lost and malformed answers do is no matter of time: tests show it.`)
}
