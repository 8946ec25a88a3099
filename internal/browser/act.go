// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package browser

import (
	"encoding/json"
	"fmt"

	"github.com/chromedp/chromedp"
)

// Click waits until what the selector finds first is to be seen and nothing covers it, and
// clicks it. The page does both in one step of its own, so what it draws again all the time
// is hit too; the actions of chromedp look a node up first, and it may be gone when they act.
func (t *Tab) Click(selector string) {
	t.tb.Helper()
	t.within(selector, `
		e.scrollIntoView({ block: "center" })
		const { x, y, width, height } = e.getBoundingClientRect()
		if (!e.contains(document.elementFromPoint(x + width / 2, y + height / 2))) return false
		e.focus()
		e.click()`)
}

// Fill waits for the field that the selector finds first, and gives it a value as somebody
// who types does.
func (t *Tab) Fill(selector, value string) {
	t.tb.Helper()
	t.within(selector, fmt.Sprintf(`
		e.focus()
		e.value = %s
		e.dispatchEvent(new Event("input", { bubbles: true }))
		e.dispatchEvent(new Event("change", { bubbles: true }))`, quoted(value)))
}

// within waits for an element, and runs statements on it, until they do not return false.
func (t *Tab) within(selector, statements string) {
	t.tb.Helper()

	acted := chromedp.Poll[bool](fmt.Sprintf(`(() => {
		const e = document.querySelector(%s)
		if (!e) return false
		%s
		return true
	})()`, quoted(selector), statements))

	if _, err := chromedp.Run(t.Context, acted); err != nil {
		t.tb.Fatalf("in the browser, at %s: %s", selector, err)
	}
}

// quoted is a string as JavaScript writes it.
func quoted(s string) string {
	raw, err := json.Marshal(s)
	if err != nil {
		panic("browser: " + err.Error()) // a string is always JSON
	}

	return string(raw)
}
