// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package scope joins the Terraform kernel with Zammad's client: where objects live, what
// their ids look like, when they are the same, what notes mean, and what to do about errors.
package scope

import (
	"context"
	"errors"
	"fmt"
	"regexp"

	"github.com/hashicorp/terraform-plugin-framework/schema/validator"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/zammad"
)

// Instance is the scope of all objects: the Zammad that the provider speaks to.
var Instance = kit.Sole[*zammad.Client]{Hint: hint}

// Number is the form of ids.
var Number = kit.Form{Pattern: regexp.MustCompile(`^[1-9][0-9]*$`), Words: "a whole number of at least 1", Example: "12"}

// Keys is the key of every object.
var Keys = []kit.Key{{Name: "id", Form: Number}}

// ValidID accepts ids of [Number]'s form.
func ValidID() validator.String {
	return Number.Valid()
}

// hint says what to do about an error, from what it means.
func hint(_ context.Context, _ *zammad.Client, err error) string {
	switch {
	case errors.Is(err, rest.ErrUnauthorized):
		return "The credential was not accepted: check ZAMMAD_TOKEN (or ZAMMAD_USERNAME and ZAMMAD_PASSWORD), that the token has not expired, " +
			"and that token access, or password login, is on under Settings, System, API."
	case errors.Is(err, rest.ErrForbidden):
		return "The credential is known but may not do this. Organizations need the permission admin.organization, ticket priorities admin.object " +
			"(or what the installation's version calls it): the token must have it, and its user a role that has it."
	case errors.Is(err, rest.ErrThrottled):
		return "Nothing is half-written: apply again to go on, with a lower requests_per_second if this happens often."
	case errors.As(err, new(*collections.UnclearError)):
		return "Look in Zammad before you apply again: a second object would be made if this one exists."
	}

	return ""
}

// NotTaken warns of what the service did not take of an object that was just made. An error
// would have Terraform replace it, with each apply again; the next plan shows the difference.
func NotTaken(ctx context.Context, name string, untaken error) {
	if untaken != nil {
		// Terraform shows one of several warnings of the same summary.
		kit.Warn(ctx, fmt.Sprintf("Not Taken by Zammad: %q", name), untaken.Error()+".")
	}
}
