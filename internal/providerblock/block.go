// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package providerblock is what the provider block of every provider has: how fast and how
// patiently requests are sent, read_only, and fallbacks to the environment. It knows no
// vendor.
package providerblock

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/hashicorp/terraform-plugin-framework-validators/float64validator"
	"github.com/hashicorp/terraform-plugin-framework-validators/int64validator"
	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/provider/schema"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"
)

// Limits of the settings, shown in the schema's descriptions.
const (
	minRate     = 0.5
	maxRate     = 100.0
	mostRetries = 20
)

// ErrUnknown is why nothing can be asked while a setting comes from something that is not
// applied yet.
var ErrUnknown = errors.New("the provider's configuration is not known yet, because it depends on something " +
	"that is not applied: apply that first (terraform apply -target=…), or set the provider's arguments from variables")

// Settings are what the arguments of every provider say.
type Settings struct {
	RequestsPerSecond float64
	MaxRetries        int
	RequestTimeout    time.Duration // of one try
	ReadOnly          bool
}

// Block is the provider block of one provider.
type Block struct {
	Prefix   string // of the environment's variables, such as VENDOR_
	Getenv   func(string) string
	Defaults Settings
}

// Model holds the arguments of every provider. A provider's own model embeds it.
type Model struct {
	ReadOnly          types.Bool    `tfsdk:"read_only"`
	RequestsPerSecond types.Float64 `tfsdk:"requests_per_second"`
	MaxRetries        types.Int64   `tfsdk:"max_retries"`
	RequestTimeout    types.String  `tfsdk:"request_timeout"`
}

// Unknown tells that a setting comes from something that is not applied yet.
func (m Model) Unknown() bool {
	return m.ReadOnly.IsUnknown() || m.RequestsPerSecond.IsUnknown() || m.MaxRetries.IsUnknown() || m.RequestTimeout.IsUnknown()
}

// With returns the attributes of every provider, and its own.
func (b Block) With(own map[string]schema.Attribute) map[string]schema.Attribute {
	own["read_only"] = schema.BoolAttribute{
		MarkdownDescription: "Whether to refuse every write before it is sent. Plans work and show every change; an apply fails. " +
			"For drift jobs and CI plans. Defaults to `false`. " + b.fallback("read_only"),
		Optional: true,
	}
	own["requests_per_second"] = schema.Float64Attribute{
		MarkdownDescription: fmt.Sprintf("Most requests per second, %g to %g, by default %g. The provider finds by itself what the "+
			"service takes when it answers 429, and stays just below; it never exceeds this. ", minRate, maxRate, b.Defaults.RequestsPerSecond) +
			b.fallback("requests_per_second"),
		Optional:   true,
		Validators: []validator.Float64{float64validator.Between(minRate, maxRate)},
	}
	own["max_retries"] = schema.Int64Attribute{
		MarkdownDescription: fmt.Sprintf("How often a request is repeated at the most, 0 to %d, by default %d. A request that creates "+
			"something is repeated only when it is certain that nothing was created. ", mostRetries, b.Defaults.MaxRetries) + b.fallback("max_retries"),
		Optional:   true,
		Validators: []validator.Int64{int64validator.Between(0, mostRetries)},
	}
	own["request_timeout"] = schema.StringAttribute{
		MarkdownDescription: fmt.Sprintf("Longest time for one try of a request, such as `%ds` (the default) or `2m`; waiting for the "+
			"request rate or for a `Retry-After` does not count. ", int(b.Defaults.RequestTimeout.Seconds())) + b.fallback("request_timeout"),
		Optional: true,
	}

	return own
}

func (b Block) fallback(name string) string { return "Environment: `" + b.Variable(name) + "`." }

// Settings takes the arguments, and the environment's where the configuration leaves one
// out. What is not what it must be is an error that names the argument.
func (b Block) Settings(m Model, diags *diag.Diagnostics) Settings {
	s := b.Defaults

	if !m.RequestsPerSecond.IsNull() {
		s.RequestsPerSecond = m.RequestsPerSecond.ValueFloat64()
	} else if v := b.Env("requests_per_second"); v != "" {
		f, err := strconv.ParseFloat(v, 64)
		if err != nil || !(f >= minRate && f <= maxRate) {
			Invalid(diags, "requests_per_second", v, fmt.Sprintf("a number from %g to %g", minRate, maxRate))
		}

		s.RequestsPerSecond = f
	}

	if !m.MaxRetries.IsNull() {
		s.MaxRetries = int(m.MaxRetries.ValueInt64())
	} else if v := b.Env("max_retries"); v != "" {
		n, err := strconv.Atoi(v)
		if err != nil || n < 0 || n > mostRetries {
			Invalid(diags, "max_retries", v, fmt.Sprintf("a whole number from 0 to %d", mostRetries))
		}

		s.MaxRetries = n
	}

	if v := b.Text("request_timeout", m.RequestTimeout); v != "" {
		d, err := time.ParseDuration(v)
		if err != nil || d < time.Second {
			Invalid(diags, "request_timeout", v, "a duration of at least one second, such as 60s or 2m")
		}

		s.RequestTimeout = d
	}

	s.ReadOnly = m.ReadOnly.ValueBool()

	if v := b.Env("read_only"); v != "" && m.ReadOnly.IsNull() {
		on, err := strconv.ParseBool(v)
		if err != nil {
			Invalid(diags, "read_only", v, "true or false")
		}

		s.ReadOnly = on
	}

	return s
}

// Variable is the environment's name for an argument.
func (b Block) Variable(name string) string { return b.Prefix + strings.ToUpper(name) }
