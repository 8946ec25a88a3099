// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package policyfunctions

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/attr"
	"github.com/hashicorp/terraform-plugin-framework/function"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/anyjson"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nearest"
)

// rowType is the type of a result's rows, all of whose columns are strings.
func rowType(columns ...string) types.ObjectType {
	all := map[string]attr.Type{}
	for _, c := range columns {
		all[c] = types.StringType
	}

	return types.ObjectType{AttrTypes: all}
}

// rows turns each element of the function's only argument, a list of objects, into a row.
// Every problem of every element is in one error.
func rows(
	ctx context.Context, req function.RunRequest, resp *function.RunResponse,
	members []string, as types.ObjectType, convert func(in map[string]any) (map[string]string, error),
) {
	var argument anyjson.Value
	if resp.Error = req.Arguments.Get(ctx, &argument); resp.Error != nil {
		return
	}

	tree, err := argument.JSON(ctx)
	if err != nil {
		resp.Error = refuse(0, err.Error())

		return
	}

	if _, unknown := anyjson.FindUnknown(tree); unknown {
		resp.Error = resp.Result.Set(ctx, types.ListUnknown(as))

		return
	}

	elements, ok := anyjson.Elements(tree)
	if !ok {
		resp.Error = refuse(0, "expected a list of objects with "+strings.Join(members, ", "))

		return
	}

	var problems []string

	out := make([]attr.Value, 0, len(elements))

	for i, e := range elements {
		row, err := convertOne(e, members, convert)
		if err != nil {
			problems = append(problems, fmt.Sprintf("[%d]: %s", i, err))

			continue
		}

		cells := map[string]attr.Value{}
		for column, text := range row {
			cells[column] = types.StringValue(text)
		}

		out = append(out, types.ObjectValueMust(as.AttrTypes, cells))
	}

	if len(problems) > 0 {
		resp.Error = refuse(0, strings.Join(problems, "\n"))

		return
	}

	resp.Error = resp.Result.Set(ctx, types.ListValueMust(as, out))
}

func convertOne(element any, members []string, convert func(in map[string]any) (map[string]string, error)) (map[string]string, error) {
	in, ok := element.(map[string]any)

	switch {
	case element == nil:
		return nil, fmt.Errorf("it is null: give it a value, or leave it out; expected an object with %s", strings.Join(members, ", "))
	case !ok:
		return nil, fmt.Errorf("expected an object with %s", strings.Join(members, ", "))
	}

	for _, name := range slices.Sorted(maps.Keys(in)) {
		if !slices.Contains(members, name) {
			return nil, errors.New(strings.TrimSuffix(nearest.Unknown("member", name, members), "."))
		}
	}

	return convert(in)
}

// refuse is an error of an argument. Terraform ends it with a full stop of its own.
func refuse(argument int64, text string) *function.FuncError {
	return function.NewArgumentFuncError(argument, strings.TrimSuffix(text, "."))
}

// textOf reads a member that must be a text.
func textOf(in map[string]any, name string) (string, error) {
	text, ok := in[name].(string)

	switch {
	case in[name] == nil:
		return "", fmt.Errorf("%s is missing", name)
	case !ok:
		return "", fmt.Errorf("%s must be a string", name)
	case text == "":
		return "", fmt.Errorf("%s is empty", name)
	}

	return text, nil
}
