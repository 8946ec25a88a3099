// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package browser looks at pages in a headless Chromium, for tests: what they show, what
// they complain of, and what they ask for.
package browser

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// patience is how long a test may look at one page.
const patience = 2 * time.Minute

// names are what Chromium is called on PATH.
var names = []string{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"}

// Find returns the Chromium that CHROMIUM_PATH names, else one on PATH. ok is false where
// there is none.
func Find() (path string, ok bool) {
	if path := os.Getenv("CHROMIUM_PATH"); path != "" {
		return path, true
	}

	for _, name := range names {
		if path, err := exec.LookPath(name); err == nil {
			return path, true
		}
	}

	return "", false
}

// Tab is a page of a browser of its own. Pass its Context to chromedp for what it has no
// method for.
type Tab struct {
	Context context.Context //nolint:containedctx // chromedp keeps the browser in it

	tb testing.TB

	mu         sync.Mutex
	complaints []string
	requests   []string
}

// Open starts a browser with one tab, which ends with the test. Where there is no Chromium
// the test is skipped, or with CI=true it fails.
func Open(tb testing.TB) *Tab {
	tb.Helper()

	path, ok := Find()
	if !ok {
		const missing = "no Chromium: set CHROMIUM_PATH, or put chromium on PATH"
		if os.Getenv("CI") == "true" {
			tb.Fatal(missing)
		}

		tb.Skip(missing)
	}

	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.Flag("hide-scrollbars", false))

	ctx, cancel := context.WithTimeout(tb.Context(), patience)
	ctx, closeBrowser := chromedp.NewExecAllocator(ctx, options...)
	ctx, closeTab := chromedp.NewContext(ctx)

	tb.Cleanup(func() {
		closeTab()
		closeBrowser()
		cancel()
	})

	t := &Tab{Context: ctx, tb: tb}
	if err := chromedp.Listen(ctx, t.listen); err != nil {
		tb.Fatalf("starting %s: %s", path, err)
	}

	call(t, network.Enable, network.EnableParams{})
	call(t, runtime.Enable, cdp.Empty{})
	call(t, log.Enable, cdp.Empty{})

	return t
}

// Do runs actions, and ends the test where one fails.
func (t *Tab) Do(actions ...chromedp.Action[chromedp.Void]) {
	t.tb.Helper()

	if err := chromedp.Do(t.Context, actions...); err != nil {
		t.tb.Fatalf("in the browser: %s", err)
	}
}

// Get runs an action and returns its value, or ends the test where it fails.
func Get[T any](t *Tab, action chromedp.Action[T]) T {
	t.tb.Helper()

	v, err := chromedp.Run(t.Context, action)
	if err != nil {
		t.tb.Fatalf("in the browser: %s", err)
	}

	return v
}

// Eval returns the value of a JavaScript expression.
func Eval[T any](t *Tab, expression string) T {
	t.tb.Helper()

	return Get(t, chromedp.Evaluate[T](expression))
}

func call[P, R any](t *Tab, command cdp.Command[P, R], params P) {
	t.tb.Helper()

	if _, err := chromedp.Call(t.Context, command, params); err != nil {
		t.tb.Fatalf("in the browser: %s", err)
	}
}

// Resize sets the size of the window in CSS pixels. A phone has a touch screen, and shows
// pages as wide as their viewport says.
func (t *Tab) Resize(width, height int64, phone bool) {
	t.tb.Helper()
	call(t, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{
		Width: width, Height: height, DeviceScaleFactor: 1, Mobile: phone,
	})
}

// Scheme lets pages prefer "light" or "dark".
func (t *Tab) Scheme(name string) {
	t.tb.Helper()
	call(t, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
		Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: name}},
	})
}

// Screenshot writes what the page shows, all of its height, to a PNG file. Its folder is
// made where it is missing.
func (t *Tab) Screenshot(file string) {
	t.tb.Helper()

	const lossless = 100

	png := Get(t, chromedp.FullScreenshot(lossless))

	const folder, readable = 0o755, 0o644
	if err := os.MkdirAll(filepath.Dir(file), folder); err != nil {
		t.tb.Fatal(err)
	}

	if err := os.WriteFile(file, png, readable); err != nil {
		t.tb.Fatal(err)
	}
}

// Complaints are what the console showed of errors and warnings so far.
func (t *Tab) Complaints() []string {
	t.mu.Lock()
	defer t.mu.Unlock()

	return append([]string{}, t.complaints...)
}

// Requests are the URLs that were asked for so far, the page's own among them. Data that an
// address itself holds is none.
func (t *Tab) Requests() []string {
	t.mu.Lock()
	defer t.mu.Unlock()

	return append([]string{}, t.requests...)
}

func (t *Tab) listen(event any) {
	t.mu.Lock()
	defer t.mu.Unlock()

	switch e := event.(type) {
	case *network.EventRequestWillBeSent:
		if !strings.HasPrefix(e.Request.URL, "data:") {
			t.requests = append(t.requests, e.Request.URL)
		}
	case *runtime.EventExceptionThrown:
		text := e.ExceptionDetails.Text
		if e.ExceptionDetails.Exception != nil {
			text += " " + e.ExceptionDetails.Exception.Description
		}

		t.complaints = append(t.complaints, text)
	case *runtime.EventConsoleAPICalled:
		switch e.Type {
		case runtime.ConsoleAPICalledTypeError, runtime.ConsoleAPICalledTypeWarning, runtime.ConsoleAPICalledTypeAssert:
			var words []string
			for _, argument := range e.Args {
				words = append(words, string(argument.Value)+argument.Description)
			}

			t.complaints = append(t.complaints, fmt.Sprintf("console.%s: %s", e.Type, strings.Join(words, " ")))
		}
	case *log.EventEntryAdded:
		if e.Entry.Level == log.EntryLevelError || e.Entry.Level == log.EntryLevelWarning {
			t.complaints = append(t.complaints, fmt.Sprintf("%s: %s (%s)", e.Entry.Level, e.Entry.Text, e.Entry.URL))
		}
	}
}
