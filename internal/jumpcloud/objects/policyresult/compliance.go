// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package policyresult

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

// office is an organization with what was found in it, or why nothing was.
type office struct {
	id       string
	tenant   *jumpcloud.Tenant
	policies []policy
	err      error
}

// task is one policy whose statuses are to be read: the only call that compliance makes for it.
type task struct {
	office *office
	policy policy
}

// outcome is what came of a task.
type outcome struct {
	results []result
	gone    bool // deleted since it was listed
	err     error
}

// lookCompliance lists the policies of every organization, then reads the statuses of every
// policy, all through the credential's one request rate. An organization that fails is left
// out with a warning.
func lookCompliance(ctx context.Context, p *jumpcloud.Portal, m *complianceModel) error {
	ids, err := m.organizations(ctx, p)
	if err != nil {
		return err
	}

	offices, err := collections.Parallel(ctx, ids, func(ctx context.Context, id string) (*office, error) {
		o := visit(ctx, p, id, m.PolicyGroup.ValueString())

		return o, hopeless(ctx, o.err)
	})
	if err != nil {
		return err
	}

	var tasks []task

	for _, o := range offices {
		for _, policy := range o.policies {
			tasks = append(tasks, task{o, policy})
		}
	}

	outcomes, err := collections.Parallel(ctx, tasks, func(ctx context.Context, t task) (outcome, error) {
		results, err := statuses(ctx, t.office.tenant, t.policy.ID)
		if errors.Is(err, rest.ErrNotFound) {
			return outcome{gone: true}, nil
		}

		return outcome{results: results, err: err}, hopeless(ctx, err)
	})
	if err != nil {
		return err
	}

	for i, t := range tasks {
		if t.office.err == nil {
			t.office.err = outcomes[i].err
		}
	}

	m.fill(ctx, p, offices, tasks, outcomes)

	return m.incomplete(ctx, p, offices)
}

// visit lists an organization's policies.
func visit(ctx context.Context, p *jumpcloud.Portal, id, group string) *office {
	o := &office{id: id}

	if o.tenant, o.err = (tenancy.Tenant{}).Enter(p.Client(), map[string]string{tenancy.OrganizationID: id}); o.err == nil {
		o.policies, o.err = policiesOf(ctx, o.tenant, group)
	}

	return o
}

// hopeless returns an error that no other organization would fare better with.
func hopeless(ctx context.Context, err error) error {
	if errors.Is(err, rest.ErrUnauthorized) || errors.Is(err, rest.ErrBlocked) || ctx.Err() != nil {
		return err
	}

	return nil
}

// organizations are those that the configuration names, else all of the provider's that its
// configuration allows.
func (m *complianceModel) organizations(ctx context.Context, p *jumpcloud.Portal) ([]string, error) {
	if !m.OrganizationIDs.IsNull() {
		ids := kit.Strings(m.OrganizationIDs)
		slices.Sort(ids)

		return ids, nil
	}

	all, err := p.Organizations(ctx)
	if err != nil {
		return nil, err
	}

	var ids []string

	for _, o := range all {
		if p.Client().Allow(o.ID) == nil {
			ids = append(ids, o.ID)
		}
	}

	return ids, nil
}

func (m *complianceModel) fill(ctx context.Context, p *jumpcloud.Portal, offices []*office, tasks []task, outcomes []outcome) {
	m.ByOrganization = map[string]organizationModel{}
	all := map[string][]result{}

	for _, o := range offices {
		if o.err == nil {
			m.ByOrganization[o.id] = organizationModel{Name: types.StringValue(nameOf(ctx, p, o.id)), Policies: []policyModel{}}
		}
	}

	for i, t := range tasks {
		row, ok := m.ByOrganization[t.office.id]
		if !ok || outcomes[i].gone {
			continue
		}

		row.Policies = append(row.Policies, policyModel{
			counts: count(outcomes[i].results), PolicyID: types.StringValue(t.policy.ID),
			Name: types.StringValue(t.policy.Name), TemplateName: types.StringValue(t.policy.Template.Name),
		})
		m.ByOrganization[t.office.id] = row
		all[t.office.id] = append(all[t.office.id], outcomes[i].results...)
	}

	for id, row := range m.ByOrganization {
		row.counts = count(all[id])
		row.Failing = kit.StringList(slices.Compact(slices.Sorted(slices.Values(failing(all[id])))))
		m.ByOrganization[id] = row
	}
}

// failing lists the devices that any policy fails on.
func failing(all []result) []string {
	var ids []string

	for _, r := range all {
		if r.State == stateFailed && r.SystemID != "" {
			ids = append(ids, r.SystemID)
		}
	}

	return ids
}

// nameOf is the organization's name, empty where the credential cannot list organizations.
func nameOf(ctx context.Context, p *jumpcloud.Portal, id string) string {
	o, err := p.Organization(ctx, id)
	if err != nil {
		return ""
	}

	return o.Name
}

// incomplete warns of the organizations that are missing; that all are is an error.
func (m *complianceModel) incomplete(ctx context.Context, p *jumpcloud.Portal, offices []*office) error {
	missing := map[string]string{}

	var lines []string

	for _, o := range offices {
		if o.err != nil {
			missing[o.id] = o.err.Error()
			lines = append(lines, tenancy.Name(ctx, p.Client(), o.id, o.err)+": "+o.err.Error())
		}
	}

	m.Missing = kit.StringMap(missing)

	switch {
	case len(lines) == 0:
		return nil
	case len(lines) == len(offices):
		const shown = 5
		if more := len(lines) - shown; more > 0 {
			lines = append(lines[:shown], fmt.Sprintf("and %d more", more))
		}

		return fmt.Errorf("no organization could be read:\n%s", strings.Join(lines, "\n"))
	}

	kit.Warn(ctx, "Policy Compliance Is Incomplete", fmt.Sprintf("%d of %d organizations could not be read and are left out:\n\n%s",
		len(lines), len(offices), strings.Join(lines, "\n")))

	return nil
}
