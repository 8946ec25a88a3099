// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strings"
)

// errTooOld is a Terraform without write-only arguments.
var errTooOld = errors.New("the suite needs Terraform or OpenTofu 1.11 or later for its secrets")

// documents are those of a collection of a system's simulator.
func (s *system) documents(ctx context.Context, collection string) (all []map[string]any, err error) {
	return all, s.sim.admin(ctx, http.MethodGet, "documents/"+collection, nil, &all)
}

// collectSecrets makes sure that the systems have what was sent, and adds the secrets that they
// have made themselves to those that are looked for in the end.
func (d *demo) collectSecrets(ctx context.Context) error {
	for _, sent := range []struct {
		to         *system
		collection string
		member     string
		secrets    string // what the descriptions begin with
	}{
		{d.systems[telemetry], "licenses", "key", "licenses of "},
		{d.systems[training], "users", "password", "first_passwords of "},
	} {
		documents, err := sent.to.documents(ctx, sent.collection)
		if err != nil {
			return err
		}

		arrived := map[any]bool{}
		for _, doc := range documents {
			arrived[doc[sent.member]] = true
		}

		for what, secret := range d.secrets {
			if strings.HasPrefix(what, sent.secrets) && !arrived[secret] {
				return fmt.Errorf("%s did not get the %s", sent.to.sim.name, what)
			}
		}

		d.say("%s has the %sall clients.\n", sent.to.sim.name, sent.secrets)
	}

	projects, err := d.systems[telemetry].documents(ctx, "projects")
	if err != nil {
		return err
	}

	for i, p := range projects {
		key, ok := at(p, "spec", "secretKey").(string)
		if !ok || key == "" {
			return fmt.Errorf("project %d has no secret key", i+1)
		}

		d.secrets[fmt.Sprintf("the secret key of project %d", i+1)] = key
	}

	return nil
}

// collectTokens adds the access tokens of the training system, which its API wants in the
// address of each request. Only the simulator's file has them.
func (d *demo) collectTokens() error {
	raw, err := os.ReadFile(d.systems[training].stateFile(d))
	if err != nil {
		return err
	}

	var state struct {
		Sets []struct {
			Collection string `json:"collection"`
			Documents  []struct {
				ID string `json:"id"`
			} `json:"documents"`
		} `json:"sets"`
	}
	if err := json.Unmarshal(raw, &state); err != nil {
		return err
	}

	tokens := 0

	for _, set := range state.Sets {
		if set.Collection != "tokens" {
			continue
		}

		for _, doc := range set.Documents {
			tokens++
			d.secrets[fmt.Sprintf("access token %d in an address", tokens)] = "access_token=" + doc.ID
		}
	}

	if tokens == 0 {
		return errors.New("no access token was ever fetched, so there is nothing to look for")
	}

	return nil
}

// checkWhatIsLeft holds what the end of the clients left behind against what was said of it.
func (d *demo) checkWhatIsLeft(ctx context.Context) error {
	const clients = 3

	for _, left := range []struct {
		in         *system
		collection string
		count      int
		every      string // a member that is true of each
	}{
		{d.systems[helpDesk], "organizations", 1, ""},  // the one of a new installation
		{d.systems[telemetry], "organizations", 1, ""}, // that of whoever runs it
		{d.systems[telemetry], "projects", 1, ""},
		{d.systems[training], "users", 1 + clients, ""},
		{d.systems[training], "subscriptions", clients, "disabled"},
	} {
		documents, err := left.in.documents(ctx, left.collection)
		if err != nil {
			return err
		}

		if len(documents) != left.count {
			return fmt.Errorf("%s has %d %s where %d should be left", left.in.sim.name, len(documents), left.collection, left.count)
		}

		for _, doc := range documents {
			if left.every != "" && doc[left.every] != true {
				return fmt.Errorf("%s has one of its %s not %s: %v", left.in.sim.name, left.collection, left.every, doc)
			}
		}
	}

	d.say("%s and %s have nothing of the clients any more. %s still has the %d contacts, their subscriptions disabled.\n",
		d.systems[helpDesk].name, d.systems[telemetry].name, d.systems[training].name, clients)

	return nil
}

func (d *demo) sayHowToGoOnWithSuite() {
	var kill []string

	d.say("\nThe simulators still run, with the three clients in them. A browser shows them:\n\n")

	for _, sim := range d.simulators() {
		d.say("    %s: %s\n", sim.name, sim.URL)
		kill = append(kill, fmt.Sprint(sim.cmd.Process.Pid))
	}

	d.say(`
Go on by hand:

    source %[1]s
    cd %[2]s
    %[3]s plan                       # no changes
    $EDITOR clients/harbor-legal.yaml    # another domain, another office ...
    %[3]s apply

A destroy is refused until you say that clients may go:

    %[3]s apply -var %[4]s
    %[3]s destroy -var %[4]s

When you are done:

    kill %[5]s && rm -r %[6]s
`, filepath.Join(d.dir, "env"), d.work, d.name(), d.permission, strings.Join(kill, " "), d.dir)
}
