// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package provider wires the provider for Bindplane: its schema, the fallbacks to the
// environment, and the list of its objects.
package provider

import (
	"context"
	"net/http"
	"os"

	"github.com/hashicorp/terraform-plugin-framework/provider"
	"github.com/hashicorp/terraform-plugin-framework/provider/schema"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/bindplaneadmin/objects/license"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/bindplaneadmin/objects/organization"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/bindplaneadmin/objects/project"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/providerblock"
)

// services are all objects of the provider, in alphabetical order.
var services = []func() kit.Service{license.Service, organization.Service, project.Service}

type bindplaneProvider struct {
	providerblock.Services

	version   string
	transport http.RoundTripper
	getenv    func(string) string
	rate      float64
}

var (
	_ provider.Provider                       = (*bindplaneProvider)(nil)
	_ provider.ProviderWithConfigValidators   = (*bindplaneProvider)(nil)
	_ provider.ProviderWithEphemeralResources = (*bindplaneProvider)(nil)
	_ provider.ProviderWithListResources      = (*bindplaneProvider)(nil)
)

// Option changes what the provider takes from the process around it.
type Option func(*bindplaneProvider)

// WithTransport sends requests through rt instead of the network.
func WithTransport(rt http.RoundTripper) Option {
	return func(p *bindplaneProvider) { p.transport = rt }
}

// WithEnvironment reads fallbacks from getenv instead of the process's environment.
func WithEnvironment(getenv func(string) string) Option {
	return func(p *bindplaneProvider) { p.getenv = getenv }
}

// WithRequestsPerSecond is the default of requests_per_second, which may be more than a
// configuration can ask for.
func WithRequestsPerSecond(rate float64) Option {
	return func(p *bindplaneProvider) { p.rate = rate }
}

// New returns the constructor of the provider.
func New(version string, options ...Option) func() provider.Provider {
	return func() provider.Provider {
		p := &bindplaneProvider{Services: services, version: version, getenv: os.Getenv}
		for _, option := range options {
			option(p)
		}

		return p
	}
}

func (p *bindplaneProvider) Metadata(_ context.Context, _ provider.MetadataRequest, resp *provider.MetadataResponse) {
	resp.TypeName = "bindplaneadmin"
	resp.Version = p.version
}

func (p *bindplaneProvider) Schema(_ context.Context, _ provider.SchemaRequest, resp *provider.SchemaResponse) {
	resp.Schema = schema.Schema{
		MarkdownDescription: "Manages organizations, their licences and projects in a Bindplane, which observIQ's own provider `bindplane` does not.",
		Attributes: p.block().With(map[string]schema.Attribute{
			"url": schema.StringAttribute{
				MarkdownDescription: "Root of the server, by default the vendor's cloud, `https://app.bindplane.com`; `/v1` is added to it. Plain `http` " +
					"is accepted on the loopback interface only. Environment: `BINDPLANEADMIN_URL`.",
				Optional: true,
			},
			"api_key": schema.StringAttribute{
				MarkdownDescription: "API key of a user with the role Organization Admin, made in the project settings. A key belongs to its user within " +
					"one project. Conflicts with `username` and `password`; a credential in the block goes before one in the environment. " +
					"Environment: `BINDPLANEADMIN_API_KEY`.",
				Optional:  true,
				Sensitive: true,
			},
			"username": schema.StringAttribute{
				MarkdownDescription: "Name of a user, with `password`: for a server of your own whose users are its own. Environment: " +
					"`BINDPLANEADMIN_USERNAME`.",
				Optional: true,
			},
			"password": schema.StringAttribute{
				MarkdownDescription: "Password of the user. Environment: `BINDPLANEADMIN_PASSWORD`.",
				Optional:            true,
				Sensitive:           true,
			},
		}),
	}
}

func (p *bindplaneProvider) Configure(ctx context.Context, req provider.ConfigureRequest, resp *provider.ConfigureResponse) {
	var m model

	resp.Diagnostics.Append(req.Config.Get(ctx, &m)...)

	if resp.Diagnostics.HasError() {
		return
	}

	client := p.configure(m, &resp.Diagnostics)
	if client == nil {
		return
	}

	data := kit.NewConfigured(client)
	resp.ResourceData, resp.DataSourceData, resp.EphemeralResourceData, resp.ListResourceData = data, data, data, data
}
