// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package nexport

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"strconv"
	"strings"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

// pageSize is what the vendor's own plugin asks for [C].
const pageSize = 30

// dialect is how lists are made: bare arrays or one named member, and a header with the
// total [C]. What is taken already is answered like what is not there (404, "Entity not
// found or duplicate login") [V].
var dialect = collections.Dialect{
	PageSize: pageSize, Page: page, Wrappers: []string{"groups"}, TotalHeader: "X-Total-Count", Taken: rest.ErrNotFound, RequestID: requestID,
}

// page counts pages from 0. What number the first has nobody says [U], so it is asked for
// without one, as the vendor's plugin does [C]; the sender knows the others' numbers.
func page(r collections.Route, after, size int, _ string) collections.Route {
	if n := after / size; n > 0 {
		r = r.With(pageName, strconv.Itoa(n))
	}

	return r.With(perPageName, strconv.Itoa(size))
}

// requestID finds nothing: no header that names a request is documented.
func requestID(http.Header) string { return "" }

// failure is what every answer says of its success [V].
type failure struct {
	Code     json.RawMessage `json:"error_code"`
	Message  string          `json:"error_message"`
	Warnings []string        `json:"warning_messages"`
}

// failed tells whether the code is another one than that of no error, as a number or as the
// name that the vendor's client has for it [C].
func (f failure) failed() bool {
	code := f.code()

	return code != "" && code != "0" && code != "NoError"
}

func (f failure) code() string {
	code := strings.Trim(string(bytes.TrimSpace(f.Code)), `"`)
	if code == "null" {
		return ""
	}

	return code
}

// failureOf finds what an answer says of its success: an object's, or that of the first
// element of a list that failed. known is false where it says nothing.
func failureOf(body []byte) (f failure, known bool) {
	type answer struct {
		Failure *failure `json:"api_error_entity"`
	}

	var (
		one  answer
		many []answer
	)

	if json.Unmarshal(body, &one) == nil {
		many = []answer{one}
	} else if json.Unmarshal(body, &many) != nil {
		return f, false
	}

	for _, a := range many {
		if a.Failure == nil {
			continue
		}

		if f, known = *a.Failure, true; f.failed() {
			break
		}
	}

	return f, known
}

// message finds the service's words.
func message(_ http.Header, body []byte) string {
	f, known := failureOf(body)
	if !known {
		// What ASP.NET itself says, such as of a path that is none [I].
		var e struct{ Message string }

		_ = json.Unmarshal(body, &e) // what is not of this shape has no words

		return e.Message
	}

	text := strings.Join(append([]string{f.Message}, f.Warnings...), "; ")
	text = strings.TrimPrefix(strings.TrimSuffix(text, "; "), "; ")

	switch {
	case !f.failed():
	case text == "":
		text = "the answer has the error code " + f.code()
	default:
		text = fmt.Sprintf("%s (error code %s)", text, f.code())
	}

	return text
}

// meaning tells what two answers mean beside their status. A success may carry an error,
// and the code's name says which [C]; what number it has nobody says [U], so that of any
// other code no more is believed than that the service refused. And a 404 without the
// shape of an answer is a path that the service does not know, which says nothing of the
// object.
func meaning(_ string, status int, _ http.Header, body []byte) int {
	f, known := failureOf(body)

	switch {
	case status == http.StatusNotFound && !known:
		return http.StatusMethodNotAllowed
	case status < 200 || status > 299 || !f.failed():
		return status
	}

	switch f.code() {
	case "AuthenticationError":
		return http.StatusUnauthorized
	case "ItemNotFound":
		return http.StatusNotFound
	case "UnknownError":
		return http.StatusInternalServerError
	}

	return http.StatusUnprocessableEntity
}
