// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package nexportsim

import (
	"net/http"
	"slices"
	"strings"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// AddEntry stores an organization or a group as if somebody had made it in the console.
func (w *World) AddEntry(d sim.Doc) string {
	id := Text(d, "id")
	if id == "" {
		id = w.IDs.UUID()
	}

	d = sim.ToDoc(d)
	d["id"] = id
	w.Store.Docs(Directory, "").Put(id, d)

	return id
}

// Entry is an organization or a group of the directory.
func (c *Call) Entry(id, kind string) (sim.Doc, bool) {
	d, ok := c.Docs(Directory, "").Get(id)

	return d, ok && (kind == "" || Text(d, "type") == kind)
}

// Below tells whether an entry is another one, or is below it.
func (c *Call) Below(id, base string) bool {
	for seen := 0; id != "" && seen < 100; seen++ {
		if id == base {
			return true
		}

		d, _ := c.Docs(Directory, "").Get(id)
		id = Text(d, "parent_id")
	}

	return false
}

// OrganizationOf is the id of the organization that a group belongs to.
func (c *Call) OrganizationOf(id string) string {
	for {
		d, ok := c.Docs(Directory, "").Get(id)

		switch {
		case !ok:
			return ""
		case Text(d, "type") == Organization:
			return id
		}

		id = Text(d, "parent_id")
	}
}

// Sorted orders documents by members, letters of either case alike [V: "in alphabetical order"].
func Sorted(all []sim.Doc, by ...string) []sim.Doc {
	slices.SortStableFunc(all, func(a, b sim.Doc) int {
		for _, name := range by {
			if n := strings.Compare(strings.ToLower(Text(a, name)), strings.ToLower(Text(b, name))); n != 0 {
				return n
			}
		}

		return 0
	})

	return all
}

// Matches tells whether a text is part of another, whatever the case of letters [V: "partial match"].
func Matches(text, part string) bool {
	return strings.Contains(strings.ToLower(text), strings.ToLower(part))
}

// User finds a user by id or login, which must not both be there [V].
func (c *Call) User(byID, byLogin string) (sim.Doc, *sim.Response) {
	id, login := Text(c.In, byID), Text(c.In, byLogin)

	if (id == "") == (login == "") {
		return nil, new(c.Refuse(http.StatusUnprocessableEntity, "Use either "+byID+" or "+byLogin+"."))
	}

	u, ok := c.Docs(Users, "").Find(func(u sim.Doc) bool {
		return Text(u, "user_id") == id || login != "" && strings.EqualFold(Text(u, "login"), login)
	})
	if !ok {
		return nil, new(c.NotFound("Entity not found"))
	}

	return u, nil
}
