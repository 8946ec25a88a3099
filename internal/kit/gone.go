// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package kit

import (
	"context"
	"errors"
	"fmt"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

// proveGone returns nil where a read does not find the object either. A 404 alone may be that of
// something on the way to the service, and what it hides would belong to nobody any more.
func (r *life) proveGone(ctx context.Context, client, m any, gone error) error {
	err := r.ops.read(ctx, client, m)

	switch {
	case errors.Is(err, rest.ErrNotFound):
		return nil
	case err != nil:
		return fmt.Errorf("the service answered that the object is not there, and whether that is so could not be found out; "+
			"it stays in state: %w", err)
	}

	return fmt.Errorf("the service answered that the object is not there, and shows it all the same. It stays in state: apply again. "+
		"The answer was: %s", gone.Error())
}

// gone passes an error on, unless it says that the object is not there while nobody can
// see whether it is: a credential that lost access to a place must not empty state.
func (b *Base) gone(ctx context.Context, keys map[string]string, owner string, err error) error {
	if !errors.Is(err, rest.ErrNotFound) {
		return err
	}

	if lost := b.scope.Lost(ctx, b.data, keys, owner); lost != nil {
		return lost
	}

	return err
}
