// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package nexportsim

import (
	"encoding/json"
	"net/http"
	"strconv"
	"time"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// life is that of a token for which no end was asked [V, a sample].
const life = time.Hour

// access adds the two operations about tokens, whose names are all [V].
func (w *World) access() {
	w.Server.Handle("POST /api/v1/AdminApi/Authenticate", func(r *sim.Request) sim.Response {
		return (&Call{Request: r, World: w}).login()
	})
	w.Server.Handle("GET /api/v1/AdminApi/ValidateAccessToken", func(r *sim.Request) sim.Response {
		return (&Call{Request: r, World: w}).validate()
	}, "access_token")
}

// login refuses system operators [V].
func (c *Call) login() sim.Response {
	var in sim.Doc
	if err := json.Unmarshal(c.Raw, &in); err != nil || Text(in, "grant_type") != "password" {
		c.Violate("body", "no credentials in JSON")

		return c.Refuse(http.StatusUnprocessableEntity, `Only "password" is supported currently`)
	}

	u, ok := c.World.Store.Docs(Users, "").Find(func(u sim.Doc) bool {
		return Text(u, "login") == Text(in, "username") && Text(u, "password") == Text(in, "password") && Text(u, "role") != "operator"
	})
	if !ok {
		return c.Refuse(http.StatusForbidden, "Unable to authenticate")
	}

	token := c.World.IDs.UUID()
	answer := sim.Doc{"access_token": token, "token_type": "bearer", "api_error_entity": success()}
	ends := ""

	if c.Switch("token-life") == "hour" {
		answer["expires_in"] = int(life.Seconds())
		ends = c.Now().Add(life).UTC().Format(time.RFC3339)
	}

	// The world's own collection, so that a token is no committed write of the log.
	c.World.Store.Docs(tokens, "").Put(token, sim.Doc{"user_id": u["user_id"], "ends": ends})

	return sim.JSON(http.StatusOK, answer)
}

// validate says when a token ends, or why it is not valid [V].
func (c *Call) validate() sim.Response {
	t, ok := c.token()
	answer := sim.Doc{"api_error_entity": success()}

	switch {
	case !ok:
		answer["error_message"] = "The access token is not valid."
	case Text(t, "ends") != "":
		answer["utc_expiration_date"] = t["ends"]
	}

	return sim.JSON(http.StatusOK, answer)
}

func (c *Call) token() (sim.Doc, bool) {
	t, ok := c.World.Store.Docs(tokens, "").Get(c.URL.Query().Get("access_token"))
	if !ok {
		return nil, false
	}

	ends, err := time.Parse(time.RFC3339, Text(t, "ends"))

	return t, err != nil || c.Now().Before(ends)
}

// authenticate finds the caller by the token in the query [V].
func (c *Call) authenticate() *sim.Response {
	t, ok := c.token()
	if ok {
		c.Caller, ok = c.World.Store.Docs(Users, "").Get(Text(t, "user_id"))
	}

	if ok {
		return nil
	}

	if c.URL.Query().Get("access_token") == "" {
		c.Violate("credential", "no access_token in the query")
	}

	status, err := strconv.Atoi(c.Switch("refused-token"))
	if err != nil || status == http.StatusOK {
		refused := c.Refuse(http.StatusForbidden, "The access token is not valid.")
		refused.Status = http.StatusOK

		return &refused
	}

	return new(c.Refuse(status, "The access token is not valid."))
}

// EndTokens makes every token invalid, as an administrator can.
func (w *World) EndTokens() {
	docs := w.Store.Docs(tokens, "")
	for _, id := range docs.IDs() {
		docs.Remove(id)
	}
}

// Tokens are those that were given out and not ended.
func (w *World) Tokens() []string { return w.Store.Docs(tokens, "").IDs() }
