// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package provider

import (
	"cmp"
	"fmt"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/bindplaneadmin"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/providerblock"
)

// block is what this provider's block has in common with every other's.
func (p *bindplaneProvider) block() providerblock.Block {
	return providerblock.Block{Prefix: "BINDPLANEADMIN_", Getenv: p.getenv, Defaults: providerblock.Settings{
		RequestsPerSecond: bindplaneadmin.DefaultRequestsPerSecond, MaxRetries: bindplaneadmin.DefaultMaxRetries, RequestTimeout: bindplaneadmin.DefaultRequestTimeout,
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
	key, user, password := b.Setting("api_key", m.APIKey), b.Setting("username", m.Username), b.Setting("password", m.Password)

	// The block goes before the environment, which may hold what another block uses.
	switch {
	case key.InBlock && !user.InBlock && !password.InBlock:
		user.Value, password.Value = "", ""
	case !key.InBlock && (user.InBlock || password.InBlock):
		key.Value = ""
	}

	other := user
	if user.Value == "" {
		other = password
	}

	switch {
	case key.Value != "" && other.Value != "":
		providerblock.RefuseBoth(diags, "Conflicting Credentials", key, other,
			"api_key (BINDPLANEADMIN_API_KEY) and username with password (BINDPLANEADMIN_USERNAME, BINDPLANEADMIN_PASSWORD)")
	case key.Value == "" && other.Value == "":
		diags.AddAttributeError(path.Root("api_key"), "Missing Credential",
			"Set BINDPLANEADMIN_API_KEY to an API key, or BINDPLANEADMIN_USERNAME and BINDPLANEADMIN_PASSWORD, or the arguments of these names in the provider block.")
	case key.Value == "" && (user.Value == "" || password.Value == ""):
		missing := password
		if user.Value == "" {
			missing = user
		}

		diags.AddAttributeError(path.Root(missing.Name), "Missing Credential", fmt.Sprintf(
			"Basic authentication needs both username and password; %s is missing. Set it, or %s.", missing.Name, b.Variable(missing.Name)))
	}

	config.APIKey, config.Username, config.Password = key.Value, user.Value, password.Value
}
