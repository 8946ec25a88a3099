// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package radiusserver_test

import (
	"maps"
	"reflect"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/radiusserver/radiusserversim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

const (
	first  = "000000000000000000000001"
	second = "000000000000000000000002"
	third  = "000000000000000000000003"
)

// put stores a server as somebody in the console would.
func (w *world) put(id, name string, members sim.Doc) {
	d := sim.Doc{"id": id, "name": name, "networkSourceIp": "198.51.100.7", "sharedSecret": canary}
	maps.Copy(d, members)
	radiusserversim.Add(w.Sim.World, w.Org, d)
}

// read is what a data source says of a server that was put without more members.
func read(id, name string) map[string]any {
	return map[string]any{
		"id": id, "name": name, "network_source_ip": "198.51.100.7", "mfa": "DISABLED", "auth_idp": "JUMPCLOUD", "ca_cert": "",
		"ca_source": "NONE", "radsec_enabled": false, "require_radsec": false, "require_tls_auth": false, "device_cert_enabled": false,
		"user_cert_enabled": false, "user_password_enabled": true, "user_lockout_action": "REMOVE",
		"user_password_expiration_action": "REMOVE", "tags": []any{},
	}
}

func TestDataSource(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	w.put(first, "Office", sim.Doc{
		"mfa": "REQUIRED", "authIdp": "AZURE", "caCert": certificate, "caSource": "BYOC", "radsecEnabled": true, "requireRadsec": true,
		"requireTlsAuth": true, "deviceCertEnabled": true, "userCertEnabled": true, "userPasswordEnabled": false,
		"userLockoutAction": "MAINTAIN", "userPasswordExpirationAction": "MAINTAIN", "tags": []any{"guests", "wifi"},
	})
	w.put(second, "Branch", nil)

	want := acctest.Attrs{
		"organization_id": w.Org, "id": first, "name": "Office", "network_source_ip": "198.51.100.7", "auth_idp": "AZURE",
	}
	maps.Copy(want, settings)

	for name, config := range map[string]acctest.Attrs{
		"by id":   {"organization_id": w.Org, "id": first},
		"by name": {"organization_id": w.Org, "name": "Office"},
	} {
		w.Sim.Log().Reset()

		got, d := w.Data("jumpcloud_radius_server", config)
		wantNoError(t, d)
		w.WantCalls("GET " + servers + " 200")

		if !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %v, want %v", name, got, want)
		}
	}
}

func TestDataSourceFindsNothing(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	w.put(first, "Office", nil)
	w.put(second, "Twin", nil)
	w.put(third, "Twin", nil)

	for name, c := range map[string]struct {
		config acctest.Attrs
		parts  []string
	}{
		"a slip":     {acctest.Attrs{"name": "Ofice"}, []string{"Unable to Read RADIUS Server", `did you mean "Office"?`, "Acme Inc"}},
		"ambiguous":  {acctest.Attrs{"name": "Twin"}, []string{`2 of the RADIUS servers are named "Twin"`, second + ", " + third}},
		"unknown id": {acctest.Attrs{"id": "ffffffffffffffffffffffff"}, []string{"ffffffffffffffffffffffff", "within one organization only"}},
		"neither":    {acctest.Attrs{}, []string{"Invalid Attribute Combination"}},
		"both":       {acctest.Attrs{"id": first, "name": "Office"}, []string{"Invalid Attribute Combination"}},
		"no id":      {acctest.Attrs{"id": "Office"}, []string{"24 hexadecimal digits"}},
	} {
		config := acctest.Attrs{"organization_id": w.Org}
		maps.Copy(config, c.config)

		t.Log(name)

		_, d := w.Data("jumpcloud_radius_server", config)
		wantError(t, d, c.parts...)
	}
}

func TestListDataSource(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	none := acctest.Attrs{"organization_id": w.Org, "radius_servers": []any{}, "ids_by_name": map[string]any{}}

	if got, d := w.Data("jumpcloud_radius_servers", acctest.Attrs{"organization_id": w.Org}); len(d) > 0 || !reflect.DeepEqual(got, none) {
		t.Errorf("none: %v %s", got, d)
	}

	w.put(first, "Office", nil)
	w.put(second, "Twin", nil)
	w.put(third, "Twin", nil)

	got, d := w.Data("jumpcloud_radius_servers", acctest.Attrs{"organization_id": w.Org})
	wantNoError(t, d)

	want := acctest.Attrs{
		"organization_id": w.Org,
		"radius_servers":  []any{read(first, "Office"), read(second, "Twin"), read(third, "Twin")},
		"ids_by_name":     map[string]any{"Office": first, "Twin": second},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%v, want %v", got, want)
	}

	w.Sim.Inject(sim.Fault{PathPrefix: servers, Status: 403})

	_, d = w.Data("jumpcloud_radius_servers", acctest.Attrs{"organization_id": w.Org})
	wantError(t, d, "Unable to Read RADIUS Servers", "check its role", "status 403")
}
