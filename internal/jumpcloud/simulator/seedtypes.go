// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package simulator

import "github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/jumpcloudsim"

// SeedProvider is a provider with its organizations.
type SeedProvider struct {
	jumpcloudsim.Provider

	Organizations []SeedOrganization `json:"organizations"`
	Roles         []SeedRole         `json:"roles"`
	Integrations  []SeedIntegration  `json:"integrations"`
}

// SeedOrganization is an organization with its objects.
type SeedOrganization struct {
	jumpcloudsim.Organization

	IPLists       []SeedIPList       `json:"iplists"`
	Policies      []SeedPolicy       `json:"policies"`
	PolicyGroups  []SeedPolicyGroup  `json:"policy_groups"`
	Devices       []SeedDevice       `json:"devices"`
	DeviceGroups  []SeedGroup        `json:"device_groups"`
	Users         []SeedUser         `json:"users"`
	UserGroups    []SeedGroup        `json:"user_groups"`
	LDAPServer    *SeedLDAPServer    `json:"ldap_server"`
	Office365     []SeedOffice365    `json:"office365"`
	RADIUSServers []SeedRADIUSServer `json:"radius_servers"`
}

// SeedIPList is an IP list.
type SeedIPList struct {
	Name        string   `json:"name"`
	Description string   `json:"description"`
	IPs         []string `json:"ips"`
}

// SeedPolicy is a policy whose template and fields go by name, and whom it is assigned to.
type SeedPolicy struct {
	Name     string         `json:"name"`
	Notes    string         `json:"notes"`
	Template string         `json:"template"`
	Values   map[string]any `json:"values"`

	SeedAssignment
}

// SeedAssignment is to what a policy or a policy group is assigned, by name.
type SeedAssignment struct {
	DeviceGroups []string `json:"device_groups"`
	Devices      []string `json:"devices"`
}

// SeedPolicyGroup is a group of policies, and whom it is assigned to.
type SeedPolicyGroup struct {
	SeedGroup
	SeedAssignment
}

// SeedGroup is a group with its members by name: policies, devices or, by username, users.
type SeedGroup struct {
	Name        string   `json:"name"`
	Description string   `json:"description"`
	Members     []string `json:"members"`
}

// SeedDevice is a device, and what it last reported about policies.
type SeedDevice struct {
	Name     string       `json:"name"`
	Hostname string       `json:"hostname"`  // by default the name
	OS       string       `json:"os"`        // such as "Mac OS X"
	OSFamily string       `json:"os_family"` // darwin, windows or linux
	Serial   string       `json:"serial_number"`
	Results  []SeedResult `json:"results"`
}

// SeedResult is what a device reported about a policy.
type SeedResult struct {
	Policy     string `json:"policy"`
	State      string `json:"state"` // success, failed or pending
	Detail     string `json:"detail"`
	ExitStatus int    `json:"exit_status"`
}

// SeedUser is a user. Without an email it is the username at example.com.
type SeedUser struct {
	Username  string `json:"username"`
	Email     string `json:"email"`
	FirstName string `json:"firstname"`
	LastName  string `json:"lastname"`
}

// SeedLDAPServer is how the LDAP server that every organization has is set up.
type SeedLDAPServer struct {
	UserLockoutAction            string            `json:"user_lockout_action"`             // remove (default) or disable
	UserPasswordExpirationAction string            `json:"user_password_expiration_action"` // remove (default) or disable
	SambaDomains                 []SeedSambaDomain `json:"samba_domains"`
	UserGroups                   []string          `json:"user_groups"`
}

// SeedSambaDomain is a Samba domain of the LDAP server.
type SeedSambaDomain struct {
	Name string `json:"name"`
	SID  string `json:"sid"`
}

// SeedOffice365 is a Microsoft 365 directory.
type SeedOffice365 struct {
	Name       string   `json:"name"`
	Domains    []string `json:"domains"`
	UserGroups []string `json:"user_groups"`
}

// SeedRADIUSServer is a RADIUS server.
type SeedRADIUSServer struct {
	Name            string   `json:"name"`
	NetworkSourceIP string   `json:"network_source_ip"`
	SharedSecret    string   `json:"shared_secret"`
	UserGroups      []string `json:"user_groups"`
}

// SeedRole is a custom role.
type SeedRole struct {
	Name        string   `json:"name"`
	Description string   `json:"description"`
	Scopes      []string `json:"scopes"`
}

// SeedIntegration is a connected PSA with customers besides those that the simulator's own
// PSA has, and which organizations are mapped to whom.
type SeedIntegration struct {
	Type      string        `json:"type"` // connectwise, autotask or syncro
	Companies []SeedCompany `json:"companies"`
	Mappings  []SeedMapping `json:"mappings"`
	Synced    bool          `json:"synced"` // the daily sync has run
}

// SeedCompany is a customer in a PSA: with agreements in ConnectWise, contracts in Autotask.
type SeedCompany struct {
	ID         string          `json:"id"`
	Name       string          `json:"name"`
	Agreements []SeedAgreement `json:"agreements"`
	Contracts  []SeedContract  `json:"contracts"`
}

// SeedAgreement is an agreement with its additions.
type SeedAgreement struct {
	ID        string        `json:"id"`
	Name      string        `json:"name"`
	Additions []SeedProduct `json:"additions"`
}

// SeedContract is a contract with its services.
type SeedContract struct {
	ID       string        `json:"id"`
	Name     string        `json:"name"`
	Services []SeedProduct `json:"services"`
}

// SeedProduct is an addition or a service.
type SeedProduct struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

// SeedMapping maps an organization to a customer. All but the organization go by name or id.
type SeedMapping struct {
	Organization string `json:"organization"`
	Company      string `json:"company"`
	Agreement    string `json:"agreement"`
	Addition     string `json:"addition"`
	Contract     string `json:"contract"`
	Service      string `json:"service"`
}

// SeedKey is an administrator, or a service account, and what it may see. With
// "organization" it belongs to that single organization and has no provider; the
// organizations of one with a provider are those that it is linked to.
type SeedKey struct {
	Role             string   `json:"role"` // its name in this world, which the first line of output has
	Provider         string   `json:"provider"`
	AllOrganizations bool     `json:"all_organizations"`
	Organizations    []string `json:"organizations"`
	Organization     string   `json:"organization"`
	Billing          bool     `json:"billing"`
	RoleName         string   `json:"role_name"` // the role in JumpCloud, built-in or of the provider

	// Of administrators only.
	Key        string `json:"key"`
	KeyExpires string `json:"key_expires"` // as in RFC 3339
	MFA        bool   `json:"mfa"`
	Suspended  bool   `json:"suspended"`
}
