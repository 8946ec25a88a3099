// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package collections

import (
	"context"
	"encoding/json"
	"net/http"
	"reflect"
	"time"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

// A program has lists of many types, and objects. All that reads them does not have the type:
// so it is there once, and not again in each package that uses it.

// list is a [Listing] with elements whose type only it knows.
type list struct {
	Route  Route
	Sort   string
	Whole  bool
	ID     func(item any) string
	Single func(ctx context.Context, id string) (any, error)

	element reflect.Type
}

func untyped[T any](l Listing[T]) list {
	u := list{Route: l.Route, Sort: l.Sort, Whole: l.Whole, element: reflect.TypeFor[T]()}

	if l.ID != nil {
		u.ID = func(item any) string { return l.ID(typed[T](item)) }
	}

	if l.Single != nil {
		u.Single = func(ctx context.Context, id string) (any, error) { return l.Single(ctx, id) }
	}

	return u
}

// size is how many elements a page is asked for.
func (l list) size() int { return l.Route.client.config.Dialect.PageSize }

// decode decodes an array of elements, any of which may be null.
func (l list) decode(array []byte) ([]*any, error) {
	rows := reflect.New(reflect.SliceOf(reflect.PointerTo(l.element)))
	if err := json.Unmarshal(array, rows.Interface()); err != nil || rows.Elem().IsNil() {
		return nil, err
	}

	all := make([]*any, rows.Elem().Len())

	for i := range all {
		if row := rows.Elem().Index(i); !row.IsNil() {
			all[i] = new(row.Elem().Interface())
		}
	}

	return all, nil
}

// unsound is the error of a list that proves nothing although it was read again.
func (l list) unsound(doubt string) error {
	return rest.Garbled(http.MethodGet, l.Route.Path(), http.StatusOK, "",
		"the list cannot be relied on, although it was read twice: "+doubt+
			"; nothing is concluded from it. Somebody may be changing it just now: try again")
}

// creation is a [Creation] of an element whose type only it knows.
type creation struct {
	List   list
	At     *Route
	Body   any
	Name   string
	NameOf func(listed any) string

	AllowTwin, Alone, Before bool

	Born func(listed any) (at time.Time, known bool)
	Same func(ctx context.Context, listed any) (bool, error)
}

func untypedCreation[T any](c Creation[T]) creation {
	u := creation{
		List: untyped(c.List), At: c.At, Body: c.Body, Name: c.Name, AllowTwin: c.AllowTwin, Alone: c.Alone, Before: c.Before,
		Same: func(ctx context.Context, listed any) (bool, error) { return c.Same(ctx, typed[T](listed)) },
	}

	if c.NameOf != nil {
		u.NameOf = func(listed any) string { return c.NameOf(typed[T](listed)) }
	}

	if c.Born != nil {
		u.Born = func(listed any) (time.Time, bool) { return c.Born(typed[T](listed)) }
	}

	return u
}

// typed is an element, or the zero value where there is none.
func typed[T any](item any) T {
	t, _ := item.(T)

	return t
}

func typedAll[T any](items []any, err error) ([]T, error) {
	if err != nil {
		return nil, err
	}

	all := make([]T, 0, len(items))
	for _, item := range items {
		all = append(all, typed[T](item))
	}

	return all, nil
}

// answer sends a call and returns what it answers, decoded as that type.
func (r Route) answer(ctx context.Context, method string, body any, as reflect.Type) (any, error) {
	v := reflect.New(as)
	err := r.into(ctx, method, body, v.Interface())

	return v.Elem().Interface(), err
}
