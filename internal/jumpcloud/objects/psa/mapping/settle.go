// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package mapping

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"sync"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

// errUnread says that nobody knows whether a change happened.
var errUnread = errors.New("the mappings could not be read")

// settle sends a batch until each of its members has an answer. After a refusal members are
// sent one by one, so that a bad one does not fail its neighbours and hears of its own mistake.
func (b *batcher) settle(batch []*member) {
	batch, err := b.send(batch)
	alone := len(batch) > 1 && ownFault(err)

	for _, m := range batch {
		switch {
		case alone && m.ctx.Err() == nil:
			b.settle([]*member{m})
		case alone:
			m.answer(fmt.Errorf("%w. That may be about another of %d that were sent together, and the run was interrupted before this one was sent "+
				"by itself: apply again", err, len(batch)))
		default:
			m.answer(err)
		}
	}
}

// send sends a batch, as an operation of its own: an interruption of the run ends it before
// anything was written, and not after. What a breakdown leaves undone is sent again, as an
// upsert may be. It returns the members that have no answer, and the error that is theirs.
func (b *batcher) send(batch []*member) ([]*member, error) {
	waited, end := together(batch)
	defer end()

	ctx, done := rest.Graceful(waited)
	defer done()

	var err error

	for tries := 1; ; tries++ {
		elements := make([]element, 0, len(batch))
		for _, m := range batch {
			elements = append(elements, m.body)
		}

		err = b.patch(ctx, elements)

		if batch, err = b.undone(ctx, batch, err); len(batch) == 0 || !broken(err) || tries > b.retries() || b.pause(ctx, tries) != nil {
			return batch, err
		}
	}
}

// together is the context of a batch: it ends when nobody waits for the batch any more. A
// member that has its answer waits no longer, and ends its own operation: the batch, which
// goes on for the others, is no part of it.
func together(batch []*member) (context.Context, context.CancelFunc) {
	ctx, cancel := context.WithCancel(rest.Detach(batch[0].ctx))

	var (
		mu   sync.Mutex
		left = len(batch)
		stop = make([]func() bool, 0, len(batch))
	)

	for _, m := range batch {
		stop = append(stop, context.AfterFunc(m.ctx, func() {
			mu.Lock()
			defer mu.Unlock()

			if left--; left == 0 {
				cancel()
			}
		}))
	}

	return ctx, func() {
		for _, s := range stop {
			s()
		}

		cancel()
	}
}

// undone answers the members that are done, and returns the others and the error that is
// theirs. One fresh listing tells them apart where the service's answer does not.
func (b *batcher) undone(ctx context.Context, batch []*member, err error) ([]*member, error) {
	if err != nil && !errors.Is(err, rest.ErrUnclear) {
		return batch, err
	}

	there := map[string]*record{}

	if err != nil {
		var looked error
		if there, looked = b.list(ctx); looked != nil {
			return batch, fmt.Errorf("%w; it may be stored all the same, but %w: %s. Apply again: writing a mapping twice does no harm",
				err, errUnread, looked.Error())
		}
	}

	var left []*member

	for _, m := range batch {
		if err == nil || m.done != nil && m.done(there[m.organization]) {
			m.answer(nil)
		} else {
			left = append(left, m)
		}
	}

	return left, err
}

// broken tells that service or connection broke down, which time may mend.
func broken(err error) bool {
	e, ok := errors.AsType[*rest.Error](err)

	return ok && errors.Is(err, rest.ErrUnclear) && e.Status != http.StatusInternalServerError &&
		!errors.Is(err, errUnread)
}

// ownFault tells that an error may be one member's own: a refusal, or the service
// stumbling over it, but not one that says who asks, how often, or nothing at all.
func ownFault(err error) bool {
	e, ok := errors.AsType[*rest.Error](err)

	return ok && (e.Status == http.StatusInternalServerError || e.Status >= 400 && e.Status < 500) &&
		!errors.Is(err, rest.ErrUnauthorized) && !errors.Is(err, rest.ErrThrottled) && !errors.Is(err, rest.ErrBlocked) &&
		!errors.Is(err, errUnread)
}
