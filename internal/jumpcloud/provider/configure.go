// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package provider

import (
	"context"
	"errors"
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
)

// Limits of the settings, shown in the schema's descriptions.
const (
	minRate     = 0.5
	maxRate     = 100.0
	mostRetries = 20
)

type model struct {
	APIKey            types.String  `tfsdk:"api_key"`
	ClientID          types.String  `tfsdk:"client_id"`
	ClientSecret      types.String  `tfsdk:"client_secret"`
	Region            types.String  `tfsdk:"region"`
	APIURL            types.String  `tfsdk:"api_url"`
	ProviderID        types.String  `tfsdk:"provider_id"`
	OrganizationID    types.String  `tfsdk:"organization_id"`
	Explicit          types.Bool    `tfsdk:"require_explicit_organization"`
	Allowed           types.Set     `tfsdk:"allowed_organization_ids"`
	ReadOnly          types.Bool    `tfsdk:"read_only"`
	BlastRadius       types.Object  `tfsdk:"blast_radius"`
	RequestsPerSecond types.Float64 `tfsdk:"requests_per_second"`
	MaxRetries        types.Int64   `tfsdk:"max_retries"`
	RequestTimeout    types.String  `tfsdk:"request_timeout"`
}

// unknown tells that a setting comes from something that is not applied yet.
func (m model) unknown() bool {
	return m.APIKey.IsUnknown() || m.ClientID.IsUnknown() || m.ClientSecret.IsUnknown() || m.Region.IsUnknown() ||
		m.APIURL.IsUnknown() || m.ProviderID.IsUnknown() || m.OrganizationID.IsUnknown() ||
		m.Explicit.IsUnknown() || !fullyKnown(m.Allowed) || m.ReadOnly.IsUnknown() ||
		m.BlastRadius.IsUnknown() || m.maxOrganizations().IsUnknown() ||
		m.RequestsPerSecond.IsUnknown() || m.MaxRetries.IsUnknown() || m.RequestTimeout.IsUnknown()
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
		return jumpcloud.Pending(errors.New("the provider's configuration is not known yet, because it depends on something " +
			"that is not applied: apply that first (terraform apply -target=…), or set the provider's arguments from variables"))
	}

	config := jumpcloud.Config{
		ProviderID:     p.text(m.ProviderID, "JUMPCLOUD_PROVIDER_ID"),
		OrganizationID: p.text(m.OrganizationID, "JUMPCLOUD_ORGANIZATION_ID"),
		UserAgent:      "terraform-provider-jumpcloud/" + p.version,
		Transport:      p.transport,
		Waiting:        warnOfWait,
	}

	p.credentials(m, &config, diags)
	p.place(m, &config, diags)
	p.pace(m, &config, diags)
	p.guard(m, &config, diags)

	for name, id := range map[string]string{"provider_id": config.ProviderID, "organization_id": config.OrganizationID} {
		if id != "" && !tenancy.ObjectID.Pattern.MatchString(id) {
			diags.AddAttributeError(path.Root(name), "Invalid Provider Configuration",
				fmt.Sprintf("%s %q is not %s.", name, id, tenancy.ObjectID.Words))
		}
	}

	if diags.HasError() {
		return nil
	}

	client, err := jumpcloud.New(config)
	if err != nil {
		diags.AddError("Invalid Provider Configuration", err.Error())

		return nil
	}

	return client
}

// warnOfWait says on the terminal why an operation took so long.
func warnOfWait(ctx context.Context, request string, wait time.Duration) {
	kit.Warn(ctx, "Waited for JumpCloud", fmt.Sprintf("%s was answered 429 or 503 with a Retry-After, so it was sent again %s later. If this "+
		"happens often, other programs use the same credential, or requests_per_second is too high for the service.", request, wait.Round(time.Second)))
}

// setting is the value of an argument and where it comes from.
type setting struct {
	name, value string
	block       bool
}

