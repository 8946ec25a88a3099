// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package policyfunctions

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"maps"
	"math"
	"slices"

	"github.com/hashicorp/terraform-plugin-framework/function"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

type ring struct{}

// NewRing returns the function ring.
func NewRing() function.Function { return ring{} }

func (ring) Metadata(_ context.Context, _ function.MetadataRequest, resp *function.MetadataResponse) {
	resp.Name = "ring"
}

func (ring) Definition(_ context.Context, _ function.DefinitionRequest, resp *function.DefinitionResponse) {
	resp.Definition = function.Definition{
		Summary: "Ring of a staged roll-out that a tenant belongs to",
		MarkdownDescription: "Assigns a key, such as a tenant's, to one of the rings of a staged roll-out by a stable hash: the same " +
			"arguments give the same ring on every machine and in every version. Rings are filled from the smallest share to the " +
			"largest, rings of equal share by name, so that raising the smallest ring's share only adds keys to it while it stays the smallest.",
		Parameters: []function.Parameter{
			function.StringParameter{Name: "key", MarkdownDescription: "What to assign, such as a tenant's slug. Not empty."},
			function.MapParameter{
				Name: "percents", ElementType: types.Float64Type,
				MarkdownDescription: "Share of each ring in percent, by the ring's name, such as `{ canary = 2, early = 10, broad = 88 }`. " +
					"Shares are at least 0 and add up to 100.",
			},
			function.StringParameter{Name: "seed", MarkdownDescription: "Any text; another one changes who goes first, such as `\"2026\"`."},
		},
		Return: function.StringReturn{},
	}
}

func (ring) Run(ctx context.Context, req function.RunRequest, resp *function.RunResponse) {
	var (
		key, seed string
		shares    types.Map
	)

	if resp.Error = req.Arguments.Get(ctx, &key, &shares, &seed); resp.Error != nil {
		return
	}

	if key == "" {
		resp.Error = refuse(0, "the key is empty")

		return
	}

	percents, unknown, err := sharesOf(shares)

	switch {
	case err != nil:
		resp.Error = refuse(1, err.Error())
	case unknown:
		resp.Error = resp.Result.Set(ctx, types.StringUnknown())
	default:
		resp.Error = resp.Result.Set(ctx, ringOf(key, percents, seed))
	}
}

// sharesOf reads and checks the shares of the rings, unless one is not known yet. A null among
// them is refused here: the framework would say of it that the provider is wrong.
func sharesOf(all types.Map) (percents map[string]float64, unknown bool, err error) {
	percents = map[string]float64{}
	elements := all.Elements()

	for _, name := range slices.Sorted(maps.Keys(elements)) {
		share, ok := elements[name].(types.Float64)
		if !ok || share.IsNull() {
			return nil, false, errors.New(kit.NullElement(fmt.Sprintf("percents[%q]", name)))
		}

		percents[name], unknown = share.ValueFloat64(), unknown || share.IsUnknown()
	}

	if unknown {
		return nil, true, nil
	}

	return percents, false, checkPercents(percents)
}

func checkPercents(percents map[string]float64) error {
	const tolerance = 1e-6 // thirds cannot be written exactly

	sum := 0.0

	for _, name := range slices.Sorted(maps.Keys(percents)) {
		share := percents[name]
		if share < 0 || name == "" {
			return fmt.Errorf("the share of ring %q is %g: rings have a name and a share of at least 0", name, share)
		}

		sum += share
	}

	if math.Abs(sum-100) > tolerance {
		return fmt.Errorf("the shares add up to %g, not to 100", sum)
	}

	return nil
}

// ringOf is part of the function's contract: changing it would move tenants between rings.
func ringOf(key string, percents map[string]float64, seed string) string {
	names := slices.SortedFunc(maps.Keys(percents), func(a, b string) int {
		return cmp.Or(cmp.Compare(percents[a], percents[b]), cmp.Compare(a, b))
	})

	// The length keeps ("ab", "c") from being ("a", "bc").
	sum := sha256.Sum256(fmt.Appendf(nil, "%d:%s%s", len(seed), seed, key))
	place := float64(binary.BigEndian.Uint64(sum[:])>>11) / (1 << 53) * 100

	for _, name := range names {
		if place -= percents[name]; place < 0 {
			return name
		}
	}

	return names[len(names)-1]
}
