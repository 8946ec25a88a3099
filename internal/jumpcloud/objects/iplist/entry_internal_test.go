// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package iplist

import (
	"net/netip"
	"slices"
	"strings"
	"testing"
)

func TestParseEntry(t *testing.T) {
	t.Parallel()

	for entry, want := range map[string]struct{ first, last, problem string }{
		"10.0.0.1":                    {first: "10.0.0.1", last: "10.0.0.1"},
		" 10.0.0.1 ":                  {first: "10.0.0.1", last: "10.0.0.1"},
		"10.0.0.1/32":                 {first: "10.0.0.1", last: "10.0.0.1"},
		"203.0.113.0/24":              {first: "203.0.113.0", last: "203.0.113.255"},
		"203.0.113.77/24":             {first: "203.0.113.0", last: "203.0.113.255"},
		"0.0.0.0/0":                   {first: "0.0.0.0", last: "255.255.255.255"},
		"203.0.113.16/29":             {first: "203.0.113.16", last: "203.0.113.23"},
		"203.0.113.10 - 203.0.113.20": {first: "203.0.113.10", last: "203.0.113.20"},
		"203.0.113.10-203.0.113.20":   {first: "203.0.113.10", last: "203.0.113.20"},
		"203.0.113.10 - 203.0.113.10": {first: "203.0.113.10", last: "203.0.113.10"},
		"2001:DB8::/32":               {first: "2001:db8::", last: "2001:db8:ffff:ffff:ffff:ffff:ffff:ffff"},
		"2001:0db8:0::1":              {first: "2001:db8::1", last: "2001:db8::1"},
		"2001:db8::1 - 2001:db8::f":   {first: "2001:db8::1", last: "2001:db8::f"},

		"":                            {problem: "is not an IP address, a CIDR block or a range"},
		"office":                      {problem: "is not an IP address"},
		"10.0.0.256":                  {problem: "is not an IP address"},
		"10.0.0":                      {problem: "is not an IP address"},
		"010.0.0.1":                   {problem: "is not an IP address"},
		"10.0.0.0/33":                 {problem: "is not an IP address"},
		"10.0.0.0/":                   {problem: "is not an IP address"},
		"fe80::1%eth0":                {problem: "is not an IP address"},
		"10.0.0.1 10.0.0.2":           {problem: "is not an IP address"},
		"-":                           {problem: "is not a range"},
		"10.0.0.1 -":                  {problem: "is not a range"},
		"10.0.0.1-10.0.0.2-10.0.0.3":  {problem: "is not a range"},
		"10.0.0.0/24 - 10.0.1.0/24":   {problem: "is not a range"},
		"10.0.0.2 - 10.0.0.1":         {problem: "ends before it begins"},
		"10.0.0.1 - 2001:db8::1":      {problem: "mixes IPv4 and IPv6"},
		"fe80::1%eth0 - fe80::2%eth0": {problem: "is not a range"},
	} {
		got, err := parseEntry(entry)

		switch {
		case want.problem != "":
			if err == nil || !strings.Contains(err.Error(), want.problem) {
				t.Errorf("%q: %v, want an error with %q", entry, err, want.problem)
			}
		case err != nil:
			t.Errorf("%q: %v", entry, err)
		case got != span{netip.MustParseAddr(want.first), netip.MustParseAddr(want.last)}:
			t.Errorf("%q: %v, want %s to %s", entry, got, want.first, want.last)
		}
	}
}

func TestWire(t *testing.T) {
	t.Parallel()

	for entry, want := range map[string]string{
		"10.0.0.1":                      "10.0.0.1",
		"\u00a0203.0.113.7":             "203.0.113.7",
		"203.0.113.8\r":                 "203.0.113.8",
		" 2001:DB8::/32 \n":             "2001:DB8::/32",
		"10.0.0.1-10.0.0.2":             "10.0.0.1-10.0.0.2",
		"10.0.0.1 - 10.0.0.2":           "10.0.0.1 - 10.0.0.2",
		"10.0.0.1\u00a0-\u00a010.0.0.2": "10.0.0.1 - 10.0.0.2",
		" 10.0.0.1- 10.0.0.2\t":         "10.0.0.1 - 10.0.0.2",
	} {
		if got := wire(entry); got != want {
			t.Errorf("%q is sent as %q, want %q", entry, got, want)
		}
	}
}

