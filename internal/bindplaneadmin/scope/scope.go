// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package scope joins the Terraform kernel with Bindplane's client: where objects live, what
// their ids look like, what to do about errors, and what a destroy may do.
package scope

import (
	"context"
	"errors"
	"regexp"

	"github.com/hashicorp/terraform-plugin-framework/schema/validator"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/bindplaneadmin"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

// Instance is the scope of all objects: the Bindplane that the provider speaks to.
var Instance = kit.Sole[*bindplaneadmin.Client]{Hint: hint}

// ID is the form of ids. Their format is not documented, so it takes whatever one segment of
// a path can hold.
var ID = kit.Form{
	Pattern: regexp.MustCompile(`^[A-Za-z0-9_.:-]+$`), Words: "letters, digits, and any of - _ . :", Example: "01JABCDEFGHJKMNPQRSTVWXYZ0",
}

// Keys is the key of every object with an id of its own.
var Keys = []kit.Key{{Name: "id", Form: ID}}

// ValidID accepts ids of the form of [ID].
func ValidID() validator.String {
	return ID.Valid()
}

// hint says what to do about an error, from what it means.
func hint(_ context.Context, _ *bindplaneadmin.Client, err error) string {
	switch {
	case errors.Is(err, rest.ErrUnauthorized):
		return "The credential was not accepted: check BINDPLANEADMIN_API_KEY (or BINDPLANEADMIN_USERNAME and BINDPLANEADMIN_PASSWORD) and that " +
			"BINDPLANEADMIN_URL is the server that issued it. An API key belongs to a user within a project, and may go with the project."
	case errors.Is(err, rest.ErrForbidden):
		return "The credential is known but may not do this. Organizations, licences and projects need a user with the role Organization Admin; " +
			"the REST API needs a Growth or Enterprise plan."
	case errors.Is(err, rest.ErrThrottled):
		return "Nothing is half-written: apply again to go on, with a lower requests_per_second if this happens often."
	case errors.As(err, new(*collections.UnclearError)):
		return "Look in Bindplane before you apply again: a second object would be made if this one exists."
	}

	return ""
}
