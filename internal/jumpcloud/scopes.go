// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package jumpcloud

import (
	"strings"
	"sync"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/evidence"
)

// operationScopes is one line of the table of scopes.
type operationScopes struct {
	method   string
	segments []string
	scopes   []string
}

var scopesLines = sync.OnceValue(func() []operationScopes {
	var all []operationScopes

	for line := range strings.Lines(evidence.Scopes()) {
		if f := strings.Fields(line); len(f) > 1 {
			all = append(all, operationScopes{f[0], strings.Split(f[1], "/"), f[2:]})
		}
	}

	return all
})

// Scopes returns the scopes of which a caller needs one for an operation, or nil where
// the contract names none. The path may be a template or one that was sent.
func Scopes(method, path string) []string {
	o, _ := operation(method, path)

	return o.scopes
}

// Operation returns the path template of the published operation that a request was for;
// documented is false where there is none.
func Operation(method, path string) (template string, documented bool) {
	o, documented := operation(method, path)

	return strings.Join(o.segments, "/"), documented
}

func operation(method, path string) (found operationScopes, ok bool) {
	if _, after, below := strings.Cut(path, "/api/"); below {
		path = "/api/" + after // behind whatever the service's root is
	}

	best, segments := -1, strings.Split(path, "/")

	for _, line := range scopesLines() {
		if line.method != method {
			continue
		}

		if literals, fits := line.fits(segments); fits && literals > best {
			found, best = line, literals
		}
	}

	return found, best >= 0
}

// fits tells whether a path is the template's, and how many of its parts are literally.
func (o operationScopes) fits(segments []string) (literals int, ok bool) {
	if len(segments) != len(o.segments) {
		return 0, false
	}

	for i, s := range o.segments {
		switch {
		case s == segments[i]:
			literals++
		case !strings.HasPrefix(s, "{"):
			return 0, false
		}
	}

	return literals, true
}
