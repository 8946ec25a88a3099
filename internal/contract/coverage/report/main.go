// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Report prints what became of each operation in a provider's list. See package coverage.
//
//	go run ./internal/contract/coverage/report -operations companions/name/operations.tsv -logs bin/coverage/name
package main

import (
	"flag"
	"fmt"
	"os"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/contract/coverage"
)

func main() {
	operations := flag.String("operations", "", "the list of operations, each exercised or with a reason")
	logs := flag.String("logs", os.Getenv(coverage.FolderVariable), "the folder of the logs that the tests wrote")

	flag.Parse()

	if err := account(*operations, *logs); err != nil {
		fmt.Fprintln(os.Stderr, "coverage:", err)
		os.Exit(1)
	}
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
