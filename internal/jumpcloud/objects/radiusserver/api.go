// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package radiusserver

import (
	"context"
	"slices"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// radiusServer is the object as the API returns it. The answer of PUT has neither the shared
// secret nor tags (evidence: radius 1.3).
type radiusServer struct {
	ID                           string   `json:"_id"`
	Name                         string   `json:"name"`
	NetworkSourceIP              string   `json:"networkSourceIp"`
	SharedSecret                 string   `json:"sharedSecret"`
	MFA                          string   `json:"mfa"`
	AuthIDP                      string   `json:"authIdp"`
	CACert                       string   `json:"caCert"`
	CASource                     string   `json:"caSource"`
	RadsecEnabled                bool     `json:"radsecEnabled"`
	RequireRadsec                bool     `json:"requireRadsec"`
	RequireTLSAuth               bool     `json:"requireTlsAuth"`
	DeviceCertEnabled            bool     `json:"deviceCertEnabled"`
	UserCertEnabled              bool     `json:"userCertEnabled"`
	UserPasswordEnabled          bool     `json:"userPasswordEnabled"`
	UserLockoutAction            string   `json:"userLockoutAction"`
	UserPasswordExpirationAction string   `json:"userPasswordExpirationAction"`
	Tags                         []string `json:"tags"`
	TagNames                     []string `json:"tagNames"`
}

// radiusServerBody is what POST and PUT both take. What is nil or "" is left to the service,
// but for the certificate, which "" clears.
type radiusServerBody struct {
	Name                         string  `json:"name"`
	NetworkSourceIP              string  `json:"networkSourceIp"`
	SharedSecret                 string  `json:"sharedSecret"`
	MFA                          string  `json:"mfa,omitempty"`
	CACert                       *string `json:"caCert,omitzero"`
	CASource                     string  `json:"caSource,omitempty"`
	RadsecEnabled                *bool   `json:"radsecEnabled,omitzero"`
	RequireRadsec                *bool   `json:"requireRadsec,omitzero"`
	RequireTLSAuth               *bool   `json:"requireTlsAuth,omitzero"`
	DeviceCertEnabled            *bool   `json:"deviceCertEnabled,omitzero"`
	UserCertEnabled              *bool   `json:"userCertEnabled,omitzero"`
	UserPasswordEnabled          *bool   `json:"userPasswordEnabled,omitzero"`
	UserLockoutAction            string  `json:"userLockoutAction,omitempty"`
	UserPasswordExpirationAction string  `json:"userPasswordExpirationAction,omitempty"`
}

// radiusServerPost is the object as POST takes it.
type radiusServerPost struct {
	radiusServerBody

	AuthIDP  string   `json:"authIdp,omitempty"`
	TagNames []string `json:"tagNames,omitzero"`
}

// radiusServerPut is the object as PUT takes it: its tags have another name, and who
// authenticates cannot be changed (evidence: radius 1.3).
type radiusServerPut struct {
	radiusServerBody

	Tags []string `json:"tags,omitzero"`
}

// candidate is what a name can mean.
func (s radiusServer) candidate() kit.Candidate { return kit.Candidate{ID: s.ID, Name: s.Name} }

func listing(t *jumpcloud.Tenant) collections.Listing[radiusServer] {
	return collections.Listing[radiusServer]{
		Route:  t.V1("radiusservers"),
		Sort:   jumpcloud.SortID,
		ID:     func(s radiusServer) string { return s.ID },
		Single: func(ctx context.Context, id string) (radiusServer, error) { return get(ctx, t, id) },
	}
}

func create(ctx context.Context, t *jumpcloud.Tenant, b radiusServerPost, allowTwin bool) (radiusServer, error) {
	return collections.Create(ctx, collections.Creation[radiusServer]{
		List: listing(t), Body: b, Name: b.Name, NameOf: func(s radiusServer) string { return s.Name }, AllowTwin: allowTwin,
		Same: func(_ context.Context, s radiusServer) (bool, error) { return b.describes(s), nil },
	})
}

func get(ctx context.Context, t *jumpcloud.Tenant, id string) (radiusServer, error) {
	return collections.Get[radiusServer](ctx, t.V1("radiusservers", id))
}

func replace(ctx context.Context, t *jumpcloud.Tenant, id string, b radiusServerPut) (radiusServer, error) {
	return collections.Replace[radiusServer](ctx, t.V1("radiusservers", id), b)
}

func remove(ctx context.Context, t *jumpcloud.Tenant, id string) error {
	return collections.Delete(ctx, t.V1("radiusservers", id))
}

// tags are the names of the tags, whichever of the two members shows them; nil where
// neither does.
func (s radiusServer) tags() []string {
	if s.TagNames != nil {
		return s.TagNames
	}

	return s.Tags
}

// describes tells whether s carries what the body asks for, as far as s shows it.
func (b radiusServerPost) describes(s radiusServer) bool {
	shown := s.SharedSecret == "" || s.SharedSecret == b.SharedSecret

	for _, text := range [][2]string{
		{b.MFA, s.MFA},
		{b.AuthIDP, s.AuthIDP},
		{b.UserLockoutAction, s.UserLockoutAction},
		{b.UserPasswordExpirationAction, s.UserPasswordExpirationAction},
	} {
		shown = shown && (text[0] == "" || text[0] == text[1])
	}

	for _, flag := range []struct {
		want *bool
		is   bool
	}{
		{b.RadsecEnabled, s.RadsecEnabled},
		{b.RequireRadsec, s.RequireRadsec},
		{b.RequireTLSAuth, s.RequireTLSAuth},
		{b.DeviceCertEnabled, s.DeviceCertEnabled},
		{b.UserCertEnabled, s.UserCertEnabled},
		{b.UserPasswordEnabled, s.UserPasswordEnabled},
	} {
		shown = shown && (flag.want == nil || *flag.want == flag.is)
	}

	if b.CACert != nil {
		shown = shown && kit.SameText(*b.CACert, s.CACert)
	}

	if b.TagNames != nil && s.tags() != nil {
		shown = shown && slices.Equal(b.TagNames, slices.Sorted(slices.Values(s.tags())))
	}

	return shown && kit.SameText(b.Name, s.Name) && b.NetworkSourceIP == s.NetworkSourceIP
}
