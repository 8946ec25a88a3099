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
		Actions []string       `json:"actions"`
		Before  map[string]any `json:"before"`
		After   map[string]any `json:"after"`
	} `json:"change"`
}

// drift is what a change in a console leads to: one attribute of one object, which is to be
// taken back.
type drift struct {
	address   string
	attribute []string // the way to it
	changed   any      // as encoding/json decodes it
	rostered  any
}

// at is the value of an attribute, or nil.
func at(object map[string]any, attribute ...string) any {
	value, rest := object[attribute[0]], attribute[1:]
	if len(rest) == 0 {
		return value
	}

	inner, _ := value.(map[string]any)

	return at(inner, rest...)
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
