// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package simulator

import (
	"cmp"
	"fmt"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/group/groupsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/iplist/iplistsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/ldapserver/ldapserversim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/office365/office365sim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/policyresult/policyresultsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/radiusserver/radiusserversim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/user/usersim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// plant makes what is in an organization: first all that has a name, then what refers to it.
func (s *seeded) plant(o SeedOrganization) error {
	for _, step := range []func(SeedOrganization) error{
		s.plantPolicies, s.plantPeople, s.plantGroups, s.plantAssignments, s.plantResults, s.plantDirectories,
	} {
		if err := step(o); err != nil {
			return err
		}
	}

	return nil
}

func (s *seeded) plantPolicies(o SeedOrganization) error {
	for _, l := range o.IPLists {
		id := s.IDs.ObjectID()
		s.Put(iplistsim.Collection, s.orgID, id, sim.Doc{"name": l.Name, "description": l.Description, "ips": append([]string{}, l.IPs...)})
	}

	for i, p := range o.Policies {
		at := fmt.Sprintf("policies[%d]", i)

		id, err := s.AddPolicy(s.orgID, p)
		if err != nil {
			return s.fail(at, err.Error()+s.meantTemplate(p.Template))
		}

		s.policies = append(s.policies, id)

		if err := s.named(groupsim.Policy, at, p.Name, id); err != nil {
			return err
		}
	}

	return nil
}

// plantPeople makes devices and users.
func (s *seeded) plantPeople(o SeedOrganization) error {
	for i, d := range o.Devices {
		at := fmt.Sprintf("devices[%d]", i)

		if err := s.oneOf(at+".os_family", "family of operating systems", d.OSFamily, "darwin", "windows", "linux"); err != nil {
			return err
		}

		id := groupsim.AddSystem(s.World, s.orgID, groupsim.Device{
			DisplayName: d.Name, Hostname: cmp.Or(d.Hostname, d.Name), OS: d.OS, OSFamily: d.OSFamily, Serial: d.Serial,
		})
		if err := s.named(groupsim.System, at+".name", d.Name, id); err != nil {
			return err
		}
	}

	for i, u := range o.Users {
		id := usersim.Add(s.World, s.orgID, sim.Doc{
			"username": u.Username, "email": cmp.Or(u.Email, u.Username+"@example.com"), "firstname": u.FirstName, "lastname": u.LastName,
		})
		if err := s.named(groupsim.User, fmt.Sprintf("users[%d].username", i), u.Username, id); err != nil {
			return err
		}
	}

	return nil
}

func (s *seeded) plantGroups(o SeedOrganization) error {
	for i, g := range o.PolicyGroups {
		if err := s.plantGroup(groupsim.PolicyGroup, groupsim.Policy, fmt.Sprintf("policy_groups[%d]", i), g.SeedGroup); err != nil {
			return err
		}
	}

	for i, g := range o.DeviceGroups {
		if err := s.plantGroup(groupsim.SystemGroup, groupsim.System, fmt.Sprintf("device_groups[%d]", i), g); err != nil {
			return err
		}
	}

	for i, g := range o.UserGroups {
		if err := s.plantGroup(groupsim.UserGroup, groupsim.User, fmt.Sprintf("user_groups[%d]", i), g); err != nil {
			return err
		}
	}

	return nil
}

func (s *seeded) plantGroup(ofType, member, at string, g SeedGroup) error {
	id := groupsim.AddGroup(s.World, s.orgID, ofType, g.Name)
	if err := s.named(ofType, at+".name", g.Name, id); err != nil {
		return err
	}

	group := groupsim.Ref{Type: ofType, ID: id}
	if g.Description != "" {
		s.Change(groupCollections[ofType], s.orgID, id, func(d sim.Doc) { d["description"] = g.Description })
	}

	return s.each(member, at+".members", g.Members, func(m groupsim.Ref) { groupsim.Join(s.World, s.orgID, group, m) })
}

var groupCollections = map[string]string{
	groupsim.PolicyGroup: groupsim.PolicyGroups, groupsim.SystemGroup: groupsim.SystemGroups, groupsim.UserGroup: groupsim.UserGroups,
}

// plantAssignments binds policies and policy groups to device groups and devices.
func (s *seeded) plantAssignments(o SeedOrganization) error {
	for i, p := range o.Policies {
		policy := groupsim.Ref{Type: groupsim.Policy, ID: s.policies[i]}
		if err := s.assign(policy, fmt.Sprintf("policies[%d]", i), p.SeedAssignment); err != nil {
			return err
		}
	}

	for i, g := range o.PolicyGroups {
		group, err := s.ref(groupsim.PolicyGroup, "", g.Name)
		if err != nil {
			return err
		}

		if err := s.assign(group, fmt.Sprintf("policy_groups[%d]", i), g.SeedAssignment); err != nil {
			return err
		}
	}

	return nil
}

func (s *seeded) assign(what groupsim.Ref, at string, to SeedAssignment) error {
	bind := func(r groupsim.Ref) { groupsim.Bind(s.World, s.orgID, what, r) }

	if err := s.each(groupsim.SystemGroup, at+".device_groups", to.DeviceGroups, bind); err != nil {
		return err
	}

	return s.each(groupsim.System, at+".devices", to.Devices, bind)
}

func (s *seeded) plantResults(o SeedOrganization) error {
	for i, d := range o.Devices {
		device, err := s.ref(groupsim.System, "", d.Name)
		if err != nil {
			return err
		}

		for j, r := range d.Results {
			at := fmt.Sprintf("devices[%d].results[%d]", i, j)

			policy, err := s.ref(groupsim.Policy, at+".policy", r.Policy)
			if err != nil {
				return err
			}

			state := cmp.Or(r.State, policyresultsim.Success)
			if err := s.oneOf(at+".state", "state", state, policyresultsim.Success, policyresultsim.Failed, policyresultsim.Pending); err != nil {
				return err
			}

			policyresultsim.Report(s.World, s.orgID, policyresultsim.Result{
				PolicyID: policy.ID, SystemID: device.ID, State: state, Detail: r.Detail, ExitStatus: r.ExitStatus,
			})
		}
	}

	return nil
}

// plantDirectories makes what user groups are bound to.
func (s *seeded) plantDirectories(o SeedOrganization) error {
	bind := func(ofType, id, at string, groups []string) error {
		to := groupsim.Ref{Type: ofType, ID: id}

		return s.each(groupsim.UserGroup, at+".user_groups", groups, func(g groupsim.Ref) { groupsim.Bind(s.World, s.orgID, g, to) })
	}

	if l := o.LDAPServer; l != nil {
		members := sim.Doc{}

		for at, action := range map[string]string{
			"userLockoutAction": l.UserLockoutAction, "userPasswordExpirationAction": l.UserPasswordExpirationAction,
		} {
			if err := s.oneOf("ldap_server", "action", action, "remove", "disable"); err != nil {
				return err
			}

			members[at] = cmp.Or(action, "remove")
		}

		id := ldapserversim.Change(s.World, s.orgID, members)
		for _, d := range l.SambaDomains {
			ldapserversim.AddDomain(s.World, s.orgID, d.Name, d.SID)
		}

		if err := bind(groupsim.LDAPServer, id, "ldap_server", l.UserGroups); err != nil {
			return err
		}
	}

	for i, d := range o.Office365 {
		id := office365sim.Add(s.World, s.orgID, d.Name)
		for _, domain := range d.Domains {
			office365sim.AddDomain(s.World, s.orgID, id, domain)
		}

		if err := bind(groupsim.Office365, id, fmt.Sprintf("office365[%d]", i), d.UserGroups); err != nil {
			return err
		}
	}

	for i, r := range o.RADIUSServers {
		id := radiusserversim.Add(s.World, s.orgID, sim.Doc{
			"name": r.Name, "networkSourceIp": r.NetworkSourceIP, "sharedSecret": r.SharedSecret,
		})
		if err := bind(groupsim.RADIUSServer, id, fmt.Sprintf("radius_servers[%d]", i), r.UserGroups); err != nil {
			return err
		}
	}

	return nil
}
