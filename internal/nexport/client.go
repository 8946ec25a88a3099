// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package nexport is the client kernel for the AdminApi of NexPort Campus, a learning
// management system: address, token, names, and how the service pages and words errors.
//
// The service publishes its OpenAPI document on the live site only. Sources are named by
// marks: [V] the vendor's pages, [C] a call in the vendor's plugin for nopCommerce, which
// tells operations and parameters but no JSON names, [I] our inference, [U] nobody says.
package nexport

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

// Defaults of a [Config]. NexPort documents no request rate.
const (
	DefaultURL               = "https://www.nexportcampus.com" // [V]
	DefaultRequestsPerSecond = 5.0
	DefaultMaxRetries        = rest.DefaultMaxRetries
	DefaultRequestTimeout    = 60 * time.Second
)

// ErrReadOnly says that a write was not sent because the provider is set to read_only.
var ErrReadOnly = errors.New("the provider is set to read_only (NEXPORT_READ_ONLY): the request was not sent, nothing was changed")

// Config says which NexPort Campus to speak to, as whom, by which names, and how fast.
type Config struct {
	URL string // the root of the site, such as https://www.nexportcampus.com

	Username string // of a user who is neither system operator nor customer service, which the service refuses [V]
	Password string

	Names Names // the zero value has the names that this package expects

	ReadOnly          bool
	RequestsPerSecond float64
	MaxRetries        int
	RequestTimeout    time.Duration // of one try

	// Waiting is told of a request that waits because the service asked for more than ten
	// seconds; it may be nil.
	Waiting func(ctx context.Context, request string, wait time.Duration)

	UserAgent string
	Transport http.RoundTripper // nil is the network
	Now       func() time.Time  // nil is [time.Now]
}

// Client speaks to one NexPort Campus as one user. It is safe for concurrent use.
type Client struct{ *collections.Client }

// New returns a client, or an error that says which setting is wrong. It sends nothing.
func New(config Config) (*Client, error) {
	root, err := ParseURL(config.URL)
	if err != nil {
		return nil, err
	}

	if config.Username == "" || config.Password == "" {
		return nil, errors.New("give both a username and a password")
	}

	if config.Transport == nil {
		config.Transport = http.DefaultTransport
	}

	if config.Now == nil {
		config.Now = time.Now
	}

	redactor := &rest.Redactor{}
	redactor.Add(config.Password)

	var readOnly error
	if config.ReadOnly {
		readOnly = ErrReadOnly
	}

	sending := rest.Config{
		Transport:  config.Transport,
		UserAgent:  config.UserAgent,
		MaxRetries: config.MaxRetries,
		Timeout:    config.RequestTimeout,
		Limiter:    rest.NewLimiter(config.RequestsPerSecond),
		Redactor:   redactor,
		Message:    message,
		Meaning:    meaning,
		RequestID:  requestID,
		Waiting:    config.Waiting,
	}

	api := *root
	api.Path += "/api/v1/AdminApi"

	session := newSession(sending, &api, config)
	sending.Auth = session

	return &Client{collections.New(collections.Config{
		Root: root, Dialect: dialect, ReadOnly: readOnly,
		Sender: &sender{Client: rest.New(sending), session: session, names: config.Names},
	})}, nil
}

// Pending returns a client of a configuration that is not known yet: it can be planned
// with, and every call fails with reason.
func Pending(reason error) *Client {
	return &Client{collections.New(collections.Config{Root: &url.URL{}, Dialect: dialect, Pending: reason})}
}

// Admin returns the route of an operation of the AdminApi, by the name that this package
// has for it. What is read is asked for with GET and a query, what changes something with
// POST and [collections.Members]; the client sends either as the service wants it.
func (c *Client) Admin(operation string) collections.Route {
	return c.Route("api", "v1", "AdminApi", operation)
}

// Change sends an operation that changes something and may be sent twice. Where its answer
// is lost, done tells whether its effect is there; where it is not, it is sent again. What
// lists have shown before is forgotten.
func (c *Client) Change(ctx context.Context, operation string, body collections.Members, done func(context.Context) (bool, error)) error {
	defer c.Forget()

	return collections.Ensure(ctx, c.Admin(operation), body, done)
}

// Forget forgets what lists have shown: no operation's path tells which of them it changes.
func (c *Client) Forget() {
	for _, o := range operations {
		if o.reads {
			collections.Drop(c.Admin(o.name))
		}
	}
}

// ParseURL checks the root of a site as [rest.ParseRoot] does. A path of the API is an
// error, because the client adds it.
func ParseURL(s string) (*url.URL, error) {
	root, err := rest.ParseRoot(s, DefaultURL)
	if err != nil {
		return nil, err
	}

	switch path.Base(root.Path) {
	case "api", "v1", "AdminApi":
		return nil, fmt.Errorf("%q has a path that the client adds itself: give the root of the site, such as %s", s, DefaultURL)
	}

	return root, nil
}
