// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package provider

import (
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/services/administrator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/services/authnpolicy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/services/billing"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/services/group/groups"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/services/group/policyassociation"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/services/group/policygroup"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/services/group/policygroupassociation"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/services/group/policygroupmembership"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/services/group/systemgroup"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/services/group/systemgroupassociation"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/services/group/systemgroupmembership"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/services/group/usergroup"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/services/iplist"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/services/ldapserver"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/services/logo"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/services/microsoftmdm"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/services/offboarding"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/services/office365"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/services/organization"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/services/organizationsettings"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/services/passwordmanager"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/services/policy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/services/policyfunctions"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/services/policygroupfromtemplate"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/services/policygrouptemplate"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/services/policyresult"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/services/providersettings"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/services/psa/alert"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/services/psa/autotask"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/services/psa/connectwise"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/services/psa/integrations"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/services/psa/mapping"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/services/psa/syncro"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/services/role"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/services/supportcase"
)

// services are all objects of the provider, in alphabetical order.
var services = []func() kit.Service{
	administrator.Service,
	alert.Service,
	authnpolicy.Service,
	autotask.Service,
	billing.Service,
	connectwise.Service,
	groups.Service,
	integrations.Service,
	iplist.Service,
	ldapserver.Service,
	logo.Service,
	mapping.Service,
	microsoftmdm.Service,
	offboarding.Service,
	office365.Service,
	organization.Service,
	organizationsettings.Service,
	passwordmanager.Service,
	policy.Service,
	policyassociation.Service,
	policyfunctions.Service,
	policygroup.Service,
	policygroupassociation.Service,
	policygroupfromtemplate.Service,
	policygroupmembership.Service,
	policygrouptemplate.Service,
	policyresult.Service,
	providersettings.Service,
	role.Service,
	supportcase.Service,
	syncro.Service,
	systemgroup.Service,
	systemgroupassociation.Service,
	systemgroupmembership.Service,
	usergroup.Service,
}
