// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package zammad is the client kernel for the REST API of Zammad, the help desk: address,
// credentials, and how the service pages and words errors. Sources are named by the marks
// of the API reference: [docs] docs.zammad.org, [source] zammad/zammad, [I] our inference.
package zammad

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

// Defaults of a [Config]. Zammad documents no request rate.
const (
	DefaultRequestsPerSecond = 10.0
	DefaultMaxRetries        = rest.DefaultMaxRetries
	DefaultRequestTimeout    = 60 * time.Second
)

// ErrReadOnly says that a write was not sent because the provider is set to read_only.
var ErrReadOnly = errors.New("the provider is set to read_only (ZAMMAD_READ_ONLY): the request was not sent, nothing was changed")

// Config says which Zammad to speak to, as whom, and how fast.
type Config struct {
	URL string // the root of the installation, such as https://support.example.com

	Token    string // a personal access token, or
	Username string // HTTP basic authentication, which an installation may switch off
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

// Client speaks to one Zammad with one credential. It is safe for concurrent use.
type Client struct{ *collections.Client }

// New returns a client, or an error that says which setting is wrong. It sends nothing.
func New(config Config) (*Client, error) {
	root, err := ParseURL(config.URL)
	if err != nil {
		return nil, err
	}

	if (config.Token == "") == (config.Username == "" || config.Password == "") {
		return nil, errors.New("give either a token or a username and a password")
	}

	if config.Transport == nil {
		config.Transport = http.DefaultTransport
	}

	redactor := &rest.Redactor{}
	redactor.Add(config.Token)
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
			Auth:       credential{config.Token, config.Username, config.Password},
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
func (c *Client) V1(segments ...string) collections.Route {
	return c.Route("api", "v1").Join(segments...)
}

// ParseURL checks the root of an installation as [rest.ParseRoot] does. A path of the API is
// an error, because the client adds it.
func ParseURL(s string) (*url.URL, error) {
	const example = "https://support.example.com"

	root, err := rest.ParseRoot(s, example)
	if err != nil {
		return nil, err
	}

	if path.Base(root.Path) == "api" || path.Base(root.Path) == "v1" {
		return nil, fmt.Errorf("%q has a path that the client adds itself: give the root of the installation, such as %s", s, example)
	}

	return root, nil
}
