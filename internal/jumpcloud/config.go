// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package jumpcloud

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

// Defaults of a [Config]. JumpCloud documents no request rate: ten a second stays well
// below what its own console causes.
const (
	DefaultRequestsPerSecond = 10.0
	DefaultRequestTimeout    = 60 * time.Second
	DefaultExpiryWarning     = 14 * 24 * time.Hour
)

// Regions are the names of JumpCloud's data centres. A credential of one does not work in another.
var Regions = []string{"us", "eu", "in"}

// Config says which service to speak to, as whom, and how fast.
type Config struct {
	Region string // one of [Regions]; "" means us
	APIURL string // the console's root instead of a region, such as https://console.jumpcloud.com

	APIKey       string // an administrator's or a service account's key
	ClientID     string // of a service account, with ClientSecret
	ClientSecret string

	ProviderID     string // "" discovers it
	OrganizationID string // the tenant of objects that name none; may be ""

	Guards Guards

	RequestsPerSecond float64
	MaxRetries        int
	RequestTimeout    time.Duration // of one try

	// ExpiryWarning is how long before the credential's end people want to know; 0 is never.
	ExpiryWarning time.Duration

	// Waiting is told of a request that waits because the service asked for more than ten
	// seconds; it may be nil.
	Waiting func(ctx context.Context, request string, wait time.Duration)

	UserAgent string
	Transport http.RoundTripper // nil is the network
}

// endpoints are the console's root and the address of the token endpoint. The hosts are
// the servers of the published contract and of JumpCloud's own command line tool.
func (c Config) endpoints() (root, token *url.URL, err error) {
	region := c.Region
	if region == "" {
		region = "us"
	}

	if c.APIURL == "" {
		if !slices.Contains(Regions, region) {
			return nil, nil, fmt.Errorf("region %q is not one of %s", region, strings.Join(Regions, ", "))
		}

		infix := ""
		if region != "us" {
			infix = region + "."
		}

		return &url.URL{Scheme: "https", Host: "console." + infix + "jumpcloud.com"},
			&url.URL{Scheme: "https", Host: "admin-oauth.id." + infix + "jumpcloud.com", Path: "/oauth2/token"}, nil
	}

	root, err = ParseURL(c.APIURL)
	if err != nil {
		return nil, nil, err
	}

	for _, region := range Regions {
		known, token, err := Config{Region: region}.endpoints()
		if err == nil && known.Host == root.Host {
			return root, token, nil
		}
	}

	// A service that is not JumpCloud's own, such as the simulator, has its token endpoint beside its API.
	beside := *root
	beside.Path += "/oauth2/token"

	return root, &beside, nil
}

// SamePlace tells whether the URL is that of the region's own console.
func (c Config) SamePlace() bool {
	region, _, err := Config{Region: c.Region}.endpoints()
	root, bad := ParseURL(c.APIURL)

	return err == nil && bad == nil && *region == *root
}

// ParseURL checks the root of a console as [rest.ParseRoot] does. A trailing /api or
// /api/v2 is an error, because the client adds them.
func ParseURL(s string) (*url.URL, error) {
	u, err := rest.ParseRoot(s, "https://console.jumpcloud.com")
	if err != nil {
		return nil, err
	}

	if strings.HasSuffix(u.Path, "/api") || strings.HasSuffix(u.Path, "/api/v2") {
		return nil, fmt.Errorf("%q has a path that the client adds itself: give the console's root, such as https://%s", s, u.Host)
	}

	return u, nil
}
