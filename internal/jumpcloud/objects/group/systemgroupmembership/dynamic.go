// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package systemgroupmembership

import (
	"context"
	"fmt"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/group"
)

// methods are groups as a run first saw them.
var methods = collections.NewFact[group.Whole]()

// decides returns the method of a device group whose query decides over its members, else "".
// What cannot be read decides nothing. What the service does with a member that is added to a
// dynamic group is not documented: a third party's fake of it says yes and does nothing [3p].
//
// Many memberships of one group ask once. This run may have made the group static since, so
// a yes is asked for again.
func decides(ctx context.Context, t *jumpcloud.Tenant, of group.Ref) string {
	ask := func(ctx context.Context) (group.Whole, error) { return group.Get(ctx, t, of) }

	g, err := methods.Learn(ctx, t.Client(), t.ID()+" "+of.ID, ask)
	if err == nil && isDynamic(g.MembershipMethod) {
		g, err = ask(ctx)
	}

	if err != nil || !isDynamic(g.MembershipMethod) {
		return ""
	}

	return g.MembershipMethod
}

func isDynamic(method string) bool { return strings.HasPrefix(method, "DYNAMIC_") }

// warnOfQuery warns of a new member of a group whose query decides. It is no error yet: the
// same apply may make the group static first.
func warnOfQuery(ctx context.Context, t *jumpcloud.Tenant, of group.Ref, diags *diag.Diagnostics) {
	if of.ID == "" || t.Client().MadeHere(of.ID) {
		return
	}

	if method := decides(ctx, t, of); method != "" {
		diags.AddAttributeWarning(path.Root("system_group_id"), "Members of a Dynamic Group", queryDecides(of.ID, method))
	}
}

func queryDecides(id, method string) string {
	return fmt.Sprintf("The membership_method of device group %s is %s: its members come from its query, and the service can ignore one "+
		"that is added by hand. Make the group STATIC, or change its member_query or member_query_exemptions.", id, method)
}
