// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package baresim is a simulator of one object, for the tests of its routes and rules.
package baresim

import (
	"cmp"
	"encoding/json"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/jumpcloudsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/proof/wire"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// World is a simulator with two organizations of one provider, and somebody who may do
// everything in both.
type World struct {
	*jumpcloudsim.World

	T   testing.TB
	Org [2]string // their ids

	path, key string
}

// New returns a world with the routes that register adds, whose paths begin with path. It
// takes no other members of bodies than those of the contract.
func New(tb testing.TB, register func(*jumpcloudsim.World), path string) *World {
	tb.Helper()

	w := &World{World: jumpcloudsim.New(sim.Options{}), T: tb, path: path}
	register(w.World)
	w.Set("unknown-body-members", "refuse")

	provider := w.AddProvider(jumpcloudsim.Provider{Name: "MSP"})
	for i := range w.Org {
		w.Org[i] = w.AddOrganization(provider, jumpcloudsim.Organization{Name: "Org"})
	}

	w.key = w.AddKey("all", jumpcloudsim.Access{ProviderID: provider, AllOrganizations: true}, "")

	return w
}

// Set sets a switch.
func (w *World) Set(name, value string) {
	w.T.Helper()

	if err := w.Switches.Set(name, value); err != nil {
		w.T.Fatal(err)
	}
}

// In calls in one of the organizations.
func (w *World) In(org int) wire.Caller {
	return wire.Caller{
		T: w.T, Transport: w.Transport(), Path: w.path, Header: map[string]string{"x-api-key": w.key, "x-org-id": w.Org[org]},
	}
}

// Want calls in the first organization; see [wire.Caller.Want].
func (w *World) Want(method, path, body string, status int, parts ...string) string {
	w.T.Helper()

	return w.In(0).Want(method, path, body, status, parts...)
}

// Created makes an object in the first organization, and returns its id.
func (w *World) Created(path, body string, status int) string {
	w.T.Helper()

	var d struct {
		ID   string `json:"id"`
		Mine string `json:"_id"` // as version 1 has it
	}
	if err := json.Unmarshal([]byte(w.Want("POST", path, body, status)), &d); err != nil {
		w.T.Fatal(err)
	}

	return cmp.Or(d.ID, d.Mine)
}
