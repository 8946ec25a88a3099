// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package jumpcloud is the client kernel for JumpCloud's admin API: regions, credentials,
// the two scopes a call can have, list shapes, snapshots and creations whose answer got
// lost. It knows no object.
package jumpcloud

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"time"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

// Client speaks to one JumpCloud region with one credential. Calls are made through one
// of its scopes, [Client.Portal] and [Client.Tenant]. It is safe for concurrent use.
type Client struct {
	pending  error // why no call can be made yet, or nil
	config   Config
	root     *url.URL
	sender   *rest.Client
	provider lazy[Provider]

	snapshots snapshots
	creations creations
	blast     blast
	refusals  refusals
}

// New returns a client, or an error that says which setting is wrong. It sends nothing.
func New(config Config) (*Client, error) {
	root, token, err := config.endpoints()
	if err != nil {
		return nil, err
	}

	if (config.APIKey == "") == (config.ClientID == "" || config.ClientSecret == "") {
		return nil, errors.New("give either an API key or a service account's client id and client secret")
	}

	if config.Transport == nil {
		config.Transport = http.DefaultTransport
	}

	redactor := &rest.Redactor{}
	redactor.Add(config.APIKey, config.ClientSecret)

	settings := rest.Config{
		Transport:  config.Transport,
		UserAgent:  config.UserAgent,
		MaxRetries: config.MaxRetries,
		Timeout:    config.RequestTimeout,
		Limiter:    rest.NewLimiter(config.RequestsPerSecond),
		Redactor:   redactor,
		Message:    message,
		RequestID:  requestID,
		Waiting:    config.Waiting,
	}

	if config.APIKey != "" {
		settings.Auth = apiKey(config.APIKey)
	} else {
		unauthenticated := settings
		settings.Auth = newServiceAccount(config.ClientID, config.ClientSecret, token, rest.New(unauthenticated))
	}

	return &Client{
		config:    config,
		root:      root,
		sender:    rest.New(settings),
		provider:  newLazy[Provider](),
		snapshots: snapshots{entries: map[snapshotKey]snapshot{}},
		blast:     blast{began: time.Now(), orgs: map[string]bool{}, causes: map[string]map[string]bool{}},
		creations: creations{claimed: map[string]bool{}, made: map[string]string{}, locks: map[string]chan struct{}{}},
	}, nil
}

// Pending returns a client of a configuration that is not known yet: it can be planned
// with, and every call fails with reason.
func Pending(reason error) *Client {
	return &Client{pending: reason, root: &url.URL{}, provider: newLazy[Provider](), snapshots: snapshots{entries: map[snapshotKey]snapshot{}}}
}

// Ready tells whether calls can be made.
func (c *Client) Ready() bool { return c.pending == nil }

// DefaultOrganization returns the tenant of objects that name none, or "".
func (c *Client) DefaultOrganization() string {
	if c.config.Guards.Explicit {
		return ""
	}

	return c.config.OrganizationID
}

// ConsoleURL returns the console's root.
func (c *Client) ConsoleURL() string { return c.root.String() }

// Redact makes values secret: no error of this client shows them from now on.
func (c *Client) Redact(values ...string) {
	if c.Ready() {
		c.sender.Redact(values...)
	}
}

// Retries returns how often a call that failed may be repeated.
func (c *Client) Retries() int { return c.sender.Retries() }

// Pause waits as long as between the given try of a call and the next.
func (c *Client) Pause(ctx context.Context, tries int) error { return c.sender.Pause(ctx, tries) }

// KeyPrefix returns the first characters of the API key, which is how JumpCloud itself
// names a key, or "" where a service account is used.
func (c *Client) KeyPrefix() string {
	const shown = 6
	if len(c.config.APIKey) <= 2*shown {
		return ""
	}

	return c.config.APIKey[:shown]
}

// requestID finds the name of a request for JumpCloud's support. The API documents no
// such header; these are the usual ones of the proxies before it.
func requestID(h http.Header) string {
	for _, name := range []string{"X-Request-Id", "X-Amzn-Trace-Id", "X-Amz-Cf-Id", "Cf-Ray"} {
		if id := h.Get(name); id != "" {
			return id
		}
	}

	return ""
}

// lazy is a value that is fetched when it is first needed. A failure is not kept.
type lazy[T any] struct {
	lock  chan struct{} // of capacity 1; a mutex could not be given up on
	value *T
}

func newLazy[T any]() lazy[T] {
	return lazy[T]{lock: make(chan struct{}, 1)}
}

func (l *lazy[T]) get(ctx context.Context, fetch func(context.Context) (T, error)) (T, error) {
	select {
	case l.lock <- struct{}{}:
	case <-ctx.Done():
		return *new(T), ctx.Err()
	}
	defer func() { <-l.lock }()

	if l.value != nil {
		return *l.value, nil
	}

	v, err := fetch(ctx)
	if err != nil {
		return *new(T), err
	}

	l.value = &v

	return v, nil
}
