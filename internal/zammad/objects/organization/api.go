// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package organization

import (
	"context"
	"encoding/json"
	"errors"
	"strconv"
	"time"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/zammad"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/zammad/scope"
)

// organization is the object as the API returns it.
type organization struct {
	ID               int64     `json:"id"`
	Name             string    `json:"name"`
	Shared           bool      `json:"shared"`
	Domain           string    `json:"domain"`
	DomainAssignment bool      `json:"domain_assignment"`
	Active           bool      `json:"active"`
	VIP              bool      `json:"vip"` // older releases leave it out
	Note             string    `json:"note"`
	MemberIDs        []int64   `json:"member_ids"`
	CreatedAt        time.Time `json:"created_at"`

	// members are all that the answer has, those of the Object Manager included.
	members map[string]json.RawMessage
}

// UnmarshalJSON keeps the members that an installation has defined itself.
func (o *organization) UnmarshalJSON(raw []byte) error {
	type plain organization

	if err := json.Unmarshal(raw, (*plain)(o)); err != nil {
		return err
	}

	return json.Unmarshal(raw, &o.members)
}

func (o organization) id() string {
	if o.ID == 0 {
		return ""
	}

	return strconv.FormatInt(o.ID, 10)
}

// created is when the organization was, as the service writes times; "" where it does not say.
func (o organization) created() string {
	if o.CreatedAt.IsZero() {
		return ""
	}

	return o.CreatedAt.UTC().Format("2006-01-02T15:04:05.000Z")
}

// own are the members that are the service's and not of the Object Manager.
var own = []string{
	"id", "name", "shared", "domain", "domain_assignment", "active", "vip", "note", "member_ids", "secondary_member_ids",
	"created_by_id", "updated_by_id", "created_at", "updated_at",
}

// text is a member as a string: what a string holds, else JSON; ok is false where the
// answer has no such member.
func (o organization) text(name string) (text string, ok bool) {
	raw, ok := o.members[name]

	var value any
	if !ok || json.Unmarshal(raw, &value) != nil {
		return "", false
	}

	switch v := value.(type) {
	case nil:
		return "", true
	case string:
		return v, true
	}

	return string(raw), true
}

func listing(c *zammad.Client) collections.Listing[organization] {
	return collections.Listing[organization]{
		Route:  c.V1("organizations"),
		ID:     organization.id,
		Single: func(ctx context.Context, id string) (organization, error) { return get(ctx, c, id) },
	}
}

// create relies on the service to refuse a name that is taken: it compares letters of
// either case as one. Unknown members are dropped without a word.
func create(ctx context.Context, c *zammad.Client, body collections.Members) (organization, error) {
	name, _ := body["name"].(string)

	return collections.Create(ctx, collections.Creation[organization]{
		List: listing(c), Body: body, Name: name, NameOf: func(o organization) string { return o.Name }, AllowTwin: true,
		Born: func(o organization) (time.Time, bool) { return o.CreatedAt, !o.CreatedAt.IsZero() },
		Same: func(_ context.Context, o organization) (bool, error) { return o.carries(body), nil },
	})
}

// carries tells whether the organization can be what was made of a body: with all of it, but
// for what the service drops without a word. No other has its name.
func (o organization) carries(body collections.Members) bool {
	for name, value := range body {
		_, there := o.text(name)
		text, _ := value.(string)

		switch {
		case o.differs(name, value) == nil, !there, name == "note" && scope.MayBeNote(text, o.Note):
		default:
			return false
		}
	}

	return true
}

func get(ctx context.Context, c *zammad.Client, id string) (organization, error) {
	return collections.Get[organization](ctx, c.V1("organizations", id))
}

// change sets members. PUT keeps what is not sent, so it may be repeated.
func change(ctx context.Context, c *zammad.Client, id string, body collections.Members) (organization, error) {
	return collections.Replace[organization](ctx, c.V1("organizations", id), body)
}

func remove(ctx context.Context, c *zammad.Client, id string) error {
	err := collections.Delete(ctx, c.V1("organizations", id))
	if !errors.Is(err, rest.ErrUnprocessable) {
		return err
	}

	refused := &inUseError{err: err, members: -1}
	if o, e := get(ctx, c, id); e == nil {
		refused.members = len(o.MemberIDs)
	}

	return refused
}
