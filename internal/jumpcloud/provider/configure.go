// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package provider

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/providerblock"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

// block is what this provider's block has in common with every other's.
func (p *jumpcloudProvider) block() providerblock.Block {
	return providerblock.Block{Prefix: "JUMPCLOUD_", Getenv: p.getenv, Defaults: providerblock.Settings{
		RequestsPerSecond: cmp.Or(p.rate, jumpcloud.DefaultRequestsPerSecond), MaxRetries: rest.DefaultMaxRetries,
		RequestTimeout: jumpcloud.DefaultRequestTimeout,
	}}
}

type model struct {
	providerblock.Model

	APIKey         types.String `tfsdk:"api_key"`
	ClientID       types.String `tfsdk:"client_id"`
	ClientSecret   types.String `tfsdk:"client_secret"`
	Region         types.String `tfsdk:"region"`
	APIURL         types.String `tfsdk:"api_url"`
	ProviderID     types.String `tfsdk:"provider_id"`
	OrganizationID types.String `tfsdk:"organization_id"`
	Explicit       types.Bool   `tfsdk:"require_explicit_organization"`
	Allowed        types.Set    `tfsdk:"allowed_organization_ids"`
	BlastRadius    types.Object `tfsdk:"blast_radius"`
}

// unknown tells that a setting comes from something that is not applied yet.
func (m model) unknown() bool {
	return m.APIKey.IsUnknown() || m.ClientID.IsUnknown() || m.ClientSecret.IsUnknown() || m.Region.IsUnknown() ||
		m.APIURL.IsUnknown() || m.ProviderID.IsUnknown() || m.OrganizationID.IsUnknown() ||
		m.Explicit.IsUnknown() || !fullyKnown(m.Allowed) ||
		m.BlastRadius.IsUnknown() || m.maxOrganizations().IsUnknown() || m.Unknown()
}

func (m model) maxOrganizations() types.Int64 {
	n, ok := m.BlastRadius.Attributes()["max_organizations"].(types.Int64)
	if !ok {
		return types.Int64Null()
	}

	return n
}

// configure makes the client. An unknown setting is no error: Terraform plans with it
// before it applies what the setting comes from.
func (p *jumpcloudProvider) configure(m model, diags *diag.Diagnostics) *jumpcloud.Client {
	if m.unknown() {
		return jumpcloud.Pending(providerblock.ErrUnknown)
	}

	block := p.block()
	common := block.Settings(m.Model, diags)
	config := jumpcloud.Config{
		ProviderID:        block.Text("provider_id", m.ProviderID),
		OrganizationID:    block.Text("organization_id", m.OrganizationID),
		RequestsPerSecond: common.RequestsPerSecond,
		MaxRetries:        common.MaxRetries,
		RequestTimeout:    common.RequestTimeout,
		UserAgent:         "terraform-provider-jumpcloud/" + p.version,
		Transport:         p.transport,
		Waiting:           providerblock.WarnOfWait("JumpCloud"),
	}

	credentials(block, m, &config, diags)
	place(block, m, &config, diags)
	guard(block, m, &config, diags)

	config.Guards.ReadOnly = common.ReadOnly

	for name, id := range map[string]string{"provider_id": config.ProviderID, "organization_id": config.OrganizationID} {
		if id != "" && !tenancy.ObjectID.Pattern.MatchString(id) {
			diags.AddAttributeError(path.Root(name), providerblock.Summary,
				fmt.Sprintf("%s %q is not %s.%s", name, id, tenancy.ObjectID.Words, tenancy.ObjectID.Slip(id)))
		}
	}

	if diags.HasError() {
		return nil
	}

	client, err := jumpcloud.New(config)
	if err != nil {
		diags.AddError(providerblock.Summary, err.Error())

		return nil
	}

	return client
}

// credentials takes the API key or the service account.
func credentials(b providerblock.Block, m model, config *jumpcloud.Config, diags *diag.Diagnostics) {
	one, first, second := providerblock.Credential{
		One: b.Setting("api_key", m.APIKey), First: b.Setting("client_id", m.ClientID), Second: b.Setting("client_secret", m.ClientSecret),
		OneIs: "an administrator's API key", TwoAre: "those of a service account", Needs: "A service account",
	}.Take(diags)

	// No client id or secret begins or ends with white space, and one that was copied may.
	config.APIKey, config.ClientID, config.ClientSecret = one, strings.TrimSpace(first), strings.TrimSpace(second)
}

// place takes the region or the URL.
func place(b providerblock.Block, m model, config *jumpcloud.Config, diags *diag.Diagnostics) {
	region, url := b.Setting("region", m.Region), b.Setting("api_url", m.APIURL)
	config.Region, config.APIURL = region.Value, url.Value

	if url.Value == "" {
		return
	}

	if _, err := jumpcloud.ParseURL(url.Value); err != nil {
		diags.AddAttributeError(path.Root("api_url"), providerblock.Summary, "api_url: "+err.Error()+".")

		return
	}

	if region.Value != "" && !config.SamePlace() {
		providerblock.RefuseBoth(diags, "Conflicting Regions", region, url, "region (JUMPCLOUD_REGION) and api_url (JUMPCLOUD_API_URL)")
	}
}

// guard takes the limits on what a run may do.
func guard(b providerblock.Block, m model, config *jumpcloud.Config, diags *diag.Diagnostics) {
	config.Guards = jumpcloud.Guards{
		Explicit: m.Explicit.ValueBool(), Allowed: kit.Strings(m.Allowed),
		MaxOrganizations: int(m.maxOrganizations().ValueInt64()),
	}

	// A list that lost its elements on the way here must not allow everything.
	if !m.Allowed.IsNull() && (len(m.Allowed.Elements()) == 0 || len(config.Guards.Allowed) < len(m.Allowed.Elements())) {
		diags.AddAttributeError(path.Root("allowed_organization_ids"), providerblock.Summary,
			"allowed_organization_ids is empty or holds a null: name the organizations, or leave it out to allow all.")
	}

	config.ExpiryWarning = jumpcloud.DefaultExpiryWarning

	if v := b.Env("expiry_warning_days"); v != "" {
		n, err := strconv.Atoi(v)
		if err != nil || n < 0 {
			diags.AddError(providerblock.Summary, fmt.Sprintf("JUMPCLOUD_EXPIRY_WARNING_DAYS %q is not a whole number of at least 0.", v))
		}

		config.ExpiryWarning = time.Duration(n) * 24 * time.Hour
	}

	// The environment wins here: it is how one run is let through a limit that stays.
	if v := b.Env("max_organizations"); v != "" {
		n, err := strconv.Atoi(v)
		if err != nil || n < 1 {
			providerblock.Invalid(diags, "blast_radius", v, "a whole number of at least 1")
		}

		config.Guards.MaxOrganizations = n
	}

	if config.Guards.Explicit && config.OrganizationID != "" {
		diags.AddAttributeError(path.Root("require_explicit_organization"), "Conflicting Provider Configuration",
			"require_explicit_organization is set and so is a default organization: remove organization_id (JUMPCLOUD_ORGANIZATION_ID), "+
				"or let it be used.")
	}
}

func fullyKnown(set types.Set) bool {
	for _, e := range set.Elements() {
		if e.IsUnknown() {
			return false
		}
	}

	return !set.IsUnknown()
}
