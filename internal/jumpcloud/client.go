// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package jumpcloud is the client kernel for JumpCloud's admin API: regions, credentials,
// the two scopes a call can have, and how the service pages, words errors and dates ids.
package jumpcloud

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"time"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

// Client speaks to one JumpCloud region with one credential. Calls are made through one
// of its scopes, [Client.Portal] and [Client.Tenant]. It is safe for concurrent use.
type Client struct {
	*collections.Client

	config   Config
	plain    *rest.Client // sends requests as they are
	provider *collections.Lazy[Provider]
	blast    blast
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
		Message:    func(_ http.Header, body []byte) string { return message(body) },
		Page:       pageMeans,
		RequestID:  requestID,
		Waiting:    config.Waiting,
	}

	if config.APIKey != "" {
		settings.Auth = apiKey(config.APIKey)
	} else {
		unauthenticated := settings
		settings.Auth = newServiceAccount(config.ClientID, config.ClientSecret, token, rest.New(unauthenticated))
	}

	sender := &sender{Client: rest.New(settings)}

	var readOnly error
	if config.Guards.ReadOnly {
		readOnly = ErrReadOnly
	}

	return &Client{
		Client:   collections.New(collections.Config{Root: root, Sender: sender, Dialect: dialect, ReadOnly: readOnly}),
		config:   config,
		plain:    sender.Client,
		provider: collections.NewLazy[Provider](),
		blast:    blast{began: time.Now(), orgs: map[string]bool{}, causes: map[string]map[string]bool{}},
	}, nil
}

// Pending returns a client of a configuration that is not known yet: it can be planned
// with, and every call fails with reason.
func Pending(reason error) *Client {
	return &Client{
		Client:   collections.New(collections.Config{Root: &url.URL{}, Dialect: dialect, Pending: reason}),
		provider: collections.NewLazy[Provider](),
	}
}

// Do sends a request as it is, with the credential and at the pace of all others: its path
// and its headers are the caller's business, x-org-id among them. A failure is a
// [*rest.Error]. A write of a client that is read-only is [ErrReadOnly], and is not sent.
func (c *Client) Do(ctx context.Context, r rest.Request) (*rest.Response, error) {
	switch {
	case c.plain == nil:
		return nil, c.Pending()
	case c.ReadOnly() && r.Method != http.MethodGet && !r.Safe:
		return nil, ErrReadOnly
	}

	return c.plain.Do(ctx, r)
}

// DefaultOrganization returns the tenant of objects that name none, or "".
func (c *Client) DefaultOrganization() string {
	if c.config.Guards.Explicit {
		return ""
	}

	return c.config.OrganizationID
}

// KeyPrefix returns the first characters of the API key, which is how JumpCloud itself
// names a key, or "" where a service account is used.
func (c *Client) KeyPrefix() string {
	const shown = 6
	if len(c.config.APIKey) <= 2*shown {
		return ""
	}

	return c.config.APIKey[:shown]
}

// pageMeans says what a page for browsers means: with 403 the abuse protection, else the login
// (evidence: transport 2.4, 5.2).
func pageMeans(status int) rest.Page {
	if status == http.StatusForbidden {
		return rest.PageBlocked
	}

	return rest.PageLogin
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
