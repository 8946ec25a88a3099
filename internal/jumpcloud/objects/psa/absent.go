// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package psa

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/path"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

// absentError says that an integration is not there, and which ones are.
type absentError struct {
	err  error
	text string
}

func (e *absentError) Error() string { return e.text }

func (e *absentError) Unwrap() error { return e.err }

// unprovenError is a 404 that proves nothing: it does not match [rest.ErrNotFound].
type unprovenError struct {
	err  error
	text string
}

func (e *unprovenError) Error() string { return e.text }

// As gives the service's answer to whoever words the error.
func (e *unprovenError) As(target any) bool { return errors.As(e.err, target) }

// Absent explains a 404 of something below an integration; integrationID is "" for what
// needs any one of the vendor's. The list of integrations is the second look: where it has
// the integration, or cannot be read, nothing is proved and the error is no 404 any more.
// Other errors are passed on.
func (v Vendor) Absent(ctx context.Context, p *jumpcloud.Portal, integrationID string, err error) error {
	if !errors.Is(err, rest.ErrNotFound) || errors.As(err, new(*absentError)) {
		return err
	}

	all, listErr := listed(ctx, p)
	if listErr != nil {
		return &unprovenError{err, fmt.Sprintf("not found; whether the integration exists cannot be told, since the list of integrations "+
			"cannot be read: %s", listErr.Error())}
	}

	own := slices.DeleteFunc(slices.Clone(all), func(i Integration) bool { return i.Type != v.Type })

	if i := slices.IndexFunc(own, func(i Integration) bool { return integrationID == "" || strings.EqualFold(i.ID, integrationID) }); i >= 0 {
		next := "try again, and ask JumpCloud's support if it stays so"
		if integrationID != "" && own[i].ID != integrationID {
			next = fmt.Sprintf("the list writes the id %q, and %q was asked for: write it in the same letters", own[i].ID, integrationID)
		}

		return &unprovenError{err, fmt.Sprintf("the service answers \"not found\", although its list of integrations has one of %s for this. "+
			"Nothing in state was changed: %s", v.Title, next)}
	}

	text := fmt.Sprintf("there is no %s integration", v.Title)
	if integrationID != "" {
		text += " " + integrationID
	}

	for _, i := range all {
		if integrationID != "" && strings.EqualFold(i.ID, integrationID) {
			return &absentError{err, fmt.Sprintf("%s: that is the id of an integration of the type %s", text, i.Type)}
		}
	}

	if len(own) == 0 {
		return &absentError{err, text + fmt.Sprintf("; the provider has none of this vendor. Make one with jumpcloud_%[1]s_integration; "+
			"where the same run makes it, refer to it or write depends_on", v.Type)}
	}

	ids := []string{}
	for _, i := range own {
		ids = append(ids, i.ID)
	}

	return &absentError{err, fmt.Sprintf("%s. The provider's %s integration is %s", text, v.Title, strings.Join(ids, ", "))}
}

// AtIntegration gives an error that is about the integration the path of the attribute that names it.
func AtIntegration(err error) error {
	if errors.As(err, new(*absentError)) || errors.As(err, new(*unprovenError)) {
		return &kit.AttributeError{Path: path.Root("integration_id"), Err: err}
	}

	return err
}

// planIntegration checks that new settings are those of an integration that is there. Who may not
// list integrations can still set them, and what this run makes is not checked.
func (v Vendor) planIntegration(ctx context.Context, p *jumpcloud.Portal, id string) error {
	listing, err := Integrations(ctx, p)
	if err != nil || id == "" || p.Client().MadeHere(id) {
		return nil //nolint:nilerr // the apply asks again
	}

	i, err := collections.Lookup(ctx, listing, id)
	if err == nil && i.Type != v.Type {
		err = rest.NotFound(http.MethodGet, listing.Route.Path(), "of another type")
	}

	if !errors.Is(err, rest.ErrNotFound) {
		return nil
	}

	return AtIntegration(v.Absent(ctx, p, id, err))
}
