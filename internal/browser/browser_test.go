// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package browser_test

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/browser"
)

// TestTab_SeesWhatAPageDoes opens a page that does all that a test would object to.
func TestTab_SeesWhatAPageDoes(t *testing.T) {
	t.Parallel()

	const page = `<!DOCTYPE html><title>Bad</title><meta name="viewport" content="width=device-width">
<script>console.error("oh", 7); fetch("/elsewhere"); setTimeout(() => { throw new Error("thrown") })</script>
<style>@media (prefers-color-scheme: dark) { body { color: rgb(1, 2, 3) } }</style><h1>Hello</h1>`

	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/" {
			w.WriteHeader(http.StatusNotFound)

			return
		}

		w.Header().Set("Content-Type", "text/html")
		_, _ = w.Write([]byte(page))
	}))
	t.Cleanup(server.Close)

	tab := browser.Open(t)
	tab.Scheme("dark")
	tab.Resize(390, 844, true)
	tab.Do(chromedp.Navigate(server.URL), chromedp.WaitVisible(chromedp.CSS("h1")),
		chromedp.Poll[chromedp.Void](`performance.getEntriesByType("resource").length > 0`))

	if w := browser.Eval[int](tab, "innerWidth"); w != 390 {
		t.Errorf("the window is %d pixels wide", w)
	}

	if c := browser.Eval[string](tab, "getComputedStyle(document.body).color"); c != "rgb(1, 2, 3)" {
		t.Errorf("in the dark the text is %s", c)
	}

	said := strings.Join(tab.Complaints(), "\n")
	for _, want := range []string{"oh", "7", "thrown", "404"} {
		if !strings.Contains(said, want) {
			t.Errorf("no complaint of %q:\n%s", want, said)
		}
	}

	if got := tab.Requests(); !slices.Contains(got, server.URL+"/elsewhere") {
		t.Errorf("requests are %q", got)
	}

	file := filepath.Join(t.TempDir(), "folder", "page.png")
	tab.Screenshot(file)

	if raw, err := os.ReadFile(file); err != nil || http.DetectContentType(raw) != "image/png" {
		t.Errorf("the screenshot is no picture: %v", err)
	}
}

// TestTab_ClicksWhatIsDrawnAgain clicks a button that is another one all the time, as on a page
// that shows what goes on. A click on a node that was looked up before hits nothing there.
func TestTab_ClicksWhatIsDrawnAgain(t *testing.T) {
	t.Parallel()

	const page = `<!DOCTYPE html><title>Busy</title><main></main><input id="name"><script>
clicks = 0
const draw = () => {
  const b = document.createElement("button")
  b.textContent = "Count"
  b.onclick = () => clicks++
  document.querySelector("main").replaceChildren(b)
  setTimeout(draw)
}
setTimeout(draw, 200)
</script>`

	tab := browser.Open(t)
	tab.Do(chromedp.Navigate("data:text/html," + url.PathEscape(page)))

	const clicks = 20
	for range clicks {
		tab.Click("main button")
	}

	if n := browser.Eval[int](tab, "clicks"); n != clicks {
		t.Errorf("%d of %d clicks were seen", n, clicks)
	}

	tab.Fill("#name", `Jo "J" Doe`)

	if name := browser.Eval[string](tab, `document.querySelector("#name").value`); name != `Jo "J" Doe` {
		t.Errorf("the field has %q", name)
	}
}

// TestTab_WaitsForWhatCanBeClicked has a button that is missing, then covered, then free.
func TestTab_WaitsForWhatCanBeClicked(t *testing.T) {
	t.Parallel()

	const page = `<!DOCTYPE html><title>Covered</title>
<div id="cover" style="position:fixed;inset:0">Wait</div><script>
seen = []
setTimeout(() => {
  const b = document.createElement("button")
  b.textContent = "Go"
  b.onclick = () => seen.push(document.querySelector("#cover") ? "covered" : "free", document.activeElement === b ? "focused" : "elsewhere")
  document.body.append(b)
  setTimeout(() => document.querySelector("#cover").remove(), 200)
}, 200)
</script>`

	tab := browser.Open(t)
	tab.Do(chromedp.Navigate("data:text/html," + url.PathEscape(page)))
	tab.Click("button")

	if seen := browser.Eval[[]string](tab, "seen"); !slices.Equal(seen, []string{"free", "focused"}) {
		t.Errorf("the button was clicked when %q", seen)
	}
}

func TestFind_TakesTheNamedOne(t *testing.T) {
	t.Setenv("CHROMIUM_PATH", "/somewhere/chromium")

	if path, ok := browser.Find(); !ok || path != "/somewhere/chromium" {
		t.Errorf("found %q, %t", path, ok)
	}

	t.Setenv("CHROMIUM_PATH", "")
	t.Setenv("PATH", t.TempDir())

	if path, ok := browser.Find(); ok {
		t.Errorf("found %q where there is none", path)
	}
}
