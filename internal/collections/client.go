// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package collections is what a client of a REST service needs beyond sending: routes,
// lists of every shape, snapshots that many look-ups share, creations whose answer got
// lost, changes of settings, and a memory of what one run has learnt and made. It knows no
// vendor: what is a service's own stands in its [Dialect].
package collections

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"sync/atomic"
	"time"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

// Dialect is how one service speaks.
type Dialect struct {
	// PageSize is how many elements a page is asked for.
	PageSize int

	// Page returns a list's route with what asks for the page that begins after so many
	// elements, in an order that the list knows, or "".
	Page func(r Route, after, size int, order string) Route

	// Wrappers are the members under which lists hide where they are no bare array.
	Wrappers []string

	// TotalHeader and TotalMember tell how many elements a list has; "" where none does.
	TotalHeader, TotalMember string

	// FullPages says that a page has as many elements as were asked for unless the list ends
	// with it, which the service documents: a shorter first page is then all there is.
	FullPages bool

	// Taken is what the refusal of a name that another object has matches; nil is
	// [rest.ErrConflict].
	Taken error

	// Born reads the time of an object's creation out of its id; nil where ids tell none.
	Born func(id string) (at time.Time, known bool)

	// RequestID finds the service's name for a request, or returns "".
	RequestID func(http.Header) string
}

// Sender sends requests: a [rest.Client], or what a service needs around one.
type Sender interface {
	Do(ctx context.Context, r rest.Request) (*rest.Response, error)
	ServiceTime(ours time.Time) time.Time
	Retries() int
	Pause(ctx context.Context, tries int) error
	Redact(values ...string)
}

// Config of a [Client].
type Config struct {
	Root    *url.URL
	Sender  Sender
	Dialect Dialect

	// Pending is why no call can be made yet, or nil.
	Pending error

	// ReadOnly is what every write is refused with before it is sent, or nil.
	ReadOnly error
}

// Client speaks to one service and remembers what one run has learnt and made. It is safe
// for concurrent use.
type Client struct {
	config Config
	wrote  atomic.Bool // something was sent that may have changed something

	snapshots snapshots
	creations creations
	facts     facts
}

// New returns a client. It sends nothing.
func New(config Config) *Client {
	return &Client{
		config:    config,
		snapshots: snapshots{entries: map[snapshotKey]snapshot{}},
		creations: creations{claimed: map[string]bool{}, made: map[string]string{}},
		facts:     facts{known: map[factKey]any{}},
	}
}

// Holder is a [Client], or what embeds one.
type Holder interface{ collections() *Client }

func (c *Client) collections() *Client { return c }

// Ready tells whether calls can be made.
func (c *Client) Ready() bool { return c.config.Pending == nil }

// Pending returns why no call can be made yet, or nil.
func (c *Client) Pending() error { return c.config.Pending }

// Root returns the address that all routes begin with.
func (c *Client) Root() string { return c.config.Root.String() }

// Wrote tells whether something was sent that may have changed something.
func (c *Client) Wrote() bool { return c.wrote.Load() }

// MadeHere tells whether this process created the object with that id.
func (c *Client) MadeHere(id string) bool { return c.creations.isClaimed(id) }

// BornSince tells whether an id says that its object was made after a time of ours, by the
// service's clock. What its first moments made may not count: ids and clock have whole seconds.
func (c *Client) BornSince(id string, ours time.Time) bool {
	born, known := c.bornAt(id)

	return known && born.After(c.config.Sender.ServiceTime(ours).Add(clockSlack))
}

func (c *Client) bornAt(id string) (at time.Time, known bool) {
	if c.config.Dialect.Born == nil {
		return time.Time{}, false
	}

	return c.config.Dialect.Born(id)
}

// Redact makes values secret: no error of this client shows them from now on.
func (c *Client) Redact(values ...string) {
	if c.Ready() {
		c.config.Sender.Redact(values...)
	}
}

// Retries returns how often a call that failed may be repeated.
func (c *Client) Retries() int { return c.config.Sender.Retries() }

// Pause waits as long as between the given try of a call and the next.
func (c *Client) Pause(ctx context.Context, tries int) error {
	return c.config.Sender.Pause(ctx, tries)
}

// taken tells whether a refusal may be of a name that another object has.
func (c *Client) taken(err error) bool {
	if c.config.Dialect.Taken == nil {
		return errors.Is(err, rest.ErrConflict)
	}

	return errors.Is(err, c.config.Dialect.Taken)
}

func (c *Client) requestID(h http.Header) string {
	if c.config.Dialect.RequestID == nil {
		return ""
	}

	return c.config.Dialect.RequestID(h)
}
