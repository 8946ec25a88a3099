// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package original

import (
	"context"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
)

// succession is what the resources of one run do with the same settings, each in its turn. Terraform
// destroys one and creates its successor side by side where a resource was renamed without a moved
// block.
type succession struct {
	taken collections.Members // what those manage that were created
}

var successions = collections.NewFact[*succession]()

// inTurn does something with settings while no other resource of the run does. The error is that of
// do, or of ctx.
func inTurn(ctx context.Context, h collections.Holder, what string, do func(s *succession) error) error {
	end, err := collections.Turn(ctx, h, what)
	if err != nil {
		return err
	}
	defer end()

	return do(successions.Keep(h, what, func() *succession { return &succession{} }))
}

// Take lets a resource that is created read and write settings, once nobody is putting them back.
// want is what it manages from now on: who is destroyed in the same run leaves that as it is. The
// error is that of write, or of ctx.
func Take(ctx context.Context, h collections.Holder, what string, want collections.Members, write func() error) error {
	return inTurn(ctx, h, what, func(s *succession) error {
		s.taken = collections.Overlay(s.taken, want)

		return write()
	})
}
