// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package kit

import "github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nearest"

// claim is the name that a plan gives an object.
type claim struct {
	name  string
	was   string // what it has so far; "" of one that is new
	owner string // the object's id; "" of one that is new
	stays bool   // nothing changes
}

// holder is an object, and why it has its name still once it is destroyed.
type holder struct{ name, id, why string }

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

// claim notes whose plan gives a name in a place, and tells whether another's does already,
// or gives one that looks the same. Twins that both stay as they are are nothing new.
func (r *Run) claim(place string, c claim) (same bool, alike string) {
	r.mu.Lock()
	defer r.mu.Unlock()

	here := r.at(place)

	for _, other := range here.byName[c.name] {
		if (c.owner == "" || other.owner != c.owner) && other.name == c.name && (!c.stays || !other.stays) {
			return true, ""
		}
	}

	if !c.stays {
		for _, other := range here.all {
			if (c.owner == "" || other.owner != c.owner) && other.name != c.name && nearest.SameToTheEye(other.name, c.name) {
				alike = other.name
			}
		}
	}

	here.add(c)

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
func (r *Run) round(place, id string) bool {
	r.mu.Lock()
	defer r.mu.Unlock()

	here := r.at(place)

	first := here.byOwner[id]
	if id == "" || first == nil || first.name == first.was {
		return false
	}

	for c, n := first, 0; n <= len(here.all); n++ {
		if c = here.byWas[c.name]; c == nil || c.name == c.was {
			return false
		}

		if c == first {
			return true
		}
	}

	return false
}

// keep notes why an object in state has its name still once it is destroyed.
func (r *Run) keep(place, id, name, why string) {
	r.mu.Lock()
	defer r.mu.Unlock()

	r.at(place).kept[id] = holder{name, id, why}
}

// keeps tells why an object that is replaced has that name still; "" where it has not.
func (r *Run) keeps(place, id, name string) string {
	r.mu.Lock()
	defer r.mu.Unlock()

	if h := r.at(place).kept[id]; id != "" && h.name == name {
		return h.why
	}

	return ""
}

// leave notes that an object is destroyed, and tells whether a plan gives its name to another
// although it keeps that, or has the object itself at another address: why is "" where it does not.
func (r *Run) leave(place, name, id, why string) (wanted bool) {
	if why == "" {
		return false
	}

	r.mu.Lock()
	defer r.mu.Unlock()

	here := r.at(place)
	here.left[name] = holder{name, id, why}

	for _, c := range here.byName[name] {
		wanted = wanted || c.name == name && c.owner != id && !c.stays
	}

	return wanted || here.byOwner[id] != nil
}

// left returns who has a name, and why, although a plan destroys it.
func (r *Run) left(place, name string) (leaver, why string) {
	r.mu.Lock()
	defer r.mu.Unlock()

	h := r.at(place).left[name]

	return h.id, h.why
}
