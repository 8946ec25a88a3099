// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package kit

import (
	"context"
	"regexp"
	"slices"
	"strings"
)

// Found is an object that exists, as a listing tells of it.
type Found struct {
	// Keys are the values of the object's own keys; those of its place come with the place.
	Keys map[string]string

	// Name is what people call it.
	Name string

	// Facts are what the filters of [Finder] look at, by filter. An object that lacks one
	// is not found by that filter.
	Facts map[string][]string
}

// Finder finds the objects of a type that exist, which makes the type a list resource.
type Finder[C any] struct {
	// Filters describe, by name, the attributes of a list block that choose among the
	// objects, besides name and those of the scope. Each is a list of patterns.
	Filters map[string]string

	// Find returns all objects of a place, or those that are asked for where that saves calls.
	// It need not read what the resource's Read finds by the keys. An error that matches
	// [rest.ErrNotFound] says that the place is not there.
	Find func(ctx context.Context, c C, asked Asked) ([]Found, error)
}

// Place is where objects live, as a scope knows it.
type Place struct {
	Keys map[string]string // the values of the scope's keys
	Name string            // what people call it; "" where there is only one
}

// nameFilter is the filter that every list block has.
const nameFilter = "name"

// Asked are the patterns of a list block by filter.
type Asked map[string]patterns

// Wants tells whether an object with that value may pass a filter. Every value does where
// the filter is not given.
func (a Asked) Wants(filter, value string) bool {
	return a[filter] == nil || a[filter].match(value)
}

// wants tells whether an object passes all filters.
func (a Asked) wants(f Found) bool {
	for filter, all := range a {
		values := f.Facts[filter]
		if filter == nameFilter {
			values = []string{f.Name}
		}

		if !slices.ContainsFunc(values, all.match) {
			return false
		}
	}

	return true
}

// patterns are globs: * stands for any characters, ? for one. Letter case does not matter.
type patterns []*regexp.Regexp

func newPatterns(globs []string) patterns {
	all := make(patterns, 0, len(globs))

	for _, glob := range globs {
		text := strings.NewReplacer(`\*`, `.*`, `\?`, `.`).Replace(regexp.QuoteMeta(glob))
		all = append(all, regexp.MustCompile(`(?is)^`+text+`$`))
	}

	return all
}

func (p patterns) match(value string) bool {
	return slices.ContainsFunc(p, func(r *regexp.Regexp) bool { return r.MatchString(value) })
}
