// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package coverage

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strings"
)

// Operation is one row of a sibling's list of operations: those of its seed document.
type Operation struct {
	Call

	Name string
	// Reason is why nothing can or should call it; "" of an operation that is exercised.
	Reason string
}

// ReadOperations reads a tab-separated list of method, path, name and reason, with a line of
// headings. A reason of "-" is none.
func ReadOperations(r io.Reader) ([]Operation, error) {
	var all []Operation

	lines := bufio.NewScanner(r)

	for n := 1; lines.Scan(); n++ {
		fields := strings.Split(lines.Text(), "\t")
		if len(fields) != 4 {
			return nil, fmt.Errorf("line %d of the operations: %d columns, want method, path, name and reason", n, len(fields))
		}

		if n > 1 {
			all = append(all, Operation{Call{Method: fields[0], Template: fields[1]}, fields[2], strings.TrimPrefix(fields[3], "-")})
		}
	}

	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("read the operations: %w", err)
	}

	return all, nil
}

// Account prints what became of each operation. One that is neither exercised nor has a
// reason is an error, and so is a reason not to call what is called.
func Account(w io.Writer, operations []Operation, calls map[Call]bool) error {
	var (
		out      = bufio.NewWriter(w) // keeps the first error for Flush
		problems []error
		exercised,
		excused int
	)

	for _, o := range operations {
		mark := "exercised"

		switch called := calls[o.Call]; {
		case called && o.Reason != "":
			problems = append(problems, fmt.Errorf("%s %s is exercised, although it has a reason not to be", o.Method, o.Template))
		case called:
			exercised++
		case o.Reason != "":
			mark = "left out"
			excused++
		default:
			mark = "not exercised"

			problems = append(problems, fmt.Errorf("%s %s is neither exercised nor has a reason", o.Method, o.Template))
		}

		fmt.Fprintf(out, "%-13s  %-6s  %s  (%s)\n", mark, o.Method, o.Template, strings.Trim(o.Name+": "+o.Reason, ": "))
	}

	fmt.Fprintf(out, "\n%d of %d exercised, %d left out for a reason\n", exercised, len(operations), excused)

	return errors.Join(append(problems, out.Flush())...)
}
