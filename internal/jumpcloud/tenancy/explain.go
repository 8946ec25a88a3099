// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package tenancy

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"time"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

// Explain says what to do.
func (Portal) Explain(ctx context.Context, data any, _ map[string]string, err error) string {
	if errors.Is(err, jumpcloud.ErrNoProvider) {
		return noProvider(ctx, data, err)
	}

	client, e := clientOf(data)
	if e != nil {
		return hint(err)
	}

	if wrong := wrongProvider(ctx, client, err); wrong != "" {
		return wrong
	}

	return hint(err) + below(permission(ctx, client, err))
}

// wrongProvider says that the configured provider_id is none that the credential sees.
func wrongProvider(ctx context.Context, client *jumpcloud.Client, err error) string {
	if !errors.Is(err, rest.ErrNotFound) && !errors.Is(err, rest.ErrForbidden) {
		return ""
	}

	ctx, cancel := context.WithTimeout(ctx, nameTimeout)
	defer cancel()

	configured, seen, e := client.Portal().Providers(ctx)
	if e != nil || configured == "" {
		return ""
	}

	names := []string{}

	for _, p := range seen {
		if p.ID == configured {
			return ""
		}

		names = append(names, fmt.Sprintf("%q (%s)", p.Name, p.ID))
	}

	if len(names) == 0 {
		names = []string{"none"}
	}

	return fmt.Sprintf("provider_id (JUMPCLOUD_PROVIDER_ID) is %s, and the credential sees: %s. Leave provider_id out, or set it to one that it sees.",
		configured, strings.Join(names, ", "))
}

// noProvider says which credential it is and what it reaches instead.
func noProvider(ctx context.Context, data any, cause error) string {
	client, err := clientOf(data)
	if err != nil {
		return ""
	}

	// A role that is too small is refused in the same way.
	if who, err := client.Portal().Whoami(ctx); err == nil && who.ProviderID != "" && errors.Is(cause, rest.ErrForbidden) {
		return "It belongs to provider " + who.ProviderID + ", which its role may not read.\n" + permission(ctx, client, cause)
	}

	who := "a service account"
	if client.UsesKey() {
		who = "an API key of an administrator of one organization"
	}

	if prefix := client.KeyPrefix(); prefix != "" {
		who = "the key that begins with " + prefix
	}

	text := "This needs a credential of the Multi-Tenant Portal: an administrator of the provider with the role " +
		"\"Administrator With Billing\", or a service account of the provider. "

	reach, err := client.Portal().Reachable(ctx)
	if err != nil || len(reach) == 0 {
		return text + "Now in use: " + who + "."
	}

	return text + fmt.Sprintf("Now in use: %s, which reaches %s.", who, reach)
}

// nameTimeout bounds what an error text may cost: a service that is down would have the
// look-up retried for minutes.
const nameTimeout = 10 * time.Second

// Name is how a text names an organization: with its name where that can be had.
func Name(ctx context.Context, client *jumpcloud.Client, id string, err error) string {
	ctx, cancel := context.WithTimeout(ctx, nameTimeout)
	defer cancel()

	if !errors.Is(err, rest.ErrBlocked) && !errors.Is(err, rest.ErrUnauthorized) && client.Ready() && ctx.Err() == nil {
		if o, e := client.Portal().Organization(ctx, id); e == nil {
			return fmt.Sprintf("%q (%s)", o.Name, id)
		}
	}

	return id
}

// TwoApplies is what the description of an object says to which others refer.
const TwoApplies = "Terraform destroys before it changes what refers to something. So whatever still uses it is changed and applied first, and " +
	"its block removed and applied then. With `lifecycle { create_before_destroy = true }` in its block, applied beforehand, Terraform " +
	"destroys it after those changes, and one apply does both."

// hint says what to do about an error, from what it means.
func hint(err error) string {
	switch {
	case errors.Is(err, rest.ErrBlocked):
		return "JumpCloud's abuse protection refuses this address. Wait, lower requests_per_second, and ask JumpCloud's support to unblock it."
	case errors.Is(err, rest.ErrUnauthorized):
		return "The credential was not accepted: check JUMPCLOUD_API_KEY (or the service account's id and secret), that it has not " +
			"expired, that API access is on for its administrator, and that it was made in the configured region."
	case errors.Is(err, rest.ErrForbidden):
		return "The credential is known but may not do this: check its role, and that its administrator has access to the organization."
	case errors.Is(err, rest.ErrThrottled):
		return "Nothing is half-written: apply again to go on, with a lower requests_per_second if this happens often."
	case errors.As(err, new(*collections.UnclearError)):
		return "Look in the JumpCloud console before you apply again: a second object would be made if this one exists."
	case errors.Is(err, rest.ErrConflict) && deleting(err):
		return "Something still uses it: take it out there first. Where this run does that too, it needs two applies, since Terraform destroys " +
			"before it changes: put its block back, apply what takes it out, then remove the block and apply again. Applied beforehand, " +
			"lifecycle { create_before_destroy = true } in its block has Terraform destroy it after those changes, in one apply."
	case errors.Is(err, rest.ErrConflict) && errors.As(err, new(*collections.ExistsError)):
		return "" // it says itself who has the name, and how to adopt it
	case errors.Is(err, rest.ErrConflict):
		return "An object with these properties exists already: find it in the console, and choose another name, or import it by its id."
	}

	return ""
}

func deleting(err error) bool {
	var e *rest.Error

	return errors.As(err, &e) && e.Method == http.MethodDelete
}
