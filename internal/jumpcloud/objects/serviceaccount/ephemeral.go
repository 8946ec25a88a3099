// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package serviceaccount

import (
	"context"
	"fmt"
	"time"

	"github.com/hashicorp/terraform-plugin-framework-validators/int64validator"
	"github.com/hashicorp/terraform-plugin-framework/ephemeral"
	"github.com/hashicorp/terraform-plugin-framework/ephemeral/schema"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

var _ ephemeral.EphemeralResourceWithConfigure = (*credentialResource)(nil)

const credentialType = "jumpcloud_service_account_credential"

// credentialResource is the ephemeral resource. Its base is that of every resource, which has
// the wording of errors.
type credentialResource struct {
	base kit.Base
}

type credentialModel struct {
	ServiceAccountID  types.String `tfsdk:"service_account_id"`
	FirstCredentialID types.String `tfsdk:"first_credential_id"`
	CreatedAfter      types.String `tfsdk:"created_after"`
	Lifetime          types.String `tfsdk:"lifetime"`
	OverlapHours      types.Int64  `tfsdk:"overlap_hours"`
	Created           types.Bool   `tfsdk:"created"`
	CredentialID      types.String `tfsdk:"credential_id"`
	ClientID          types.String `tfsdk:"client_id"`
	Secret            types.String `tfsdk:"secret"`
	ExpiresAt         types.String `tfsdk:"expires_at"`
}

// NewCredential returns the ephemeral resource jumpcloud_service_account_credential.
func NewCredential() ephemeral.EphemeralResource {
	o := kit.Object{Type: credentialType, Title: "Service Account Credential"}

	return &credentialResource{kit.NewBase(o, tenancy.Portal{}, nil)}
}

// Metadata tells Terraform the type.
func (*credentialResource) Metadata(_ context.Context, _ ephemeral.MetadataRequest, resp *ephemeral.MetadataResponse) {
	resp.TypeName = credentialType
}

// Schema tells Terraform the attributes.
func (*credentialResource) Schema(_ context.Context, _ ephemeral.SchemaRequest, resp *ephemeral.SchemaResponse) {
	resp.Schema = schema.Schema{
		MarkdownDescription: "Rotates the credentials of a service account without a trace in state or plan: makes a new one where none was made " +
			"since `created_after`, and keeps the one before it for an overlap.\n\n" +
			"Terraform opens an ephemeral resource at plan and at apply, unless an argument is not known at plan. A secret is told once, " +
			"to whoever opens first: so `created_after` must come from something that changes with the rotation itself and is known only " +
			"then, such as the `rfc3339` of a `time_rotating`, and `secret` must go to a write-only argument whose version comes " +
			"from the same source. Between rotations `secret` is null, and nothing is made.\n\n" +
			"With `read_only` in the provider block nothing is made or taken away: older credentials are left, with a warning, and where " +
			"a new one would have to be made it is an error.",
		Attributes: map[string]schema.Attribute{
			"service_account_id": schema.StringAttribute{
				MarkdownDescription: "ID of the service account, 24 hexadecimal digits.",
				Required:            true,
				Validators:          []validator.String{tenancy.ValidID()},
			},
			"first_credential_id": schema.StringAttribute{
				MarkdownDescription: "ID of the credential with which the account was made, `credential_id` of `jumpcloud_service_account`: it does " +
					"not count as the current one, since nobody has its secret.",
				Optional: true,
			},
			"created_after": schema.StringAttribute{
				MarkdownDescription: "Time in RFC 3339. A credential that was made at or after it is the current one; without one, a new one is made.",
				Required:            true,
				Validators:          []validator.String{timestamp{}},
			},
			"lifetime": schema.StringAttribute{
				MarkdownDescription: "How long a new credential lives: " + tidyList(lifetimes) + ".",
				Required:            true,
				Validators:          []validator.String{kit.OneOf("lifetime", lifetimes...)},
			},
			"overlap_hours": schema.Int64Attribute{
				MarkdownDescription: "Hours for which older credentials live on beside a new one; the first opening after them takes the older " +
					"ones away, be it for a plan or an apply. Left out, the one before lives until the next rotation or its own end.",
				Optional:   true,
				Validators: []validator.Int64{int64validator.AtLeast(0)},
			},
			"created":       schema.BoolAttribute{MarkdownDescription: "Whether a new credential was made now.", Computed: true},
			"credential_id": schema.StringAttribute{MarkdownDescription: "ID of the current credential.", Computed: true},
			"client_id":     schema.StringAttribute{MarkdownDescription: "Client ID of the current credential. Null for an API key.", Computed: true},
			"secret": schema.StringAttribute{
				MarkdownDescription: "Client secret or API key, if a new credential was made now; else null.", Computed: true, Sensitive: true,
			},
			"expires_at": schema.StringAttribute{MarkdownDescription: "When the current credential ends, in RFC 3339.", Computed: true},
		},
	}
}

// Configure keeps what the provider's Configure made.
func (r *credentialResource) Configure(ctx context.Context, req ephemeral.ConfigureRequest, _ *ephemeral.ConfigureResponse) {
	r.base.Configure(ctx, resource.ConfigureRequest{ProviderData: req.ProviderData}, &resource.ConfigureResponse{})
}

// Open rotates. There is nothing to close: the credential outlives the run.
func (r *credentialResource) Open(ctx context.Context, req ephemeral.OpenRequest, resp *ephemeral.OpenResponse) {
	var m credentialModel

	resp.Diagnostics.Append(req.Config.Get(ctx, &m)...)

	if resp.Diagnostics.HasError() {
		return
	}

	p, err := tenancy.Portal{}.Enter(r.base.Data(), nil)
	if err != nil {
		resp.Diagnostics.AddError("Unable to Use the Provider", err.Error())

		return
	}

	if err := m.rotate(ctx, p, time.Now(), resp.Diagnostics.AddWarning); err != nil {
		r.base.Report(ctx, &resp.Diagnostics, "Open", map[string]string{"id": m.ServiceAccountID.ValueString()}, err)

		return
	}

	resp.Diagnostics.Append(resp.Result.Set(ctx, &m)...)
}

// timestamp accepts RFC 3339.
type timestamp struct{}

func (timestamp) Description(context.Context) string { return "must be a time in RFC 3339" }

func (v timestamp) MarkdownDescription(ctx context.Context) string { return v.Description(ctx) }

// ValidateString says what such a time looks like.
func (v timestamp) ValidateString(ctx context.Context, req validator.StringRequest, resp *validator.StringResponse) {
	if req.ConfigValue.IsNull() || req.ConfigValue.IsUnknown() {
		return
	}

	if _, err := time.Parse(time.RFC3339, req.ConfigValue.ValueString()); err != nil {
		resp.Diagnostics.AddAttributeError(req.Path, "Invalid Time", fmt.Sprintf("%s %s, such as \"2026-01-31T00:00:00Z\", and is %q.",
			req.Path, v.Description(ctx), req.ConfigValue.ValueString()))
	}
}
