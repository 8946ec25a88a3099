// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package ticketpriority

import (
	"context"
	"strconv"
	"time"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/zammad"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/zammad/scope"
)

// priority is the object as the API returns it.
type priority struct {
	ID            int64  `json:"id"`
	Name          string `json:"name"`
	Note          string `json:"note"`
	UIIcon        string `json:"ui_icon"`
	UIColor       string `json:"ui_color"`
	DefaultCreate bool   `json:"default_create"`
	Active        bool   `json:"active"`
	CreatedByID   int64  `json:"created_by_id"`
	UpdatedByID   int64  `json:"updated_by_id"`
	CreatedAt     string `json:"created_at"`
	UpdatedAt     string `json:"updated_at"`
}

func (p priority) id() string {
	if p.ID == 0 {
		return ""
	}

	return strconv.FormatInt(p.ID, 10)
}

func (p priority) born() (time.Time, bool) {
	at, err := time.Parse(time.RFC3339, p.CreatedAt)

	return at, err == nil
}

func listing(c *zammad.Client) collections.Listing[priority] {
	return collections.Listing[priority]{
		Route:  c.V1("ticket_priorities"),
		ID:     priority.id,
		Single: func(ctx context.Context, id string) (priority, error) { return get(ctx, c, id) },
	}
}

func create(ctx context.Context, c *zammad.Client, body collections.Members) (priority, error) {
	name, _ := body["name"].(string)

	return collections.Create(ctx, collections.Creation[priority]{
		List: listing(c), Body: body, Name: name, NameOf: func(p priority) string { return p.Name }, AllowTwin: true, Born: priority.born,
		Same: func(_ context.Context, p priority) (bool, error) { return p.carries(body), nil },
	})
}

func get(ctx context.Context, c *zammad.Client, id string) (priority, error) {
	return collections.Get[priority](ctx, c.V1("ticket_priorities", id))
}

// change sets members. PUT keeps what is not sent, so it may be repeated.
func change(ctx context.Context, c *zammad.Client, id string, body collections.Members) (priority, error) {
	return collections.Replace[priority](ctx, c.V1("ticket_priorities", id), body)
}

func remove(ctx context.Context, c *zammad.Client, id string) error {
	return collections.Delete(ctx, c.V1("ticket_priorities", id))
}

// carries tells whether the priority can be what was made of a body: with all of it, but for
// the markup that the service drops. Which of them is the default may have changed with the
// next one that was made.
func (p priority) carries(body collections.Members) bool {
	text, _ := body["note"].(string)

	return body["name"] == p.Name && scope.MayBeNote(text, p.Note) && body["ui_icon"] == p.UIIcon && body["ui_color"] == p.UIColor && body["active"] == p.Active
}
