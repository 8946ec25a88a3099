// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package probe

import (
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"text/tabwriter"
)

// Values are what was found out, by switch.
func (r *Report) Values() map[string]string {
	all := map[string]string{}

	for _, f := range r.Findings {
		if f.Value != "" {
			all[f.Switch] = f.Value
		}
	}

	return all
}

// Switches are the values as the simulator reads them from a file, over those of a file
// that is there: another credential finds out what this one cannot.
func (r *Report) Switches(before []byte) ([]byte, error) {
	all := map[string]string{}
	if len(before) > 0 {
		if err := json.Unmarshal(before, &all); err != nil {
			return nil, fmt.Errorf("it holds no values of switches: %w", err)
		}
	}

	maps.Copy(all, r.Values())

	raw, err := json.MarshalIndent(all, "", "  ")

	return append(raw, '\n'), err
}

// WriteTable writes what was found out, and below it what was not, by reason.
func (r *Report) WriteTable(w io.Writer) error {
	does := map[string]string{}
	for _, e := range Experiments() {
		does[e.Switch] = e.Does
	}

	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	write := func(format string, args ...any) { _, _ = fmt.Fprintf(table, format, args...) } // Flush tells

	write("SWITCH\tVALUE\tHOW IT WAS FOUND OUT\n")

	var (
		others  []Finding
		reasons []string
		without = map[string][]string{}
	)

	for _, f := range r.Findings {
		switch {
		case f.Value != "":
			write("%s\t%s\t%s\n", f.Switch, f.Value, does[f.Switch])
		case f.Other:
			others = append(others, f)
		case without[f.Reason] == nil:
			reasons = append(reasons, f.Reason)

			fallthrough
		default:
			without[f.Reason] = append(without[f.Reason], f.Switch)
		}
	}

	if len(others) > 0 {
		write("\nWhat the simulator cannot do yet; please tell:\n\n")
	}

	for _, f := range others {
		write("%s: %s\n", f.Switch, f.Reason)
	}

	if err := table.Flush(); err != nil || len(reasons) == 0 {
		return err
	}

	if _, err := fmt.Fprintln(w, "\nNot found out:"); err != nil {
		return err
	}

	slices.SortStableFunc(reasons, func(a, b string) int { return len(without[b]) - len(without[a]) })

	for _, reason := range reasons {
		if _, err := fmt.Fprintf(w, "\n  %s\n    %s\n", reason, strings.Join(without[reason], "\n    ")); err != nil {
			return err
		}
	}

	return nil
}

const planHead = `Each run begins with reads: GET /api/v2/providers and its organizations, and before writing GET /api/systems and
/api/systemusers, of which there must be none. Nothing else is sent than what stands here. What an experiment makes
has a name that begins with "probe-", and is deleted by its id when the experiment ends: DELETE below the path of its
POST, which lists are read for if an answer was lost.
`

// WritePlan writes what the experiments of these switches, or of all, would send.
func WritePlan(w io.Writer, only []string) error {
	all, err := chosen(Options{Only: only})
	if err != nil {
		return err
	}

	var b strings.Builder

	b.WriteString(planHead)

	for kind, title := range []string{
		"Only read", "Make objects in the organization: --write --organization ID",
		"Make objects of the provider as well: --write --organization ID --with-provider",
	} {
		of := slices.DeleteFunc(slices.Clone(all), func(e Experiment) bool { return e.Kind != Kind(kind) || e.Reason != "" })
		if len(of) > 0 {
			fmt.Fprintf(&b, "\n%s (%d)\n", title, len(of))
		}

		for _, e := range of {
			fmt.Fprintf(&b, "\n  %s: %s\n", e.Switch, e.Does)

			if e.Needs != "" {
				fmt.Fprintf(&b, "    needs %s\n", e.Needs)
			}

			for _, s := range e.Sends {
				fmt.Fprintf(&b, "    %s\n", s)
			}
		}
	}

	of := slices.DeleteFunc(all, func(e Experiment) bool { return e.Reason == "" })
	if len(of) > 0 {
		fmt.Fprintf(&b, "\nCannot be found out (%d)\n\n", len(of))
	}

	for _, e := range of {
		fmt.Fprintf(&b, "  %s: %s\n", e.Switch, e.Reason)
	}

	_, err = io.WriteString(w, b.String())

	return err
}
