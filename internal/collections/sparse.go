// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package collections

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

// Members are an object of the API of which only some members are anybody's business.
type Members = map[string]any

// Adjust sets members of an object that always exists, and sends nothing where now holds
// them all. What is sent is want alone: PUT of settings is said to keep what is left out, and
// the vendor's own sample sends part of a nested object. It returns the object afterwards, and
// the members beside want that changed all the same, in case a service takes that otherwise.
// Not among these are own, the members that the service sets itself, named with dots.
func Adjust(ctx context.Context, r Route, want, now Members, own ...string) (after Members, others []string, err error) {
	if len(Differing(want, now)) == 0 {
		return now, nil, nil
	}

	ctx, done := rest.Graceful(ctx)
	defer done()

	after, err = Replace[Members](ctx, r, want)

	// Where nobody knows whether the service acted, and where its answer does not hold what
	// was asked for, the object itself tells.
	if errors.Is(err, rest.ErrUnclear) || err == nil && len(unheld(want, after)) > 0 {
		there, readErr := Get[Members](ctx, r)

		switch {
		case readErr == nil && len(unheld(want, there)) == 0:
			after, err = there, nil
		case err == nil && readErr != nil:
			err = readErr
		case err == nil:
			err = fmt.Errorf("the service accepted the request and does not hold it: %s", strings.Join(Paths(unheld(want, there)), ", "))
		}
	}

	if err != nil {
		return nil, nil, err
	}

	was, is := now, after
	for _, name := range own {
		was, is = drop(was, strings.Split(name, ".")), drop(is, strings.Split(name, "."))
	}

	return after, lost(want, was, is), nil
}

// Differing returns the members of want that have lacks or holds otherwise; of nested
// objects again only such members. A list counts as a whole: it holds want's elements, in
// any order, and no others.
func Differing(want, have Members) Members { return differing(want, have, reflect.DeepEqual) }

// unheld is [Differing] where a service may have taken the white space around a text away.
func unheld(want, have Members) Members {
	return differing(want, have, func(a, b any) bool {
		written, is := a.(string)
		held, ok := b.(string)

		return reflect.DeepEqual(a, b) || is && ok && strings.TrimSpace(written) == strings.TrimSpace(held)
	})
}

func differing(want, have Members, same func(a, b any) bool) Members {
	all := Members{}

	for name, v := range want {
		if nested, ok := v.(Members); ok {
			there, _ := have[name].(Members)
			if below := differing(nested, there, same); len(below) > 0 {
				all[name] = below
			}

			continue
		}

		if there, ok := have[name]; !ok || !holds(v, there, same) {
			all[name] = v
		}
	}

	return all
}

// holds tells that a value is what is wanted. An element of a list may have more members
// than the wanted one.
func holds(want, have any, same func(a, b any) bool) bool {
	wanted, is := want.([]any)
	there, ok := have.([]any)

	if !is || !ok {
		return same(want, have)
	}

	there = slices.Clone(there)

	for _, w := range wanted {
		i := slices.IndexFunc(there, func(h any) bool {
			members, object := w.(Members)
			others, ok := h.(Members)

			return object && ok && len(differing(members, others, same)) == 0 || !object && same(w, h)
		})
		if i < 0 {
			return false
		}

		there = slices.Delete(there, i, i+1)
	}

	return len(there) == 0
}

// Pick returns the members of from that shape has too.
func Pick(shape, from Members) Members {
	all := Members{}

	for name, v := range shape {
		there, ok := from[name]
		if !ok || there == nil {
			continue
		}

		if nested, is := v.(Members); is {
			object, _ := there.(Members)
			if below := Pick(nested, object); len(below) > 0 {
				all[name] = below
			}

			continue
		}

		all[name] = there
	}

	return all
}

// Missing returns the members of want that have lacks, whatever they hold.
func Missing(want, have Members) Members {
	all := Members{}

	for name, v := range want {
		there, ok := have[name]

		if nested, is := v.(Members); is {
			object, _ := there.(Members)
			if below := Missing(nested, object); len(below) > 0 {
				all[name] = below
			}
		} else if !ok {
			all[name] = v
		}
	}

	return all
}

// Overlay returns the members of both; where both have one, that of over.
func Overlay(under, over Members) Members {
	all := maps.Clone(under)
	if all == nil {
		all = Members{}
	}

	for name, v := range over {
		nested, is := v.(Members)
		below, both := all[name].(Members)

		if is && both {
			all[name] = Overlay(below, nested)
		} else {
			all[name] = v
		}
	}

	return all
}

// Paths are the names of an object's members, those of nested objects with a dot, sorted.
func Paths(m Members) []string {
	var all []string

	for name, v := range m {
		if nested, ok := v.(Members); ok {
			for _, below := range Paths(nested) {
				all = append(all, name+"."+below)
			}
		} else {
			all = append(all, name)
		}
	}

	slices.Sort(all)

	return all
}

// drop is an object without the member at a path.
func drop(m Members, path []string) Members {
	all := maps.Clone(m)

	below, nested := all[path[0]].(Members)

	switch {
	case len(path) == 1:
		delete(all, path[0])
	case nested:
		all[path[0]] = drop(below, path[1:])
	}

	return all
}

// lost are the neighbours of what was sent, within the same nested objects, that are not
// what they were.
func lost(sent, before, after Members) []string {
	var all []string

	for name, v := range sent {
		nested, ok := v.(Members)
		if !ok {
			continue
		}

		was, _ := before[name].(Members)
		is, _ := after[name].(Members)

		for neighbour, old := range was {
			if _, ours := nested[neighbour]; !ours && !reflect.DeepEqual(old, is[neighbour]) {
				all = append(all, name+"."+neighbour)
			}
		}

		for _, below := range lost(nested, was, is) {
			all = append(all, name+"."+below)
		}
	}

	slices.Sort(all)

	return all
}
