// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Report prints which endpoints the tests exercised. See package coverage.
//
//	go run ./internal/contract/coverage/report -endpoints ../shared/api/endpoints.tsv -logs bin/coverage -least internal/contract/coverage/least.tsv
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

	least := flag.String("least", "", "how many endpoints of each origin must be exercised")
	operations := flag.String("operations", "", "instead of endpoints: a sibling's list of operations, each exercised or with a reason")

	flag.Parse()

	var err error
	if *operations != "" {
		err = account(*operations, *logs)
	} else {
		err = report(*endpoints, *logs, *least)
	}

	if err != nil {
		fmt.Fprintln(os.Stderr, "coverage:", err)
		os.Exit(1)
	}
}

func report(endpoints, logs, least string) error {
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

	wanted := map[string]int{}

	if least != "" {
		file, err := os.Open(least)
		if err != nil {
			return fmt.Errorf("open the least counts: %w", err)
		}
		defer file.Close()

		if wanted, err = coverage.ReadLeast(file); err != nil {
			return err
		}
	}

	return coverage.Report(os.Stdout, all, calls, wanted)
}

func account(operations, logs string) error {
	file, err := os.Open(operations)
	if err != nil {
		return fmt.Errorf("open the list of operations: %w", err)
	}
	defer file.Close()

	all, err := coverage.ReadOperations(file)
	if err != nil {
		return err
	}

	calls, err := coverage.ReadCalls(logs)
	if err != nil {
		return err
	}

	return coverage.Account(os.Stdout, all, calls)
}
