// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package group

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/anyjson"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nearest"
)

var (
	queryMembers = []string{"query_type", "filters", "dsl"}
	queryTypes   = []string{"Filter", "FilterQuery", "Search"}
	dialects     = []string{"v1", "v2"}
)

var atQuery = path.Root("member_query")

// validQuery checks a query as far as it is known. The attribute is dynamic, so nothing
// else does: Terraform cannot plan an object that is unknown as a whole while a member of it
// has a type that only its value tells.
type validQuery struct{}

func (validQuery) Description(context.Context) string { return "an object with query_type and filters" }

func (v validQuery) MarkdownDescription(ctx context.Context) string { return v.Description(ctx) }

func (validQuery) ValidateDynamic(ctx context.Context, req validator.DynamicRequest, resp *validator.DynamicResponse) {
	v, err := anyjson.Value{DynamicValue: req.ConfigValue}.JSON(ctx)
	if err != nil {
		resp.Diagnostics.AddAttributeError(req.Path, invalidQuery, err.Error())

		return
	}

	for _, p := range problems(v) {
		resp.Diagnostics.AddAttributeError(p.Path, invalidQuery, p.Error())
	}
}

const invalidQuery = "Invalid Query"

// problems are what is wrong with a query, in plain JSON; null is none, and what is not
// known is not wrong.
func problems(v any) []*kit.AttributeError {
	if v == nil || v == (anyjson.Unknown{}) {
		return nil
	}

	members, ok := v.(map[string]any)
	if !ok {
		return []*kit.AttributeError{{Path: atQuery, Err: errors.New("member_query must be an object with query_type and filters")}}
	}

	var all []*kit.AttributeError

	wrong := func(name, format string, args ...any) {
		all = append(all, &kit.AttributeError{Path: atQuery.AtMapKey(name), Err: fmt.Errorf(format, args...)})
	}

	for _, name := range slices.Sorted(maps.Keys(members)) {
		if !slices.Contains(queryMembers, name) {
			wrong(name, "%s", nearest.Unknown("member of member_query", name, queryMembers))
		}
	}

	choice := func(name, noun string, required bool, values []string) {
		switch s := members[name].(type) {
		case nil:
			if required {
				wrong(name, "member_query needs %s, one of %s", name, strings.Join(values, ", "))
			}
		case anyjson.Unknown:
		case string:
			if !slices.Contains(values, s) {
				wrong(name, "%s", nearest.Unknown(noun, s, values))
			}
		default:
			wrong(name, "%s must be a string, one of %s", name, strings.Join(values, ", "))
		}
	}

	choice("query_type", "query type", true, queryTypes)
	choice("dsl", "query language", false, dialects)

	filters, isList := anyjson.Elements(members["filters"])

	switch {
	case members["filters"] == nil:
		wrong("filters", "member_query needs filters, a list")
	case members["filters"] != any(anyjson.Unknown{}) && !isList:
		wrong("filters", "filters must be a list")
	}

	for i, f := range filters {
		if f == nil {
			wrong("filters", "filters[%d] is null: write a filter, or leave it out", i)
		}
	}

	return all
}

// queryToAPI writes a query over the one that the service holds. There is none where v is null.
func queryToAPI(ctx context.Context, v anyjson.Value, now Query) (q Query, dsl string, err error) {
	plain, err := v.JSON(ctx)
	if err != nil || plain == nil {
		return nil, "", err
	}

	// What was not known when the configuration was checked is known now.
	if wrong := problems(plain); len(wrong) > 0 {
		return nil, "", wrong[0]
	}

	members, _ := plain.(map[string]any)
	q = maps.Clone(now)

	if q == nil {
		q = Query{}
	}

	if q["queryType"], err = json.Marshal(members["query_type"]); err != nil {
		return nil, "", err
	}

	q["filters"], err = json.Marshal(members["filters"])
	dsl, _ = members["dsl"].(string)

	return q, dsl, err
}

// queryFromAPI reads a query in the spelling of prior. No answer tells its language.
func queryFromAPI(ctx context.Context, q Query, prior anyjson.Value) (anyjson.Value, error) {
	members := map[string]any{}

	for name, raw := range map[string]json.RawMessage{"query_type": q["queryType"], "filters": q["filters"]} {
		if len(raw) == 0 {
			continue
		}

		v, err := anyjson.Decode(raw)
		if err != nil {
			return anyjson.NewNull(), err
		}

		members[name] = v
	}

	before, err := prior.JSON(ctx)
	if err != nil {
		return anyjson.NewNull(), err
	}

	if b, ok := before.(map[string]any); ok && b["dsl"] != nil {
		members["dsl"] = b["dsl"]
	}

	v, err := anyjson.FromJSON(ctx, members)
	if err != nil {
		return v, err
	}

	return anyjson.Keep(ctx, prior, v), nil
}
