// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package integrations

import (
	"context"
	"fmt"
	"time"

	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/datasource/schema"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/psa"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// syncError is what went wrong for one organization in one run.
type syncError struct {
	OrganizationID string `json:"orgId"`
	Timestamp      string `json:"timestamp"`
	ErrorType      string `json:"errorType"`
	Message        string `json:"message"`
}

// syncErrors is the list of an integration's errors, which has no paging.
func syncErrors(p *jumpcloud.Portal, vendor, integrationID string) collections.Listing[syncError] {
	return collections.Listing[syncError]{
		Route: p.V2("integrations", vendor, integrationID, "errors"), Whole: true,
		ID: func(e syncError) string {
			return e.OrganizationID + " " + e.Timestamp + " " + e.ErrorType + " " + e.Message
		},
	}
}

type syncErrorsModel struct {
	Type          types.String    `tfsdk:"type"`
	IntegrationID types.String    `tfsdk:"integration_id"`
	Since         types.String    `tfsdk:"since"`
	Errors        []syncErrorItem `tfsdk:"errors"`
}

type syncErrorItem struct {
	OrganizationID   types.String `tfsdk:"organization_id"`
	OrganizationName types.String `tfsdk:"organization_name"`
	Timestamp        types.String `tfsdk:"timestamp"`
	ErrorType        types.String `tfsdk:"error_type"`
	Message          types.String `tfsdk:"message"`
}

// NewSyncErrors returns jumpcloud_integration_sync_errors.
func NewSyncErrors() datasource.DataSource {
	return kit.NewDataSource(kit.Object{Type: "jumpcloud_integration_sync_errors", Title: "Integration Sync Errors"}, tenancy.Portal{}, schema.Schema{
		MarkdownDescription: "Reads what went wrong when an integration's mappings were synchronised with the PSA, which happens once a day.",
		Attributes: map[string]schema.Attribute{
			"type": schema.StringAttribute{
				MarkdownDescription: "Vendor of the integration: `autotask`, `connectwise` or `syncro`.",
				Required:            true,
				Validators:          []validator.String{kit.OneOf("vendor", psa.Types...)},
			},
			"integration_id": schema.StringAttribute{
				MarkdownDescription: "ID of the integration, a UUID.",
				Required:            true,
				Validators:          []validator.String{tenancy.ValidUUID()},
			},
			"since": schema.StringAttribute{
				MarkdownDescription: "Keeps errors no older than this: a duration in hours, minutes and seconds such as `24h`, or a time " +
					"in RFC 3339 such as `2026-08-19T00:00:00Z`. An error whose time cannot be read is kept.",
				Optional:   true,
				Validators: []validator.String{sinceValidator{}},
			},
			"errors": psa.ItemsAttribute("Errors, in the service's order.", map[string]string{
				"organization_id":   "ID of the organization that was not synchronised.",
				"organization_name": "Its name; null where the credential does not see it.",
				"timestamp":         "When it happened.",
				"error_type":        "Kind of error. The API documents no list of them.",
				"message":           "What happened, in the service's words.",
			}),
		},
	}, lookSyncErrors)
}

func lookSyncErrors(ctx context.Context, p *jumpcloud.Portal, m *syncErrorsModel) error {
	var from time.Time

	if !m.Since.IsNull() {
		t, err := parseSince(m.Since.ValueString(), time.Now())
		if err != nil {
			return &kit.AttributeError{Path: path.Root("since"), Err: err}
		}

		from = t
	}

	m.Errors = []syncErrorItem{}
	names := map[string]string(nil)

	// Each, not a snapshot: equal errors of one run are all shown.
	for e, err := range collections.Each(ctx, syncErrors(p, m.Type.ValueString(), m.IntegrationID.ValueString())) {
		if err != nil {
			return err
		}

		if at, err := time.Parse(time.RFC3339, e.Timestamp); err == nil && at.Before(from) {
			continue
		}

		if names == nil {
			if names, err = organizationNames(ctx, p); err != nil {
				return err
			}
		}

		item := syncErrorItem{
			OrganizationID: types.StringValue(e.OrganizationID), OrganizationName: types.StringNull(),
			Timestamp: types.StringValue(e.Timestamp), ErrorType: types.StringValue(e.ErrorType), Message: types.StringValue(e.Message),
		}
		if name, ok := names[e.OrganizationID]; ok {
			item.OrganizationName = types.StringValue(name)
		}

		m.Errors = append(m.Errors, item)
	}

	return nil
}

func organizationNames(ctx context.Context, p *jumpcloud.Portal) (map[string]string, error) {
	all, err := p.Organizations(ctx)
	names := map[string]string{}

	for _, o := range all {
		names[o.ID] = o.Name
	}

	return names, err
}

// parseSince reads a point in time, or a duration before now.
func parseSince(s string, now time.Time) (time.Time, error) {
	if t, err := time.Parse(time.RFC3339, s); err == nil {
		return t, nil
	}

	d, err := time.ParseDuration(s)
	if err != nil || d < 0 {
		return time.Time{}, fmt.Errorf("%q is neither a duration such as \"24h\" nor a time such as \"2026-08-19T00:00:00Z\"", s)
	}

	return now.Add(-d), nil
}

// sinceValidator accepts what parseSince reads.
type sinceValidator struct{}

func (sinceValidator) Description(context.Context) string { return "a duration or a time in RFC 3339" }

func (v sinceValidator) MarkdownDescription(ctx context.Context) string { return v.Description(ctx) }

func (sinceValidator) ValidateString(_ context.Context, req validator.StringRequest, resp *validator.StringResponse) {
	if req.ConfigValue.IsNull() || req.ConfigValue.IsUnknown() {
		return
	}

	if _, err := parseSince(req.ConfigValue.ValueString(), time.Now()); err != nil {
		resp.Diagnostics.AddAttributeError(req.Path, "Invalid Time", err.Error()+".")
	}
}
