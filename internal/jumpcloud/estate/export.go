// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package estate

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/estate/export"
)

func newExportCommand(p Process) *cobra.Command {
	var o export.Options

	c := &cobra.Command{
		Use:   "export",
		Short: "Write a configuration for tenants that were built by hand",
		Long: `Writes a Terraform configuration for an estate that was built by hand, with import blocks. The first plan of it
says how many objects are imported, and "0 to add, 0 to change, 0 to destroy". It works with Terraform and OpenTofu
from 1.8 on, as the provider does.

  --layout flat      Each organization gets a folder of resource blocks that is planned and applied on its own.
  --layout baseline  Policies that most organizations have alike are written once, to baselines/*.yaml. Each
                     organization gets a file tenants/<name>.yaml with its groups, its own policies and its exceptions,
                     which a module turns into resources. What does not fit there is resource blocks beside.

What belongs to the provider (roles, administrators, templates, integrations and mappings) has a folder of its own.
Objects refer to each other by name, defaults are left out, and secrets, which the service never shows, become
variables that may stay empty. The lines that send a secret are comments: they need Terraform or OpenTofu 1.11.
NOT_EXPORTED.md says what is missing, and why.

It reads the API and writes nothing to it: one call a policy, two a policy group, and the lists.`,
		Example: `  jumpcloud-estate export --out estate
  jumpcloud-estate export --out estate --organization "Acme Inc" --organization Globex
  jumpcloud-estate export --out estate --layout baseline --shared 0.8
  jumpcloud-estate export --out estate --resume     # after an interruption

  cd estate/acme-inc && terraform init && terraform plan`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			for _, name := range []string{"shared", "tenants-per-state"} {
				if c.Flags().Changed(name) && o.Layout == export.Flat {
					return fmt.Errorf("--%s needs --layout baseline", name)
				}
			}

			if err := o.Check(); err != nil {
				return err
			}

			return exportEstate(c, p, o)
		},
	}

	c.Flags().StringVar(&o.Out, "out", "", "write to this `FOLDER`, which is new or empty")
	c.Flags().StringArrayVar(&o.Organizations, "organization", nil, "export this organization, by `NAME` or id; may be repeated (default all, and the provider)")
	c.Flags().StringVar(&o.Layout, "layout", export.Flat, "`LAYOUT` of what is written: flat or baseline")
	c.Flags().Float64Var(&o.Shared, "shared", 0.6, "with --layout baseline: a policy is baseline if this `SHARE` of organizations has it alike")
	c.Flags().IntVar(&o.TenantsPerState, "tenants-per-state", 50, "with --layout baseline: at most this `NUMBER` of organizations share a Terraform state")
	c.Flags().BoolVar(&o.Settings, "settings", false, "export the settings of organizations, too")
	c.Flags().BoolVar(&o.Resume, "resume", false, "keep the folders that an earlier export has finished, and read again what it could not")
	_ = c.MarkFlagRequired("out") // the flag is there

	return c
}

func exportEstate(c *cobra.Command, p Process, o export.Options) error {
	s, r, err := openSession(c.Context(), p)
	if err != nil {
		return err
	}
	defer r.stop()

	counts, err := export.Run(c.Context(), s, o, r.say)
	if err != nil {
		return err
	}

	sum := 0
	for _, n := range counts {
		sum += n
	}

	r.say("Wrote %d objects of %d types to %s with %d requests. What is missing stands in NOT_EXPORTED.md.", sum, len(counts), o.Out, r.requests.Load())

	return nil
}
