// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package provider wires the provider for Zammad: its schema, the fallbacks to the
// environment, and the list of its objects.
package provider

import (
	"context"
	"net/http"
	"os"

	"github.com/hashicorp/terraform-plugin-framework/provider"
	"github.com/hashicorp/terraform-plugin-framework/provider/schema"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/providerblock"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/zammad/objects/organization"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/zammad/objects/ticketpriority"
)

// services are all objects of the provider, in alphabetical order.
var services = []func() kit.Service{organization.Service, ticketpriority.Service}

type zammadProvider struct {
	providerblock.Services

	version   string
	transport http.RoundTripper
	getenv    func(string) string
	rate      float64
}

var (
	_ provider.Provider                     = (*zammadProvider)(nil)
	_ provider.ProviderWithConfigValidators = (*zammadProvider)(nil)
	_ provider.ProviderWithListResources    = (*zammadProvider)(nil)
)

// Option changes what the provider takes from the process around it.
type Option func(*zammadProvider)

// WithTransport sends requests through rt instead of the network.
func WithTransport(rt http.RoundTripper) Option {
	return func(p *zammadProvider) { p.transport = rt }
}

// WithEnvironment reads fallbacks from getenv instead of the process's environment.
func WithEnvironment(getenv func(string) string) Option {
	return func(p *zammadProvider) { p.getenv = getenv }
}

// WithRequestsPerSecond is the default of requests_per_second, which may be more than a
// configuration can ask for.
func WithRequestsPerSecond(rate float64) Option {
	return func(p *zammadProvider) { p.rate = rate }
}

// New returns the constructor of the provider.
func New(version string, options ...Option) func() provider.Provider {
	return func() provider.Provider {
		p := &zammadProvider{Services: services, version: version, getenv: os.Getenv}
		for _, option := range options {
			option(p)
		}

		return p
	}
}

func (p *zammadProvider) Metadata(_ context.Context, _ provider.MetadataRequest, resp *provider.MetadataResponse) {
	resp.TypeName = "zammad"
	resp.Version = p.version
}

func (p *zammadProvider) Schema(_ context.Context, _ provider.SchemaRequest, resp *provider.SchemaResponse) {
	resp.Schema = schema.Schema{
		MarkdownDescription: "Manages organizations and ticket priorities of a Zammad help desk.",
		Attributes: p.block().With(map[string]schema.Attribute{
			"url": schema.StringAttribute{
				MarkdownDescription: "Root of the installation, such as `https://support.example.com`; `/api/v1` is added to it. Plain `http` is " +
					"accepted on the loopback interface only. Environment: `ZAMMAD_URL`.",
				Optional: true,
			},
			"token": schema.StringAttribute{
				MarkdownDescription: "Personal access token of a user whose role has the permission `admin.organization`, and `admin.object` for " +
					"ticket priorities. Conflicts with `username` and `password`; a credential in the block goes before one in the environment. " +
					"Environment: `ZAMMAD_TOKEN`.",
				Optional:  true,
				Sensitive: true,
			},
			"username": schema.StringAttribute{
				MarkdownDescription: "Login or email address of a user, with `password`. The installation may have switched this off, and refuses " +
					"users who log in with two factors. Environment: `ZAMMAD_USERNAME`.",
				Optional: true,
			},
			"password": schema.StringAttribute{
				MarkdownDescription: "Password of the user. Environment: `ZAMMAD_PASSWORD`.",
				Optional:            true,
				Sensitive:           true,
			},
		}),
	}
}

func (p *zammadProvider) Configure(ctx context.Context, req provider.ConfigureRequest, resp *provider.ConfigureResponse) {
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
	resp.ResourceData, resp.DataSourceData, resp.ListResourceData = data, data, data
}
