// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package estate_test

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/browser"
)

// screenshots is where pictures of pages are left for people to look at.
const screenshots = "../../../bin/screenshots"

// lookAt opens a page as a desktop and as a phone, light and dark, takes pictures of it, and
// checks what holds for all pages of reports.
func lookAt(t *testing.T, file string) {
	t.Helper()

	tab := browser.Open(t)
	name := strings.TrimSuffix(filepath.Base(file), ".html")

	for _, look := range []struct {
		name          string
		width, height int64
		scheme        string
	}{
		{"1280", 1280, 900, "light"}, {"1280-dark", 1280, 900, "dark"}, {"390", 390, 844, "light"},
	} {
		tab.Scheme(look.scheme)
		tab.Resize(look.width, look.height, look.width < 640)
		tab.Do(chromedp.Navigate("file://"+file), chromedp.WaitVisible(chromedp.CSS("main")))
		tab.Screenshot(filepath.Join(screenshots, name+"-"+look.name+".png"))

		if w := browser.Eval[int64](tab, "document.documentElement.scrollWidth"); w > look.width {
			t.Errorf("%s: the page is %d pixels wide", look.name, w)
		}

		if bad := browser.Eval[[]string](tab, browser.Contrast); len(bad) > 0 {
			t.Errorf("%s: too little contrast: %q", look.name, bad)
		}
	}

	if bad := browser.Eval[[]string](tab, browser.Unlabelled); len(bad) > 0 {
		t.Errorf("without a label: %q", bad)
	}

	// By keyboard: the first stop leads past the head, the second is a figure.
	tab.Do(chromedp.Navigate("file://"+file), chromedp.WaitVisible(chromedp.CSS("main")), chromedp.KeyEvent(kb.Tab))

	if at := browser.Eval[string](tab, "document.activeElement.className"); at != "skip" {
		t.Errorf("the first stop of the keyboard is %q", at)
	}

	tab.Do(chromedp.KeyEvent(kb.Tab))

	if outline := browser.Eval[string](tab, "getComputedStyle(document.activeElement).outlineStyle"); outline != "solid" {
		t.Errorf("what has the focus has the outline %q", outline)
	}

	for _, url := range tab.Requests() {
		if url != "file://"+file {
			t.Errorf("the page asks for %s", url)
		}
	}

	if said := tab.Complaints(); len(said) > 0 {
		t.Errorf("the console says %q", said)
	}
}
