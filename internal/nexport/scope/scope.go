// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package scope joins the Terraform kernel with NexPort's client: where objects live, what
// their ids look like, what cannot be changed, and what to do about errors.
package scope

import (
	"context"
	"errors"
	"fmt"
	"regexp"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nexport"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

// Experimental opens the description of every object.
const Experimental = "**Experimental:** most JSON names of this API are not public, so that what is here was never run against the real service; " +
	"`field_names` and `operations` of the provider put a wrong name right. "

// Site is the scope of all objects: the NexPort Campus that the provider speaks to.
var Site = kit.Sole[*nexport.Client]{Hint: hint}

// ID is the form of ids.
var ID = kit.Form{
	Pattern: regexp.MustCompile(`^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$`), Words: "a UUID", Example: "5f0c8a1e-3d2b-4c6a-9e7f-0123456789ab",
}

// Key is a key that is an id.
func Key(name string) kit.Key { return kit.Key{Name: name, Form: ID} }

// ValidID accepts ids.
func ValidID() validator.String { return ID.Valid() }

// Served is a text of the service, as it was written where letters of either case mean the
// same, which they do in ids.
func Served(text nexport.Text, written types.String) types.String {
	if strings.EqualFold(text.String(), written.ValueString()) && !written.IsUnknown() {
		return written // null where the service says nothing
	}

	return types.StringValue(text.String())
}

// Shown is a text of the service, null where there is none.
func Shown(text nexport.Text) types.String {
	if text == "" {
		return types.StringNull()
	}

	return types.StringValue(text.String())
}

// Fixed refuses a plan that changes what only a new object could have, while unique stays:
// the API deletes nothing, so the old object keeps it. noun is what the object is.
func Fixed(ctx context.Context, req resource.ModifyPlanRequest, resp *resource.ModifyPlanResponse, noun, unique string, fixed ...string) {
	if req.State.Raw.IsNull() || req.Plan.Raw.IsNull() || resp.Diagnostics.HasError() {
		return
	}

	var before, after types.String

	resp.Diagnostics.Append(req.State.GetAttribute(ctx, path.Root(unique), &before)...)
	resp.Diagnostics.Append(resp.Plan.GetAttribute(ctx, path.Root(unique), &after)...)

	if !before.Equal(after) {
		return
	}

	for _, name := range fixed {
		resp.Diagnostics.Append(req.State.GetAttribute(ctx, path.Root(name), &before)...)
		resp.Diagnostics.Append(resp.Plan.GetAttribute(ctx, path.Root(name), &after)...)

		// What an import could not read is taken from the configuration.
		if before.Equal(after) || before.IsNull() {
			continue
		}

		resp.Diagnostics.AddAttributeError(path.Root(name), "NexPort Cannot Change This", fmt.Sprintf(
			"The API cannot change %s of a %s, nor delete the %s: a new one would need another %s, which is still taken by the old one. "+
				"Change it in NexPort's console and here, or give a new %s as well, which leaves the old %s in NexPort.",
			name, noun, noun, unique, unique, noun))
	}
}

// hint says what to do about an error, from what it means.
func hint(_ context.Context, _ *nexport.Client, err error) string {
	switch {
	case nexport.IsLogin(err):
		return "Nobody is logged in: check NEXPORT_USERNAME and NEXPORT_PASSWORD. NexPort refuses system operators and the customer service role. " +
			"A login that was refused is not tried again in this run, so that it does not lock the account."
	case errors.Is(err, rest.ErrUnauthorized):
		return "The token was not accepted, although it was renewed. Try again; if it stays so, the user may not use the API."
	case errors.Is(err, rest.ErrForbidden):
		return "The user is logged in but may not do this: give the user's role the permission in the organization or one above it. NexPort's " +
			"documentation names it for each operation, such as Create Users or Add Subscriptions."
	case errors.Is(err, rest.ErrGarbled):
		return "The names that the provider expects are not verified; field_names and operations in the provider block put a wrong one right. Errors show " +
			"the names of members, never what these hold."
	case notAllowed(err):
		return "The site does not know this path: its name is our guess. Look the operation up in the API explorer (/api/ui/index) and name it in " +
			"operations of the provider block, such as operations = { CreateSubscription = \"POST <its name>\" }."
	case errors.Is(err, rest.ErrThrottled):
		return "Nothing is half-written: apply again to go on, with a lower requests_per_second if this happens often."
	case errors.As(err, new(*collections.UnclearError)), errors.Is(err, rest.ErrUnclear):
		return "Nobody knows whether it happened: look in NexPort before you apply again."
	}

	return ""
}

// notAllowed tells of a path or a method that the site does not know.
func notAllowed(err error) bool {
	var e *rest.Error

	return errors.As(err, &e) && !errors.Is(err, rest.ErrNotFound) && (e.Status == 404 || e.Status == 405)
}
