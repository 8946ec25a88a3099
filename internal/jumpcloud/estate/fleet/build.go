// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package fleet

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"time"
)

// Build makes the report, as of now. An error is one of the exceptions.
func (in *Inputs) Build(now time.Time) (*Report, error) {
	r := &Report{
		Format: Format, GeneratedAt: now.UTC().Truncate(time.Second), Tenants: in.tenants(), Exceptions: []Exception{},
		Integrations: []Integration{}, Unmapped: []Reference{}, Licenses: in.licenses(), Administrators: in.access(),
		Gaps: slices.Clone(in.gaps),
	}
	r.Provider = in.providerName()
	r.Keys = in.keys(now)

	names := in.names()
	in.integrations(r, names)

	for _, id := range slices.Sorted(maps.Keys(in.Compliance.Missing)) {
		r.Gaps = append(r.Gaps, Gap{cmp.Or(names[id], id), in.Compliance.Missing[id]})
	}

	slices.SortFunc(r.Gaps, func(a, b Gap) int { return cmp.Compare(a.Part, b.Part) })

	if r.Gaps == nil {
		r.Gaps = []Gap{}
	}

	return r, r.Excuse(in.Exceptions)
}

func (in *Inputs) providerName() string {
	switch {
	case in.Provider != nil && in.Provider.Name != "":
		return in.Provider.Name
	case in.Whoami != nil:
		return in.Whoami.ProviderName
	}

	return ""
}

// names are the organizations' names, by id.
func (in *Inputs) names() map[string]string {
	names := map[string]string{}
	for id, o := range in.Compliance.ByOrganization {
		names[id] = o.Name
	}

	if in.Organizations != nil {
		for _, o := range in.Organizations.Organizations {
			names[o.ID] = o.Name
		}
	}

	return names
}

func (in *Inputs) tenants() []Tenant {
	tenants, names, caps := []Tenant{}, in.names(), map[string]*int64{}

	if in.Organizations != nil {
		for _, o := range in.Organizations.Organizations {
			caps[o.ID] = o.MaxSystemUsers
		}
	}

	for _, id := range slices.Sorted(maps.Keys(in.Compliance.ByOrganization)) {
		t := Tenant{Reference: Reference{id, cmp.Or(names[id], id)}, SeatCap: caps[id], Policies: []Policy{}, FailingDevices: []Device{}}
		at := map[string]int{} // of a device

		for _, p := range in.Compliance.ByOrganization[id].Policies {
			t.Policies = append(t.Policies, Policy{Totals: p.Totals, Name: p.Name, Template: p.Template, Failing: append([]string{}, p.Failing...)})

			for _, system := range p.Failing {
				i, known := at[system]
				if !known {
					i = len(t.FailingDevices)
					at[system] = i
					t.FailingDevices = append(t.FailingDevices, Device{ID: system, Name: in.DeviceNames[system]})
				}

				t.FailingDevices[i].Policies = append(t.FailingDevices[i].Policies, p.Name)
			}
		}

		slices.SortFunc(t.FailingDevices, func(a, b Device) int {
			return cmp.Or(cmp.Compare(len(b.Policies), len(a.Policies)), cmp.Compare(a.Name, b.Name), cmp.Compare(a.ID, b.ID))
		})

		tenants = append(tenants, t)
	}

	return tenants
}

// integrations fills in where each tenant is billed. A tenant is unmapped where no
// integration has it.
func (in *Inputs) integrations(r *Report, names map[string]string) {
	unmapped := map[string]int{}

	for _, i := range in.Integrations {
		next := Integration{ID: i.ID, Type: i.Type, Mappings: append([]Mapping{}, i.Mappings.Mappings...), Errors: append([]SyncError{}, i.Errors.Errors...)}

		for j, e := range next.Errors {
			next.Errors[j].OrganizationName = cmp.Or(e.OrganizationName, names[e.OrganizationID], e.OrganizationID)
		}

		for j, m := range next.Mappings {
			next.Mappings[j].OrganizationName = cmp.Or(m.OrganizationName, names[m.OrganizationID], m.OrganizationID)
		}

		slices.SortStableFunc(next.Mappings, func(a, b Mapping) int { return compareNames(a.OrganizationName, b.OrganizationName) })
		slices.SortStableFunc(next.Errors, func(a, b SyncError) int { return cmp.Compare(b.Timestamp, a.Timestamp) })

		for _, id := range i.Mappings.Unmapped {
			unmapped[id]++
		}

		r.Integrations = append(r.Integrations, next)
	}

	for id, n := range unmapped {
		if n == len(in.Integrations) {
			r.Unmapped = append(r.Unmapped, Reference{id, cmp.Or(names[id], id)})
		}
	}

	slices.SortFunc(r.Unmapped, func(a, b Reference) int { return cmp.Or(compareNames(a.Name, b.Name), cmp.Compare(a.ID, b.ID)) })
}

func (in *Inputs) licenses() *Licenses {
	if in.Billing == nil {
		return nil
	}

	l := *in.Billing

	if in.Organizations != nil {
		for _, o := range in.Organizations.Organizations {
			if o.MaxSystemUsers == nil {
				l.Uncapped++
			} else {
				l.SeatCaps += *o.MaxSystemUsers
			}
		}
	}

	return &l
}

func (in *Inputs) access() Access {
	a := Access{WithoutMFA: []Administrator{}}
	if in.Administrators == nil {
		return a
	}

	a.Count = len(in.Administrators.Administrators)

	for _, mail := range slices.Sorted(maps.Keys(in.Administrators.Administrators)) {
		if admin := in.Administrators.Administrators[mail]; !admin.MultiFactor {
			a.WithoutMFA = append(a.WithoutMFA, admin.Administrator)
		}
	}

	return a
}

// keys are the credentials with an end that can be read.
func (in *Inputs) keys(now time.Time) []Key {
	keys := []Key{}
	add := func(k Key) {
		at, err := time.Parse(time.RFC3339, k.Expires)
		if err != nil {
			return
		}

		k.Days = int(at.Sub(now).Hours() / 24)
		if at.Before(now) {
			k.Days = min(k.Days, -1)
		}

		k.InUse = in.Whoami != nil && in.Whoami.Kind == k.Kind && in.Whoami.Expires == k.Expires && strings.EqualFold(in.Whoami.Name, k.Owner)
		if !slices.Contains(keys, k) {
			keys = append(keys, k)
		}
	}

	if in.Administrators != nil {
		for _, a := range in.Administrators.Administrators {
			add(Key{Owner: a.Email, Kind: "administrator", Expires: a.Expires})
		}
	}

	for _, a := range in.ServiceAccounts {
		add(Key{Owner: a.Name, Kind: "service_account", Expires: a.Expires})
	}

	if in.Whoami != nil && !slices.ContainsFunc(keys, func(k Key) bool { return k.InUse }) {
		add(Key{Owner: in.Whoami.Name, Kind: in.Whoami.Kind, Expires: in.Whoami.Expires})
	}

	slices.SortFunc(keys, func(a, b Key) int { return cmp.Or(cmp.Compare(a.Days, b.Days), cmp.Compare(a.Owner, b.Owner)) })

	return keys
}

func compareNames(a, b string) int {
	return cmp.Or(cmp.Compare(strings.ToLower(a), strings.ToLower(b)), cmp.Compare(a, b))
}
