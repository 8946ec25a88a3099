// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package tenancy

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nearest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

// Permit holds what is written in an organization to the provider's allow-list. A tenant's
// place is checked by [Tenant.Enter] already.
func (Tenant) Permit(context.Context, any, kit.Object, kit.Getter) error { return nil }

// Permit holds an object of the portal to the allow-list, where it names an organization.
func (Portal) Permit(ctx context.Context, data any, o kit.Object, get kit.Getter) error {
	client, err := clientOf(data)
	if err != nil {
		return err
	}

	attribute := OrganizationID
	if o.Type == organizationType {
		attribute = "id"
	}

	id := text(ctx, get, path.Root(attribute))
	if client.Allow(id) != nil {
		return errors.New(notAllowed(ctx, client, id))
	}

	return nil
}

// notAllowed says that the provider block keeps out of an organization.
func notAllowed(ctx context.Context, client *jumpcloud.Client, id string) string {
	return fmt.Sprintf("Organization %s is not one of the provider's allowed_organization_ids (%s). Nothing is read or written in it: "+
		"add it there, or use another provider block for it.", Name(ctx, client, id, nil), strings.Join(allowedNames(ctx, client), ", "))
}

func allowedNames(ctx context.Context, client *jumpcloud.Client) []string {
	allowed := []string{}
	for _, a := range client.Allowed() {
		allowed = append(allowed, Name(ctx, client, a, nil))
	}

	return allowed
}

// reaches tells whether the credential reaches an organization, and lists what it does reach.
// What was made since this process began is looked for afresh.
func reaches(ctx context.Context, client *jumpcloud.Client, id string) (there bool, all []jumpcloud.Organization, err error) {
	if client.MadeHere(id) {
		return true, nil, nil
	}

	all, err = client.Portal().Reach(ctx)
	if err != nil || slices.ContainsFunc(all, func(o jumpcloud.Organization) bool { return o.ID == id }) {
		return err == nil, all, err
	}

	there, err = client.Portal().LookAgain(ctx, id)

	return there, all, err
}

// checkReach refuses an organization that the credential does not reach, and names the
// nearest that it does. Where the credential may not list organizations, it stays silent.
func checkReach(ctx context.Context, client *jumpcloud.Client, at path.Path, id string, diags *diag.Diagnostics) {
	there, all, err := reaches(ctx, client, id)
	if there || err != nil {
		return
	}

	ids, names := []string{}, map[string]string{}

	for _, o := range all {
		ids = append(ids, o.ID)
		names[o.ID] = o.Name
	}

	const shown = 3

	near := []string{}
	for _, n := range nearest.Sorted(id, ids)[:min(shown, len(ids))] {
		near = append(near, fmt.Sprintf("%q (%s)", names[n], n))
	}

	detail := fmt.Sprintf("None of the organizations that the credential reaches (%d) has the id %s.", len(all), id)
	if len(near) > 0 {
		detail += fmt.Sprintf(" The nearest: %s.", strings.Join(near, ", "))
	}

	if client.Portal().Owner(ctx, false) == "" {
		detail += "\nThe credential in use is one organization's own and reaches no other: use one of the Multi-Tenant Portal, or name its organization."
	} else {
		detail += "\nCheck the id, or look it up by name with data \"jumpcloud_organization\"; an organization of another provider (MSP) " +
			"needs a credential of that provider."
	}

	diags.AddAttributeError(at, "Unknown Organization", detail)
}

// Owner is the credential's provider.
func (Tenant) Owner(ctx context.Context, data any, ask bool) string { return owner(ctx, data, ask) }

// Owner is the credential's provider.
func (Portal) Owner(ctx context.Context, data any, ask bool) string { return owner(ctx, data, ask) }

func owner(ctx context.Context, data any, ask bool) string {
	client, err := clientOf(data)
	if err != nil {
		return ""
	}

	return client.Portal().Owner(ctx, ask)
}

// Run is kept with the client.
func (Tenant) Run(_ context.Context, data any) *kit.Run { return run(data) }

// Run is kept with the client.
func (Portal) Run(_ context.Context, data any) *kit.Run { return run(data) }

// theRun is what one client has seen.
var theRun = collections.NewFact[*kit.Run]()

