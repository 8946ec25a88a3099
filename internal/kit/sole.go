// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package kit

import (
	"context"
	"errors"
	"fmt"

	dsschema "github.com/hashicorp/terraform-plugin-framework/datasource/schema"
	"github.com/hashicorp/terraform-plugin-framework/diag"
	listschema "github.com/hashicorp/terraform-plugin-framework/list/schema"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"
)

// soleClient is a service's client as [Sole] needs it.
type soleClient interface {
	// Ready tells whether calls can be made.
	Ready() bool
	// Root is the service's address.
	Root() string
}

// Configured is what a provider's Configure makes for objects in the scope [Sole].
type Configured[C soleClient] struct {
	Client C
	run    *Run
}

// NewConfigured returns a client with a run that has seen nothing.
func NewConfigured[C soleClient](client C) *Configured[C] {
	return &Configured[C]{client, NewRun()}
}

// Sole is the scope of a service whose objects all live in one place: the one that the
// provider speaks to. No attribute names it. The provider's data is a [Configured].
type Sole[C soleClient] struct {
	// Hint says what to do about an error, or returns "".
	Hint func(ctx context.Context, client C, err error) string
}

// Keys is empty.
func (Sole[C]) Keys() []Key { return nil }

// ResourceAttributes adds nothing.
func (Sole[C]) ResourceAttributes() map[string]schema.Attribute { return map[string]schema.Attribute{} }

// DataSourceAttributes adds nothing.
func (Sole[C]) DataSourceAttributes() map[string]dsschema.Attribute {
	return map[string]dsschema.Attribute{}
}

// ListAttributes is empty: there is one place.
func (Sole[C]) ListAttributes() map[string]listschema.Attribute {
	return map[string]listschema.Attribute{}
}

// Places is the one place.
func (Sole[C]) Places(context.Context, any, Getter) ([]Place, error) { return []Place{{}}, nil }

// Defaults has nothing to give.
func (Sole[C]) Defaults(data any) (map[string]string, bool) {
	c, ok := data.(*Configured[C])

	return nil, ok && c.Client.Ready()
}

// Enter returns the client.
func (Sole[C]) Enter(data any, _ map[string]string) (client C, err error) {
	c, ok := data.(*Configured[C])
	if !ok {
		return client, errors.New("the provider was not configured")
	}

	return c.Client, nil
}

// Owner is the service's address: objects that were made at another one are not gone
// because this one has not got them.
func (Sole[C]) Owner(_ context.Context, data any, _ bool) string {
	c, ok := data.(*Configured[C])
	if !ok || !c.Client.Ready() {
		return ""
	}

	return c.Client.Root()
}

// Lost is an error where the object was last seen at another address.
func (s Sole[C]) Lost(ctx context.Context, data any, _ map[string]string, owner string) error {
	now := s.Owner(ctx, data, false)
	if owner == "" || now == "" || owner == now {
		return nil
	}

	return fmt.Errorf("it is not at %s, which the provider speaks to now; it was last seen at %s. State is kept: set the provider's "+
		"address back, or take the object out of state with a removed block if it is gone for good", now, owner)
}

// Permit allows everything.
func (Sole[C]) Permit(context.Context, any, Object, Getter) error { return nil }

// Run is kept with the client.
func (Sole[C]) Run(_ context.Context, data any) *Run {
	c, ok := data.(*Configured[C])
	if !ok {
		return NewRun()
	}

	return c.run
}

// Planned accepts every plan.
func (Sole[C]) Planned(context.Context, any, Object, Change, *diag.Diagnostics) {}

// Explain gives the hint.
func (s Sole[C]) Explain(ctx context.Context, data any, _ map[string]string, err error) string {
	c, ok := data.(*Configured[C])
	if !ok || s.Hint == nil {
		return ""
	}

	return s.Hint(ctx, c.Client, err)
}
