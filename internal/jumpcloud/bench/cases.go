// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/terraformcli"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/tfcli"
)

const preamble = `terraform {
  required_providers {
    jumpcloud = { source = "seed-37bf88c1/jumpcloud" }
  }
}

provider "jumpcloud" {}

`

// ipLists are so many lists in the organization that the provider has as its default.
func ipLists(n int) string {
	return preamble + fmt.Sprintf(`resource "jumpcloud_iplist" "this" {
  count = %d

  name = "list ${count.index}"
  ips  = ["10.0.${floor(count.index / 256)}.${count.index %% 256}"]
}
`, n)
}

// addresses is one list of so many addresses.
func addresses(n int) string {
	return preamble + fmt.Sprintf(`resource "jumpcloud_iplist" "this" {
  name = "long"
  ips  = [for i in range(%d) : cidrhost("10.0.0.0/16", i)]
}
`, n)
}

// tenants are so many organizations, each with one IP list and four policies.
func tenants(n int) string {
	return preamble + fmt.Sprintf(`locals {
  tenants = toset([for i in range(%d) : format("Tenant %%02d", i)])
}

resource "jumpcloud_organization" "this" {
  for_each = local.tenants

  name            = each.key
  deletion_policy = "abandon"
}

resource "jumpcloud_iplist" "offices" {
  for_each = local.tenants

  organization_id = jumpcloud_organization.this[each.key].id
  name            = "Offices"
  ips             = ["203.0.113.0/24"]
}

resource "jumpcloud_policy" "lock_mac" {
  for_each = local.tenants

  organization_id = jumpcloud_organization.this[each.key].id
  name            = "macOS - Lock screen"
  template_name   = "lock_screen_darwin"
  values          = { timeout = 120 }
}

resource "jumpcloud_policy" "login_text_mac" {
  for_each = local.tenants

  organization_id = jumpcloud_organization.this[each.key].id
  name            = "macOS - Login window text"
  template_name   = "login_window_text_darwin"
  values          = { LoginwindowText = "Property of ${each.key}" }
}

resource "jumpcloud_policy" "biometrics_windows" {
  for_each = local.tenants

  organization_id = jumpcloud_organization.this[each.key].id
  name            = "Windows - Biometrics"
  template_name   = "allow_the_use_of_biometrics_windows"
  values          = { ALLOWUSEOFBIOMETRICS = true }
}

resource "jumpcloud_policy" "usb_linux" {
  for_each = local.tenants

  organization_id = jumpcloud_organization.this[each.key].id
  name            = "Linux - Disable USB storage"
  template_name   = "disable_usb_storage_linux"
  values          = { disable_mtp = false, disable_afc = true, disable_mmc = true }
}
`, n)
}

const (
	slow    = 50 * time.Millisecond
	slowest = 150 * time.Millisecond
)

// run does all cases and prints a row for each step, then the bars.
func run(ctx context.Context, out io.Writer, quick bool) error {
	dir, err := os.MkdirTemp("", "jumpcloud-bench-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)

	provider, err := stripped(ctx, dir)
	if err != nil {
		return err
	}

	b, err := setUp(dir, provider)
	if err != nil {
		return err
	}

	b.heading(out)

	var bars []bar

	counts := []int{200, 2000}
	if quick {
		counts = counts[:1]
	}

	for _, n := range counts {
		for _, latency := range []time.Duration{0, slow} {
			more := []time.Duration{}
			if n > 200 && latency == slow {
				more = append(more, slowest)
			}

			m, err := b.measure(ctx, out, fmt.Sprintf("%d IP lists", n), ipLists(n), latency, more...)
			if err != nil {
				return err
			}

			bars = append(bars, barsOfLists(n, latency, m)...)
		}
	}

	for _, latency := range []time.Duration{0, slow} {
		if _, err := b.measure(ctx, out, "25 tenants of 1 + 4", tenants(25), latency); err != nil {
			return err
		}
	}

	plans, err := b.measureEstate(ctx, out, 250, 400, slow)
	if err != nil {
		return err
	}

	change, err := b.measureRollout(ctx, out, 25, 10, slow)
	if err != nil {
		return err
	}

	bars = append(bars, barsOfEstate(250, 400, plans)...)
	bars = append(bars, barsOfRollout(25, 10, change)...)

	pace, err := b.measurePace(ctx, out, 200)
	if err != nil {
		return err
	}

	bars = append(bars, pace...)

	m, err := b.measure(ctx, out, "1 list of 500 IPs", addresses(500), 0)
	if err != nil {
		return err
	}

	bars = append(bars, atMostSeconds("500 addresses in one list: no-op plan", 3, m.plan.wall))

	own, err := b.ownBars(ctx)
	if err != nil {
		return err
	}

	printBars(out, append(bars, own...))

	return nil
}

// setUp returns a bench that keeps its files in a folder and runs the provider of another.
func setUp(dir, provider string) (*bench, error) {
	terraform, err := tfcli.Find()
	if err != nil {
		return nil, err
	}

	rc := filepath.Join(dir, "terraform.rc")

	b := &bench{terraform: terraform, dir: dir, rc: rc, turns: 3, provider: filepath.Join(provider, "terraform-provider-jumpcloud")}

	return b, os.WriteFile(rc, []byte(terraformcli.Provider.Overrides(provider)), 0o600)
}

// must runs a command that has to succeed.
func must(ctx context.Context, dir string, env []string, name string, args ...string) (time.Duration, error) {
	began := time.Now()

	printed, code, err := tfcli.Run(ctx, dir, env, io.Discard, name, args...)
	if err == nil && code != 0 {
		err = fmt.Errorf("exit code %d:\n%s", code, printed)
	}

	if err != nil {
		return 0, fmt.Errorf("%s %s: %w", filepath.Base(name), strings.Join(args, " "), err)
	}

	return time.Since(began), nil
}
