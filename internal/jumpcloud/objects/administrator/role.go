// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package administrator

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/attr"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nearest"
)

// builtIn are the roles that every provider has (evidence: people 1.5), for credentials that
// may not list roles.
var builtIn = []string{
	billing, "Administrator", "Manager", "Command Runner With Billing", "Command Runner", "Help Desk", "Billing Only", "Read Only",
}

// planRole makes the name and the id of a role that is known now say the same.
func planRole(ctx context.Context, p *jumpcloud.Portal, config, prior, plan *model) error {
	if config.Role.IsUnknown() || config.RoleID.IsUnknown() {
		return nil
	}

	coming := p.Client().ComingTo("roles")

	if prior != nil && agrees(config.Role, prior.Role) && agrees(config.RoleID, prior.RoleID) {
		plan.Role, plan.RoleID = prior.Role, prior.RoleID

		// This plan renames the role.
		if name, ok := coming.NameOf(prior.RoleID.ValueString()); ok && config.Role.IsNull() {
			plan.Role = types.StringValue(name)
		}

		return nil
	}

	all, err := roles(ctx, p, false)
	if err != nil {
		if config.RoleID.IsNull() && slices.Contains(builtIn, config.Role.ValueString()) {
			return nil // which needs no list
		}

		return err
	}

	found, err := chooseRole(config, all, coming)
	if errors.Is(err, errNoRole) {
		if all, err = roles(ctx, p, true); err != nil {
			return err
		}

		found, err = chooseRole(config, all, coming)
	}

	if err != nil {
		return err
	}

	plan.Role, plan.RoleID = types.StringValue(found.Name), types.StringValue(found.ID)
	if found.ID == "" {
		plan.RoleID = types.StringUnknown()
	}

	return nil
}

// agrees tells whether a configuration says nothing else than what is there.
func agrees(config, prior attr.Value) bool { return config.IsNull() || config.Equal(prior) }

// errNoRole is matched by the error of a role that no listing has.
var errNoRole = errors.New("no such role")

// chooseRole finds the role that a configuration means by name, id or both.
func chooseRole(config *model, all []role, coming *collections.Coming) (role, error) {
	name, id := config.Role.ValueString(), config.RoleID.ValueString()

	var (
		found role
		err   error
	)

	if id != "" {
		if found, err = roleByID(id, all); err != nil {
			return found, &kit.AttributeError{Path: path.Root("role_id"), Err: err}
		}

		if renamed, ok := coming.NameOf(id); ok {
			found.Name = renamed
		}
	}

	switch {
	case name == "" || name == found.Name:
		return found, nil
	case id != "":
		return found, &kit.AttributeError{Path: path.Root("role"), Err: fmt.Errorf(
			"role is %q, and role_id %s is %q: both must mean one role, so change or remove one of them", name, id, found.Name)}
	}

	if id, ok := coming.Find(name); ok {
		return role{ID: id, Name: name, Custom: true}, nil
	}

	if found, err = roleByName(name, all); err != nil {
		err = &kit.AttributeError{Path: path.Root("role"), Err: err}
	}

	return found, err
}

func roleByID(id string, all []role) (role, error) {
	i := slices.IndexFunc(all, func(r role) bool { return r.ID == id })
	if i < 0 {
		return role{}, unknownRole(id, all)
	}

	return all[i], nil
}

// roleByName finds a role by name. Its error lists what there is, custom roles apart.
func roleByName(name string, all []role) (role, error) {
	found := slices.DeleteFunc(slices.Clone(all), func(r role) bool { return r.Name != name })

	switch len(found) {
	case 1:
		return found[0], nil
	case 0:
	default:
		return role{}, fmt.Errorf("%d roles are named %q: give role_id instead, one of %s and %s", len(found), name, found[0].ID, found[1].ID)
	}

	if other, err := roleByID(name, all); err == nil {
		return role{}, fmt.Errorf("%q is the id of the role %q: give it as role_id", name, other.Name)
	}

	return role{}, unknownRole(name, all)
}

// unknownRoleError is a text that matches [errNoRole].
type unknownRoleError struct{ error }

func (unknownRoleError) Unwrap() error { return errNoRole }

func unknownRole(want string, all []role) error {
	var names, own, everyone []string

	for _, r := range all {
		everyone = append(everyone, r.Name)

		if r.Custom {
			own = append(own, fmt.Sprintf("%q", r.Name))
		} else {
			names = append(names, r.Name)
		}
	}

	text := fmt.Sprintf("%q is not a role", want)
	if best, ok := nearest.Match(want, everyone); ok {
		text += fmt.Sprintf("; did you mean %q?", best)
	}

	text += "\n\nRoles: " + strings.Join(names, ", ")
	if len(own) > 0 {
		text += ", and custom roles: " + strings.Join(own, ", ")
	}

	return unknownRoleError{fmt.Errorf("%s. One that this configuration makes is given as role_id = jumpcloud_role.<name>.id", text)}
}
