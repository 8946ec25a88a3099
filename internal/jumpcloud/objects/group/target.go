// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package group

import (
	"regexp"

	"github.com/hashicorp/terraform-plugin-framework/schema/validator"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// TargetID is the form of a target's id, which for items of the password manager is a UUID.
var TargetID = kit.Form{
	Pattern: regexp.MustCompile("^([0-9a-f]{24}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$"),
	Words:   "an id of 24 hexadecimal digits, or a UUID for a password manager item",
	Example: tenancy.ObjectID.Example,
}

// ValidTarget returns a validator of [TargetID].
func ValidTarget() validator.String {
	return TargetID.Valid()
}
