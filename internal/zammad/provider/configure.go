// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package provider

import (
	"cmp"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/providerblock"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/zammad"
)

// block is what this provider's block has in common with every other's.
func (p *zammadProvider) block() providerblock.Block {
	return providerblock.Block{Prefix: "ZAMMAD_", Getenv: p.getenv, Defaults: providerblock.Settings{
		RequestsPerSecond: cmp.Or(p.rate, zammad.DefaultRequestsPerSecond), MaxRetries: zammad.DefaultMaxRetries, RequestTimeout: zammad.DefaultRequestTimeout,
	}}
}

type model struct {
	providerblock.Model

	URL      types.String `tfsdk:"url"`
	Token    types.String `tfsdk:"token"`
	Username types.String `tfsdk:"username"`
	Password types.String `tfsdk:"password"`
}

// unknown tells that a setting comes from something that is not applied yet.
func (m model) unknown() bool {
	return m.Unknown() || m.URL.IsUnknown() || m.Token.IsUnknown() || m.Username.IsUnknown() || m.Password.IsUnknown()
}

// configure makes the client. An unknown setting is no error: Terraform plans with it
// before it applies what the setting comes from.
func (p *zammadProvider) configure(m model, diags *diag.Diagnostics) *zammad.Client {
	if m.unknown() {
		return zammad.Pending(providerblock.ErrUnknown)
	}

	block := p.block()
	common := block.Settings(m.Model, diags)
	config := zammad.Config{
		URL:               block.Text("url", m.URL),
		ReadOnly:          common.ReadOnly,
		RequestsPerSecond: common.RequestsPerSecond,
		MaxRetries:        common.MaxRetries,
		RequestTimeout:    common.RequestTimeout,
		Waiting:           providerblock.WarnOfWait("Zammad"),
		UserAgent:         "terraform-provider-zammad/" + p.version,
		Transport:         p.transport,
	}

	if config.URL == "" {
		diags.AddAttributeError(path.Root("url"), "Missing URL",
			"Set url in the provider block, or ZAMMAD_URL, to the root of the installation, such as https://support.example.com.")
	} else if _, err := zammad.ParseURL(config.URL); err != nil {
		diags.AddAttributeError(path.Root("url"), providerblock.Summary, "url: "+err.Error()+".")
	}

	credentials(block, m, &config, diags)

	if diags.HasError() {
		return nil
	}

	client, err := zammad.New(config)
	if err != nil {
		diags.AddError(providerblock.Summary, err.Error())

		return nil
	}

	return client
}

// credentials takes the token, or the user's name and password.
func credentials(b providerblock.Block, m model, config *zammad.Config, diags *diag.Diagnostics) {
	one, first, second := providerblock.Credential{
		One: b.Setting("token", m.Token), First: b.Setting("username", m.Username), Second: b.Setting("password", m.Password),
		OneIs: "a personal access token", TwoAre: "a user's name and password", Needs: "Basic authentication",
	}.Take(diags)

	config.Token, config.Username, config.Password = one, first, second
}
