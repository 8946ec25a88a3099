// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package policy

import (
	"context"
	"fmt"
	"net/http"
	"strings"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nearest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

// templateError is a template that an organization lacks.
type templateError struct {
	answer    *rest.Error
	elsewhere bool // another organization has it
}

// Error returns the error's words.
func (e *templateError) Error() string { return e.answer.Error() }

// Unwrap gives the error beneath.
func (e *templateError) Unwrap() error { return e.answer }

const aboutMDM = " Templates that need MDM usually appear in an organization once that MDM is enabled there."

// missingTemplate says which organizations have the template, else which names are near,
// and which template appears only with a feature: those for MDM are absent from tenants
// without it.
func missingTemplate(ctx context.Context, t *jumpcloud.Tenant, name string) error {
	path := t.V2("policytemplates").Path()

	if have := organizationsWith(ctx, t, name); len(have) > 0 {
		text := fmt.Sprintf("This organization lacks the policy template: %q exists in %s.", name, strings.Join(have, ", "))

		return &templateError{rest.NotFound(http.MethodGet, path, text+aboutMDM), true}
	}

	all, err := collections.All(ctx, templateListing(t))
	if err != nil {
		return err
	}

	names := make([]string, 0, len(all))
	for _, p := range all {
		names = append(names, p.Name)
	}

	text := nearest.Unknown("policy template of this organization", name, names)
	if forMDM(name) {
		text += aboutMDM
	}

	return &templateError{rest.NotFound(http.MethodGet, path, text), false}
}

// organizationsWith names a few other organizations that have a template. What cannot be
// read is passed over: the answer only helps a person.
func organizationsWith(ctx context.Context, t *jumpcloud.Tenant, name string) []string {
	const enough = 3

	all, err := t.Client().Portal().Organizations(ctx)
	if err != nil {
		return nil
	}

	var have []string

	for _, o := range all[:min(mostLooked, len(all))] {
		if o.ID == t.ID() || t.Client().Allow(o.ID) != nil || len(have) == enough {
			continue
		}

		found, err := namedTemplates(ctx, t.Client().Tenant(o.ID), name)
		if err == nil && len(found) > 0 {
			have = append(have, tenancy.Name(ctx, t.Client(), o.ID, nil))
		}
	}

	return have
}

// forMDM guesses from a template's name whether it needs MDM, which the catalogue of an
// organization without MDM cannot tell.
func forMDM(name string) bool {
	return strings.Contains(name, "_mdm_") || strings.HasSuffix(name, "_ios") || strings.HasSuffix(name, "_tvos") ||
		strings.HasSuffix(name, "_android") || strings.HasSuffix(name, "_ddm")
}
