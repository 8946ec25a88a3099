// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package rest

import (
	"errors"
	"fmt"
	"net"
	"net/url"
	"strings"
)

// ParseRoot checks the root of a service: https, or http on the loopback interface only,
// since a credential must not cross a network in the clear. Slashes at its end are taken
// off. An error shows example, which is a right one.
func ParseRoot(s, example string) (*url.URL, error) {
	u, err := url.Parse(s)
	if err != nil || u.Hostname() == "" {
		return nil, fmt.Errorf("%q is not a URL such as %s", s, example)
	}

	switch {
	case u.User != nil || u.RawQuery != "" || u.Fragment != "":
		return nil, errors.New("the URL must not have user information, a query or a fragment")
	case u.Scheme == "http" && !loopback(u.Hostname()):
		return nil, fmt.Errorf("http is accepted for the loopback interface only, not for %q: use https", u.Hostname())
	case u.Scheme != "https" && u.Scheme != "http":
		return nil, fmt.Errorf("%q is not a URL such as %s", s, example)
	}

	u.Path = strings.TrimRight(u.Path, "/")

	return u, nil
}

func loopback(host string) bool {
	ip := net.ParseIP(host)

	return host == "localhost" || ip != nil && ip.IsLoopback()
}