// setting takes an argument, or the environment's where the configuration leaves it out.
func (p *jumpcloudProvider) setting(name string, v types.String) setting {
	if v.ValueString() != "" {
		return setting{name, v.ValueString(), true}
	}

	return setting{name: name, value: p.env("JUMPCLOUD_" + strings.ToUpper(name))}
}

func (s setting) origin() string {
	if s.block {
		return s.name + " in the provider block"
	}

	return "JUMPCLOUD_" + strings.ToUpper(s.name) + " in the environment"
}

// refuseBoth says that two settings exclude each other, wherever they come from: which of
// them was meant decides who is changed.
func refuseBoth(diags *diag.Diagnostics, summary string, a, b setting, keep string) {
	at := a
	if b.block && !a.block {
		at = b
	}

	next := "Remove one of them."
	if !a.block || !b.block {
		next = "Remove one of them; an environment variable that is meant for something else can be unset for this run."
	}

	diags.AddAttributeError(path.Root(at.name), summary,
		fmt.Sprintf("Both %s and %s are given: keep one of %s. %s", a.origin(), b.origin(), keep, next))
}

// credentials takes the API key or the service account.
func (p *jumpcloudProvider) credentials(m model, config *jumpcloud.Config, diags *diag.Diagnostics) {
	key, id, secret := p.setting("api_key", m.APIKey), p.setting("client_id", m.ClientID), p.setting("client_secret", m.ClientSecret)

	// The block goes before the environment, which may hold what another block uses.
	switch {
	case key.block && !id.block && !secret.block:
		id.value, secret.value = "", ""
	case !key.block && (id.block || secret.block):
		key.value = ""
	}

	other := id
	if id.value == "" || secret.block && !id.block {
		other = secret
	}

	switch {
	case key.value != "" && other.value != "":
		refuseBoth(diags, "Conflicting Credentials", key, other,
			"api_key (JUMPCLOUD_API_KEY) and client_id with client_secret (JUMPCLOUD_CLIENT_ID, JUMPCLOUD_CLIENT_SECRET)")
	case key.value == "" && other.value == "":
		diags.AddAttributeError(path.Root("api_key"), "Missing Credential",
			"Set JUMPCLOUD_API_KEY to an administrator's API key, or JUMPCLOUD_CLIENT_ID and JUMPCLOUD_CLIENT_SECRET to those of a "+
				"service account, or the arguments of these names in the provider block.")
	case key.value == "" && (id.value == "" || secret.value == ""):
		missing := secret
		if id.value == "" {
			missing = id
		}

		diags.AddAttributeError(path.Root(missing.name), "Missing Credential", fmt.Sprintf(
			"A service account needs both client_id and client_secret; %s is missing. Set it, or JUMPCLOUD_%s.", missing.name, strings.ToUpper(missing.name)))
	}

	// A key that was read from a file ends in a new line.
	config.APIKey, config.ClientID = strings.TrimSpace(key.value), strings.TrimSpace(id.value)
	config.ClientSecret = strings.TrimSpace(secret.value)
}

// place takes the region or the URL.
func (p *jumpcloudProvider) place(m model, config *jumpcloud.Config, diags *diag.Diagnostics) {
	region, url := p.setting("region", m.Region), p.setting("api_url", m.APIURL)
	config.Region, config.APIURL = region.value, url.value

	if url.value == "" {
		return
	}

	if _, err := jumpcloud.ParseURL(url.value); err != nil {
		diags.AddAttributeError(path.Root("api_url"), "Invalid Provider Configuration", "api_url: "+err.Error()+".")

		return
	}

	if region.value != "" && !config.SamePlace() {
		refuseBoth(diags, "Conflicting Regions", region, url, "region (JUMPCLOUD_REGION) and api_url (JUMPCLOUD_API_URL)")
	}
}

