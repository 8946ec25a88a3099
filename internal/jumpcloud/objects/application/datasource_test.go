// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package application_test

import (
	"reflect"
	"strings"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/authnpolicy/authnpolicysim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

const (
	wiki  = "66b1f0a2c8d5e90001a1b201"
	other = "66b1f0a2c8d5e90001a1b202"
	plain = "66b1f0a2c8d5e90001a1b203"
)

func TestApplicationDataSources(t *testing.T) {
	t.Parallel()

	for _, role := range []string{simulator.RoleBilling, simulator.RoleTenant} {
		s := acctest.Simulator(t, simulator.Options{})
		acme, _ := s.OrganizationID(simulator.AcmeInc)
		core := acctest.NewCore(t, s, acctest.As(s, role))

		s.Put(authnpolicysim.Applications, acme, wiki, sim.Doc{
			"name": "confluence", "displayName": "Confluence", "displayLabel": "Wiki", "active": true, "sso": sim.Doc{"type": "saml"},
			"ssoUrl": "https://sso.jumpcloud.com/saml2/confluence", "config": sim.Doc{"idpPrivateKey": sim.Doc{"value": "not to be seen"}},
		})
		s.Put(authnpolicysim.Applications, acme, other, sim.Doc{"name": "confluence", "displayLabel": "Handbook"})
		s.Put(authnpolicysim.Applications, acme, plain, sim.Doc{"name": "bookmark", "displayLabel": "Handbook"})

		want := acctest.Attrs{
			"organization_id": acme, "id": wiki, "name": "Wiki", "template_name": "confluence", "description": "", "sso_type": "saml",
			"sso_url": "https://sso.jumpcloud.com/saml2/confluence", "active": true, "created": "",
		}

		for _, by := range []string{"id", "name"} {
			got, d := core.Data("jumpcloud_application", acctest.Attrs{"organization_id": acme, by: want[by]})
			if len(d) > 0 || !reflect.DeepEqual(got, want) {
				t.Errorf("by %s: %v %s", by, got, d)
			}
		}

		for _, c := range []struct {
			config acctest.Attrs
			says   []string
		}{
			{acctest.Attrs{"name": "Handbook"}, []string{"Unable to Read Application", other, plain}},
			{acctest.Attrs{"name": "Wik"}, []string{"did you mean"}},
			{acctest.Attrs{"id": "Wiki"}, []string{"24 hexadecimal digits"}},
			{acctest.Attrs{}, []string{"Invalid Attribute Combination"}},
		} {
			c.config["organization_id"] = acme

			_, d := core.Data("jumpcloud_application", c.config)
			for _, part := range c.says {
				if len(d.Errors()) != 1 || !strings.Contains(d.String(), part) {
					t.Errorf("%v: no error says %q: %s", c.config, part, d)
				}
			}
		}

		got, d := core.Data("jumpcloud_applications", acctest.Attrs{"organization_id": acme})
		if all, _ := got["applications"].([]any); len(d) > 0 || len(all) != 3 || !reflect.DeepEqual(got["ids_by_name"], map[string]any{"Wiki": wiki, "Handbook": other}) {
			t.Errorf("%v %s", got, d)
		}
	}
}
