// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package proof

import (
	"strings"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
	"github.com/hashicorp/terraform-plugin-go/tftypes"
)

// unread is what references to a data source lead to before it is read: what is
// configured, and unknown values.
func unread(schema *tfprotov6.Schema, config tftypes.Value) tftypes.Value {
	configured := attributes(config)
	all := map[string]tftypes.Value{}

	for _, a := range schema.Block.Attributes {
		v := orNull(configured, a)
		if a.Computed && v.IsNull() {
			v = tftypes.NewValue(a.ValueType(), tftypes.UnknownValue)
		}

		all[a.Name] = v
	}

	return tftypes.NewValue(schema.ValueType(), all)
}

func (s *session) readData(address string, config tftypes.Value) (tftypes.Value, Diagnostics) {
	schema := s.schema(address)

	ctx, end := s.about(address)
	defer end()

	resp, err := s.server.ReadDataSource(ctx, &tfprotov6.ReadDataSourceRequest{
		TypeName: typeOf(address), Config: s.encodeAs(address, config),
	})
	if err != nil {
		s.core.t.Fatalf("reading %s: %s", address, err)
	}

	diags := Diagnostics(resp.Diagnostics)
	if diags.failed() {
		return config, diags
	}

	value := s.decode(address, resp.State)

	if value.IsNull() || !value.IsFullyKnown() {
		diags = append(diags, s.core.bug("Provider produced invalid object", "%s holds unknown values, or nothing, after it was read", address)...)
	}

	if broken := incompatible(schema.Block.Attributes, unread(schema, config), value); len(broken) > 0 {
		diags = append(diags, s.core.bug("Provider produced invalid object", "%s: %s", address, strings.Join(broken, "\n"))...)
	}

	return value, diags
}

// Data reads a data source.
func (c *Core) Data(typeName string, config Attrs) (Attrs, Diagnostics) {
	s := c.start("")
	if s.diags.failed() {
		return nil, s.diags
	}

	address := "data." + typeName + ".this"

	v, err := toTerraform(s.schema(address).ValueType(), config)
	if err != nil {
		c.t.Fatalf("configuration of %s: %s", typeName, err)
	}

	v = canonical(v)

	if d := s.validate(address, v); d.failed() {
		return nil, d
	}

	value, diags := s.readData(address, v)
	if diags.failed() {
		return nil, diags
	}

	m, _ := fromTerraform(value).(map[string]any)

	return m, diags
}
