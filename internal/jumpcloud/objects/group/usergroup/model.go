// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package usergroup

import (
	"context"
	"encoding/json"
	"maps"
	"slices"

	"github.com/hashicorp/terraform-plugin-framework/attr"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/group"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// model is a user group in HCL. Of the attributes, null leaves alone what the service holds.
type model struct {
	OrganizationID      types.String `tfsdk:"organization_id"`
	ID                  types.String `tfsdk:"id"`
	Name                types.String `tfsdk:"name"`
	Description         types.String `tfsdk:"description"`
	AllowDuplicateName  types.Bool   `tfsdk:"allow_duplicate_name"`
	Email               types.String `tfsdk:"email"`
	SudoEnabled         types.Bool   `tfsdk:"sudo_enabled"`
	SudoWithoutPassword types.Bool   `tfsdk:"sudo_without_password"`
	LDAPGroups          types.Set    `tfsdk:"ldap_groups"`
	PosixGroups         types.Map    `tfsdk:"posix_groups"`
	SambaEnabled        types.Bool   `tfsdk:"samba_enabled"`
	RadiusReply         []reply      `tfsdk:"radius_reply"`
	UserIDs             types.Set    `tfsdk:"user_ids"`

	group.Dynamic
}

// reply is one attribute of a RADIUS reply.
type reply struct {
	Name  types.String `tfsdk:"name"`
	Value types.String `tfsdk:"value"`
}

// The known attributes of a user group (GroupAttributes-UserGroup).
type (
	sudo struct {
		Enabled         bool `json:"enabled"`
		WithoutPassword bool `json:"withoutPassword"`
	}
	ldapGroup struct {
		Name string `json:"name"`
	}
	posixGroup struct {
		ID   int64  `json:"id"`
		Name string `json:"name"`
	}
	radius struct {
		Reply []radiusReply `json:"reply"`
	}
	radiusReply struct {
		Name  string `json:"name"`
		Value string `json:"value"`
	}
)

func ref(id types.String) group.Ref { return group.Ref{Type: group.UserGroup, ID: id.ValueString()} }

// toAPI writes the model over what the service holds, and returns the language of the query.
func (m model) toAPI(ctx context.Context, prior model, now group.Whole) (group.Body, string, error) {
	b, dsl, err := m.ToAPI(ctx, prior.Dynamic, now, group.User)
	if err != nil {
		return b, "", err
	}

	b.Name, b.Description, b.Email = m.Name.ValueString(), m.Description.ValueString(), m.Email.ValueString()

	attributes := maps.Clone(b.Attributes)
	if attributes == nil {
		attributes = group.Attributes{}
	}

	wanted, err := m.attributes()
	if err != nil {
		return b, "", err
	}

	for name, v := range wanted {
		raw, err := over(attributes[name], v)
		if err != nil {
			return b, "", err
		}

		attributes[name] = raw
	}

	if len(attributes) > 0 {
		b.Attributes = attributes
	}

	return b, dsl, nil
}

// over writes a value over what the service holds: of an object, the members that nobody
// knows here stay.
func over(now json.RawMessage, v any) (json.RawMessage, error) {
	raw, err := json.Marshal(v)

	var there, wanted map[string]json.RawMessage
	if err != nil || json.Unmarshal(now, &there) != nil || json.Unmarshal(raw, &wanted) != nil || there == nil {
		return raw, err
	}

	maps.Copy(there, wanted)

	return json.Marshal(there)
}

// attributes are those that the configuration gives.
func (m model) attributes() (map[string]any, error) {
	all := map[string]any{}

	if !m.SudoEnabled.IsNull() {
		all["sudo"] = sudo{m.SudoEnabled.ValueBool(), m.SudoWithoutPassword.ValueBool()}
	}

	if !m.SambaEnabled.IsNull() {
		all["sambaEnabled"] = m.SambaEnabled.ValueBool()
	}

	if !m.LDAPGroups.IsNull() {
		names := kit.Strings(m.LDAPGroups)
		slices.Sort(names) // a set has no order; the request should not change from run to run

		groups := []ldapGroup{}
		for _, name := range names {
			groups = append(groups, ldapGroup{name})
		}

		all["ldapGroups"] = groups
	}

	if !m.PosixGroups.IsNull() {
		groups := []posixGroup{}

		for _, name := range slices.Sorted(maps.Keys(m.PosixGroups.Elements())) {
			id, ok := m.PosixGroups.Elements()[name].(types.Int64)
			if !ok || id.IsNull() || id.IsUnknown() {
				return nil, noNumber(name)
			}

			groups = append(groups, posixGroup{id.ValueInt64(), name})
		}

		all["posixGroups"] = groups
	}

	if m.RadiusReply != nil {
		r := radius{Reply: []radiusReply{}}
		for _, e := range m.RadiusReply {
			r.Reply = append(r.Reply, radiusReply{e.Name.ValueString(), e.Value.ValueString()})
		}

		all["radius"] = r
	}

	return all, nil
}

// fromAPI takes over the attributes that are managed, or all that are set. An import, which
// knows no configuration, manages none.
func (m *model) fromAPI(ctx context.Context, g group.Whole, all bool) error {
	m.ID = types.StringValue(g.ID)
	m.Name = group.Text(m.Name, g.Name)
	m.Description = group.Text(m.Description, g.Description)
	m.Email = group.Text(m.Email, g.Email)

	if err := m.membersFromAPI(ctx, g, all && group.IsDynamic(g.MembershipMethod)); err != nil {
		return err
	}

	var known struct {
		Sudo         *sudo        `json:"sudo"`
		LDAPGroups   []ldapGroup  `json:"ldapGroups"`
		PosixGroups  []posixGroup `json:"posixGroups"`
		Radius       *radius      `json:"radius"`
		SambaEnabled *bool        `json:"sambaEnabled"`
	}

	raw, err := json.Marshal(g.Attributes)
	if err == nil {
		err = json.Unmarshal(raw, &known)
	}

	if err != nil {
		return err
	}

	if !m.SudoEnabled.IsNull() || all && known.Sudo != nil {
		now := sudo{}
		if known.Sudo != nil {
			now = *known.Sudo
		}

		m.SudoEnabled = types.BoolValue(now.Enabled)

		// Without a wish for it, false is what is sent: only another value is a difference.
		if !m.SudoWithoutPassword.IsNull() || now.WithoutPassword {
			m.SudoWithoutPassword = types.BoolValue(now.WithoutPassword)
		}
	}

	if !m.SambaEnabled.IsNull() || all && known.SambaEnabled != nil {
		m.SambaEnabled = types.BoolValue(known.SambaEnabled != nil && *known.SambaEnabled)
	}

	m.ldapFromAPI(known.LDAPGroups, g.Name, all)

	if !m.PosixGroups.IsNull() || all && len(known.PosixGroups) > 0 {
		ids := map[string]attr.Value{}
		for _, p := range known.PosixGroups {
			ids[p.Name] = types.Int64Value(p.ID)
		}

		m.PosixGroups = types.MapValueMust(types.Int64Type, ids)
	} else {
		m.PosixGroups = types.MapNull(types.Int64Type)
	}

	if m.RadiusReply != nil || all && known.Radius != nil && len(known.Radius.Reply) > 0 {
		m.RadiusReply = []reply{}

		if known.Radius != nil {
			for _, r := range known.Radius.Reply {
				m.RadiusReply = append(m.RadiusReply, reply{types.StringValue(r.Name), types.StringValue(r.Value)})
			}
		}
	}

	return nil
}

// ldapFromAPI leaves the group of the user group's own name, which the service adds by
// itself, out of all that are set.
func (m *model) ldapFromAPI(groups []ldapGroup, own string, all bool) {
	names := []string{}
	for _, g := range groups {
		names = append(names, g.Name)
	}

	switch {
	case !m.LDAPGroups.IsNull(), all && len(names) > 0 && !slices.Equal(names, []string{own}):
		m.LDAPGroups = kit.StringSet(names)
	default:
		m.LDAPGroups = types.SetNull(types.StringType)
	}
}
