// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package bindplaneadmin

import (
	"encoding/json"
	"net/http"
	"strings"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
)

// dialect is how lists are made: objects with one member that holds all there is. No list
// of the API documents pages [docs]; every [collections.Listing] says so itself, and the
// size only counts calls.
var dialect = collections.Dialect{
	PageSize: 1000, Wrappers: []string{"organizations", "accounts", "users"}, RequestID: requestID,
}

// requestID finds the name of a request, which a proxy before the server may give.
func requestID(h http.Header) string { return h.Get("X-Request-Id") }

// message finds the service's words, which are a list [docs, model.ErrorResponse].
func message(_ http.Header, body []byte) string {
	var e struct {
		Errors []string `json:"errors"`
	}

	// What is not of this shape has no words.
	_ = json.Unmarshal(body, &e)

	return strings.Join(e.Errors, "; ")
}
