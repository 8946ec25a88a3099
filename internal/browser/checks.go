// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package browser

// Contrast is the JavaScript that lists texts whose contrast with what is behind them is
// below 4.5, the WCAG's least for plain text.
const Contrast = `(() => {
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

// Unlabelled is the JavaScript that lists what somebody who does not see the page would not
// get the name of.
const Unlabelled = `(() => {
	const bad = []
	for (const e of document.querySelectorAll("svg:not([aria-hidden]), [tabindex], section, nav")) {
		const by = e.getAttribute("aria-labelledby")
		if (!e.getAttribute("aria-label") && !(by && document.getElementById(by))) bad.push(e.outerHTML.slice(0, 80))
	}
	for (const e of document.querySelectorAll("input, select, textarea")) {
		if (!e.labels.length && !e.getAttribute("aria-label")) bad.push(e.outerHTML.slice(0, 80))
	}
	for (const e of document.querySelectorAll("button")) if (!e.textContent.trim() && !e.getAttribute("aria-label") && e.offsetParent) bad.push(e.outerHTML.slice(0, 80))
	for (const e of document.querySelectorAll("th:not([scope])")) bad.push(e.outerHTML)
	for (const e of document.querySelectorAll("a[href^='#']")) if (!document.getElementById(e.hash.slice(1))) bad.push(e.outerHTML.slice(0, 80))
	const ids = [...document.querySelectorAll("[id]")].map(e => e.id)
	if (new Set(ids).size != ids.length) bad.push("an id is there twice")
	return bad
})()`
