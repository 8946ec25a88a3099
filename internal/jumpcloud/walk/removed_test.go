// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package walk_test

import (
	"fmt"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/jumpcloudsim"
)

// lived is a world in which the whole configuration of a row was made.
func (w *world) lived(name string, r row) (acctest.Config, bool) {
	config := only(name+".this", w.configured(name, r))

	return config, len(w.Apply(config).Errors()) == 0 // TestRowsAreValid tells why not
}

// What somebody deleted in the console is planned anew, is no trouble in a plan to destroy
// it, and leaves state in a refresh.
func TestRemovedOutside_Deleted(t *testing.T) {
	t.Parallel()
	each(t, func(_ *testing.T, w *world, name string, r row) {
		if r.life == adopted {
			return
		}

		config, ok := w.lived(name, r)
		if !ok {
			return
		}

		w.delete(name)
		w.check("deleted/"+name, w.gone(name+".this", config)...)
	})
}

// delete is what somebody does in the console; a tenant is deleted by the vendor's support.
func (w *world) delete(name string) {
	address := name + ".this"

	if name == "jumpcloud_organization" {
		id, _ := w.State(address)["id"].(string)
		w.sim.Remove(jumpcloudsim.Organizations, w.provider, id)

		return
	}

	if d := w.Elsewhere().Destroy().Errors(); len(d) > 0 {
		w.bugs = append(w.bugs, fmt.Sprintf("deleting %s: %s", address, d))
	}
}

func (w *world) gone(address string, config acctest.Config) []string {
	var found []string

	// A departed tenant stays until it is configured no more, and is never made again
	// without a word.
	if address == "jumpcloud_organization.this" {
		if p := w.Plan(config); len(p.Diags.Errors()) == 0 {
			found = append(found, fmt.Sprintf("a departed tenant would be made again: %v", p.Actions()))
		}

		w.sim.Log().Reset()

		if d := w.Destroy().Errors(); len(d) > 0 || w.State(address) != nil || len(w.sim.Log().Writes()) > 0 {
			found = append(found, fmt.Sprintf("let go: %v, state %v: %s", w.sim.Log().Writes(), w.State(address), d))
		}

		return found
	}

	if p := w.Plan(acctest.Config{}); len(p.Diags.Errors()) > 0 || len(p.Actions()) > 0 {
		found = append(found, fmt.Sprintf("to be destroyed: %v %s", p.Actions(), p.Diags.Errors()))
	}

	p := w.Plan(config)
	if len(p.Diags.Errors()) > 0 || p.Actions()[address] != acctest.Create {
		return append(found, fmt.Sprintf("still configured: %v %s", p.Actions(), p.Diags.Errors()))
	}

	if d := p.Apply().Errors(); len(d) > 0 {
		return append(found, "made again: "+d.String())
	}

	return append(found, w.unsettled(config)...)
}

// When support deleted the organization, its objects leave state with one warning, for a
// credential that sees all organizations of the provider knows that they are gone.
func TestRemovedOutside_OrganizationGone(t *testing.T) {
	t.Parallel()
	each(t, func(_ *testing.T, w *world, name string, r row) {
		config, ok := w.lived(name, r)
		if !ok || config[name+".this"]["organization_id"] == nil {
			return
		}

		w.removeOrganization()

		p := w.Plan(acctest.Config{})

		var found []string
		if d := p.Diags.Errors(); len(d) > 0 || len(p.Actions()) > 0 && r.tenant() {
			found = append(found, fmt.Sprintf("%v %s", p.Actions(), d))
		} else if d := p.Apply().Errors(); len(d) > 0 {
			found = append(found, d.String())
		}

		w.check("organization-gone/"+name, found...)
	})
}

// Where nobody looked before, a destroy finds that the organization is gone.
func TestRemovedOutside_OrganizationGoneUnseen(t *testing.T) {
	t.Parallel()
	each(t, func(_ *testing.T, w *world, name string, r row) {
		config, ok := w.lived(name, r)
		if !ok || config[name+".this"]["organization_id"] == nil {
			return
		}

		w.removeOrganization()

		var found []string
		if d := w.PlanWithoutRefresh(acctest.Config{}).Apply().Errors(); len(d) > 0 || len(w.Addresses()) > 0 {
			found = append(found, fmt.Sprintf("in state %v: %s", w.Addresses(), d))
		}

		w.check("organization-gone-unseen/"+name, found...)
	})
}

// What cannot be seen any more is not gone: it stays in state, and nothing is made anew.
func TestRemovedOutside_AccessLost(t *testing.T) {
	t.Parallel()
	each(t, func(_ *testing.T, w *world, name string, r row) {
		config, ok := w.lived(name, r)
		if !ok || config[name+".this"]["organization_id"] == nil {
			return
		}

		w.loseAccess()

		p := w.Plan(config)

		// What belongs to the provider may still be seen.
		var found []string
		if len(p.Diags.Errors()) == 0 && (r.tenant() || len(p.Actions()) > 0) {
			found = append(found, fmt.Sprintf("no error: %v", p.Actions()))
		}

		if d := w.Refresh(); w.State(name+".this") == nil {
			found = append(found, fmt.Sprintf("left state: %s", d))
		}

		w.check("access-lost/"+name, found...)
	})
}
