// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package collections

import (
	"context"
	"errors"
	"net/http"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

// Ensure sends a POST whose effect can be seen afterwards and that may be sent twice, such
// as adding or removing an edge of the graph. When the answer is lost or a failure of the
// service, done tells whether the effect is there; where it is not, the request is repeated.
func Ensure(ctx context.Context, r Route, body any, done func(context.Context) (bool, error)) error {
	ctx, end := rest.Graceful(ctx)
	defer end()

	for tries := 1; ; tries++ {
		_, err := r.do(ctx, http.MethodPost, body)
		if !errors.Is(err, rest.ErrUnclear) {
			return err
		}

		there, lookErr := done(ctx)

		switch {
		case lookErr != nil:
			return &UnclearError{Err: err, Looked: lookErr}
		case there:
			return nil
		case tries > r.client.config.Sender.Retries():
			return err
		}

		if err := r.client.config.Sender.Pause(ctx, tries); err != nil {
			return err
		}
	}
}
