// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package user

import (
	"context"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework-validators/stringvalidator"
	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/datasource/schema"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

var object = kit.Object{
	Type: "jumpcloud_user", Title: "User", Keys: tenancy.Keys, Partial: true, Hidden: []string{"password_wo_version"},
	Moved: []kit.Moved{
		{Type: "jumpcloud_user"},   // nfernal, agilize, heyjobs and their relatives
		{Type: "snjumpcloud_user"}, // Spotnana-Tech before it was renamed
	},
}

// NewDataSource returns the data source jumpcloud_user.
func NewDataSource() datasource.DataSource {
	attributes := map[string]schema.Attribute{
		"id": schema.StringAttribute{
			MarkdownDescription: "ID of the user, 24 hexadecimal digits. Exactly one of `id`, `username` and `email` is given.",
			Optional:            true,
			Computed:            true,
			Validators: []validator.String{
				stringvalidator.ExactlyOneOf(path.MatchRoot("id"), path.MatchRoot("username"), path.MatchRoot("email")), tenancy.ValidID(),
			},
		},
		"username": key("Username. Letter case does not matter."),
		"email":    key("Company email. Letter case does not matter."),
	}

	for name, a := range shown() {
		if _, ok := attributes[name]; !ok {
			attributes[name] = a
		}
	}

	return kit.NewDataSource(object, tenancy.Tenant{}, schema.Schema{
		MarkdownDescription: "Reads one user of an organization, by `id`, `username` or `email`. It costs a call; of many users, " +
			"`jumpcloud_users` has the ids by username and by email from one listing.",
		Attributes: attributes,
	}, lookOne)
}

func key(description string) schema.StringAttribute {
	return schema.StringAttribute{
		MarkdownDescription: description, Optional: true, Computed: true, Validators: []validator.String{stringvalidator.LengthAtLeast(1)},
	}
}

// shown are the attributes of a user that is read.
func shown() map[string]schema.Attribute {
	all := map[string]schema.Attribute{
		"attributes":        kit.ShownMap(helps["attributes"]),
		"restricted_fields": kit.ShownSet(helps["restricted_fields"]),
	}

	for _, name := range textNames {
		all[name] = schema.StringAttribute{MarkdownDescription: helps[name], Computed: true}
	}

	for _, name := range flagNames {
		all[name] = schema.BoolAttribute{MarkdownDescription: helps[name], Computed: true}
	}

	for _, name := range numberNames {
		all[name] = schema.Int64Attribute{MarkdownDescription: helps[name], Computed: true}
	}

	return all
}

func lookOne(ctx context.Context, t *jumpcloud.Tenant, p *dataModel) error {
	u, err := find(ctx, t, p.profile)
	if err != nil {
		return err
	}

	asked := *p
	p.show(u)
	p.RestrictedFields, p.Created = restrictedOf(u), types.StringValue(u.text("created"))
	p.Username, p.Email = spelled(asked.Username, p.Username), spelled(asked.Email, p.Email)

	return nil
}

// spelled is a name of the service in the letters that were written, where only case differs.
func spelled(written, now types.String) types.String {
	if !written.IsNull() && !written.IsUnknown() && strings.EqualFold(written.ValueString(), now.ValueString()) {
		return written
	}

	return now
}

func find(ctx context.Context, t *jumpcloud.Tenant, p profile) (user, error) {
	switch {
	case p.ID.ValueString() != "":
		return collections.Lookup(ctx, listing(t), p.ID.ValueString())
	case p.Username.ValueString() != "":
		return resolve(ctx, t, "username", p.Username.ValueString())
	default:
		return resolve(ctx, t, "email", p.Email.ValueString())
	}
}
