// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package main

import (
	"bytes"
	"io"
	"regexp"
)

// fold passes on what Terraform prints without the bodies of plans and without what has
// only begun: a line for each object says what happens to it, and another that it did.
type fold struct {
	out  io.Writer
	open bool // shows everything

	line   []byte // the last one, as long as it has no end
	inside body
}

// body is the part of a plan that is left out at the moment.
type body int

const (
	none body = iota
	object
	afterObject
	outputs
)

var (
	color     = regexp.MustCompile("\x1b\\[[0-9;]*m")
	objectIs  = regexp.MustCompile(`^  # .* (will|must) be `)
	objectEnd = regexp.MustCompile(`^    }`)
	begun     = regexp.MustCompile(`: (Creating|Modifying|Destroying|Reading|Refreshing state|Still \w+)\.\.\.`)
)

// Write takes pieces of lines; a line is printed once it is whole.
func (f *fold) Write(p []byte) (int, error) {
	f.line = append(f.line, p...)

	for {
		end := bytes.IndexByte(f.line, '\n')
		if end < 0 {
			return len(p), nil
		}

		if f.shows(color.ReplaceAll(f.line[:end], nil)) || f.open {
			if _, err := f.out.Write(f.line[:end+1]); err != nil {
				return 0, err
			}
		}

		f.line = f.line[end+1:]
	}
}

// shows tells whether a line, without its colours, is none of a body.
func (f *fold) shows(line []byte) bool {
	switch {
	case f.inside == object:
		if objectEnd.Match(line) {
			f.inside = afterObject
		}

		return false
	case f.inside == afterObject && len(line) == 0:
		f.inside = none

		return false
	case f.inside == outputs && bytes.HasPrefix(line, []byte(" ")):
		return false
	}

	f.inside = none

	switch {
	case objectIs.Match(line):
		f.inside = object
	case bytes.Equal(line, []byte("Changes to Outputs:")):
		f.inside = outputs

		return false
	}

	return !begun.Match(line)
}
