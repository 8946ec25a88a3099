// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package rest_test

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"html"
	"net/url"
	"strings"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

const pem = "-----BEGIN PRIVATE KEY-----\r\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASC/+==\r\nBKcwggSjAgEAAoIBAQDCanary\r\n-----END PRIVATE KEY-----\r\n"

func asJSON(t *testing.T, v any, safe bool) string {
	t.Helper()

	var b bytes.Buffer

	e := json.NewEncoder(&b)
	e.SetEscapeHTML(safe)

	if err := e.Encode(v); err != nil {
		t.Fatal(err)
	}

	return strings.TrimSuffix(b.String(), "\n")
}

// A refusal may quote a secret in the spelling of any program on its way.
func TestRedactedInEverySpelling(t *testing.T) {
	t.Parallel()

	for _, secret := range []string{
		"plain-canary", `quote"canary`, `back\slash\canary`, "new\nline-canary", "tab\tcanary", "<canary>&co", "caña-ry-𝄞-canary",
		"with space+plus/canary?", "100%canary", pem,
	} {
		r := &rest.Redactor{}
		r.Add("other-secret", secret)

		once, safe := asJSON(t, secret, false), asJSON(t, secret, true)

		for name, spelt := range map[string]string{
			"as it is":                  secret,
			"JSON":                      once,
			"JSON, HTML":                safe,
			"JSON in JSON":              asJSON(t, once, false),
			"JSON in JSON, HTML":        asJSON(t, safe, true),
			"JSON, slashes escaped":     strings.ReplaceAll(once, "/", `\/`),
			"HTML":                      html.EscapeString(secret),
			"HTML, as Rails":            strings.ReplaceAll(html.EscapeString(secret), "&#34;", "&quot;"),
			"Go":                        fmt.Sprintf("%q", secret),
			"Go, ASCII":                 fmt.Sprintf("%+q", secret),
			"query":                     url.QueryEscape(secret),
			"query, blank as %20":       strings.ReplaceAll(url.QueryEscape(secret), "+", "%20"),
			"path":                      url.PathEscape(secret),
			"base64":                    base64.StdEncoding.EncodeToString([]byte(secret)),
			"base64 for URLs":           base64.URLEncoding.EncodeToString([]byte(secret)),
			"base64 without padding":    base64.RawStdEncoding.EncodeToString([]byte(secret)),
			"base64 for URLs, unpadded": base64.RawURLEncoding.EncodeToString([]byte(secret)),
		} {
			quotes := strings.NewReplacer(`\"(redacted)\"`, "(redacted)", `"(redacted)"`, "(redacted)")

			// Quotation marks around it stay.
			got := quotes.Replace(quotes.Replace(r.Text("before " + spelt + " after")))
			if got != "before (redacted) after" {
				t.Errorf("%q as %s: %q", secret, name, got)
			}
		}

		got := r.Text(asJSON(t, map[string]string{"error": "no such value " + secret + " here"}, false))
		if got != `{"error":"no such value (redacted) here"}` {
			t.Errorf("%q within JSON: %q", secret, got)
		}
	}
}

// What a proxy quotes of a request is neither the user's name nor the password alone.
func TestRedactedBasicAuthentication(t *testing.T) {
	t.Parallel()

	for _, user := range []string{"a", "bo", "ops", "admin@example.com", "bob@example.com"} {
		r := &rest.Redactor{}
		r.AddBasic(user, "correct-horse")

		for _, quoted := range []string{
			base64.StdEncoding.EncodeToString([]byte(user + ":correct-horse")),
			base64.RawURLEncoding.EncodeToString([]byte(user + ":correct-horse")), user + ":correct-horse", "correct-horse",
		} {
			if got := r.Text("Authorization: Basic " + quoted + "; no"); got != "Authorization: Basic (redacted); no" {
				t.Errorf("%s: %s", user, got)
			}
		}
	}

	r := &rest.Redactor{}
	r.AddBasic("somebody", "")

	if got := r.Text("somebody:"); got != "somebody:" {
		t.Errorf("without a password: %s", got)
	}
}

func TestRedactedInASCIIJSON(t *testing.T) {
	t.Parallel()

	r := &rest.Redactor{}
	r.Add("é𝄞-canary")

	if got := r.Text(`{"v":"\u00e9\ud834\udd1e-canary"}`); got != `{"v":"(redacted)"}` {
		t.Error(got)
	}
}

// Of a secret of several lines each is one; a program may quote the one that it stumbled over.
func TestRedactedLineByLine(t *testing.T) {
	t.Parallel()

	r := &rest.Redactor{}
	r.Add(pem)

	if got := r.Text("invalid line 2: BKcwggSjAgEAAoIBAQDCanary"); got != "invalid line 2: (redacted)" {
		t.Error(got)
	}

	if got := r.Text("no -----BEGIN PRIVATE KEY----- found"); strings.Contains(got, "redacted") {
		t.Error(got)
	}
}

func TestRedactedLongestFirst(t *testing.T) {
	t.Parallel()

	r := &rest.Redactor{}
	r.Add("canary", "canary-and-more", "abc")

	if got := r.Text("canary-and-more, canary, abc"); got != "(redacted), (redacted), abc" {
		t.Error(got)
	}

	if got := r.Text("Basic " + base64.StdEncoding.EncodeToString([]byte("canary-and-more:rest"))); strings.Contains(got, "Y2FuYXJ5LWFuZC1t") {
		t.Error(got)
	}
}

// Where more follows a secret in base64, its end depends on what that is, and the rest is the secret.
func TestRedactedWithinMoreInBase64(t *testing.T) {
	t.Parallel()

	for _, secret := range []string{"canary-and-more", "canary-and-more1", "canary-and-more12"} {
		r := &rest.Redactor{}
		r.Add(secret)

		for _, encoding := range []*base64.Encoding{base64.StdEncoding, base64.RawURLEncoding} {
			if got := r.Text("Basic " + encoding.EncodeToString([]byte(secret+":rest"))); strings.Contains(got, "Y2FuYXJ5") || !strings.Contains(got, "(redacted)") {
				t.Errorf("%s: %s", secret, got)
			}
		}
	}
}
