// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package bindplaneadmin is the client kernel for the REST API of Bindplane, by observIQ:
// address, credentials, how the service words errors, and the organizations and projects
// that all objects are about. Sources are named by marks: [docs] docs.bindplane.com, [CI] the
// vendor's own tests of its provider, [I] our inference.
package bindplaneadmin

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"path"
	"time"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

// DefaultURL is the vendor's cloud [docs].
const DefaultURL = "https://app.bindplane.com"

// Defaults of a [Config]. Bindplane documents that it answers 429, and no rate.
const (
	DefaultRequestsPerSecond = 10.0
	DefaultMaxRetries        = rest.DefaultMaxRetries
	DefaultRequestTimeout    = 60 * time.Second
)

// ErrReadOnly says that a write was not sent because the provider is set to read_only.
var ErrReadOnly = errors.New("the provider is set to read_only (BINDPLANEADMIN_READ_ONLY): the request was not sent, nothing was changed")

// Config says which Bindplane to speak to, as whom, and how fast.
type Config struct {
	URL string // the root of the server, such as https://app.bindplane.com

	APIKey   string // of a user within a project, or
	Username string // HTTP basic authentication, which a server of one's own may have
	Password string

	ReadOnly          bool
	RequestsPerSecond float64
	MaxRetries        int
	RequestTimeout    time.Duration // of one try

	// Waiting is told of a request that waits because the service asked for more than ten
	// seconds; it may be nil.
	Waiting func(ctx context.Context, request string, wait time.Duration)

	UserAgent string
	Transport http.RoundTripper // nil is the network
}

// Client speaks to one Bindplane with one credential. It is safe for concurrent use.
type Client struct{ *collections.Client }

// New returns a client, or an error that says which setting is wrong. It sends nothing.
func New(config Config) (*Client, error) {
	root, err := ParseURL(config.URL)
	if err != nil {
		return nil, err
	}

	if (config.APIKey == "") == (config.Username == "" || config.Password == "") {
		return nil, errors.New("give either an API key or a username and a password")
	}

	if config.Transport == nil {
		config.Transport = http.DefaultTransport
	}

	redactor := &rest.Redactor{}
	redactor.Add(config.APIKey)
	redactor.AddBasic(config.Username, config.Password)

	var readOnly error
	if config.ReadOnly {
		readOnly = ErrReadOnly
	}

	return &Client{collections.New(collections.Config{
		Root: root, Dialect: dialect, ReadOnly: readOnly,
		Sender: rest.New(rest.Config{
			Transport:  config.Transport,
			UserAgent:  config.UserAgent,
			MaxRetries: config.MaxRetries,
			Timeout:    config.RequestTimeout,
			Limiter:    rest.NewLimiter(config.RequestsPerSecond),
			Redactor:   redactor,
			Auth:       credential{config.APIKey, config.Username, config.Password},
			Message:    message,
			Meaning:    meaning,
			RequestID:  requestID,
			Waiting:    config.Waiting,
		}),
	})}, nil
}

// Pending returns a client of a configuration that is not known yet: it can be planned
// with, and every call fails with reason.
func Pending(reason error) *Client {
	return &Client{collections.New(collections.Config{Root: &url.URL{}, Dialect: dialect, Pending: reason})}
}

// V1 returns a route of the API's one version.
func (c *Client) V1(segments ...string) collections.Route { return c.Route("v1").Join(segments...) }

// ParseURL checks the root of a server as [rest.ParseRoot] does. A path of the API is an
// error, because the client adds it.
func ParseURL(s string) (*url.URL, error) {
	root, err := rest.ParseRoot(s, DefaultURL)
	if err != nil {
		return nil, err
	}

	if path.Base(root.Path) == "v1" {
		return nil, fmt.Errorf("%q has a path that the client adds itself: give the root of the server, such as %s", s, DefaultURL)
	}

	return root, nil
}
