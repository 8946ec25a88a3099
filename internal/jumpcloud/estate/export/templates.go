// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package export

import "context"

// templates are those that were asked for: they are the same for all organizations.
type templates struct {
	turn   chan struct{}   // one organization reads at a time, so that none reads what another does
	hidden map[string]bool // whether they have a sensitive field, by name
}

// readTemplates learns which of the policies may hold what the service does not show. Each
// template is read once for the estate.
func (e *exporter) readTemplates(ctx context.Context, p *place) error {
	p.hidden = map[string]bool{}

	select {
	case e.templates.turn <- struct{}{}:
		defer func() { <-e.templates.turn }()
	case <-ctx.Done():
		return ctx.Err()
	}

	for _, o := range p.objects {
		if o.kind.typeName != "jumpcloud_policy" {
			continue
		}

		name := o.attribute("template_name")
		hidden, known := e.templates.hidden[name]

		if !known {
			var err error
			if hidden, err = e.sensitive(ctx, p, name); err != nil {
				if ctx.Err() != nil {
					return err
				}

				p.gaps = append(p.gaps, gap{What: "secrets", Name: o.label, ID: o.importID, Reason: "The template cannot be read: " + err.Error()})

				continue
			}

			e.templates.hidden[name] = hidden
		}

		p.hidden[name] = hidden
	}

	return nil
}

func (e *exporter) sensitive(ctx context.Context, p *place, name string) (bool, error) {
	var template struct {
		Fields map[string]struct {
			Sensitive bool `json:"sensitive"`
		} `json:"fields"`
	}
	if err := e.session.Read(ctx, "jumpcloud_policy_template", map[string]any{"organization_id": p.organization, "name": name}, &template); err != nil {
		return false, err
	}

	for _, f := range template.Fields {
		if f.Sensitive {
			return true, nil
		}
	}

	return false, nil
}
