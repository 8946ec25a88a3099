// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package fleet

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/estate/live"
)

// Collect reads all that a report is built from. tell is told what is read next. What the
// credential may not read becomes a gap of the report, but for the policies' results.
func Collect(ctx context.Context, s *live.Session, tell func(what string)) (*Inputs, error) {
	in := &Inputs{Compliance: &complianceInput{}, Integrations: []integrationInput{}}

	tell("policies and what devices report, in all tenants")

	if err := s.Read(ctx, "jumpcloud_policy_compliance", nil, in.Compliance); err != nil {
		return nil, err
	}

	in.part(ctx, tell, "provider", func() error { return source(ctx, s, "jumpcloud_provider", nil, &in.Provider) })
	in.part(ctx, tell, "organizations", func() error { return source(ctx, s, "jumpcloud_organizations", nil, &in.Organizations) })
	in.part(ctx, tell, "billing", func() error { return source(ctx, s, "jumpcloud_billing_details", nil, &in.Billing) })
	in.part(ctx, tell, "administrators", func() error {
		return source(ctx, s, "jumpcloud_provider_administrators", nil, &in.Administrators)
	})
	in.part(ctx, tell, "credential in use", func() error { return source(ctx, s, "jumpcloud_whoami", nil, &in.Whoami) })
	in.part(ctx, tell, "service accounts", func() error { return in.readServiceAccounts(ctx, s.Client().Portal()) })
	in.part(ctx, tell, "integrations", func() error { return in.readIntegrations(ctx, s) })
	in.part(ctx, tell, "names of failing devices", func() error { return in.readDeviceNames(ctx, s.Client()) })

	return in, ctx.Err()
}

// part reads a part that the report can do without.
func (in *Inputs) part(ctx context.Context, tell func(string), name string, read func() error) {
	if ctx.Err() != nil {
		return
	}

	tell(name)

	if err := read(); err != nil {
		in.gaps = append(in.gaps, Gap{name, err.Error()})
	}
}

// source reads a data source whole, or leaves nothing of it.
func source[T any](ctx context.Context, s *live.Session, name string, arguments map[string]any, into **T) error {
	var v T
	if err := s.Read(ctx, name, arguments, &v); err != nil {
		return err
	}

	*into = &v

	return nil
}

func (in *Inputs) readIntegrations(ctx context.Context, s *live.Session) error {
	var list struct {
		Integrations []struct {
			ID   string `json:"id"`
			Type string `json:"type"`
		} `json:"integrations"`
	}
	if err := s.Read(ctx, "jumpcloud_integrations", nil, &list); err != nil {
		return err
	}

	for _, i := range list.Integrations {
		next := integrationInput{ID: i.ID, Type: i.Type}

		if err := s.Read(ctx, fmt.Sprintf("jumpcloud_%s_mappings", i.Type), map[string]any{"integration_id": i.ID}, &next.Mappings); err != nil {
			return err
		}

		if err := s.Read(ctx, "jumpcloud_integration_sync_errors", map[string]any{"type": i.Type, "integration_id": i.ID}, &next.Errors); err != nil {
			return err
		}

		in.Integrations = append(in.Integrations, next)
	}

	return nil
}

// serviceAccount is an element of the list of service accounts (evidence: people 4.1).
type serviceAccount struct {
	ID      string `json:"objectId"`
	Name    string `json:"name"`
	Expires string `json:"expiresAt"`
	Auth    []struct {
		Key    ending `json:"apiKeyConfig"`
		Secret ending `json:"clientSecretConfig"`
	} `json:"authConfigList"`
}

type ending struct {
	Expires string `json:"expiresAt"`
}

func (in *Inputs) readServiceAccounts(ctx context.Context, p *jumpcloud.Portal) error {
	all, err := collections.All(ctx, collections.Listing[serviceAccount]{
		Route: p.V2("service-accounts"), ID: func(a serviceAccount) string { return a.ID },
	})

	for _, a := range all {
		ends := []string{a.Expires}
		if len(a.Auth) > 0 {
			ends = nil
		}

		for _, auth := range a.Auth {
			ends = append(ends, cmp.Or(auth.Key.Expires, auth.Secret.Expires, a.Expires))
		}

		for _, end := range ends {
			in.ServiceAccounts = append(in.ServiceAccounts, accountInput{a.Name, end})
		}
	}

	return err
}

// system is an element of v1 GET /api/systems, which names a device twice, and its id in one
// way or the other.
type system struct {
	ID          string `json:"id"`
	LegacyID    string `json:"_id"`
	DisplayName string `json:"displayName"`
	Hostname    string `json:"hostname"`
}

func (s system) identifier() string { return cmp.Or(s.ID, s.LegacyID) }

// readDeviceNames lists the devices of each tenant that has a failing one. A tenant whose
// devices cannot be read is a gap of its own.
func (in *Inputs) readDeviceNames(ctx context.Context, c *jumpcloud.Client) error {
	var ids []string

	for id, o := range in.Compliance.ByOrganization {
		for _, p := range o.Policies {
			if len(p.Failing) > 0 {
				ids = append(ids, id)

				break
			}
		}
	}

	slices.Sort(ids)

	type answer struct {
		systems []system
		err     error
	}

	answers, err := collections.Parallel(ctx, ids, func(ctx context.Context, id string) (answer, error) {
		all, err := collections.All(ctx, collections.Listing[system]{
			// Fields of version 1 are separated by blanks (evidence: lists 6.1); without them a device comes with all that is known of it.
			Route: c.Tenant(id).V1("systems").With("fields", "displayName hostname"), Sort: jumpcloud.SortID,
			ID: system.identifier,
		})

		return answer{all, err}, nil
	})

	in.DeviceNames = map[string]string{}

	for i, a := range answers {
		for _, s := range a.systems {
			in.DeviceNames[s.identifier()] = cmp.Or(s.DisplayName, s.Hostname)
		}

		if a.err != nil && err == nil {
			in.gaps = append(in.gaps, Gap{"names of failing devices of " + in.Compliance.ByOrganization[ids[i]].Name, a.err.Error()})
		}
	}

	return err
}
