// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package jumpcloudsim

import (
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/evidence"
)

// scopesByRoute are the x-scopes of the published contract [S], of which a caller needs
// one [I: that one is enough].
var scopesByRoute = sync.OnceValue(func() map[string][]string {
	all := map[string][]string{}

	for line := range strings.Lines(evidence.Scopes()) {
		if f := strings.Fields(line); len(f) > 2 {
			all[f[0]+" "+nameless(f[1])] = f[2:]
		}
	}

	return all
})

var parameter = regexp.MustCompile(`\{[^}]*\}`)

// nameless is a path template without the names of its parameters, which sources spell differently.
func nameless(path string) string { return parameter.ReplaceAllString(path, "{}") }

// AllScopes are the scopes that any operation needs, sorted.
func AllScopes() []string {
	var all []string
	for _, scopes := range scopesByRoute() {
		all = append(all, scopes...)
	}

	slices.Sort(all)

	return slices.DeleteFunc(slices.Compact(all), func(s string) bool { return s == anonymous })
}

// anonymous is the scope of operations that everybody may call [S].
const anonymous = "anonymous"

// mayCall tells whether scopes are enough for a route. A route without scopes is open to all.
func mayCall(pattern string, scopes []string) bool {
	method, path, _ := strings.Cut(pattern, " ")
	needed := scopesByRoute()[method+" "+nameless(path)]

	return len(needed) == 0 || slices.Contains(needed, anonymous) ||
		slices.ContainsFunc(needed, func(s string) bool { return slices.Contains(scopes, s) })
}
