// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Report prints which endpoints the tests exercised. See package coverage.
//
//	go run ./internal/contract/coverage/report -endpoints ../shared/api/endpoints.tsv -logs bin/coverage
package main

import (
	"flag"
	"fmt"
	"os"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/contract/coverage"
)

func main() {
	endpoints := flag.String("endpoints", "", "the tab-separated list of endpoints")
	logs := flag.String("logs", os.Getenv(coverage.FolderVariable), "the folder of the logs that the tests wrote")

	flag.Parse()

	if err := report(*endpoints, *logs); err != nil {
		fmt.Fprintln(os.Stderr, "coverage:", err)
		os.Exit(1)
	}
}

func report(endpoints, logs string) error {
	file, err := os.Open(endpoints)
	if err != nil {
		return fmt.Errorf("open the list of endpoints: %w", err)
	}
	defer file.Close()

	all, err := coverage.ReadEndpoints(file)
	if err != nil {
		return err
	}

	calls, err := coverage.ReadCalls(logs)
	if err != nil {
		return err
	}

	return coverage.Report(os.Stdout, all, calls)
}
