// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package original is what a resource remembers of settings that exist by themselves, so that
// destroying it can put them back.
package original

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// What destroying settings means, which the API cannot delete.
const (
	Keep    = "keep"
	Restore = "restore"
)

// Settings are the two attributes, for a model to embed.
type Settings struct {
	OnDestroy types.String `tfsdk:"on_destroy"`
	Original  types.String `tfsdk:"original"`
}

// OnDestroyAttribute is the choice of what destroying means.
func OnDestroyAttribute() schema.StringAttribute {
	return kit.DefaultString(Keep, "What destroying means, since the API cannot delete settings: `keep` (default) leaves them as they are, "+
		"`restore` sets those that this resource has managed back to what `original` says.", kit.OneOf("choice", Keep, Restore))
}

// Attribute is what there was before.
func Attribute() schema.StringAttribute {
	return schema.StringAttribute{
		MarkdownDescription: "What each setting was before this resource first managed it, as JSON with the API's names. Null " +
			"after an import, until the first change.",
		Computed: true,
	}
}

// Note adds what now holds of the members that are wanted to what was noted before. One that
// has no value now is noted as null. The error says that the state holds no JSON.
func (s *Settings) Note(want, now collections.Members) error {
	noted, err := s.noted()
	if err != nil {
		return err
	}

	now = collections.Overlay(without(want), collections.Pick(want, now))
	raw, err := json.Marshal(collections.Overlay(now, noted))
	s.Original = types.StringValue(string(raw))

	return err
}

// Destroy leaves the settings, or lets put set back what was noted, where anything was and no
// resource that this run has created manages it. It warns of what nobody knows.
func (s Settings) Destroy(ctx context.Context, h collections.Holder, what string, put func(noted collections.Members) error) error {
	if s.OnDestroy.ValueString() != Restore {
		return nil
	}

	return inTurn(ctx, h, what, func(now *succession) error { return s.restore(ctx, now.taken, put) })
}

func (s Settings) restore(ctx context.Context, taken collections.Members, put func(noted collections.Members) error) error {
	all, err := s.noted()
	if err != nil {
		return err
	}

	left := collections.Missing(all, taken)
	if moved := collections.Paths(collections.Missing(all, left)); len(moved) > 0 {
		kit.Warn(ctx, "Settings Have Moved", fmt.Sprintf(
			"Another resource of this run manages these, so they were left as they are: %s.", strings.Join(moved, ", ")))
	}

	noted := collections.Pick(left, left) // leaves nulls out
	unknown := collections.Paths(collections.Missing(left, noted))

	if s.Original.IsNull() {
		unknown = []string{"everything that was imported"}
	}

	if len(unknown) > 0 {
		kit.Warn(ctx, "Settings Were Not Restored", fmt.Sprintf(
			"What these were before Terraform managed them is not known, so they stay as they are: %s.", strings.Join(unknown, ", ")))
	}

	if len(noted) == 0 {
		return nil
	}

	return put(noted)
}

// noted is what the state says.
func (s Settings) noted() (collections.Members, error) {
	noted := collections.Members{}

	if text := s.Original.ValueString(); text != "" {
		if err := json.Unmarshal([]byte(text), &noted); err != nil {
			return nil, fmt.Errorf("original in state is not JSON: %w", err)
		}
	}

	return noted, nil
}

// without is a body's shape with no values.
func without(body collections.Members) collections.Members {
	all := collections.Members{}

	for name, v := range body {
		all[name] = nil
		if nested, ok := v.(collections.Members); ok {
			all[name] = without(nested)
		}
	}

	return all
}
