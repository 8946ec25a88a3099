// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package zammad

import (
	"bytes"
	"encoding/json"
	"net/http"
	"strconv"
	"strings"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

// pageSize is the default of lists, and the most that one page holds [source].
const pageSize = 500

// dialect is how lists are made: bare arrays, ordered by id, without a total [source]. A
// name that is taken is a 422 like anything else that a model refuses.
var dialect = collections.Dialect{
	PageSize: pageSize, Page: page, FullPages: true, Taken: rest.ErrUnprocessable, RequestID: requestID,
}

func page(r collections.Route, after, size int, _ string) collections.Route {
	return r.With("page", strconv.Itoa(after/size+1)).With("per_page", strconv.Itoa(size))
}

// requestID finds the name of a request, which Rails gives every answer.
func requestID(h http.Header) string { return h.Get("X-Request-Id") }

// message finds the service's words: those for people, those for machines, and the header
// that carries them on 401 and 403 [source].
func message(header http.Header, body []byte) string {
	var e struct {
		Human string `json:"error_human"`
		Error string `json:"error"`
	}

	// What is not of this shape has no words.
	_ = json.Unmarshal(body, &e)

	text := e.Error
	if e.Human != "" {
		text = e.Human
	}

	switch failure := header.Get("X-Failure"); {
	case failure == "" || strings.Contains(text, failure):
	case text == "":
		text = failure
	default:
		text += " (" + failure + ")"
	}

	if text == "" && isEmptyObject(body) {
		text = "the answer is empty, which is what somebody gets who may not see the object"
	}

	return text
}

// meaning tells what three answers mean beside their status: a request without a usable
// credential is answered 403, and a read by somebody who may see nothing 200 with an empty
// object [source]. And a 404 without the service's words is that of a proxy before it, which
// says nothing of the object.
func meaning(method string, status int, header http.Header, body []byte) int {
	switch {
	case status == http.StatusForbidden && strings.Contains(message(header, body), "Authentication required"):
		return http.StatusUnauthorized
	case status == http.StatusOK && method == http.MethodGet && isEmptyObject(body):
		return http.StatusForbidden
	case status == http.StatusNotFound && message(header, body) == "":
		return http.StatusMethodNotAllowed
	}

	return status
}

func isEmptyObject(body []byte) bool {
	var members map[string]json.RawMessage

	return bytes.HasPrefix(bytes.TrimSpace(body), []byte("{")) && json.Unmarshal(body, &members) == nil && len(members) == 0
}
