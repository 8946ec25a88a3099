// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package tenancy is the tenant contract: which objects have organization_id and what it
// means. It joins the Terraform kernel with JumpCloud's client.
package tenancy

import (
	"context"
	"errors"
	"regexp"

	dsschema "github.com/hashicorp/terraform-plugin-framework/datasource/schema"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/planmodifier"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/stringplanmodifier"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

// OrganizationID is the attribute that says in which organization an object lives.
const OrganizationID = "organization_id"

// ObjectID is the form of most of JumpCloud's ids (evidence: transport 6.1).
var ObjectID = kit.Form{
	Pattern: regexp.MustCompile(`^[0-9a-f]{24}$`),
	Words:   "an id of 24 hexadecimal digits",
	Example: "66b1f0a2c8d5e90001a1b2c3",
}

// ObjectIDOrNone is the form of an attribute that "" clears.
var ObjectIDOrNone = kit.Form{
	Pattern: regexp.MustCompile(`^([0-9a-f]{24})?$`), Words: ObjectID.Words + ", or empty", Example: ObjectID.Example,
}

// UUID is the form of the ids of integrations and alerts; which case they have is not
// documented (evidence: transport 6.1).
var UUID = kit.Form{
	Pattern: regexp.MustCompile(`^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$`),
	Words:   "a UUID",
	Example: "3f2a9c1e-5b7d-4e80-9a61-0c4d8e2f7b15",
}

// ValidUUID accepts ids of [UUID]'s form.
func ValidUUID() validator.String {
	return UUID.Valid()
}

// Keys is the key of every object with an id of its own.
var Keys = []kit.Key{{Name: "id", Form: ObjectID}}

// Tenant is the scope of objects within an organization.
type Tenant struct{}

// Keys is organization_id, which stands first in import ids.
func (Tenant) Keys() []kit.Key { return []kit.Key{{Name: OrganizationID, Form: ObjectID}} }

const organizationHelp = "ID of the organization (tenant) it lives in, 24 hexadecimal digits. " +
	"Defaults to the provider's `organization_id`."

// ResourceAttributes declares organization_id; the default comes with the plan.
func (Tenant) ResourceAttributes() map[string]schema.Attribute {
	return map[string]schema.Attribute{OrganizationID: schema.StringAttribute{
		MarkdownDescription: organizationHelp + " Changing it replaces the object.",
		Optional:            true,
		Computed:            true,
		Validators:          []validator.String{ValidID()},
		PlanModifiers: []planmodifier.String{
			stringplanmodifier.UseStateForUnknown(), stringplanmodifier.RequiresReplace(),
		},
	}}
}

// DataSourceAttributes declares organization_id.
func (Tenant) DataSourceAttributes() map[string]dsschema.Attribute {
	return map[string]dsschema.Attribute{OrganizationID: dsschema.StringAttribute{
		MarkdownDescription: organizationHelp,
		Optional:            true,
		Computed:            true,
		Validators:          []validator.String{ValidID()},
	}}
}

// Defaults is the provider's organization_id.
func (Tenant) Defaults(data any) (map[string]string, bool) {
	client, ok := data.(*jumpcloud.Client)
	if !ok || !client.Ready() {
		return nil, false
	}

	if id := client.DefaultOrganization(); id != "" {
		return map[string]string{OrganizationID: id}, true
	}

	return nil, true
}

// Enter returns the scope of the organization.
func (Tenant) Enter(data any, keys map[string]string) (*jumpcloud.Tenant, error) {
	client, err := clientOf(data)
	if err != nil {
		return nil, err
	}

	if keys[OrganizationID] == "" {
		// What is refreshed is entered by its state, whatever the configuration says.
		return nil, errors.New("no organization is named: set organization_id here or in the provider block (JUMPCLOUD_ORGANIZATION_ID).\n\n" +
			"If it is set here, the state names none yet, as after a moved block from another provider's type: give the provider block " +
			"organization_id until that is applied")
	}

	if err := client.Allow(keys[OrganizationID]); err != nil {
		return nil, err
	}

	return client.Tenant(keys[OrganizationID]), nil
}

// Explain names the organization and says what to do.
func (Tenant) Explain(ctx context.Context, data any, keys map[string]string, err error) string {
	client, e := clientOf(data)
	if e != nil {
		return ""
	}

	text := "Organization: " + Name(ctx, client, keys[OrganizationID], err)

	text += below(hint(err)) + below(permission(ctx, client, err))

	if errors.Is(err, rest.ErrNotFound) {
		text += "\nIds are valid within one organization only: check that the object belongs to this one, and that the credential reaches it."
	}

	return text
}

// below puts a part of a text on a line of its own.
func below(part string) string {
	if part == "" {
		return ""
	}

	return "\n" + part
}

// Portal is the scope of objects of the multi-tenant portal.
type Portal struct{}

// Keys is empty: the credential's provider is the place.
func (Portal) Keys() []kit.Key { return nil }

// ResourceAttributes adds nothing.
func (Portal) ResourceAttributes() map[string]schema.Attribute { return map[string]schema.Attribute{} }

// DataSourceAttributes adds nothing.
func (Portal) DataSourceAttributes() map[string]dsschema.Attribute {
	return map[string]dsschema.Attribute{}
}

// Defaults has nothing to give.
func (Portal) Defaults(data any) (map[string]string, bool) {
	client, ok := data.(*jumpcloud.Client)

	return nil, ok && client.Ready()
}

// Enter returns the portal's scope.
func (Portal) Enter(data any, _ map[string]string) (*jumpcloud.Portal, error) {
	client, err := clientOf(data)
	if err != nil {
		return nil, err
	}

	return client.Portal(), nil
}

func clientOf(data any) (*jumpcloud.Client, error) {
	client, ok := data.(*jumpcloud.Client)
	if !ok {
		return nil, errors.New("the provider was not configured")
	}

	return client, nil
}
