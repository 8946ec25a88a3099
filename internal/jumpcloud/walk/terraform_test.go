// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package walk_test

import (
	"bytes"
	"context"
	"net/http"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// What somebody removed in the console, Terraform makes again, or lets go once it is not
// configured any more.
func TestTerraformRemovedInTheConsole(t *testing.T) {
	t.Parallel()

	for _, stays := range []bool{false, true} {
		var lives []lifeCycle

		for _, l := range lifeCycles {
			if l.stays == stays {
				lives = append(lives, l)
			}
		}

		name := map[bool]string{false: "made-again", true: "let-go"}[stays]
		t.Run(name, func(t *testing.T) {
			t.Parallel()

			c := newCLI(t, lives...)
			if out, code := c.at.Run("apply", "-auto-approve"); code != 0 {
				t.Fatal(out)
			}

			for _, l := range lives {
				l.remove(c.world)
			}

			var found []string
			if !stays {
				found = c.settled()
			} else {
				c.configure("")

				if out, code := c.at.Run("apply", "-auto-approve"); code != 0 {
					found = append(found, errorsIn(out))
				}
			}

			check(t, "terraform-removed/"+name, c.old, found...)
		})
	}
}

// Ctrl-C while an object of each life cycle is made: what was sent is known afterwards, and
// nothing twice.
func TestTerraformInterrupted(t *testing.T) {
	t.Parallel()

	c := newCLI(t, lifeCycles...)
	ctx, interrupt := context.WithCancel(t.Context())

	defer interrupt()

	heard := &watch{text: "Interrupt received", seen: make(chan struct{})}
	sent, all := atomic.Int32{}, make(chan struct{})

	// Made, and not answered before the provider was told to stop.
	c.onFirstWrite(func(r *http.Request) {
		if int(sent.Add(1)) == len(lifeCycles) {
			close(all)
			interrupt()
		}

		for what, happened := range map[string]chan struct{}{"sent the other requests": all, "heard of the interrupt": heard.seen} {
			select {
			case <-happened:
			case <-time.After(30 * time.Second):
				t.Errorf("%s %s: Terraform has not %s", r.Method, r.URL.Path, what)
			}
		}

		select {
		case <-r.Context().Done(): // it gave up
		case <-time.After(300 * time.Millisecond): // it waits for the answer, as it should
		}
	})

	if c.at.RunUntil(ctx, heard, "apply", "-auto-approve"); ctx.Err() == nil {
		t.Fatal("not all requests came")
	}

	check(t, "terraform-interrupted", c.old, c.settled()...)
}

// watch closes a channel when a text is printed.
type watch struct {
	text string
	seen chan struct{}

	once sync.Once
	all  bytes.Buffer
}

func (w *watch) Write(p []byte) (int, error) {
	w.all.Write(p)

	if strings.Contains(w.all.String(), w.text) {
		w.once.Do(func() { close(w.seen) })
	}

	return len(p), nil
}
