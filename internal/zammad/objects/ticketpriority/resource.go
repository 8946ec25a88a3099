// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package ticketpriority

import (
	"context"
	"errors"

	"github.com/hashicorp/terraform-plugin-framework-validators/stringvalidator"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/int64planmodifier"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/planmodifier"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/zammad"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/zammad/scope"
)

var object = kit.Object{Type: "zammad_ticket_priority", Title: "Ticket Priority", Keys: scope.Keys}

// NewResource returns zammad_ticket_priority.
func NewResource() resource.Resource {
	r := kit.NewResource(object, scope.Instance, resourceSchema, operations{})
	r.Named(kit.Names[*zammad.Client]{Noun: "ticket priority", Existing: existing, Unique: true})

	return &r
}

// existing are the priorities when the run began.
func existing(ctx context.Context, c *zammad.Client) ([]kit.Candidate, error) {
	all, err := collections.AllOnce(ctx, listing(c))

	return kit.Candidates(all, func(p priority) kit.Candidate { return kit.Candidate{ID: p.id(), Name: p.Name} }), err
}

type operations struct{}

// Create warns of what the service did not take.
func (operations) Create(ctx context.Context, c *zammad.Client, plan *model) error {
	sent := plan.toAPI()

	p, err := create(ctx, c, sent)
	if err != nil {
		return err
	}

	scope.NotTaken(ctx, p.Name, untaken(sent, p))

	// What was planned must come true.
	written := *plan
	plan.fromAPI(p)
	plan.Note = written.Note

	if !written.DefaultCreate.IsUnknown() {
		plan.DefaultCreate = written.DefaultCreate
	}

	return nil
}

func (operations) Read(ctx context.Context, c *zammad.Client, m *model) error {
	p, err := collections.Lookup(ctx, listing(c), m.ID.ValueString())
	if err == nil {
		err = scope.SameObject(c, p.id(), m.CreatedAt, p.CreatedAt)
	}

	return kit.Fill(m.fromAPI)(p, err)
}

// current is the object in state as it is now, before a write: that it is still that one.
func current(ctx context.Context, c *zammad.Client, prior model) (priority, error) {
	p, err := get(ctx, c, prior.ID.ValueString())
	if err == nil {
		err = scope.SameObject(c, p.id(), prior.CreatedAt, p.CreatedAt)
	}

	return p, err
}

// Update sends nothing where only a spelling has changed.
func (operations) Update(ctx context.Context, c *zammad.Client, plan *model, prior model) error {
	changed := plan.since(prior)

	p, err := current(ctx, c, prior)
	if err == nil && len(changed) > 0 {
		p, err = change(ctx, c, plan.ID.ValueString(), changed)
	}

	if err != nil {
		return err
	}

	if err := untaken(changed, p); err != nil {
		return err
	}

	plan.fromAPI(p)

	return nil
}

func (operations) Delete(ctx context.Context, c *zammad.Client, prior model) error {
	if _, err := current(ctx, c, prior); err != nil && !errors.Is(err, rest.ErrForbidden) {
		return err
	}

	err := remove(ctx, c, prior.ID.ValueString())
	if errors.Is(err, rest.ErrUnprocessable) {
		return &inUseError{err}
	}

	return err
}

// inUseError is a priority that is not deleted because tickets have it.
type inUseError struct{ err error }

// Error says what can be done.
func (e *inUseError) Error() string {
	text := e.err.Error()
	if refusal := (*rest.Error)(nil); errors.As(e.err, &refusal) {
		text = refusal.Message
	}

	return text + "\n\nTickets have this priority: give them another one, or set active = false and take the priority out of state with a removed block."
}

// Unwrap gives the service's refusal.
func (e *inUseError) Unwrap() error { return e.err }

// Limits of the database's columns [source].
const (
	longestText = 250
	longestUI   = 100
)

func resourceSchema() schema.Schema {
	return schema.Schema{
		MarkdownDescription: "Manages a ticket priority. The attributes are those of the provider `o11ydev/zammad`, whose state can be taken over.",
		Attributes: map[string]schema.Attribute{
			"id": kit.KeptString("ID of the priority, a number."),
			"name": kit.RequiredString("Name, at most 250 characters, such as `4 disaster`: priorities are shown in the order of their names. It "+
				"is unique.", kit.VisibleName(), stringvalidator.UTF8LengthAtMost(longestText)),
			"note": kit.OptionalString("Note for administrators, at most 250 characters. Zammad keeps it as HTML, with some tags "+
				"only: `&` comes back as `&amp;` and an address as a link to it, which causes no difference.",
				stringvalidator.UTF8LengthAtMost(longestText)),
			"ui_icon": kit.OptionalString("Icon in the list of tickets, such as `important` or `low-priority`, at most 100 characters.",
				stringvalidator.UTF8LengthAtMost(longestUI)),
			"ui_color": kit.OptionalString("Colour in the list of tickets, such as `high-priority` or `low-priority`, at most 100 characters.",
				stringvalidator.UTF8LengthAtMost(longestUI)),
			"default_create": kit.OptionalComputedBool("Whether new tickets get this priority. There is always exactly one such: `true` here takes " +
				"it from the one before, and where none is left Zammad takes the oldest active one. Left as it is when left out."),
			"active": kit.DefaultBool(true, "Whether tickets can be given this priority. Defaults to `true`."),
			"created_by_id": schema.Int64Attribute{
				MarkdownDescription: "ID of the user who created the priority.",
				Computed:            true,
				PlanModifiers:       []planmodifier.Int64{int64planmodifier.UseStateForUnknown()},
			},
			"updated_by_id": schema.Int64Attribute{MarkdownDescription: "ID of the user who changed the priority last.", Computed: true},
			"created_at":    kit.KeptString("When the priority was created, in RFC 3339."),
			"updated_at":    schema.StringAttribute{MarkdownDescription: "When the priority was changed last, in RFC 3339.", Computed: true},
		},
	}
}
