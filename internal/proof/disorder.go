// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package proof

import (
	"math/rand/v2"
	"os"
	"strconv"
	"time"
)

// orderVariable holds a seed. Terraform begins what waits for nothing in any order. The tests begin
// it in that of the addresses, so that what fails fails again; with a seed they begin it in
// another, each after a pause in which others come first.
const orderVariable = "CORE_ORDER"

// Disordered tells whether the order is another.
func Disordered() bool { return disorder() != nil }

// disorder is nil where the order is that of the addresses.
func disorder() *rand.Rand {
	seed, err := strconv.ParseUint(os.Getenv(orderVariable), 10, 64)
	if err != nil {
		return nil
	}

	return rand.New(rand.NewPCG(seed, seed))
}

func shuffle(order *rand.Rand, nodes []*node) {
	if order != nil {
		order.Shuffle(len(nodes), func(i, j int) { nodes[i], nodes[j] = nodes[j], nodes[i] })
	}
}

// paused does a step after the pause.
func paused(order *rand.Rand, do func() Diagnostics) func() Diagnostics {
	if order == nil {
		return do
	}

	pause := time.Duration(order.IntN(3000)) * time.Microsecond

	return func() Diagnostics {
		time.Sleep(pause)

		return do()
	}
}