// pace takes how fast and how patiently requests are sent.
func (p *jumpcloudProvider) pace(m model, config *jumpcloud.Config, diags *diag.Diagnostics) {
	config.RequestsPerSecond = jumpcloud.DefaultRequestsPerSecond
	config.MaxRetries = jumpcloud.DefaultMaxRetries
	config.RequestTimeout = jumpcloud.DefaultRequestTimeout

	if !m.RequestsPerSecond.IsNull() {
		config.RequestsPerSecond = m.RequestsPerSecond.ValueFloat64()
	} else if v := p.env("JUMPCLOUD_REQUESTS_PER_SECOND"); v != "" {
		f, err := strconv.ParseFloat(v, 64)
		if err != nil || !(f >= minRate && f <= maxRate) {
			invalid(diags, "requests_per_second", v, fmt.Sprintf("a number from %g to %g", minRate, maxRate))
		}

		config.RequestsPerSecond = f
	}

	if !m.MaxRetries.IsNull() {
		config.MaxRetries = int(m.MaxRetries.ValueInt64())
	} else if v := p.env("JUMPCLOUD_MAX_RETRIES"); v != "" {
		n, err := strconv.Atoi(v)
		if err != nil || n < 0 || n > mostRetries {
			invalid(diags, "max_retries", v, fmt.Sprintf("a whole number from 0 to %d", mostRetries))
		}

		config.MaxRetries = n
	}

	if v := p.text(m.RequestTimeout, "JUMPCLOUD_REQUEST_TIMEOUT"); v != "" {
		d, err := time.ParseDuration(v)
		if err != nil || d < time.Second {
			invalid(diags, "request_timeout", v, "a duration of at least one second, such as 60s or 2m")
		}

		config.RequestTimeout = d
	}
}

// guard takes the limits on what a run may do.
func (p *jumpcloudProvider) guard(m model, config *jumpcloud.Config, diags *diag.Diagnostics) {
	config.Guards = jumpcloud.Guards{
		ReadOnly: m.ReadOnly.ValueBool(), Explicit: m.Explicit.ValueBool(), Allowed: kit.Strings(m.Allowed),
		MaxOrganizations: int(m.maxOrganizations().ValueInt64()),
	}

	// A list that lost its elements on the way here must not allow everything.
	if !m.Allowed.IsNull() && (len(m.Allowed.Elements()) == 0 || len(config.Guards.Allowed) < len(m.Allowed.Elements())) {
		diags.AddAttributeError(path.Root("allowed_organization_ids"), "Invalid Provider Configuration",
			"allowed_organization_ids is empty or holds a null: name the organizations, or leave it out to allow all.")
	}

	if v := p.env("JUMPCLOUD_READ_ONLY"); v != "" && m.ReadOnly.IsNull() {
		on, err := strconv.ParseBool(v)
		if err != nil {
			invalid(diags, "read_only", v, "true or false")
		}

		config.Guards.ReadOnly = on
	}

	config.ExpiryWarning = jumpcloud.DefaultExpiryWarning

	if v := p.env("JUMPCLOUD_EXPIRY_WARNING_DAYS"); v != "" {
		n, err := strconv.Atoi(v)
		if err != nil || n < 0 {
			diags.AddError("Invalid Provider Configuration", fmt.Sprintf("JUMPCLOUD_EXPIRY_WARNING_DAYS %q is not a whole number of at least 0.", v))
		}

		config.ExpiryWarning = time.Duration(n) * 24 * time.Hour
	}

	// The environment wins here: it is how one run is let through a limit that stays.
	if v := p.env("JUMPCLOUD_MAX_ORGANIZATIONS"); v != "" {
		n, err := strconv.Atoi(v)
		if err != nil || n < 1 {
			invalid(diags, "blast_radius", v, "a whole number of at least 1")
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

// invalid says that a setting is not what it must be.
func invalid(diags *diag.Diagnostics, name, value, want string) {
	diags.AddAttributeError(path.Root(name), "Invalid Provider Configuration", fmt.Sprintf("%s %q is not %s.", name, value, want))
}

// text is a setting, or the environment's where the configuration leaves it out.
func (p *jumpcloudProvider) text(v types.String, name string) string {
	if v.ValueString() != "" {
		return v.ValueString()
	}

	return p.env(name)
}

// env is a variable of the environment. One that was read from a file ends in a new line.
func (p *jumpcloudProvider) env(name string) string { return strings.TrimSpace(p.getenv(name)) }
