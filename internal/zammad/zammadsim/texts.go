// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package zammadsim

import (
	"encoding/json"
	"regexp"
	"strings"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

var (
	unsafe    = regexp.MustCompile(`(?is)<script.*?</script>|<img[^>]*>`)
	ampersand = regexp.MustCompile(`&(#[0-9]+;|#x[0-9a-fA-F]+;|[a-zA-Z]+;)?`)
)

// Sanitized is a text as the service keeps HTML: without scripts and images and with
// addresses as anchors [source], with & as &amp; (the sample of [docs]).
func Sanitized(text string) string {
	return linked(ampersand.ReplaceAllStringFunc(unsafe.ReplaceAllString(text, ""), func(found string) string {
		if found == "&" {
			return "&amp;"
		}

		return found
	}))
}

// Body decodes a request's body. Whatever its members are, they are taken: unknown ones are
// dropped by whoever reads it [source, param_cleanup].
func (c *Call) Body() (sim.Doc, *sim.Response) {
	var d sim.Doc
	if err := json.Unmarshal(c.Raw, &d); err != nil {
		c.Violate("body", err.Error())

		return nil, new(Unprocessable("the body is not a JSON object"))
	}

	return d, nil
}

// Text is a string member, or "".
func Text(d sim.Doc, name string) string {
	s, _ := d[name].(string)

	return s
}

// Is tells whether a member is true.
func Is(d sim.Doc, name string) bool {
	b, _ := d[name].(bool)

	return b
}

// Same compares two names as the service does where it takes letters of either case as one.
func Same(a, b string) bool { return strings.EqualFold(a, b) }
