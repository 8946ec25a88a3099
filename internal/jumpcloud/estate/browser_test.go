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

// contrast is the JavaScript that lists texts whose contrast with what is behind them is
// below 4.5, the WCAG's least for plain text.
const contrast = `(() => {
	const parse = c => c.match(/[\d.]+/g).map(Number)
	const light = ([r, g, b]) => [r, g, b].map(v => (v /= 255) <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4)
		.reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0)
	const behind = e => { for (; e; e = e.parentElement) { const c = parse(getComputedStyle(e).backgroundColor); if (c.length == 3 || c[3] == 1) return c } return [255, 255, 255] }
	const bad = new Set()
	for (const e of document.querySelectorAll("body *")) {
		if (![...e.childNodes].some(n => n.nodeType == 3 && n.data.trim()) || e.closest("style")) continue
		const [a, b] = [light(parse(getComputedStyle(e).color)), light(behind(e))]
		const ratio = (Math.max(a, b) + .05) / (Math.min(a, b) + .05)
		if (ratio < 4.5) bad.add(e.tagName + "." + e.className + " " + ratio.toFixed(2))
	}
	return [...bad]
})()`

// unlabelled is the JavaScript that lists what somebody who does not see the page would not
// get the name of.
const unlabelled = `(() => {
	const bad = []
	for (const e of document.querySelectorAll("svg:not([aria-hidden]), [tabindex], section, nav")) {
		const by = e.getAttribute("aria-labelledby")
		if (!e.getAttribute("aria-label") && !(by && document.getElementById(by))) bad.push(e.outerHTML.slice(0, 80))
	}
	for (const e of document.querySelectorAll("th:not([scope])")) bad.push(e.outerHTML)
	for (const e of document.querySelectorAll("a[href^='#']")) if (!document.getElementById(e.hash.slice(1))) bad.push(e.outerHTML.slice(0, 80))
	const ids = [...document.querySelectorAll("[id]")].map(e => e.id)
	if (new Set(ids).size != ids.length) bad.push("an id is there twice")
	return bad
})()`

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

		if bad := browser.Eval[[]string](tab, contrast); len(bad) > 0 {
			t.Errorf("%s: too little contrast: %q", look.name, bad)
		}
	}

	if bad := browser.Eval[[]string](tab, unlabelled); len(bad) > 0 {
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
