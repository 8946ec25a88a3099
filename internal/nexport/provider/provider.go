// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package provider wires the provider for NexPort Campus: its schema, the fallbacks to the
// environment, and the list of its objects.
package provider

import (
	"context"
	"net/http"
	"os"
	"time"

	"github.com/hashicorp/terraform-plugin-framework-validators/mapvalidator"
	"github.com/hashicorp/terraform-plugin-framework/provider"
	"github.com/hashicorp/terraform-plugin-framework/provider/schema"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nexport"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nexport/objects/customprofilefield"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nexport/objects/directory"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nexport/objects/group"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nexport/objects/groupmembership"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nexport/objects/grouppermission"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nexport/objects/organization"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nexport/objects/subscription"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nexport/objects/user"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/providerblock"
)

// services are all objects of the provider, in alphabetical order.
var services = []func() kit.Service{
	customprofilefield.Service, directory.Service, group.Service, groupmembership.Service, grouppermission.Service,
	organization.Service, subscription.Service, user.Service,
}

type nexportProvider struct {
	providerblock.Services

	version   string
	transport http.RoundTripper
	getenv    func(string) string
	rate      float64
	now       func() time.Time
}

var (
	_ provider.Provider                     = (*nexportProvider)(nil)
	_ provider.ProviderWithConfigValidators = (*nexportProvider)(nil)
	_ provider.ProviderWithListResources    = (*nexportProvider)(nil)
)

// Option changes what the provider takes from the process around it.
type Option func(*nexportProvider)

// WithTransport sends requests through rt instead of the network.
func WithTransport(rt http.RoundTripper) Option {
	return func(p *nexportProvider) { p.transport = rt }
}

// WithEnvironment reads fallbacks from getenv instead of the process's environment.
func WithEnvironment(getenv func(string) string) Option {
	return func(p *nexportProvider) { p.getenv = getenv }
}

// WithClock takes the time, by which tokens are renewed, from now.
func WithClock(now func() time.Time) Option {
	return func(p *nexportProvider) { p.now = now }
}

// WithRequestsPerSecond is the default of requests_per_second, which may be more than a
// configuration can ask for.
func WithRequestsPerSecond(rate float64) Option {
	return func(p *nexportProvider) { p.rate = rate }
}

// New returns the constructor of the provider.
func New(version string, options ...Option) func() provider.Provider {
	return func() provider.Provider {
		p := &nexportProvider{Services: services, version: version, getenv: os.Getenv}
		for _, option := range options {
			option(p)
		}

		return p
	}
}

func (p *nexportProvider) Metadata(_ context.Context, _ provider.MetadataRequest, resp *provider.MetadataResponse) {
	resp.TypeName = "nexport"
	resp.Version = p.version
}

func (p *nexportProvider) Schema(_ context.Context, _ provider.SchemaRequest, resp *provider.SchemaResponse) {
	resp.Schema = schema.Schema{
		MarkdownDescription: "Manages subscriptions, group memberships, groups and users of NexPort Campus, a learning management system. " +
			"**Experimental:** it was never run against the real service. **The API cannot create, change or delete organizations, nor change or delete " +
			"groups, nor delete users and subscriptions.**",
		Attributes: p.block().With(map[string]schema.Attribute{
			"url": schema.StringAttribute{
				MarkdownDescription: "Root of the site; `/api/v1/AdminApi` is added to it. Plain `http` is accepted on the loopback interface only. " +
					"Defaults to `" + nexport.DefaultURL + "`. Environment: `NEXPORT_URL`.",
				Optional: true,
			},
			"username": schema.StringAttribute{
				MarkdownDescription: "Login of the user whose permissions count. NexPort refuses system operators and the customer service role. " +
					"Environment: `NEXPORT_USERNAME`.",
				Optional: true,
			},
			"password": schema.StringAttribute{
				MarkdownDescription: "Password of the user. It is exchanged for a token, which is renewed before it ends. Environment: `NEXPORT_PASSWORD`.",
				Optional:            true,
				Sensitive:           true,
			},
			"field_names": schema.MapAttribute{
				MarkdownDescription: "Names of members where the service has others than the provider expects. Keys are `<operation>.<member>` of requests, such " +
					"as `CreateUser.login`, and `<object>.<member>` of answers, such as `subscription.subscription_id`; an error about a name shows the " +
					"members that there are, and what to write here.",
				ElementType: types.StringType,
				Optional:    true,
				Validators:  []validator.Map{mapvalidator.SizeAtLeast(1), mapvalidator.KeysAre(kit.OneOf("member", nexport.FieldNames()...))},
			},
			"operations": schema.MapAttribute{
				MarkdownDescription: "Methods and names of operations where the service has others than the provider expects, such as " +
					"`{ CreateSubscription = \"POST AddSubscription\" }`. With `GET` members are sent in the query, with any other method as JSON. The " +
					"site's API explorer, `/api/ui/index`, shows what is right.",
				ElementType: types.StringType,
				Optional:    true,
				Validators:  []validator.Map{mapvalidator.SizeAtLeast(1), mapvalidator.KeysAre(kit.OneOf("operation", nexport.OperationNames()...))},
			},
		}),
	}
}

func (p *nexportProvider) Configure(ctx context.Context, req provider.ConfigureRequest, resp *provider.ConfigureResponse) {
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
