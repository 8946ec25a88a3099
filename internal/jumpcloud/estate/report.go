// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package estate

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/estate/fleet"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/estate/planreport"
)

func newReportCommand(p Process) *cobra.Command {
	c := &cobra.Command{
		Use:   "report",
		Short: "Report on all tenants, or on a plan tenant by tenant",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return nil
			}

			return fmt.Errorf("there is no report %q; the reports are compliance and plan", args[0])
		},
		RunE: func(c *cobra.Command, _ []string) error { return c.Help() },
	}

	c.AddCommand(newComplianceCommand(p), newPlanCommand(p))

	return c
}

// complianceOptions say what a report is made of and where it goes.
type complianceOptions struct {
	from, exceptions, out, json, markdown string
}

func newComplianceCommand(p Process) *cobra.Command {
	var o complianceOptions

	c := &cobra.Command{
		Use:   "compliance",
		Short: "Show which policies hold in which tenants, and what of billing and access needs somebody",
		Long: `Makes one page about all tenants: policies by tenant with the worst first, failing devices, exceptions,
PSA mappings and sync errors, unmapped tenants, seats and licenses, administrators without MFA, and keys that expire.
The page loads nothing, so it can be sent by mail.

It reads the API and writes nothing to it; or it takes --from, which is a report's own JSON or the answer of
"terraform output -json", and sends no request at all. A file name of - is standard output.`,
		Example: `  jumpcloud-estate report compliance --out fleet.html --json fleet.json --exceptions exceptions.yaml
  jumpcloud-estate report compliance --from fleet.json --markdown -
  terraform output -json > outputs.json && jumpcloud-estate report compliance --from outputs.json --out fleet.html

An exceptions file:
  exceptions:
    - organization: Globex          # name or id
      policy: macOS - Lock screen
      reason: CAD renders, ticket 48213
      owner: helpdesk
      until: 2026-12-31             # the last day`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error { return reportCompliance(c, p, o) },
	}

	c.Flags().StringVar(&o.out, "out", "", "write the page to this `FILE`")
	c.Flags().StringVar(&o.json, "json", "", "write the report as JSON to this `FILE`")
	c.Flags().StringVar(&o.markdown, "markdown", "", "write the report as Markdown to this `FILE`")
	c.Flags().StringVar(&o.from, "from", "", "read this `FILE` instead of the API")
	c.Flags().StringVar(&o.exceptions, "exceptions", "", "take the exceptions from this YAML or JSON `FILE`")
	c.MarkFlagsOneRequired("out", "json", "markdown")

	return c
}

func reportCompliance(c *cobra.Command, p Process, o complianceOptions) error {
	var exceptions []fleet.Exception

	if o.exceptions != "" {
		raw, err := os.ReadFile(o.exceptions)
		if err != nil {
			return err
		}

		if exceptions, err = fleet.ReadExceptions(raw); err != nil {
			return fmt.Errorf("%s: %w", o.exceptions, err)
		}
	}

	r, err := complianceReport(c, p, o)
	if err != nil {
		return err
	}

	if o.exceptions != "" {
		if err := r.Excuse(exceptions); err != nil {
			return fmt.Errorf("%s: %w", o.exceptions, err)
		}
	}

	return errors.Join(
		save(p, o.out, r.HTML),
		save(p, o.json, func(w io.Writer) error {
			e := json.NewEncoder(w)
			e.SetIndent("", "  ")

			return e.Encode(r)
		}),
		save(p, o.markdown, r.Markdown),
	)
}

func complianceReport(c *cobra.Command, p Process, o complianceOptions) (*fleet.Report, error) {
	if o.from == "" {
		return readFleet(c.Context(), p)
	}

	raw, err := os.ReadFile(o.from)
	if err != nil {
		return nil, err
	}

	r, err := fleet.Read(raw, p.Now())
	if err != nil {
		return nil, fmt.Errorf("%s: %w", o.from, err)
	}

	return r, nil
}

func newPlanCommand(p Process) *cobra.Command {
	var format, out string

	c := &cobra.Command{
		Use:   "plan PLAN.json",
		Short: "Show what a plan does, tenant by tenant",
		Long: `Shows what a Terraform plan does, tenant by tenant and by name: what it destroys first, how many tenants it changes,
and for each what becomes of its policies and groups. Values that Terraform knows to be sensitive are never shown.

PLAN.json is the answer of "terraform show -json" for a saved plan. Markdown fits into a comment of 65,536 characters;
what does not fit is counted.`,
		Example: `  terraform plan -out tfplan && terraform show -json tfplan > plan.json
  jumpcloud-estate report plan plan.json
  jumpcloud-estate report plan plan.json --format markdown --out comment.md`,
		Args: cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			raw, err := os.ReadFile(args[0])
			if err != nil {
				return err
			}

			plan, err := planreport.Read(raw)
			if err != nil {
				return fmt.Errorf("%s: %w", args[0], err)
			}

			write, ok := map[string]func(io.Writer) error{"text": plan.Text, "markdown": plan.Markdown, "html": plan.HTML}[format]
			if !ok {
				return fmt.Errorf("--format %q is not one of text, markdown, html", format)
			}

			return save(p, out, write)
		},
	}

	c.Flags().StringVar(&format, "format", "text", "text, markdown or html")
	c.Flags().StringVar(&out, "out", "-", "write to this `FILE`")

	return c
}

// save writes a file once all of its content is there; "-" is standard output, and "" is nothing.
func save(p Process, name string, write func(io.Writer) error) error {
	if name == "" {
		return nil
	}

	var b bytes.Buffer
	if err := write(&b); err != nil {
		return err
	}

	if name == "-" {
		_, err := p.Stdout.Write(b.Bytes())

		return err
	}

	const readable = 0o644 // it is made to be sent

	if err := os.WriteFile(name, b.Bytes(), readable); err != nil {
		return err
	}

	_, err := fmt.Fprintf(p.Stderr, "Wrote %s (%d KB).\n", name, (b.Len()+1023)/1024)

	return err
}
