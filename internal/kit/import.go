// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package kit

import (
	"context"
	"fmt"
	"maps"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/tfsdk"
)

// ImportState accepts the import id, or the identity, that the object's keys make up.
func (b *Base) ImportState(ctx context.Context, req resource.ImportStateRequest, resp *resource.ImportStateResponse) {
	defaults, _ := b.scope.Defaults(b.data)
	all := append(append([]Key{}, b.scope.Keys()...), b.object.Keys...)
	format, example := importFormat(all)
	right := fmt.Sprintf("The import id of %s is %s, such as %s.", b.object.Type, format, example)

	var (
		values map[string]string
		err    error
	)

	if req.ID == "" && req.Identity != nil {
		values, err = importIdentity(ctx, *req.Identity, all, defaults)
		right = fmt.Sprintf("The identity of %s is %s. Terraform drops a member that it does not know, so a misspelt one is missing, too.",
			b.object.Type, identityFormat(all))
	} else {
		values, err = importID(req.ID, b.scope.Keys(), b.object.Keys, defaults)
	}

	if err != nil {
		resp.Diagnostics.AddError("Unable to Import "+b.object.Title, fmt.Sprintf("%s.\n\n%s", err, right))

		return
	}

	for name, value := range values {
		resp.Diagnostics.Append(resp.State.SetAttribute(ctx, path.Root(name), value)...)
	}

	// The read that follows tells a missing object from one that vanished.
	resp.Diagnostics.Append(keep(ctx, resp.Private, importingKey, "true")...)
	resp.Diagnostics.Append(keep(ctx, resp.Private, importedKey, "true")...)
}

type importing struct{}

// Importing tells a read that it is the first after an import: no configuration has been
// seen, so what is [Object.Unmanaged] is read as well.
func Importing(ctx context.Context) bool { return ctx.Value(importing{}) != nil }

// identify writes the identity, which repeats the keys that are in state.
func (b *Base) identify(ctx context.Context, state tfsdk.State, identity *tfsdk.ResourceIdentity, diags *diag.Diagnostics) {
	if identity == nil || state.Raw.IsNull() {
		return
	}

	for _, key := range append(append([]Key{}, b.scope.Keys()...), b.object.Keys...) {
		if v, ok := known(ctx, state.GetAttribute, key.Name); ok && !holds(identity.Raw, key.Name, v) {
			diags.Append(identity.SetAttribute(ctx, path.Root(key.Name), v)...)
		}
	}
}

// importID splits an import id into keys. Those of the scope may be left out when all of
// them have a default.
func importID(id string, scope, own []Key, defaults map[string]string) (map[string]string, error) {
	keys := append(append([]Key{}, scope...), own...)
	parts := strings.Split(id, "/")
	values := map[string]string{}

	if len(parts) == len(own) && len(scope) > 0 && len(defaults) == len(scope) {
		keys = own

		maps.Copy(values, defaults)
	}

	if len(parts) != len(keys) {
		return nil, fmt.Errorf("%q has %d of the %d parts", id, len(parts), len(keys))
	}

	for i, key := range keys {
		if err := key.Form.check(key.Name, parts[i]); err != nil {
			return nil, err
		}

		values[key.Name] = parts[i]
	}

	return values, nil
}

// importFormat is the import id as documentation writes it, and an example.
func importFormat(keys []Key) (format, example string) {
	var names, examples []string
	for _, key := range keys {
		names = append(names, "<"+key.Name+">")
		examples = append(examples, key.Form.Example)
	}

	return strings.Join(names, "/"), strings.Join(examples, "/")
}

// importIdentity reads the keys that an identity gives.
func importIdentity(ctx context.Context, identity tfsdk.ResourceIdentity, keys []Key, defaults map[string]string) (map[string]string, error) {
	values := map[string]string{}

	var missing []string

	for _, key := range keys {
		v, ok := known(ctx, identity.GetAttribute, key.Name)
		if !ok || v == "" {
			v = defaults[key.Name]
		}

		if v == "" {
			missing = append(missing, key.Name)
		} else if err := key.Form.check(key.Name, v); err != nil {
			return nil, err
		}

		values[key.Name] = v
	}

	if len(missing) > 0 {
		return nil, fmt.Errorf("the identity lacks %s", strings.Join(missing, " and "))
	}

	return values, nil
}

// identityFormat is an identity as an import block has it.
func identityFormat(keys []Key) string {
	members := make([]string, 0, len(keys))
	for _, key := range keys {
		members = append(members, fmt.Sprintf("%s = %q", key.Name, key.Form.Example))
	}

	return "identity = { " + strings.Join(members, ", ") + " }"
}
