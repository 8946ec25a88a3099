// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package passwordmanager_test

import (
	"fmt"
	"net/http"
	"strings"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/passwordmanager/passwordmanagersim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

const (
	one   = "jumpcloud_password_manager_device"
	many  = "jumpcloud_password_manager_devices"
	route = "/api/v2/passwordmanager/devices"
)

// own is an administrator of one organization, which the provider block names.
func own(s *simulator.Simulator) acctest.Environment {
	org, _ := s.OrganizationID(simulator.AcmeInc)

	return acctest.As(s, simulator.RoleTenant).With("JUMPCLOUD_ORGANIZATION_ID", org)
}

// devices puts n devices into an organization and returns the last one's id.
func devices(s *simulator.Simulator, organization string, n int) string {
	org, _ := s.OrganizationID(organization)
	id := ""

	for i := range n {
		id = fmt.Sprintf("00000000-0000-4000-8000-%012d", i)
		s.Put(passwordmanagersim.Collection, org, id, sim.Doc{
			"name": fmt.Sprintf("device %d", i), "appVersion": "3.1", "osName": "macOS", "publicKey": "key", "userUuid": "u",
			"createdAt": "2026-01-01T00:00:00Z", "updatedAt": "2026-01-02T00:00:00Z",
		})
	}

	return id
}

func TestDevices(t *testing.T) {
	t.Parallel()

	const n = 101

	s := acctest.Simulator(t, simulator.Options{})
	core := acctest.NewCore(t, s, own(s))
	id := devices(s, simulator.AcmeInc, n)
	org, _ := s.OrganizationID(simulator.AcmeInc)

	found, d := core.Data(one, acctest.Attrs{"id": id})
	if got := fmt.Sprint(found); len(d) > 0 || got != "map[app_version:3.1 created_at:2026-01-01T00:00:00Z id:"+id+" name:device 100 "+
		"organization_id:"+org+" os_name:macOS public_key:key updated_at:2026-01-02T00:00:00Z user_uuid:u]" {
		t.Errorf("found %v\n%s", got, d)
	}

	found, d = core.Data(many, nil)
	if all, _ := found["password_manager_devices"].([]any); len(all) != n || len(d) > 0 {
		t.Errorf("%d devices, want %d\n%s", len(all), n, d)
	}

	for _, c := range s.Log().Calls("", route) {
		if c.Header.Get("X-Org-Id") != org {
			t.Errorf("%s %s is not sent to the organization", c.Method, c.Path)
		}
	}

	if _, d := core.Data(one, acctest.Attrs{"id": "laptop"}); !strings.Contains(d.String(), "must be a UUID") {
		t.Error(d)
	}
}

// TestCredentialThatReachesSeveral shows what an MSP's credential can do, where the service
// takes the organization's header and where it does not.
func TestCredentialThatReachesSeveral(t *testing.T) {
	t.Parallel()

	for _, reading := range []string{"accepted", "refused", "required"} {
		s := acctest.Simulator(t, simulator.Options{Switches: map[string]string{
			"headerless-route-with-id": reading, "headerless-route-without-id": reading,
		}})
		core := acctest.NewCore(t, s, acctest.As(s, simulator.RoleBilling))
		globex, _ := s.OrganizationID(simulator.Globex)

		if found, d := core.Data(one, acctest.Attrs{"id": devices(s, simulator.Globex, 1), "organization_id": globex}); found["name"] != "device 0" {
			t.Errorf("%s: %s", reading, d)
		}

		found, d := core.Data(many, acctest.Attrs{"organization_id": globex})
		if reading != "refused" {
			if all, _ := found["password_manager_devices"].([]any); len(all) != 1 || len(d) > 0 {
				t.Errorf("%s: found %v\n%s", reading, found, d)
			}

			continue
		}

		// Nothing in the call could say which organization is meant.
		for _, text := range []string{"Unable to Read Password Manager Devices", "no organization selected", "does not take the organization's header"} {
			if !strings.Contains(d.String(), text) {
				t.Errorf("%q is not in:\n%s", text, d)
			}
		}
	}
}

func TestFaults(t *testing.T) {
	t.Parallel()

	for _, fault := range []sim.Fault{
		{Status: http.StatusInternalServerError}, {Status: http.StatusForbidden}, {Status: http.StatusNotFound}, {Drop: true}, {Malformed: true},
	} {
		s := acctest.Simulator(t, simulator.Options{})
		core := acctest.NewCore(t, s, own(s).With("JUMPCLOUD_MAX_RETRIES", "0"))
		id := devices(s, simulator.AcmeInc, 1)
		fault.PathPrefix = route
		s.Inject(fault)

		_, d := core.Data(one, acctest.Attrs{"id": id})
		_, e := core.Data(many, nil)

		if !strings.Contains(d.String(), "Unable to Read Password Manager Device") || !strings.Contains(e.String(), "Unable to Read") {
			t.Errorf("%+v: %s %s", fault, d, e)
		}
	}
}