func run(data any) *kit.Run {
	client, err := clientOf(data)
	if err != nil {
		return kit.NewRun()
	}

	return theRun.Keep(client, "", kit.NewRun)
}

// Lost tells whether the organization is out of the credential's reach: the service
// answers 404 to everything in such an organization (evidence: transport 3.1). One that is known to
// be gone takes its objects with it, which one warning says for all of them.
func (Tenant) Lost(ctx context.Context, data any, keys map[string]string, owner string) error {
	client, err := clientOf(data)
	if err != nil {
		return err
	}

	_, err = gone(ctx, client, keys[OrganizationID], owner)

	return err
}

// Gone tells whether an organization that an object of the portal is about is gone, with the
// warning that [Tenant.Lost] has. The error says that nobody can tell.
func Gone(ctx context.Context, p *jumpcloud.Portal, id string) (bool, error) {
	return gone(ctx, p.Client(), id, p.Owner(ctx, true))
}

func gone(ctx context.Context, client *jumpcloud.Client, id, owner string) (bool, error) {
	there, all, err := reaches(ctx, client, id)

	switch {
	case there, errors.Is(err, rest.ErrForbidden), errors.Is(err, rest.ErrUnauthorized):
		return false, nil // what the service says of the object is believed where organizations may not be listed
	case err != nil:
		return false, fmt.Errorf("organizations cannot be listed, so nobody can tell whether the object exists; it stays in state: %s", err.Error())
	}

	if reason := departed(ctx, client, owner); reason != nil {
		return false, fmt.Errorf("organization %s is not, or no longer, among the %d that the credential reaches, so nobody can tell whether the "+
			"object exists; it stays in state. %s. Give the administrator access to the organization again, use a credential that sees it, or "+
			"remove the object from state (terraform state rm) if the organization is gone", id, len(all), sentence(reason))
	}

	WarnGone(ctx, client.Portal(), id, "")

	return true, nil
}

// WarnGone says that an organization is gone, once in a run for all that was in it. Its name
// is known to its own resource alone.
func WarnGone(ctx context.Context, p *jumpcloud.Portal, id, name string) {
	if run(p.Client()).First("gone " + id) {
		who := id
		if name != "" {
			who = fmt.Sprintf("%q (%s)", name, id)
		}

		kit.Warn(ctx, fmt.Sprintf("Organization Is Gone: %q", cmp.Or(name, id)), fmt.Sprintf(
			"Organization %s is in no listing of provider %s any more, and the credential sees all that the provider has: it was deleted or "+
				"detached. What Terraform manages in it leaves state, and nothing is sent. Remove its configuration.", who, p.Owner(ctx, false)))
	}
}

// Lost tells whether the provider is out of the credential's reach, or another than the
// one that the object belongs to.
func (Portal) Lost(ctx context.Context, data any, _ map[string]string, owner string) error {
	client, err := clientOf(data)
	if err != nil {
		return err
	}

	now, err := client.Portal().Provider(ctx)
	if err != nil {
		return fmt.Errorf("the provider cannot be read, so nobody can tell whether the object exists; it stays in state: %s", err.Error())
	}

	if owner != "" && owner != now.ID {
		return fmt.Errorf("the object belongs to provider %s, and the credential to provider %s, so nobody can tell whether it exists; "+
			"it stays in state. Use a credential of provider %s", owner, now.ID, owner)
	}

	return nil
}

// Departed returns nil where an organization that is in no listing is surely gone, else why
// nobody can tell; owner is the provider that it belonged to, as private state has it.
func departed(ctx context.Context, client *jumpcloud.Client, owner string) error {
	now := client.Portal().Owner(ctx, true)

	switch {
	case now == "":
		return errors.New("the credential is one organization's own")
	case owner == "":
		return errors.New("it is not known to which provider the organization belonged")
	case owner != now:
		return fmt.Errorf("it belonged to provider %s, and the credential belongs to provider %s", owner, now)
	}

	return client.Portal().SeesAll(ctx)
}

// sentence begins a text with a capital letter.
func sentence(err error) string {
	text := err.Error()

	return strings.ToUpper(text[:1]) + text[1:]
}
