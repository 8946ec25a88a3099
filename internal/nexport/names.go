// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package nexport

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strings"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

// Names are what one installation calls what this package has no verified name for. The
// zero value calls everything as this package does.
type Names struct {
	fields     map[string]string
	operations map[string]target
}

// target is how an operation is called.
type target struct{ method, action string }

var (
	action = regexp.MustCompile(`^(GET|POST|PUT|PATCH|DELETE) ([A-Za-z][A-Za-z0-9]*)$`)
	member = regexp.MustCompile(`^[A-Za-z_][A-Za-z0-9_.-]*$`)
)

// NewNames returns names with overrides: of members by [FieldNames], of operations by
// [OperationNames] as "METHOD Action". An error names the override that is wrong.
func NewNames(fields, operations map[string]string) (Names, error) {
	n := Names{fields: fields, operations: map[string]target{}}

	for _, name := range slices.Sorted(maps.Keys(fields)) {
		switch {
		case !slices.Contains(FieldNames(), name):
			return n, fmt.Errorf("field_names: there is no %q", name)
		case !member.MatchString(fields[name]):
			return n, fmt.Errorf("field_names: %q is not the name of a member, for %s", fields[name], name)
		}
	}

	for _, name := range slices.Sorted(maps.Keys(operations)) {
		parts := action.FindStringSubmatch(operations[name])

		switch {
		case !slices.Contains(OperationNames(), name):
			return n, fmt.Errorf("operations: there is no %q", name)
		case parts == nil:
			return n, fmt.Errorf("operations: %q is not a method and an action, such as \"POST %s\", for %s", operations[name], name, name)
		}

		n.operations[name] = target{parts[1], parts[2]}
	}

	return n, nil
}

func (n Names) field(of, name string) string {
	if given := n.fields[of+"."+name]; given != "" {
		return given
	}

	return name
}

// members are those of a request, by this package's names: a query's are texts.
func members(r rest.Request) map[string]any {
	all := map[string]any{}
	for name, values := range r.URL.Query() {
		all[name] = values[0]
	}

	if body, ok := r.Body.(collections.Members); ok {
		maps.Copy(all, body)
	}

	return all
}

// request is an operation as the service wants it: with GET in the query, with any other
// method as JSON.
func (n Names) request(op operation, r rest.Request, members map[string]any) (rest.Request, error) {
	to, ok := n.operations[op.name]
	if !ok {
		to = target{op.method, op.name}
	}

	query, body := url.Values{}, map[string]any{}

	for name, value := range members {
		paging := name == pageName || name == perPageName
		if !paging && !slices.Contains(op.sends, name) {
			return r, fmt.Errorf("%s takes no %q", op.name, name)
		}

		wire := name
		if !paging {
			wire = n.field(op.name, name)
		}

		switch v := value.(type) {
		case []string:
			query[wire] = v
		case map[string]string:
			if to.method == http.MethodGet {
				return r, fmt.Errorf("%s cannot be sent with GET: its %s is an object", op.name, name)
			}
		default:
			query.Set(wire, fmt.Sprint(v))
		}

		body[wire] = value
		if text, ok := value.(string); ok && (paging || name == "search_type") {
			body[wire] = json.Number(text)
		}
	}

	at := *r.URL
	at.Path = strings.TrimSuffix(at.Path, op.name) + to.action
	at.RawPath, at.RawQuery = "", ""

	sent := rest.Request{Method: to.method, URL: &at, Header: r.Header, Safe: op.reads, Body: body}
	if to.method == http.MethodGet {
		at.RawQuery, sent.Body = query.Encode(), nil
	}

	return sent, nil
}

// answer is an answer with this package's names.
func (n Names) answer(op operation, body []byte) ([]byte, error) {
	switch {
	case op.gives.tells && silent(body) != "":
		return nil, fmt.Errorf("the answer has no api_error_entity and does not tell whether it worked: it is %s", silent(body))
	case op.gives.open || len(bytes.TrimSpace(body)) == 0 || string(bytes.TrimSpace(body)) == "null":
		return body, nil
	case op.gives.under != "":
		var wrapped map[string]json.RawMessage
		if err := json.Unmarshal(body, &wrapped); err != nil {
			return nil, fmt.Errorf("the answer is not an object: it is %s", shown(body))
		}

		wire := n.field(op.gives.of, op.gives.under)

		list, ok := wrapped[wire]
		if !ok {
			return nil, lacks(op.gives.of, op.gives.under, wire, body)
		}

		all, err := n.list(op.gives, list)
		if err != nil {
			return nil, err
		}

		return json.Marshal(map[string]json.RawMessage{op.gives.under: all})
	case op.gives.many:
		return n.list(op.gives, body)
	}

	return n.object(op.gives, body)
}

func (n Names) list(g gives, body []byte) ([]byte, error) {
	var all []json.RawMessage
	if err := json.Unmarshal(body, &all); err != nil {
		return nil, fmt.Errorf("the answer is not a list of %s: it is %s", g.of, shown(body))
	}

	out := make([]json.RawMessage, 0, len(all))

	for _, element := range all {
		object, err := n.object(g, element)
		if err != nil {
			return nil, err
		}

		out = append(out, object)
	}

	return json.Marshal(out)
}

func (n Names) object(g gives, body []byte) ([]byte, error) {
	var have map[string]json.RawMessage
	if err := json.Unmarshal(body, &have); err != nil || have == nil {
		return nil, fmt.Errorf("the answer is not an object of %s: it is %s", g.of, shown(body))
	}

	out := map[string]json.RawMessage{}

	for i, names := range [][]string{g.needs, g.has} {
		for _, name := range names {
			wire := n.field(g.of, name)

			value, ok := have[wire]
			if ok {
				out[name] = value
			} else if i == 0 {
				return nil, lacks(g.of, name, wire, body)
			}
		}
	}

	return json.Marshal(out)
}
