// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package iplist_test

import (
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/iplist/iplistsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/proof"
)

const (
	office = "jumpcloud_iplist.office"
	lists  = "/api/v2/iplists"
	single = "/api/v2/iplists/{id}"
)

type world struct{ *acctest.World }

func newWorld(t *testing.T, switches map[string]string) *world {
	t.Helper()

	return &world{acctest.NewWorld(t, acctest.Of{Address: office, Collection: iplistsim.Collection, Path: lists}, switches)}
}

var wantError, wantNoError = proof.WantError, proof.WantNoError
