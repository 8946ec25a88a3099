// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package psa

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

// Form is the model of a vendor's integration: M is the struct, W what a read answers.
type Form[M any, W any] interface {
	*M

	// Key is the model's id.
	Key() *types.String

	// Confidential is the secret among the credentials.
	Confidential() Secret

	// Account describes, for texts, what the credentials are checked against.
	Account() string

	// ToAPI is the body of POST.
	ToAPI() any

	// Changes is the body of PATCH: what differs from prior, and whether anything does.
	Changes(prior M) (body any, some bool)

	// FromAPI takes over what a read answers; Matches tells whether that is what ToAPI sends.
	FromAPI(w W)
	Matches(w W) bool
}

// IntegrationResource is the resource of a vendor's integration.
type IntegrationResource[M any, W any, F Form[M, W]] struct {
	kit.Resource[*jumpcloud.Portal]

	secret string
	hidden []string
}

// NewIntegration returns the resource of a vendor's integration. s is the schema of
// the vendor's credentials without the secret, which has name and label; hidden are those
// of them that no read shows.
func NewIntegration[M any, W any, F Form[M, W]](v Vendor, s func() schema.Schema, secret, label string, hidden ...string) resource.Resource {
	object := kit.Object{
		Type: "jumpcloud_" + v.Type + "_integration", Title: v.Title + " Integration",
		Keys: []kit.Key{{Name: "id", Form: tenancy.UUID}}, Hidden: append(kit.HiddenSecret(secret), hidden...),
	}

	whole := func() schema.Schema {
		s := s()
		maps.Copy(s.Attributes, SecretAttributes(secret, label))

		s.Attributes["id"] = kit.KeptString("ID of the integration, a UUID.")
		s.Attributes["is_msp_auth_configured"] = schema.BoolAttribute{
			MarkdownDescription: "Whether JumpCloud holds credentials for the integration. It tells nothing about which.",
			Computed:            true,
		}

		return s
	}

	r := &IntegrationResource[M, W, F]{
		kit.NewResource(object, tenancy.Portal{}, whole, integrations[M, W, F]{v}), secret, hidden,
	}
	r.FoundBy(v.finder("id"))

	return r
}

// ModifyPlan asks for the credentials of a new integration.
func (r *IntegrationResource[M, W, F]) ModifyPlan(ctx context.Context, req resource.ModifyPlanRequest, resp *resource.ModifyPlanResponse) {
	r.Resource.ModifyPlan(ctx, req, resp)

	if !resp.Diagnostics.HasError() {
		wantCredentials(ctx, r.secret, r.hidden, req, resp)
	}
}

// integrations are the operations.
type integrations[M any, W any, F Form[M, W]] struct{ vendor Vendor }

// Create posts the credentials. The answer holds nothing but the id, so the rest is read.
func (o integrations[M, W, F]) Create(ctx context.Context, p *jumpcloud.Portal, plan *M) error {
	form := F(plan)
	p.Client().Redact(form.Confidential().Value())

	listing, err := Integrations(ctx, p)
	if err != nil {
		return err
	}

	made, err := collections.Create(ctx, collections.Creation[Integration]{
		List: listing, At: new(listing.Route.Join(o.vendor.Type)), Body: form.ToAPI(), Name: o.vendor.Type,
		Before: true, // a UUID does not tell when it was made
		Same: func(ctx context.Context, i Integration) (bool, error) {
			if i.Type != o.vendor.Type {
				return false, nil
			}

			there, err := collections.Get[W](ctx, o.vendor.Of(p, i.ID))

			return err == nil && form.Matches(there), err
		},
	})
	if err != nil {
		return o.explain(ctx, p, plan, err, true)
	}

	*form.Key() = types.StringValue(made.ID)

	return nil
}

// Read reads what the service shows; the credentials stay as they were.
func (o integrations[M, W, F]) Read(ctx context.Context, p *jumpcloud.Portal, m *M) error {
	id := F(m).Key().ValueString()

	there, err := collections.Get[W](ctx, o.vendor.Of(p, id))
	if err == nil {
		F(m).FromAPI(there)
	}

	return o.vendor.Absent(ctx, p, id, err)
}

// Update sends what has changed and nothing else.
func (o integrations[M, W, F]) Update(ctx context.Context, p *jumpcloud.Portal, plan *M, prior M) error {
	form := F(plan)
	p.Client().Redact(form.Confidential().Value())

	body, some := form.Changes(prior)
	if !some {
		return o.Read(ctx, p, plan)
	}

	there, err := collections.Patch[W](ctx, o.vendor.Of(p, form.Key().ValueString()), body)

	switch {
	case errors.Is(err, rest.ErrGarbled):
		return o.Read(ctx, p, plan)
	case err != nil:
		return o.explain(ctx, p, plan, err, form.Confidential().Changed(F(&prior).Confidential()))
	}

	form.FromAPI(there)

	return nil
}

// Delete removes the integration.
func (o integrations[M, W, F]) Delete(ctx context.Context, p *jumpcloud.Portal, prior M) error {
	return collections.Delete(ctx, o.vendor.Of(p, F(&prior).Key().ValueString()))
}

// explained is an error of the service in words of our own.
type explained struct {
	text       string
	err        error
	candidates []string
}

func (e *explained) Error() string { return e.text }

func (e *explained) Unwrap() error { return e.err }

// ImportCandidates are integrations that exist already.
func (e *explained) ImportCandidates() []string { return e.candidates }

// explain words what the API declares without an explanation: 422 and 409. sent tells
// whether the secret was in the request.
func (o integrations[M, W, F]) explain(ctx context.Context, p *jumpcloud.Portal, m *M, err error, sent bool) error {
	form := F(m)

	var said *rest.Error
	if !errors.As(err, &said) {
		return err
	}

	switch {
	case errors.Is(err, rest.ErrUnprocessable):
		text := fmt.Sprintf("%s rejected the credentials (422%s).\n\nJumpCloud verified them against %s and was refused. Nothing was stored.\n%s",
			o.vendor.Title, quoted(said.Message), form.Account(), o.vendor.advice)
		if !sent {
			text += fmt.Sprintf("\nThe request left the stored secret as it is. To send the configured one along, raise %s (or change %s).",
				form.Confidential().Name+version, form.Confidential().Name)
		}

		return &kit.AttributeError{Path: form.Confidential().Path(), Err: &explained{err: err, text: text}}
	case errors.Is(err, rest.ErrConflict):
		ids, listed := o.vendor.IntegrationIDs(ctx, p)
		if listed != nil {
			ids = nil
		}

		return &explained{err: err, candidates: ids, text: fmt.Sprintf(
			"JumpCloud refused a second %s integration (409%s). The API does not say what the conflict is; a provider most likely has "+
				"one integration of each vendor.", o.vendor.Title, quoted(said.Message))}
	}

	return err
}

func quoted(words string) string {
	if words = strings.TrimSpace(words); words == "" {
		return ""
	}

	return ": " + words
}
