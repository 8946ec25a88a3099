// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package outside_test

import (
	"net/http/httptest"
	"os"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nexport/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/tfcli"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/tfcli/workdir"
)

// provider is the provider as Terraform knows it.
var provider = workdir.Provider{Provider: tfcli.Provider{Source: "seed-37bf88c1/nexport", Prefix: "NEXPORT_", Package: "./companions/nexport"}}

func TestMain(m *testing.M) { os.Exit(provider.Main(m)) }

// cli is a working directory of Terraform, and a simulator that listens.
type cli struct {
	*workdir.Dir

	sim *simulator.Simulator
}

func newCLI(t *testing.T) *cli {
	t.Helper()

	s, err := simulator.New(simulator.Options{})
	if err != nil {
		t.Fatal(err)
	}

	server := httptest.NewServer(s)
	t.Cleanup(server.Close)

	login := s.Summary("").Login

	return &cli{sim: s, Dir: provider.New(t, "NEXPORT_URL="+server.URL, "NEXPORT_USERNAME="+login.Username, "NEXPORT_PASSWORD="+login.Password,
		"NEXPORT_REQUESTS_PER_SECOND=100", "NEXPORT_MAX_RETRIES=0")}
}
