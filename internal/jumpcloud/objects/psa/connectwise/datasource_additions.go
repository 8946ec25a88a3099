// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package connectwise

import (
	"context"

	"github.com/hashicorp/terraform-plugin-framework-validators/stringvalidator"
	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/datasource/schema"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/psa"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

type additionsModel struct {
	IntegrationID types.String `tfsdk:"integration_id"`
	AgreementID   types.String `tfsdk:"agreement_id"`
	NameContains  types.String `tfsdk:"name_contains"`
	Additions     []psa.Item   `tfsdk:"additions"`
	IDByName      types.Map    `tfsdk:"id_by_name"`
}

// NewAdditions returns jumpcloud_connectwise_additions.
func NewAdditions() datasource.DataSource {
	return kit.NewDataSource(kit.Object{Type: "jumpcloud_connectwise_additions", Title: "ConnectWise Additions"}, tenancy.Portal{}, schema.Schema{
		MarkdownDescription: "Reads the additions (products) on a ConnectWise agreement. JumpCloud updates the quantity of one that exists and adds none.",
		Attributes: map[string]schema.Attribute{
			"integration_id": psa.IntegrationIDAttribute(psa.ConnectWise),
			"agreement_id": schema.StringAttribute{
				MarkdownDescription: "ID of the agreement.",
				Required:            true,
				Validators:          []validator.String{stringvalidator.LengthAtLeast(1)},
			},
			"name_contains": psa.NameContainsAttribute(),
			"additions":     psa.ItemsAttribute("Additions.", map[string]string{"id": "Addition ID.", "name": "Addition name."}),
			"id_by_name":    psa.IDByNameAttribute(),
		},
	}, lookAdditions)
}

func lookAdditions(ctx context.Context, p *jumpcloud.Portal, m *additionsModel) error {
	all, err := collections.All(ctx, psa.Additions(p, m.IntegrationID.ValueString(), m.AgreementID.ValueString()))
	m.Additions, m.IDByName = psa.Items(all, m.NameContains)

	return err
}
