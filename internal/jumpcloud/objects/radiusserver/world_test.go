// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package radiusserver_test

import (
	"maps"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/radiusserver/radiusserversim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/proof"
)

const (
	office  = "jumpcloud_radius_server.office"
	servers = "/api/radiusservers"
	single  = "/api/radiusservers/{id}"
	canary  = "canary-of-the-office"
)

type world struct{ *acctest.World }

func newWorld(t *testing.T, switches map[string]string) *world {
	t.Helper()

	return &world{acctest.NewWorld(t, acctest.Of{
		Address: office, Attributes: acctest.Attrs{"name": "Office", "network_source_ip": "198.51.100.7"},
		Collection: radiusserversim.Collection, Path: servers,
	}, switches)}
}

// plain is a configuration with the secret in state, hidden one without.
func (w *world) plain(attrs acctest.Attrs) acctest.Config {
	all := acctest.Attrs{"shared_secret": canary}
	maps.Copy(all, attrs)

	return w.Config(all)
}

func (w *world) hidden(secret string, version int, attrs acctest.Attrs) acctest.Config {
	all := acctest.Attrs{"shared_secret_wo": secret, "shared_secret_wo_version": version}
	maps.Copy(all, attrs)

	return w.Config(all)
}

var wantError, wantNoError = proof.WantError, proof.WantNoError
