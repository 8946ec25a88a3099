// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package user

import (
	"errors"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// States of a user.
const (
	staged    = "STAGED"
	suspended = "SUSPENDED"
)

// What destroying a user means.
const (
	suspend = "suspend"
	remove  = "delete"
	prevent = "prevent"
)

// model is a user whom Terraform manages: what is null is somebody else's business.
type model struct {
	profile

	PasswordWO        types.String `tfsdk:"password_wo"`
	PasswordWOVersion types.Int64  `tfsdk:"password_wo_version"`
	DeletionPolicy    types.String `tfsdk:"deletion_policy"`
}

// toAPI is what is configured, and nothing else.
func (m model) toAPI() collections.Members {
	body := collections.Members{}

	for name, at := range m.texts() {
		if !at.IsNull() && !at.IsUnknown() {
			body[name] = at.ValueString()
		}
	}

	for name, at := range m.flags() {
		if !at.IsNull() && !at.IsUnknown() {
			body[name] = at.ValueBool()
		}
	}

	for name, at := range m.numbers() {
		if !at.IsNull() && !at.IsUnknown() {
			body[name] = float64(at.ValueInt64()) // as JSON decodes it, to be compared
		}
	}

	if !m.Attributes.IsNull() && !m.Attributes.IsUnknown() {
		body["attributes"] = attributesBody(m.Attributes)
	}

	return body
}

// attributesBody is a list in the order of the names: a map has none, and the request should not
// change from run to run.
func attributesBody(of types.Map) []any {
	all := []any{}

	for _, name := range slices.Sorted(maps.Keys(of.Elements())) {
		if value, ok := of.Elements()[name].(types.String); ok {
			all = append(all, collections.Members{"name": name, "value": value.ValueString()})
		}
	}

	return all
}

// changes are the configured members that differ from what the service holds. Of a field that
// somebody else decides over, a change is an error, and what they wrote is left alone.
func (m model) changes(prior model, now user) (collections.Members, error) {
	changes, before := collections.Members{}, prior.toAPI()
	restricted := kit.Strings(restrictedOf(now))

	var errs []error

	for name, v := range m.toAPI() {
		if same(name, v, now) {
			continue
		}

		if !slices.Contains(restricted, name) {
			changes[name] = v

			continue
		}

		if !reflect.DeepEqual(before[name], v) {
			errs = append(errs, restrictedError(name, m, now))
		}
	}

	if !m.PasswordWOVersion.IsNull() && !m.PasswordWOVersion.Equal(prior.PasswordWOVersion) && !m.PasswordWO.IsNull() {
		changes["password"] = m.PasswordWO.ValueString()
	}

	return changes, errors.Join(errs...)
}

func restrictedError(name string, m model, now user) error {
	by := ""

	for _, o := range now.objects("restrictedFields") {
		if o["field"] == name {
			by, _ = o["type"].(string)
		}
	}

	return &kit.AttributeError{Path: path.Root(attributeOf(name)), Err: fmt.Errorf(
		"%s of user %q (%s) is decided elsewhere (%s), and JumpCloud does not take it from anybody else: change it there, or leave it out here",
		attributeOf(name), m.Username.ValueString(), now.id(), by)}
}

// same tells whether a member is what the service holds.
func same(name string, v any, now user) bool {
	switch v := v.(type) {
	case string:
		return v == now.text(name) || (name == "email" || name == "username") && strings.EqualFold(v, now.text(name))
	case []any:
		return reflect.DeepEqual(attributesBody(attributesOf(now)), v)
	}

	return reflect.DeepEqual(now[name], v)
}

// fromAPI takes over what is managed; an import, which manages nothing yet, takes all. What
// somebody else decides over stays as it is configured: no plan here can mend it.
func (m *model) fromAPI(u user) {
	configured, all := m.profile, m.DeletionPolicy.IsNull()

	m.show(u)
	m.DeletionPolicy = kit.StringOr(m.DeletionPolicy, suspend)

	if all {
		return
	}

	restricted := kit.Strings(restrictedOf(u))
	keep := func(name string, isNull, isUnknown bool) bool {
		return isNull || !isUnknown && slices.Contains(restricted, name)
	}

	for name, at := range configured.texts() {
		if keep(name, at.IsNull(), at.IsUnknown()) {
			*m.texts()[name] = *at
		}
	}

	for name, at := range configured.flags() {
		if keep(name, at.IsNull(), at.IsUnknown()) {
			*m.flags()[name] = *at
		}
	}

	for name, at := range configured.numbers() {
		if keep(name, at.IsNull(), at.IsUnknown()) {
			*m.numbers()[name] = *at
		}
	}

	if configured.Attributes.IsNull() {
		m.Attributes = configured.Attributes
	}

	m.Username, m.Email = spelled(configured.Username, m.Username), spelled(configured.Email, m.Email)
}
