// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Coverage prints which endpoints the tests exercised, and fails for a call that a type
// declares and that none of its tests sends.
//
//	go run ./internal/jumpcloud/coverage -endpoints ../shared/api/endpoints.tsv -logs bin/coverage
package main

import (
	_ "embed" // for the reasons
	"errors"
	"flag"
	"fmt"
	"os"
	"strings"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/contract/coverage"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/provider"
)

// reasons say of operations that nothing here sends why nobody needs them.
//
//go:embed reasons.tsv
var reasons string

func main() {
	endpoints := flag.String("endpoints", "", "the tab-separated list of endpoints; without it only the declarations are checked")
	logs := flag.String("logs", os.Getenv(coverage.FolderVariable), "the folder of the logs that the tests wrote")

	flag.Parse()

	if err := report(*endpoints, *logs); err != nil {
		fmt.Fprintln(os.Stderr, "coverage:", err)
		os.Exit(1)
	}
}

func report(endpoints, logs string) error {
	calls, err := coverage.ReadCalls(logs)
	if err != nil {
		return err
	}

	if endpoints != "" {
		file, err := os.Open(endpoints)
		if err != nil {
			return fmt.Errorf("open the list of endpoints: %w", err)
		}
		defer file.Close()

		all, err := coverage.ReadEndpoints(file)
		if err != nil {
			return err
		}

		without, err := coverage.ReadOperations(strings.NewReader(reasons))
		if err != nil {
			return err
		}

		excused := map[coverage.Call]string{}
		for _, o := range without {
			excused[o.Call] = o.Reason
		}

		if err := coverage.Report(os.Stdout, all, calls, excused); err != nil {
			return err
		}
	}

	return errors.Join(coverage.Unexercised(declared(provider.Declarations()), calls)...)
}

// declared are the calls of what tests run in process.
func declared(all []provider.Declaration) []coverage.Call {
	var calls []coverage.Call

	for _, d := range all {
		name := d.Type

		switch d.Kind {
		case "data-sources":
			name = "data." + name
		case "resources", "actions":
		default:
			continue
		}

		for _, call := range d.Calls {
			method, path, _ := strings.Cut(call, " ")
			calls = append(calls, coverage.Call{Method: method, Template: path, Type: name})
		}
	}

	return calls
}
