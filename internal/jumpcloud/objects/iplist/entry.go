// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package iplist

import (
	"context"
	"fmt"
	"net/netip"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"
)

// span is what an entry means: every address from first to last. How the service
// spells entries is not documented (evidence: access 1.1), so spellings are compared by it.
type span struct{ first, last netip.Addr }

// parseEntry reads an address, a CIDR block or a range "first - last", the forms that the
// console accepts.
func parseEntry(s string) (span, error) {
	text := strings.TrimSpace(s)

	if first, last, ok := strings.Cut(text, "-"); ok {
		from, errFirst := parseAddress(strings.TrimSpace(first))
		to, errLast := parseAddress(strings.TrimSpace(last))

		switch {
		case errFirst != nil || errLast != nil:
			return span{}, fmt.Errorf("%q is not a range of IP addresses such as \"203.0.113.10 - 203.0.113.20\"", s)
		case from.Is4() != to.Is4():
			return span{}, fmt.Errorf("the range %q mixes IPv4 and IPv6", s)
		case to.Less(from):
			return span{}, fmt.Errorf("the range %q ends before it begins", s)
		}

		return span{from, to}, nil
	}

	if prefix, err := netip.ParsePrefix(text); err == nil {
		prefix = prefix.Masked()

		return span{prefix.Addr(), lastOf(prefix)}, nil
	}

	address, err := parseAddress(text)
	if err != nil {
		return span{}, fmt.Errorf("%q is not an IP address, a CIDR block or a range", s)
	}

	return span{address, address}, nil
}

// wire is an entry as it is sent: what was checked, which is without the white space around
// it. Files bring carriage returns, and web pages no-break spaces, with which the service
// would keep an entry that matches nothing.
func wire(s string) string {
	text := strings.TrimSpace(s)

	first, last, ok := strings.Cut(text, "-")
	if !ok {
		return text
	}

	from, to := strings.TrimSpace(first), strings.TrimSpace(last)
	if from+"-"+to == text {
		return text
	}

	return from + " - " + to
}

func parseAddress(s string) (netip.Addr, error) {
	address, err := netip.ParseAddr(s)
	if err == nil && address.Zone() != "" {
		return address, fmt.Errorf("%q has a zone", s)
	}

	return address, err
}

// lastOf returns the highest address of a masked prefix.
func lastOf(p netip.Prefix) netip.Addr {
	bytes := p.Addr().AsSlice()
	for bit := p.Bits(); bit < len(bytes)*8; bit++ {
		bytes[bit/8] |= 1 << (7 - bit%8)
	}

	last, _ := netip.AddrFromSlice(bytes)

	return last
}

// meaning is a comparable form of an entry: its span, or its trimmed text where a future
// form of the service cannot be parsed here.
func meaning(s string) any {
	if p, err := parseEntry(s); err == nil {
		return p
	}

	return strings.TrimSpace(s)
}

// sameEntries tells whether two lists mean the same addresses, entry by entry.
func sameEntries(a, b []string) bool {
	in := func(all []string) map[any]bool {
		m := map[any]bool{}
		for _, s := range all {
			m[meaning(s)] = true
		}

		return m
	}

	left, right := in(a), in(b)
	for m := range left {
		if !right[m] {
			return false
		}
	}

	return len(left) == len(right)
}

// spelled returns the service's entries in the spellings of prior where they mean the same.
func spelled(served, prior []string) []string {
	known := map[any][]string{}
	for _, s := range prior {
		known[meaning(s)] = append(known[meaning(s)], s)
	}

	all, done := []string{}, map[any]bool{}

	for _, s := range served {
		m := meaning(s)

		switch {
		case len(known[m]) == 0 && !done[s]:
			all, done[s] = append(all, s), true
		case len(known[m]) > 0 && !done[m]:
			all, done[m] = append(all, known[m]...), true
		}
	}

	return all
}

// entries checks every element of the set, each with a path of its own.
type entries struct{}

func (entries) Description(context.Context) string {
	return "every element an IP address, a CIDR block or a range"
}

func (v entries) MarkdownDescription(ctx context.Context) string { return v.Description(ctx) }

func (entries) ValidateSet(_ context.Context, req validator.SetRequest, resp *validator.SetResponse) {
	for _, element := range req.ConfigValue.Elements() {
		s, ok := element.(types.String)
		if !ok || s.IsUnknown() || s.IsNull() {
			continue // a null element is the kernel's business
		}

		if _, err := parseEntry(s.ValueString()); err != nil {
			resp.Diagnostics.AddAttributeError(req.Path.AtSetValue(element), "Invalid IP List Entry", err.Error()+".")
		}
	}
}
