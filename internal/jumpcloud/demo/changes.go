// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package main

import (
	"context"
	"encoding/json"
	"io"
	"slices"
)

// change is a resource in a saved plan, as `terraform show -json` tells it.
type change struct {
	Address string `json:"address"`
	Change  struct {
		Actions []string `json:"actions"`
		Before  settings `json:"before"`
		After   settings `json:"after"`
	} `json:"change"`
}

type settings struct {
	Values map[string]any `json:"values"`
}

// changes are the resources that a saved plan would touch.
func (d *demo) changes(ctx context.Context, dir, plan string) ([]change, error) {
	printed, err := d.checked(ctx, dir, d.env, io.Discard, 0, "show", "-json", plan)
	if err != nil {
		return nil, err
	}

	var shown struct {
		Changes []change `json:"resource_changes"`
	}
	if err := json.Unmarshal([]byte(printed), &shown); err != nil {
		return nil, err
	}

	return slices.DeleteFunc(shown.Changes, func(c change) bool { return slices.Equal(c.Change.Actions, []string{"no-op"}) }), nil
}
