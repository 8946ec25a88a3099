// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package jumpcloudsim

import (
	"encoding/json"
	"net/http"
	"net/url"
	"time"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// TokenLifetime is how long an access token lives; clients assume an hour when
// the answer does not say ([cli] internal/api/oauth.go).
const TokenLifetime = time.Hour

// issueToken is the OAuth client-credentials grant: HTTP Basic and a form body
// grant_type=client_credentials&scope=api ([cli] internal/api/oauth.go). 401
// means bad client credentials. The error words follow RFC 6749 [I].
func (w *World) issueToken(r *sim.Request) sim.Response {
	form, err := url.ParseQuery(string(r.Raw))
	if err != nil || form.Get("grant_type") != "client_credentials" {
		r.Violate("oauth", "grant_type is not client_credentials")

		return sim.JSON(http.StatusBadRequest, sim.Doc{"error": "unsupported_grant_type"})
	}

	if form.Get("scope") != "api" {
		r.Violate("oauth", "scope is not api")

		return sim.JSON(http.StatusBadRequest, sim.Doc{"error": "invalid_scope"})
	}

	id, secret, ok := basic(r.Request)
	if !ok {
		r.Violate("oauth", "no Basic credentials")
	}

	account, ok := w.holder(map[string]string{"clientId": id, "clientSecret": secret})
	if !ok {
		return sim.JSON(http.StatusUnauthorized, sim.Doc{"error": "invalid_client", "error_description": "Client authentication failed"})
	}

	// Not through the request: a token is no document that a client manages.
	token := "sim-token-" + w.IDs.ObjectID()
	w.Store.Docs(tokens, "").Put(token, sim.Doc{"account": text(account, "id"), "expires": r.Now().Add(TokenLifetime).Unix()})

	return sim.JSON(http.StatusOK, sim.Doc{
		"access_token": token, "token_type": "bearer", "expires_in": int(TokenLifetime.Seconds()), "scope": "api",
	})
}

// basic reads HTTP Basic credentials, which RFC 6749 (2.3.1) form-encodes first.
func basic(r *http.Request) (id, secret string, ok bool) {
	id, secret, ok = r.BasicAuth()
	if !ok {
		return "", "", false
	}

	if u, err := url.QueryUnescape(id); err == nil {
		id = u
	}

	if u, err := url.QueryUnescape(secret); err == nil {
		secret = u
	}

	return id, secret, true
}

// tokenOwner is the service account of a token that is still good.
func (w *World) tokenOwner(token string) (sim.Doc, bool) {
	d, ok := w.Store.Docs(tokens, "").Get(token)
	if !ok {
		return nil, false
	}

	expires, _ := d["expires"].(json.Number)
	if at, err := expires.Int64(); err != nil || w.Clock.Now().Unix() >= at {
		return nil, false
	}

	return w.Store.Docs(ServiceAccounts, "").Get(text(d, "account"))
}

// RevokeTokens makes every access token invalid at once.
func (w *World) RevokeTokens() {
	for _, scope := range w.Store.Scopes(tokens) {
		docs := w.Store.Docs(tokens, scope)
		for _, id := range docs.IDs() {
			docs.Remove(id)
		}
	}
}
