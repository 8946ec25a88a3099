// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package tenancy

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/hashicorp/terraform-plugin-framework/diag"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

// permission says, for a refusal, which scopes the operation needs and who lacks them.
func permission(ctx context.Context, client *jumpcloud.Client, err error) string {
	if !errors.Is(err, rest.ErrForbidden) {
		return ""
	}

	ctx, cancel := context.WithTimeout(ctx, nameTimeout)
	defer cancel()

	who, unknown := client.Portal().Whoami(ctx)

	var lines []string
	if scopes := jumpcloud.NeededScopes(err); len(scopes) > 0 {
		lines = append(lines, "Scopes needed (one of): "+strings.Join(scopes, ", ")+".")
	}

	if unknown == nil {
		lines = append(lines, fmt.Sprintf("In use: %s. Give that role one of the scopes, or use a credential whose role has it.", Credential(who)))
	} else if prefix := client.KeyPrefix(); prefix != "" {
		lines = append(lines, fmt.Sprintf("In use: the key that begins with %s; JumpCloud does not tell whose it is.", prefix))
	}

	return strings.Join(lines, "\n")
}

// Credential is how a text names whose credential is in use.
func Credential(who jumpcloud.Identity) string {
	kind := "administrator"
	if who.Kind == jumpcloud.KindServiceAccount {
		kind = "service account"
	}

	text := kind + " " + who.Name
	if who.Role != "" {
		text += fmt.Sprintf(" with the role %q", who.Role)
	}

	return text
}

// warnExpiry warns, once in a process that plans changes, of a credential that ends soon.
func warnExpiry(ctx context.Context, client *jumpcloud.Client, diags *diag.Diagnostics) {
	ctx, cancel := context.WithTimeout(ctx, nameTimeout)
	defer cancel()

	who, at, soon := client.Portal().ExpiresSoon(ctx)
	if !soon {
		return
	}

	const day = 24 * time.Hour

	left := "in less than a day"
	if days := int(time.Until(at) / day); days > 0 {
		left = fmt.Sprintf("in %d days", days)
	}

	diags.AddWarning("Credential Expires Soon", fmt.Sprintf(
		"The credential in use (%s) expires %s, on %s. A new API key invalidates the old one at once, so make it when no run is under way, "+
			"and store it where JUMPCLOUD_API_KEY comes from.\nJUMPCLOUD_EXPIRY_WARNING_DAYS sets how early this is said; 0 turns it off.",
		Credential(who), left, at.UTC().Format(time.DateOnly)))
}

// Calls are what any type may send, in whichever place it lives: who the credential is,
// what it reaches, and whether an organization is still there.
var Calls = []string{
	"GET /api/organizations",
	"GET /api/users/getSelf",
	"GET /api/v2/administrators/{id}/organizationlinks",
	"GET /api/v2/providers",
	"GET /api/v2/providers/{provider_id}",
	"GET /api/v2/providers/{provider_id}/administrators",
	"GET /api/v2/providers/{provider_id}/organizations",
	"GET /api/v2/service-accounts",
}
