// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package alert

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"slices"

	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/psa"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

type alertResource[M any, F form[M]] struct {
	kit.Resource[*jumpcloud.Portal]

	vendor psa.Vendor
}

func newResource[M any, F form[M]](v psa.Vendor, more func() map[string]schema.Attribute) resource.Resource {
	object := kit.Object{
		Type: "jumpcloud_" + v.Type + "_alert_configuration", Title: v.Title + " Alert Configuration",
		Keys: []kit.Key{{Name: "alert_id", Form: tenancy.UUID}}, Remembers: []string{"original_configuration"},
	}

	s := func() schema.Schema {
		s := baseSchema(v)
		maps.Copy(s.Attributes, more())

		return s
	}

	r := &alertResource[M, F]{kit.NewResource(object, tenancy.Portal{}, s, operations[M, F]{v}), v}
	r.FoundBy(finder(v))

	return r
}

type operations[M any, F form[M]] struct{ vendor psa.Vendor }

// Create takes the configuration over: it notes what there is and changes what is configured.
// It is in state even if that fails, since a second look would find the change.
func (o operations[M, F]) Create(ctx context.Context, p *jumpcloud.Portal, plan *M) error {
	var none M

	m := F(plan)

	now, err := o.alert(ctx, p, m.common().Alert.ValueString())
	if err != nil {
		return err
	}

	end, err := collections.Turn(ctx, p.Client(), o.what(now.AlertID))
	if err != nil {
		return err
	}
	defer end()

	known, ok := psa.Take(ctx, p, o.what(now.AlertID))
	if !ok {
		return fmt.Errorf("another resource of this configuration has just taken over the alert %q: it has one configuration in %s", now.DisplayName, o.vendor.Title)
	}

	// Who had the turn before may have changed it.
	if now, err = find(ctx, p, o.vendor, now.AlertID); err != nil {
		return err
	}

	m.common().AlertID = types.StringValue(now.AlertID)
	m.common().OriginalConfiguration = original[M, F](managed[M](m), &now, types.StringValue(known))

	return o.write(ctx, p, m, now, F(&none))
}

// what names a configuration among what a run takes over.
func (o operations[M, F]) what(alertID string) string { return o.vendor.Type + " alert " + alertID }

// Read finds the configuration in the one listing that serves all refreshes.
func (o operations[M, F]) Read(ctx context.Context, p *jumpcloud.Portal, m *M) error {
	c, err := find(ctx, p, o.vendor, F(m).common().AlertID.ValueString())
	if err == nil {
		fromAPI[M](F(m), c, false)
	}

	return err
}

// Update replaces the configuration; what has not changed is sent as it is now.
func (o operations[M, F]) Update(ctx context.Context, p *jumpcloud.Portal, plan *M, prior M) error {
	now, err := find(ctx, p, o.vendor, F(&prior).common().AlertID.ValueString())
	if err != nil {
		return err
	}

	return o.write(ctx, p, F(plan), now, F(&prior))
}

// Delete keeps the configuration, ends its tickets, or puts back what there was, unless
// another resource of this run has taken it over.
func (o operations[M, F]) Delete(ctx context.Context, p *jumpcloud.Portal, prior M) error {
	var (
		m = F(&prior).common()
		b body
	)

	end, err := collections.Turn(ctx, p.Client(), o.what(m.AlertID.ValueString()))
	if err != nil {
		return err
	}
	defer end()

	taken := psa.Leave(ctx, p, o.what(m.AlertID.ValueString()), m.OriginalConfiguration.ValueString())
	if taken && m.OnDestroy.ValueString() != keep {
		kit.Warn(ctx, "Alert Configuration Has Moved", fmt.Sprintf("Another resource of this run manages %q, so it was left as it is.", m.Alert.ValueString()))

		return nil
	}

	switch m.OnDestroy.ValueString() {
	case disable:
		now, err := find(ctx, p, o.vendor, m.AlertID.ValueString())
		if err != nil {
			return err
		}

		now.ShouldCreateTickets = false

		if b, err = bodyOf[M, F](now); err != nil {
			return err
		}
	case restore:
		if m.OriginalConfiguration.IsNull() {
			kit.Warn(ctx, "Alert Configuration Was Not Restored", fmt.Sprintf("What %q did before is not known: it was imported, or not "+
				"configured. It stays as it is.", m.Alert.ValueString()))

			return nil
		}

		now, err := find(ctx, p, o.vendor, m.AlertID.ValueString())
		if err != nil {
			return err
		}

		// What is not managed stays. What is there may lack what is put back.
		if b, err = bodyOf[M, F](now); err != nil {
			b = body{}
		}

		if err := json.Unmarshal([]byte(m.OriginalConfiguration.ValueString()), &b); err != nil {
			return fmt.Errorf("original_configuration cannot be read: %w", err)
		}
	default:
		return nil
	}

	_, err = o.put(ctx, p, m.AlertID.ValueString(), b)

	return err
}

func (o operations[M, F]) write(ctx context.Context, p *jumpcloud.Portal, m F, now configuration, prior F) error {
	all, err := readOptions(ctx, p, o.vendor)
	if err != nil {
		return err
	}

	b, err := toAPI[M](m, now, all, prior)
	if err != nil {
		return err
	}

	var c configuration

	if same, e := bodyOf[M, F](now); e == nil && equal(same, b) {
		c = now // it is so already
	} else if c, err = o.put(ctx, p, now.AlertID, b); err != nil {
		return err
	}

	fromAPI[M](m, c, true)

	return nil
}

func (o operations[M, F]) put(ctx context.Context, p *jumpcloud.Portal, alertID string, b body) (configuration, error) {
	return put(ctx, p, o.vendor, alertID, b, func(c configuration) body {
		there, err := bodyOf[M, F](c)
		if err != nil {
			return nil
		}

		return there
	})
}

// alert finds the configuration of the alert that is named, by name or id.
func (o operations[M, F]) alert(ctx context.Context, p *jumpcloud.Portal, want string) (configuration, error) {
	all, err := configurations(ctx, p, o.vendor)
	if err != nil {
		return configuration{}, err
	}

	found, err := kit.Resolve("alert", want, psa.Candidates(all))
	if err != nil {
		return configuration{}, &kit.AttributeError{Path: at("alert"), Err: err}
	}

	return all[slices.IndexFunc(all, func(c configuration) bool { return c.AlertID == found.ID })], nil
}
