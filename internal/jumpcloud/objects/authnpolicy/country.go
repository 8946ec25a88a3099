// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package authnpolicy

import (
	_ "embed" // for the table
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nearest"
)

// countryTable has a line for each code that ISO 3166-1 assigns. Libraries of languages
// count codes that are withdrawn, reserved or of groups of countries in as well.
//
//go:embed countries.tsv
var countryTable string

// countries are the names by code.
var countries = sync.OnceValue(func() map[string]string {
	all := map[string]string{}

	for line := range strings.Lines(countryTable) {
		if code, name, ok := strings.Cut(strings.TrimSpace(line), "\t"); ok {
			all[code] = name
		}
	}

	return all
})

// kosovo has no code of its own. Databases of locations use this one, which ISO leaves to
// its users, and nobody documents whether JumpCloud does.
const kosovo = "XK"

// otherCodes are codes in use elsewhere for a country that ISO calls differently: UK is
// reserved for the United Kingdom's top-level domain, EL is Greece in the European Union's texts.
var otherCodes = map[string]string{"UK": "GB", "EL": "GR"}

// checkCountry returns what is wrong with a country code, or "".
func checkCountry(code string) string {
	if _, ok := countries()[code]; ok || code == kosovo {
		return ""
	}

	text := fmt.Sprintf("%q is not a country code of ISO 3166-1 (two capital letters)", code)
	if meant := meantCountry(code); meant != "" {
		return fmt.Sprintf("%s; did you mean %q (%s)?", text, meant, countries()[meant])
	}

	return text + "."
}

// meantCountry returns the code that somebody may have meant, or "".
func meantCountry(text string) string {
	upper := strings.ToUpper(strings.TrimSpace(text))
	if _, ok := countries()[upper]; ok {
		return upper
	}

	if code, ok := otherCodes[upper]; ok {
		return code
	}

	names := map[string]string{}
	for code, name := range countries() {
		names[name] = code
	}

	// The letters of a short text are in many names.
	const shortest = 4
	if len(text) < shortest {
		return ""
	}

	all := make([]string, 0, len(names))
	for name := range names {
		all = append(all, name)
	}

	slices.Sort(all)

	if best, ok := nearest.Match(text, all); ok {
		return names[best]
	}

	return ""
}
