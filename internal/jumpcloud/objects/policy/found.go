// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package policy

import (
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// templateName is the filter of list blocks by the template that a policy was made from.
const templateName = "template_name"

// finder finds policies in the list that a refresh reads: where it shows values, no policy
// costs a call of its own.
func finder() kit.Finder[*jumpcloud.Tenant] {
	f := tenancy.FindAll(wholeListing, func(p listedPolicy) kit.Found {
		found := tenancy.Found(p.ID, p.Name)
		found.Facts = map[string][]string{templateName: {p.Template.Name}}

		return found
	})
	f.Filters = map[string]string{
		templateName: "Keeps policies made from a template with a name that matches one of these patterns, such as `*_darwin`.",
	}

	return f
}