func TestSameEntries(t *testing.T) {
	t.Parallel()

	for name, c := range map[string]struct {
		a, b []string
		want bool
	}{
		"both empty":          {nil, []string{}, true},
		"order":               {[]string{"10.0.0.1", "10.0.0.2"}, []string{"10.0.0.2", "10.0.0.1"}, true},
		"spelling":            {[]string{"10.0.0.1/32", "2001:DB8::/32"}, []string{"2001:db8:0::/32", "10.0.0.1"}, true},
		"block as range":      {[]string{"10.0.0.0/30"}, []string{"10.0.0.0 - 10.0.0.3"}, true},
		"duplicates":          {[]string{"10.0.0.1", "10.0.0.1/32"}, []string{"10.0.0.1"}, true},
		"one more":            {[]string{"10.0.0.1"}, []string{"10.0.0.1", "10.0.0.2"}, false},
		"one less":            {[]string{"10.0.0.1", "10.0.0.2"}, []string{"10.0.0.1"}, false},
		"another":             {[]string{"10.0.0.1"}, []string{"10.0.0.2"}, false},
		"a form of tomorrow":  {[]string{"geo:CH"}, []string{" geo:CH"}, true},
		"other than tomorrow": {[]string{"geo:CH"}, []string{"geo:DE"}, false},
	} {
		if got := sameEntries(c.a, c.b); got != c.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}

func TestSpelled(t *testing.T) {
	t.Parallel()

	for name, c := range map[string]struct{ served, prior, want []string }{
		"nothing":            {nil, []string{"10.0.0.1"}, []string{}},
		"an import":          {[]string{"10.0.0.1/32", "10.0.0.1/32", "b"}, nil, []string{"10.0.0.1/32", "b"}},
		"as configured":      {[]string{"10.0.0.1", "2001:db8::/32"}, []string{"2001:DB8::/32", "10.0.0.1/32"}, []string{"10.0.0.1/32", "2001:DB8::/32"}},
		"twice configured":   {[]string{"10.0.0.1"}, []string{"10.0.0.1/32", "10.0.0.1"}, []string{"10.0.0.1/32", "10.0.0.1"}},
		"twice served":       {[]string{"10.0.0.1", "10.0.0.1/32"}, []string{"10.0.0.1/32"}, []string{"10.0.0.1/32"}},
		"added elsewhere":    {[]string{"10.0.0.1", "10.0.0.9"}, []string{"10.0.0.1"}, []string{"10.0.0.1", "10.0.0.9"}},
		"a form of tomorrow": {[]string{"geo:CH"}, []string{"10.0.0.1"}, []string{"geo:CH"}},
	} {
		if got := spelled(c.served, c.prior); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

// FuzzEntry holds whatever is accepted to what comparing by meaning stands on: a span
// that goes forward in one family, and a spelling of its own that means the same.
func FuzzEntry(f *testing.F) {
	for _, seed := range []string{
		"10.0.0.1", "10.0.0.1/32", "203.0.113.0/24", "0.0.0.0/0", "::/0", "2001:DB8::/32", "203.0.113.10 - 203.0.113.20",
		"::ffff:10.0.0.1", "::ffff:10.0.0.0/104", "10.0.0.2-10.0.0.1", "fe80::1%eth0", " - ", "10.0.0.1/-1", "",
	} {
		f.Add(seed)
	}

	f.Fuzz(func(t *testing.T, entry string) {
		got, err := parseEntry(entry)
		if err != nil {
			if !sameEntries([]string{entry}, []string{" " + entry + " "}) {
				t.Errorf("%q does not mean the same with space around it", entry)
			}

			return
		}

		if got.last.Less(got.first) || got.first.Is4() != got.last.Is4() || got.first.Zone() != "" {
			t.Errorf("%q is %v", entry, got)
		}

		respelled := got.first.String() + " - " + got.last.String()
		if !sameEntries([]string{entry}, []string{respelled}) {
			t.Errorf("%q does not mean %q", entry, respelled)
		}

		if back := spelled([]string{respelled}, []string{entry}); !slices.Equal(back, []string{entry}) {
			t.Errorf("%q comes back as %q", entry, back)
		}
	})
}
