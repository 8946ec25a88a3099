// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package system

import (
	"context"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// system is a device as the API returns it, as far as it is shown here.
type system struct {
	ID           string `json:"_id"`
	DisplayName  string `json:"displayName"`
	Hostname     string `json:"hostname"`
	SerialNumber string `json:"serialNumber"`
	OS           string `json:"os"`
	OSFamily     string `json:"osFamily"`
	Version      string `json:"version"`
	Arch         string `json:"arch"`
	AgentVersion string `json:"agentVersion"`
	Description  string `json:"description"`
	Active       bool   `json:"active"`
	LastContact  string `json:"lastContact"`
	Created      string `json:"created"`
}

// fields are what is asked for: a whole device has some fifty members.
const fields = "_id displayName hostname serialNumber os osFamily version arch agentVersion description active lastContact created"

// names are the members that name a device, each by its attribute.
var names = []struct {
	attribute, wire string
	of              func(system) string
}{
	{"display_name", "displayName", func(s system) string { return s.DisplayName }},
	{"hostname", "hostname", func(s system) string { return s.Hostname }},
	{"serial_number", "serialNumber", func(s system) string { return s.SerialNumber }},
}

func listing(t *jumpcloud.Tenant) collections.Listing[system] {
	return collections.Listing[system]{
		Route: t.V1("systems").With("fields", fields),
		Sort:  jumpcloud.SortID,
		ID:    func(s system) string { return s.ID },
		Single: func(ctx context.Context, id string) (system, error) {
			return collections.Get[system](ctx, t.V1("systems", id))
		},
	}
}

// resolve finds a device by one of its names. It asks for the one first, and reads the whole
// list only where that does not find exactly one: the error names what is similar.
func resolve(ctx context.Context, t *jumpcloud.Tenant, by int, want string) (system, error) {
	name := names[by]
	one := listing(t)
	one.Route = one.Route.With("filter", name.wire+":$eq:"+want)

	found, err := collections.All(ctx, one)
	if err == nil && len(found) == 1 && name.of(found[0]) == want {
		return found[0], nil
	}

	all, err := collections.All(ctx, listing(t))
	if err != nil {
		return system{}, err
	}

	candidates := make([]kit.Candidate, 0, len(all))
	for _, s := range all {
		candidates = append(candidates, kit.Candidate{ID: s.ID, Name: name.of(s)})
	}

	match, err := kit.Resolve("device", want, candidates)
	if err != nil {
		return system{}, err
	}

	return collections.Lookup(ctx, listing(t), match.ID)
}
