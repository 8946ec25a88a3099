// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package collections

import (
	"context"
	"errors"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

// Act carries out a deed: something that leaves no object behind, such as sending a message. It
// is a write whatever its method, since some services do things on GET, and it is not repeated
// where the service may have acted: then the error matches [rest.ErrUnclear]. What a success
// answers is not looked at.
func Act(ctx context.Context, r Route, method string, body any) error {
	ctx, done := rest.Graceful(ctx)
	defer done()

	_, err := r.send(ctx, rest.Request{Method: method, Body: body, Deed: true})
	if errors.Is(err, rest.ErrGarbled) {
		return nil
	}

	return err
}
