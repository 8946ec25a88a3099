// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package kit

import (
	"slices"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nearest"
)

// claim is the name that a plan gives an object.
type claim struct {
	place string // its type, where it is, and the attribute
	name  string
	was   string // what it has so far; "" of one that is new
	owner string // the object's id; "" of one that is new
	stays bool   // nothing changes
}

// contested is what stands against a claim.
type contested struct {
	same  bool   // another object's plan gives it the name
	alike string // what another's gives that looks the same
	keeps string // why the object, which is replaced, has the name still
	left  holder // who has it still although a plan destroys it
	round bool   // each gets the name of the next, and the last that of the first
}

// holder is an object, and why it has its name still once it is destroyed; "" where it has not.
type holder struct{ place, name, id, why string }

// claims are those of one place. They are found by what is asked for: a plan of thousands of
// objects has as many claims.
type claims struct {
	all     []*claim
	byName  map[string][]*claim
	byWas   map[string]*claim
	byOwner map[string]*claim
	kept    map[string]holder // by id, of what is in state
	left    map[string]holder // by name, of what is destroyed and keeps it
}

// at returns the claims of a place; the lock is held.
func (r *Run) at(place string) *claims {
	c, ok := r.named[place]
	if !ok {
		c = &claims{
			byName: map[string][]*claim{}, byWas: map[string]*claim{}, byOwner: map[string]*claim{},
			kept: map[string]holder{}, left: map[string]holder{},
		}
		r.named[place] = c
	}

	return c
}

// claim notes the names that one plan gives, and tells what stands against each. A plan beside it
// comes before all of them or after all: what two plans have against each other, the later is told.
func (r *Run) claim(all []claim) []contested {
	r.mu.Lock()
	defer r.mu.Unlock()

	against := make([]contested, len(all))

	for i, c := range all {
		here := r.at(c.place)
		same, alike := here.take(c)
		against[i] = contested{same, alike, here.keeps(c), here.left[c.name], here.round(c.owner)}
	}

	return against
}

// take notes a claim, and tells whether another is for the same name, or for one that looks the
// same. Twins that both stay as they are are nothing new.
func (c *claims) take(next claim) (same bool, alike string) {
	for _, other := range c.byName[next.name] {
		if (next.owner == "" || other.owner != next.owner) && other.name == next.name && (!next.stays || !other.stays) {
			return true, ""
		}
	}

	if !next.stays {
		for _, other := range c.all {
			if (next.owner == "" || other.owner != next.owner) && other.name != next.name && nearest.SameToTheEye(other.name, next.name) {
				alike = other.name
			}
		}
	}

	c.add(next)

	return false, alike
}

// add notes a claim. The plan of a replacement comes once with the object and once without,
// and is one claim.
func (c *claims) add(next claim) {
	if before := c.byOwner[next.owner]; before != nil {
		if next.was == "" {
			next.was = before.was
		}

		*before = next
		c.byName[next.name] = append(c.byName[next.name], before)

		return
	}

	c.all = append(c.all, &next)
	c.byName[next.name] = append(c.byName[next.name], &next)

	if next.owner != "" {
		c.byOwner[next.owner] = &next
	}

	if next.was != "" {
		c.byWas[next.was] = &next
	}
}

// givesUp tells whether a plan was seen that gives an object another name.
func (r *Run) givesUp(place, id, name string) bool {
	r.mu.Lock()
	defer r.mu.Unlock()

	c := r.at(place).byOwner[id]

	return c != nil && c.name != name
}

// round tells whether each of some objects gets the name of the next, and the last that of the
// first, which is the one with the id.
func (c *claims) round(id string) bool {
	first := c.byOwner[id]
	if id == "" || first == nil || first.name == first.was {
		return false
	}

	for at, n := first, 0; n <= len(c.all); n++ {
		if at = c.byWas[at.name]; at == nil || at.name == at.was {
			return false
		}

		if at == first {
			return true
		}
	}

	return false
}

// keep notes an object in state that may be replaced.
func (r *Run) keep(h holder) {
	r.mu.Lock()
	defer r.mu.Unlock()

	r.at(h.place).kept[h.id] = h
}

// keeps tells why an object that is replaced has the name still; "" where it has not.
func (c *claims) keeps(of claim) string {
	if h := c.kept[of.owner]; of.owner != "" && h.name == of.name {
		return h.why
	}

	return ""
}

// leave notes an object that is destroyed, by each of its names, and tells of each whether a plan
// gives it to another although the object keeps it, or has the object itself at another address.
// As with [Run.claim], a plan beside it comes before all of them or after all.
func (r *Run) leave(all []holder) (wanted []bool) {
	r.mu.Lock()
	defer r.mu.Unlock()

	wanted = make([]bool, len(all))

	for i, h := range all {
		if h.why == "" {
			continue
		}

		here := r.at(h.place)
		here.left[h.name] = h
		wanted[i] = here.byOwner[h.id] != nil || slices.ContainsFunc(here.byName[h.name], func(c *claim) bool {
			return c.name == h.name && c.owner != h.id && !c.stays
		})
	}

	return wanted
}
