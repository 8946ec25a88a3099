// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package mapping

import (
	"fmt"

	"github.com/hashicorp/terraform-plugin-framework-validators/stringvalidator"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/planmodifier"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/stringplanmodifier"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/psa"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
)

// baseSchema is what the mappings of all vendors have; more is a vendor's own words.
func baseSchema(v psa.Vendor, more string) schema.Schema {
	replace := []planmodifier.String{stringplanmodifier.RequiresReplace()}
	s := schema.Schema{
		MarkdownDescription: fmt.Sprintf("Maps an organization (tenant) to a company in %s. Usage is reported and tickets are created for that company.\n\n"+
			"Names are looked up at plan and followed by their ids: what is renamed in %[1]s stays mapped, with a warning. An organization "+
			"that is mapped to something else already is not overwritten; import its mapping instead. Many mappings are written with few "+
			"requests. Destroying a mapping ends the updates of what %[1]s bills.%s", v.Title, more),
		Attributes: map[string]schema.Attribute{
			"integration_id": schema.StringAttribute{
				MarkdownDescription: fmt.Sprintf("ID of the %s integration, a UUID. Changing it replaces the mapping.", v.Title),
				Required:            true,
				Validators:          []validator.String{tenancy.ValidUUID()},
				PlanModifiers:       replace,
			},
			"organization_id": tenancy.KeyID("Organization: ID of the organization that is mapped, 24 hexadecimal digits. It has one mapping in an " +
				"integration. Changing it replaces the mapping."),
		},
	}

	part(s.Attributes, "company", fmt.Sprintf("Company: the customer in %s, by its exact name or its id.", v.Title), true)

	return s
}

// part adds something of the PSA to a schema: as it is spelled, its id, and its name.
func part(attributes map[string]schema.Attribute, noun, description string, required bool, more ...validator.String) {
	attributes[noun] = schema.StringAttribute{
		MarkdownDescription: description,
		Required:            required,
		Optional:            !required,
		Validators:          append([]validator.String{stringvalidator.LengthAtLeast(1)}, more...),
	}
	attributes[noun+"_id"] = schema.StringAttribute{
		MarkdownDescription: fmt.Sprintf("ID of the %s in the PSA.", noun),
		Computed:            true,
	}
	attributes[noun+"_name"] = schema.StringAttribute{
		MarkdownDescription: fmt.Sprintf("Name of the %s in the PSA, as it is now.", noun),
		Computed:            true,
	}
}
