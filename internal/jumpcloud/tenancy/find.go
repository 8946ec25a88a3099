// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package tenancy

import (
	"context"

	"github.com/hashicorp/terraform-plugin-framework-validators/setvalidator"
	"github.com/hashicorp/terraform-plugin-framework-validators/stringvalidator"
	dsschema "github.com/hashicorp/terraform-plugin-framework/datasource/schema"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// IDOr is the id of a data source that finds its object by id or by another attribute, one of
// which is given. noun is what people call the object.
func IDOr(other, noun string) dsschema.StringAttribute {
	return dsschema.StringAttribute{
		MarkdownDescription: "ID of the " + noun + ", 24 hexadecimal digits. Exactly one of `id` and `" + other + "` is given.",
		Optional:            true,
		Computed:            true,
		Validators:          []validator.String{stringvalidator.ExactlyOneOf(path.MatchRoot("id"), path.MatchRoot(other)), ValidID()},
	}
}

// RequiredID is an id that a data source asks for.
func RequiredID(description string) dsschema.StringAttribute {
	return dsschema.StringAttribute{MarkdownDescription: description, Required: true, Validators: []validator.String{ValidID()}}
}

// KeyID is the id of another object that a resource hangs on: with another one it is another resource.
func KeyID(description string) schema.StringAttribute {
	return kit.RequiresReplace(kit.RequiredString(description, ValidID()))
}

// OptionalIDs are ids of other objects, null where the configuration leaves them out.
func OptionalIDs(description string) schema.SetAttribute {
	return schema.SetAttribute{
		MarkdownDescription: description, ElementType: types.StringType, Optional: true,
		Validators: []validator.Set{setvalidator.ValueStringsAre(ValidID())},
	}
}

// OptionalComputedIDs are ids of other objects, the service's to say where the configuration
// leaves them out.
func OptionalComputedIDs(description string) schema.SetAttribute {
	ids := OptionalIDs(description)
	ids.Computed = true

	return ids
}

// Find returns the id of what a data source asks for, by id or by name: the id that is given,
// else that of the one in the list which has the name. noun is what people call one. The error
// says that there is none or that there are several of the name, as [kit.Resolve] does.
func Find[T any](ctx context.Context, l collections.Listing[T], noun string, id, name types.String, of func(T) kit.Candidate) (string, error) {
	if id.ValueString() != "" {
		return id.ValueString(), nil
	}

	all, err := collections.All(ctx, l)
	if err != nil {
		return "", err
	}

	found, err := kit.Resolve(noun, name.ValueString(), kit.Candidates(all, of))

	return found.ID, err
}

// NamesIn has plans look for twins among the elements of a list. noun is what people call one.
func NamesIn[T any](
	noun string, listing func(t *jumpcloud.Tenant) collections.Listing[T], of func(T) kit.Candidate,
) kit.Names[*jumpcloud.Tenant] {
	return kit.Names[*jumpcloud.Tenant]{Noun: noun, Existing: func(ctx context.Context, t *jumpcloud.Tenant) ([]kit.Candidate, error) {
		all, err := collections.AllOnce(ctx, listing(t))

		return kit.Candidates(all, of), err
	}}
}
