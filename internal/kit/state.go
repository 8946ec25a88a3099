// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package kit

import (
	"context"
	"maps"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/tfsdk"
	"github.com/hashicorp/terraform-plugin-go/tftypes"
)

// identified tells whether all keys of the object's own are known.
func (b *Base) identified(ctx context.Context, get Getter) bool {
	for _, key := range b.object.Keys {
		if v, ok := known(ctx, get, key.Name); !ok || v == "" {
			return false
		}
	}

	return true
}

// withWriteOnly copies write-only values from the configuration, the only place that has them.
func withWriteOnly(ctx context.Context, plan *tfsdk.State, config tfsdk.Config) diag.Diagnostics {
	var diags diag.Diagnostics

	for name, attribute := range plan.Schema.GetAttributes() {
		if !attribute.IsWriteOnly() {
			continue
		}

		value := attribute.GetType().ValueType(ctx)
		diags.Append(config.GetAttribute(ctx, path.Root(name), &value)...)
		diags.Append(plan.SetAttribute(ctx, path.Root(name), value)...)
	}

	return diags
}

// forgetUnknown turns what nobody could tell into null: Terraform accepts no unknown
// value after an apply, and the next refresh fills it in.
func forgetUnknown(state *tfsdk.State, diags *diag.Diagnostics) {
	raw, err := tftypes.Transform(state.Raw, func(_ *tftypes.AttributePath, v tftypes.Value) (tftypes.Value, error) {
		if !v.IsKnown() {
			return tftypes.NewValue(v.Type(), nil), nil
		}

		return v, nil
	})
	if err != nil {
		diags.AddError("Unable to Write State", err.Error())

		return
	}

	state.Raw = raw
}

// enter reads the scope's keys and returns the client for them, and the keys with
// defaults in place.
func (b *Base) enter(ctx context.Context, get Getter, diags *diag.Diagnostics) (client any, keys map[string]string, ok bool) {
	if diags.HasError() {
		return client, nil, false
	}

	keys = map[string]string{}
	defaults, _ := b.scope.Defaults(b.data)
	maps.Copy(keys, defaults)

	for _, key := range b.scope.Keys() {
		if v, ok := known(ctx, get, key.Name); ok && v != "" {
			keys[key.Name] = v
		}
	}

	client, err := b.client(b.data, keys)
	if err != nil {
		diags.AddError("Unable to Use the Provider", err.Error())

		return client, nil, false
	}

	return client, keys, true
}

// enterToWrite enters the first object's place, and asks whether each may be written.
func (b *Base) enterToWrite(ctx context.Context, diags *diag.Diagnostics, gets ...Getter) (client any, keys map[string]string, ok bool) {
	client, keys, ok = b.enter(ctx, gets[0], diags)
	if !ok {
		return client, keys, false
	}

	for _, get := range gets {
		if err := b.scope.Permit(ctx, b.data, b.object, get); err != nil {
			diags.AddError("Unable to Use the Provider", err.Error())

			return client, keys, false
		}
	}

	return client, keys, true
}

// place is the object's import id after its type.
func (b *Base) place(ctx context.Context, get Getter) string {
	parts := []string{}

	for _, key := range append(append([]Key{}, b.scope.Keys()...), b.object.Keys...) {
		v, _ := known(ctx, get, key.Name)
		parts = append(parts, v)
	}

	return b.object.Type + " " + strings.Join(parts, "/")
}

// remember keeps what only the state of a destroyed object knows until the run ends.
func (b *Base) remember(ctx context.Context, get Getter) {
	for _, name := range b.object.Remembers {
		if text, ok := known(ctx, get, name); ok {
			b.scope.Run(ctx, b.data).remember(b.place(ctx, get)+" "+name, text)
		}
	}
}

// recall gives the replacement of an object what the run remembers of the one before.
func (b *Base) recall(ctx context.Context, plan *tfsdk.State, diags *diag.Diagnostics) (recalled bool) {
	for _, name := range b.object.Remembers {
		text := b.scope.Run(ctx, b.data).recall(b.place(ctx, plan.GetAttribute) + " " + name)
		if text != "" {
			diags.Append(plan.SetAttribute(ctx, path.Root(name), text)...)

			recalled = true
		}
	}

	return recalled
}
