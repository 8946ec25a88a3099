// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package providerblock_test

import (
	"strings"
	"testing"
	"time"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/provider/schema"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/providerblock"
)

var defaults = providerblock.Settings{RequestsPerSecond: 5, MaxRetries: 3, RequestTimeout: 90 * time.Second}

func block(env map[string]string) providerblock.Block {
	return providerblock.Block{Prefix: "ACME_", Getenv: func(name string) string { return env[name] }, Defaults: defaults}
}

func TestSettings(t *testing.T) {
	t.Parallel()

	env := map[string]string{
		"ACME_REQUESTS_PER_SECOND": "2.5\n", "ACME_MAX_RETRIES": "0", "ACME_REQUEST_TIMEOUT": "2m", "ACME_READ_ONLY": "true",
	}
	model := providerblock.Model{
		RequestsPerSecond: types.Float64Value(7), MaxRetries: types.Int64Value(9), RequestTimeout: types.StringValue("1s"), ReadOnly: types.BoolValue(false),
	}

	for name, c := range map[string]struct {
		env   map[string]string
		model providerblock.Model
		want  providerblock.Settings
	}{
		"defaults":    {nil, providerblock.Model{}, defaults},
		"environment": {env, providerblock.Model{}, providerblock.Settings{RequestsPerSecond: 2.5, RequestTimeout: 2 * time.Minute, ReadOnly: true}},
		"block":       {env, model, providerblock.Settings{RequestsPerSecond: 7, MaxRetries: 9, RequestTimeout: time.Second}},
	} {
		var diags diag.Diagnostics

		if got := block(c.env).Settings(c.model, &diags); got != c.want || len(diags) > 0 {
			t.Errorf("%s: %+v %v, want %+v", name, got, diags, c.want)
		}
	}

	for name, value := range map[string]string{
		"ACME_REQUESTS_PER_SECOND": "NaN", "ACME_MAX_RETRIES": "21", "ACME_REQUEST_TIMEOUT": "10ms", "ACME_READ_ONLY": "perhaps",
	} {
		var diags diag.Diagnostics

		block(map[string]string{name: value}).Settings(providerblock.Model{}, &diags)

		if diags.ErrorsCount() != 1 || !strings.Contains(diags[0].Detail(), value) {
			t.Errorf("%s: %v", name, diags)
		}
	}
}

func TestAttributes(t *testing.T) {
	t.Parallel()

	all := block(nil).With(map[string]schema.Attribute{})
	for name, part := range map[string]string{
		"read_only": "`ACME_READ_ONLY`", "requests_per_second": "by default 5", "max_retries": "by default 3", "request_timeout": "`90s` (the default)",
	} {
		if a, ok := all[name]; !ok || !a.IsOptional() || !strings.Contains(a.GetMarkdownDescription(), part) {
			t.Errorf("%s lacks %q", name, part)
		}
	}
}

func TestRefuseBoth(t *testing.T) {
	t.Parallel()

	var diags diag.Diagnostics

	b := block(map[string]string{"ACME_KEY": "k"})
	providerblock.RefuseBoth(&diags, "Conflicting", b.Setting("key", types.StringNull()), b.Setting("user", types.StringValue("u")), "key and user")

	if d, ok := diags[0].(diag.DiagnosticWithPath); !ok || d.Path().String() != "user" ||
		!strings.HasPrefix(d.Detail(), "Both ACME_KEY in the environment and user in the provider block are given") {
		t.Errorf("%v", diags)
	}
}
