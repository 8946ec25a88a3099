// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package provider

import (
	"cmp"
	"fmt"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nexport"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/providerblock"
)

// block is what this provider's block has in common with every other's.
func (p *nexportProvider) block() providerblock.Block {
	return providerblock.Block{Prefix: "NEXPORT_", Getenv: p.getenv, Defaults: providerblock.Settings{
		RequestsPerSecond: cmp.Or(p.rate, nexport.DefaultRequestsPerSecond), MaxRetries: nexport.DefaultMaxRetries, RequestTimeout: nexport.DefaultRequestTimeout,
	}}
}

type model struct {
	providerblock.Model

	URL        types.String `tfsdk:"url"`
	Username   types.String `tfsdk:"username"`
	Password   types.String `tfsdk:"password"`
	FieldNames types.Map    `tfsdk:"field_names"`
	Operations types.Map    `tfsdk:"operations"`
}

// unknown tells that a setting comes from something that is not applied yet.
func (m model) unknown() bool {
	for _, names := range []types.Map{m.FieldNames, m.Operations} {
		if names.IsUnknown() {
			return true
		}

		for _, v := range names.Elements() {
			if v.IsUnknown() {
				return true
			}
		}
	}

	return m.Unknown() || m.URL.IsUnknown() || m.Username.IsUnknown() || m.Password.IsUnknown()
}

// configure makes the client. An unknown setting is no error: Terraform plans with it
// before it applies what the setting comes from.
func (p *nexportProvider) configure(m model, diags *diag.Diagnostics) *nexport.Client {
	if m.unknown() {
		return nexport.Pending(providerblock.ErrUnknown)
	}

	block := p.block()
	common := block.Settings(m.Model, diags)
	config := nexport.Config{
		URL:               block.Text("url", m.URL),
		Username:          block.Setting("username", m.Username).Password(diags),
		Password:          block.Setting("password", m.Password).Password(diags),
		ReadOnly:          common.ReadOnly,
		RequestsPerSecond: common.RequestsPerSecond,
		MaxRetries:        common.MaxRetries,
		RequestTimeout:    common.RequestTimeout,
		Waiting:           providerblock.WarnOfWait("NexPort"),
		UserAgent:         "terraform-provider-nexport/" + p.version,
		Transport:         p.transport,
		Now:               p.now,
	}

	if config.URL == "" {
		config.URL = nexport.DefaultURL
	} else if _, err := nexport.ParseURL(config.URL); err != nil {
		diags.AddAttributeError(path.Root("url"), providerblock.Summary, "url: "+err.Error()+".")
	}

	for name, value := range map[string]string{"username": config.Username, "password": config.Password} {
		if value == "" {
			diags.AddAttributeError(path.Root(name), "Missing Credential",
				fmt.Sprintf("Set %s in the provider block, or %s in the environment.", name, block.Variable(name)))
		}
	}

	names, err := nexport.NewNames(texts(m.FieldNames), texts(m.Operations))
	if err != nil {
		diags.AddError(providerblock.Summary, err.Error()+".")
	}

	config.Names = names

	if diags.HasError() {
		return nil
	}

	client, err := nexport.New(config)
	if err != nil {
		diags.AddError(providerblock.Summary, err.Error())

		return nil
	}

	return client
}

func texts(m types.Map) map[string]string {
	all := map[string]string{}

	for name, v := range m.Elements() {
		if text, ok := v.(types.String); ok {
			all[name] = text.ValueString()
		}
	}

	return all
}
