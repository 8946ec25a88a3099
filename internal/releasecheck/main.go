// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Releasecheck looks at what a release build left in its folder, before anybody downloads it.
// It prints a table of the archives, and fails if one is missing, is not the one of its name,
// lacks its SBOM or is not in the list of checksums.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"text/tabwriter"
)

// mebibyte is the unit of all sizes here.
const mebibyte = 1 << 20

// largest is the size of a binary that CI of many tenants still downloads without a thought.
const largest = 25 * mebibyte

func main() {
	dist := flag.String("dist", "dist", "folder of the release build")
	manifest := flag.String("manifest", "terraform-registry-manifest.json", "manifest for registries")

	flag.Parse()

	if err := run(release{Dist: *dist, Manifest: *manifest, Largest: largest}, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// run prints the table to out and returns everything that is wrong with the release.
func run(r release, out io.Writer) error {
	rows, err := r.check()

	table := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(table, "ARCHIVE\tMIB\tBINARY MIB\tMODULES IN SBOM\tIN SHA256SUMS")

	for _, row := range rows {
		listed := "yes"
		if !row.Listed {
			listed = "no"
		}

		fmt.Fprintf(table, "%s\t%.1f\t%.1f\t%d\t%s\n", row.Archive, mib(row.Size), mib(row.Binary), row.Modules, listed)
	}

	return errors.Join(err, table.Flush())
}

func mib(bytes int64) float64 { return float64(bytes) / mebibyte }
