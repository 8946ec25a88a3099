// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package provider wires the provider: its schema, the fallbacks to the environment, and
// the list of its objects.
package provider

import (
	"context"
	"net/http"
	"os"

	"github.com/hashicorp/terraform-plugin-framework-validators/int64validator"
	"github.com/hashicorp/terraform-plugin-framework-validators/setvalidator"
	"github.com/hashicorp/terraform-plugin-framework/provider"
	"github.com/hashicorp/terraform-plugin-framework/provider/schema"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/providerblock"
)

// typeName is the prefix of all types.
const typeName = "jumpcloud"

type jumpcloudProvider struct {
	providerblock.Services

	version   string
	transport http.RoundTripper
	getenv    func(string) string
	rate      float64
}

var (
	_ provider.Provider                       = (*jumpcloudProvider)(nil)
	_ provider.ProviderWithFunctions          = (*jumpcloudProvider)(nil)
	_ provider.ProviderWithEphemeralResources = (*jumpcloudProvider)(nil)
	_ provider.ProviderWithListResources      = (*jumpcloudProvider)(nil)
	_ provider.ProviderWithActions            = (*jumpcloudProvider)(nil)
	_ provider.ProviderWithConfigValidators   = (*jumpcloudProvider)(nil)
)

// Option changes what the provider takes from the process around it.
type Option func(*jumpcloudProvider)

// WithTransport sends requests through rt instead of the network.
func WithTransport(rt http.RoundTripper) Option {
	return func(p *jumpcloudProvider) { p.transport = rt }
}

// WithEnvironment reads fallbacks from getenv instead of the process's environment.
func WithEnvironment(getenv func(string) string) Option {
	return func(p *jumpcloudProvider) { p.getenv = getenv }
}

// WithRequestsPerSecond is the default of requests_per_second, which may be more than a
// configuration can ask for.
func WithRequestsPerSecond(rate float64) Option {
	return func(p *jumpcloudProvider) { p.rate = rate }
}

// New returns the constructor of the provider.
func New(version string, options ...Option) func() provider.Provider {
	return func() provider.Provider {
		p := &jumpcloudProvider{Services: services, version: version, getenv: os.Getenv}
		for _, option := range options {
			option(p)
		}

		return p
	}
}

func (p *jumpcloudProvider) Metadata(_ context.Context, _ provider.MetadataRequest, resp *provider.MetadataResponse) {
	resp.TypeName = typeName
	resp.Version = p.version
}

func (p *jumpcloudProvider) Schema(_ context.Context, _ provider.SchemaRequest, resp *provider.SchemaResponse) {
	resp.Schema = schema.Schema{
		MarkdownDescription: "Manages JumpCloud organizations, policies and integrations through the multi-tenant admin API.",
		Attributes: p.block().With(map[string]schema.Attribute{
			"api_key": schema.StringAttribute{
				MarkdownDescription: "API key of an administrator or of a service account. Environment: `JUMPCLOUD_API_KEY`. " +
					"Conflicts with `client_id` and `client_secret`; a credential in the block goes before one in the environment. A plan that changes something warns of a credential that expires in less than 14 days; the " +
					"environment variable `JUMPCLOUD_EXPIRY_WARNING_DAYS` sets another number, 0 turns it off.",
				Optional:  true,
				Sensitive: true,
			},
			"client_id": schema.StringAttribute{
				MarkdownDescription: "Client ID of a service account, with `client_secret`. Environment: `JUMPCLOUD_CLIENT_ID`.",
				Optional:            true,
			},
			"client_secret": schema.StringAttribute{
				MarkdownDescription: "Client secret of the service account. Environment: `JUMPCLOUD_CLIENT_SECRET`.",
				Optional:            true,
				Sensitive:           true,
			},
			"region": schema.StringAttribute{
				MarkdownDescription: "Region of the account: `us` (default), `eu` or `in`. A credential works in its own region only. " +
					"Environment: `JUMPCLOUD_REGION`. Conflicts with `api_url`, wherever either comes from.",
				Optional:   true,
				Validators: []validator.String{kit.OneOf("region", jumpcloud.Regions...)},
			},
			"api_url": schema.StringAttribute{
				MarkdownDescription: "Root of the console to speak to instead of a region's, such as `https://console.jumpcloud.com`; " +
					"`/api` and `/api/v2` are added to it. Plain `http` is accepted on the loopback interface only. " +
					"Environment: `JUMPCLOUD_API_URL`.",
				Optional: true,
			},
			"provider_id": schema.StringAttribute{
				MarkdownDescription: "ID of the JumpCloud provider (the MSP), 24 hexadecimal digits. Defaults to the only one that the " +
					"credential sees. Environment: `JUMPCLOUD_PROVIDER_ID`.",
				Optional:   true,
				Validators: []validator.String{tenancy.ValidID()},
			},
			"organization_id": schema.StringAttribute{
				MarkdownDescription: "ID of the organization for resources and data sources that name none, 24 hexadecimal digits. " +
					"Environment: `JUMPCLOUD_ORGANIZATION_ID`.",
				Optional:   true,
				Validators: []validator.String{tenancy.ValidID()},
			},
			"require_explicit_organization": schema.BoolAttribute{
				MarkdownDescription: "Whether every tenant-scoped resource and data source must name its organization itself, so that a " +
					"forgotten `organization_id` cannot act in a default one. Defaults to `false`. Conflicts with `organization_id`.",
				Optional: true,
			},
			"allowed_organization_ids": schema.SetAttribute{
				MarkdownDescription: "IDs of the only organizations that this provider may read or write. All when left out.",
				ElementType:         types.StringType,
				Optional:            true,
				Validators: []validator.Set{
					setvalidator.SizeAtLeast(1), setvalidator.ValueStringsAre(tenancy.ValidID()),
				},
			},
			"blast_radius": schema.SingleNestedAttribute{
				MarkdownDescription: "Limits on what one plan may change.",
				Optional:            true,
				Attributes: map[string]schema.Attribute{
					"max_organizations": schema.Int64Attribute{
						MarkdownDescription: "Most organizations in which one plan may change something, at least 1; a plan that changes more " +
							"fails. Environment, which wins over this for one run: `JUMPCLOUD_MAX_ORGANIZATIONS`.",
						Optional:   true,
						Validators: []validator.Int64{int64validator.AtLeast(1)},
					},
				},
			},
		}),
	}
}

func (p *jumpcloudProvider) Configure(ctx context.Context, req provider.ConfigureRequest, resp *provider.ConfigureResponse) {
	var m model

	resp.Diagnostics.Append(req.Config.Get(ctx, &m)...)

	if resp.Diagnostics.HasError() {
		return
	}

	client := p.configure(m, &resp.Diagnostics)
	if client == nil {
		return
	}

	resp.ResourceData = client
	resp.DataSourceData = client
	resp.EphemeralResourceData = client
	resp.ListResourceData = client
	resp.ActionData = client
}
