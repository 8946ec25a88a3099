// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package mapping

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"sync"
	"testing"
	"testing/synctest"
	"time"
)

// trial is a batcher whose service takes a second for a PATCH.
type trial struct {
	*batcher

	mu   sync.Mutex
	sent [][]string
}

func newTrial() *trial {
	t := &trial{}
	t.batcher = &batcher{
		patch: func(ctx context.Context, all []element) error {
			t.mu.Lock()

			names := []string{}
			for _, e := range all {
				names = append(names, fmt.Sprint(e["name"]))
			}

			slices.Sort(names)
			t.sent = append(t.sent, names)
			t.mu.Unlock()

			select {
			case <-time.After(time.Second):
				return nil
			case <-ctx.Done():
				return ctx.Err()
			}
		},
		retries: func() int { return 0 }, made: map[string]bool{},
	}

	return t
}

// change submits one in the background and returns where its result will be.
func (t *trial) change(ctx context.Context, organization, name string) <-chan error {
	result := make(chan error, 1)

	go func() { result <- t.do(ctx, change{organization: organization, body: element{"name": name}}) }()

	return result
}

func TestBatches(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		b := newTrial()

		results := []<-chan error{b.change(t.Context(), "a", "a1"), b.change(t.Context(), "b", "b1")}

		// Others join while the window is open; a second change of one organization waits.
		time.Sleep(window / 2)

		results = append(results, b.change(t.Context(), "c", "c1"), b.change(t.Context(), "a", "a2"))

		// What comes while one is on its way goes with the next.
		time.Sleep(time.Second / 2)

		results = append(results, b.change(t.Context(), "d", "d1"))

		for i, r := range results {
			if err := <-r; err != nil {
				t.Errorf("%d: %s", i, err)
			}
		}

		if want := [][]string{{"a1", "b1", "c1"}, {"a2", "d1"}}; !reflect.DeepEqual(b.sent, want) {
			t.Errorf("sent %v, want %v", b.sent, want)
		}
	})
}

func TestBatchIsBounded(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		b := newTrial()

		var results []<-chan error

		for i := range most + 20 {
			results = append(results, b.change(t.Context(), fmt.Sprint(i), "x"))
		}

		for _, r := range results {
			if err := <-r; err != nil {
				t.Error(err)
			}
		}

		if len(b.sent) != 2 || len(b.sent[0]) != most || len(b.sent[1]) != 20 {
			t.Errorf("sent %d batches", len(b.sent))
		}
	})
}

// TestGivingUp: one that gives up is taken back or, once on its way, waited for; the batch
// goes on for the others, and ends when nobody waits.
func TestGivingUp(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		b := newTrial()
		early, stopEarly := context.WithCancel(t.Context())
		late, stopLate := context.WithCancel(t.Context())
		last, stopLast := context.WithCancel(t.Context())

		defer stopLast()

		first, second, third := b.change(early, "a", "a1"), b.change(late, "b", "b1"), b.change(last, "c", "c1")

		synctest.Wait()
		stopEarly()

		if err := <-first; !errors.Is(err, context.Canceled) {
			t.Errorf("not taken back: %v", err)
		}

		time.Sleep(time.Second / 2)
		stopLate()

		if err := <-second; err != nil {
			t.Errorf("on its way, and not waited for: %s", err)
		}

		if err := <-third; err != nil {
			t.Errorf("the batch ended with one of its members: %s", err)
		}

		if want := [][]string{{"b1", "c1"}}; !reflect.DeepEqual(b.sent, want) {
			t.Errorf("sent %v, want %v", b.sent, want)
		}

		only := b.change(last, "d", "d1")

		time.Sleep(time.Second / 2)
		stopLast()

		if err := <-only; !errors.Is(err, context.Canceled) {
			t.Errorf("nobody waits, and it goes on: %v", err)
		}
	})
}
