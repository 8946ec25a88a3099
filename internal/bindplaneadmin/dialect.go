// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package bindplaneadmin

import (
	"encoding/json"
	"errors"
	"net/http"
	"strings"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
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

// noPath tells that an answer may be that of a server which does not know the path. Which of
// two ways of saying so it has, nobody documents [U].
func noPath(err error) bool {
	return errors.Is(err, rest.ErrNotFound) || errors.Is(err, rest.ErrNoRoute)
}

// meaning tells of a 404 without the service's words that it is about the path, or of a proxy
// before the service: it says nothing of the object.
func meaning(_ string, status int, header http.Header, body []byte) int {
	if status == http.StatusNotFound && message(header, body) == "" {
		return http.StatusMethodNotAllowed
	}

	return status
}
