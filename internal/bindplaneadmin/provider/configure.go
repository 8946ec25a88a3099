// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package provider

import (
	"cmp"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/bindplaneadmin"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/providerblock"
)

// block is what this provider's block has in common with every other's.
func (p *bindplaneProvider) block() providerblock.Block {
	return providerblock.Block{Prefix: "BINDPLANEADMIN_", Getenv: p.getenv, Defaults: providerblock.Settings{
		RequestsPerSecond: cmp.Or(p.rate, bindplaneadmin.DefaultRequestsPerSecond), MaxRetries: bindplaneadmin.DefaultMaxRetries, RequestTimeout: bindplaneadmin.DefaultRequestTimeout,
	}}
}

type model struct {
	providerblock.Model

	URL      types.String `tfsdk:"url"`
	APIKey   types.String `tfsdk:"api_key"`
	Username types.String `tfsdk:"username"`
	Password types.String `tfsdk:"password"`
}

// unknown tells that a setting comes from something that is not applied yet.
func (m model) unknown() bool {
	return m.Unknown() || m.URL.IsUnknown() || m.APIKey.IsUnknown() || m.Username.IsUnknown() || m.Password.IsUnknown()
}

// configure makes the client. An unknown setting is no error: Terraform plans with it
// before it applies what the setting comes from.
func (p *bindplaneProvider) configure(m model, diags *diag.Diagnostics) *bindplaneadmin.Client {
	if m.unknown() {
		return bindplaneadmin.Pending(providerblock.ErrUnknown)
	}

	block := p.block()
	common := block.Settings(m.Model, diags)
	config := bindplaneadmin.Config{
		URL:               cmp.Or(block.Text("url", m.URL), bindplaneadmin.DefaultURL),
		ReadOnly:          common.ReadOnly,
		RequestsPerSecond: common.RequestsPerSecond,
		MaxRetries:        common.MaxRetries,
		RequestTimeout:    common.RequestTimeout,
		Waiting:           providerblock.WarnOfWait("Bindplane"),
		UserAgent:         "terraform-provider-bindplaneadmin/" + p.version,
		Transport:         p.transport,
	}

	if _, err := bindplaneadmin.ParseURL(config.URL); err != nil {
		diags.AddAttributeError(path.Root("url"), providerblock.Summary, "url: "+err.Error()+".")
	}

	credentials(block, m, &config, diags)

	if diags.HasError() {
		return nil
	}

	client, err := bindplaneadmin.New(config)
	if err != nil {
		diags.AddError(providerblock.Summary, err.Error())

		return nil
	}

	return client
}

// credentials takes the API key, or the user's name and password.
func credentials(b providerblock.Block, m model, config *bindplaneadmin.Config, diags *diag.Diagnostics) {
	one, first, second := providerblock.Credential{
		One: b.Setting("api_key", m.APIKey), First: b.Setting("username", m.Username), Second: b.Setting("password", m.Password),
		OneIs: "an API key", TwoAre: "a user's name and password", Needs: "Basic authentication",
	}.Take(diags)

	config.APIKey, config.Username, config.Password = one, first, second
}
