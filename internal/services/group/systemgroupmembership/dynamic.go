// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package systemgroupmembership

import (
	"context"
	"fmt"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/services/group"
)

// methodOf returns how a device group gets its members, "" where that cannot be read; many
// memberships of one group ask once. What the service does with a member that is added to a
// dynamic group is not documented: a third party's fake of it says yes and does nothing [3p].
func methodOf(ctx context.Context, t *jumpcloud.Tenant, of group.Ref) string {
	g, err := jumpcloud.Learn(ctx, t.Client(), "membership method of "+t.ID()+" "+of.ID, func(ctx context.Context) (group.Whole, error) {
		return group.Get(ctx, t, of)
	})
	if err != nil {
		return ""
	}

	return g.MembershipMethod
}

// warnOfQuery warns of a new member of a group whose query decides. It is no error yet: the
// same apply may make the group static first.
func warnOfQuery(ctx context.Context, t *jumpcloud.Tenant, of group.Ref, diags *diag.Diagnostics) {
	if of.ID == "" || t.Client().MadeHere(of.ID) {
		return
	}

	if method := methodOf(ctx, t, of); strings.HasPrefix(method, "DYNAMIC_") {
		diags.AddAttributeWarning(path.Root("system_group_id"), "Members of a Dynamic Group", queryDecides(of.ID, method))
	}
}

func queryDecides(id, method string) string {
	return fmt.Sprintf("The membership_method of device group %s is %s: its members come from its query, and the service can ignore one "+
		"that is added by hand. Make the group STATIC, or change its member_query or member_query_exemptions.", id, method)
}
