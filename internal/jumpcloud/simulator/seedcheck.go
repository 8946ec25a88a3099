// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package simulator

import (
	"fmt"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// check refuses a world in which one thing would hide another.
func (s Seed) check() error {
	ids, keys := map[string]string{}, map[string]string{}

	unique := func(seen map[string]string, path, value string) error {
		if value == "" {
			return nil
		}

		if other, ok := seen[value]; ok {
			return s.fail(path, fmt.Sprintf("%s has it already: %q", other, value))
		}

		seen[value] = path

		return nil
	}

	id := func(path, value string) error {
		if value != "" && !sim.IsObjectID(value) {
			return s.fail(path, fmt.Sprintf("%q is not an id of 24 hexadecimal digits; without one an id is assigned", value))
		}

		return unique(ids, path, value)
	}

	for i, p := range s.Providers {
		if err := id(fmt.Sprintf("providers[%d].id", i), p.ID); err != nil {
			return err
		}

		for j, o := range p.Organizations {
			if err := id(fmt.Sprintf("providers[%d].organizations[%d].id", i, j), o.ID); err != nil {
				return err
			}
		}
	}

	for i, k := range s.Keys {
		if err := unique(keys, fmt.Sprintf("keys[%d].key", i), k.Key); err != nil {
			return err
		}
	}

	return nil
}

// Warnings are what a seed can mean, and probably does not.
func (s Seed) Warnings() []string {
	var all []string

	if len(s.Keys)+len(s.ServiceAccounts) == 0 {
		all = append(all, "the world has no keys and no service accounts: nobody can use it")
	}

	roles := map[string]bool{}
	for i, k := range s.Keys {
		if roles[k.Role] {
			all = append(all, s.fail(fmt.Sprintf("keys[%d].role", i), fmt.Sprintf("a second key has the role %q; api_keys shows one of them", k.Role)).Error())
		}

		roles[k.Role] = true
	}

	for i, p := range s.Providers {
		names := map[string]bool{}

		for j, o := range p.Organizations {
			if names[o.Name] {
				all = append(all, s.fail(fmt.Sprintf("providers[%d].organizations[%d].name", i, j),
					fmt.Sprintf("a second organization is named %q; where a key names it, the first is meant", o.Name)).Error())
			}

			names[o.Name] = true
		}
	}

	return all
}

// fail words an error of a member, with its place where the seed came from a file. An
// assigned member that the file lacks is at its object's place.
func (s Seed) fail(path, problem string) error { return s.at.Fail(path, problem) }

func (s Seed) providers() []string {
	var all []string
	for _, p := range s.Providers {
		all = append(all, p.Name)
	}

	return all
}

func (s Seed) organizations() []string {
	var all []string

	for _, p := range s.Providers {
		for _, o := range p.Organizations {
			all = append(all, o.Name)
		}
	}

	return all
}
