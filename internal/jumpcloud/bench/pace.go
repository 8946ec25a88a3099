// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package main

import (
	"context"
	"fmt"
	"io"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// measurePace creates so many lists on a service that refuses some requests, at the
// provider's ordinary rate, and compares that with the ideal.
func (b *bench) measurePace(ctx context.Context, out io.Writer, n int) ([]bar, error) {
	const ordinary, limit, share = 10, 5, 0.1

	table := []struct {
		name   string
		fault  sim.Fault
		ideal  float64 // seconds
		most   float64 // times that
		wasted float64 // of the calls at most
	}{
		{fmt.Sprintf("%d a second", limit), sim.Fault{Rate: limit}, float64(n) / limit, 1.3, 0.05},
		{"10 % at random", sim.Fault{Probability: share, Status: 429, RetryAfter: "1"}, float64(n) / ordinary / (1 - share), 2, 1},
	}

	var bars []bar

	for _, row := range table {
		w, err := b.world(ipLists(n))
		if err != nil {
			return nil, err
		}
		defer w.close()

		w.env = append(w.env, fmt.Sprintf("JUMPCLOUD_REQUESTS_PER_SECOND=%d", ordinary))

		x, err := w.stepWith(ctx, []sim.Fault{row.fault}, "apply", "-auto-approve")
		if err != nil {
			return nil, err
		}

		title := fmt.Sprintf("%d IP lists", n)
		printRow(out, title, 0, "create, "+row.name, x, x)

		refused := float64(x.refused) / float64(max(1, x.total()))
		bars = append(bars,
			atMostSeconds(title+", refused "+row.name+": create", row.most*row.ideal, x.wall),
			bar{title + ", refused " + row.name + ": calls refused", fmt.Sprintf("<= %.0f %%", row.wasted*100), fmt.Sprintf("%.1f %%", refused*100), refused <= row.wasted})
	}

	return bars, nil
}
