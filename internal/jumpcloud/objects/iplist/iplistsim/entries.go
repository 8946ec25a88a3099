// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package iplistsim

import (
	"net/netip"
	"slices"
	"strings"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/jumpcloudsim"
)

// entries applies the switches about addresses. By default a list comes back
// exactly as it was sent, order, duplicates and spelling included.
func entries(c *jumpcloudsim.Call, v any) (out []string, invalid string) {
	list, _ := v.([]any)
	out = make([]string, 0, len(list))

	for _, e := range list {
		entry, _ := e.(string)

		canonical, ok := canonical(entry)
		if !ok && c.Switch("iplist-ips-invalid") == "refuse" {
			return nil, entry
		}

		if ok && c.Switch("iplist-ips-spelling") == "canonical" {
			entry = canonical
		}

		if slices.Contains(out, entry) && c.Switch("iplist-ips-duplicates") == "remove" {
			continue
		}

		out = append(out, entry)
	}

	if c.Switch("iplist-ips-order") == "sorted" {
		slices.Sort(out)
	}

	return out, ""
}

// canonical respells a single address, a CIDR or a range "first - last" [kb].
func canonical(entry string) (string, bool) {
	entry = strings.TrimSpace(entry)

	if first, last, isRange := strings.Cut(entry, "-"); isRange {
		a, errA := netip.ParseAddr(strings.TrimSpace(first))
		b, errB := netip.ParseAddr(strings.TrimSpace(last))

		return a.String() + "-" + b.String(), errA == nil && errB == nil
	}

	if a, err := netip.ParseAddr(entry); err == nil {
		return a.String(), true
	}

	p, err := netip.ParsePrefix(entry)
	if err != nil {
		return "", false
	}

	if p.IsSingleIP() {
		return p.Addr().String(), true
	}

	return p.Masked().String(), true
}
