// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package rest

import (
	"bytes"
	"encoding/json"
	"net/http"
	"net/url"
	"strings"
)

// encode is a request's body and what it is; nil where there is none.
func encode(body any) (data []byte, contentType string, err error) {
	switch b := body.(type) {
	case nil:
		return nil, "", nil
	case url.Values:
		return []byte(b.Encode()), "application/x-www-form-urlencoded", nil
	}

	var buffer bytes.Buffer

	encoder := json.NewEncoder(&buffer)
	encoder.SetEscapeHTML(false) // what a person wrote goes over the wire as written

	if err := encoder.Encode(body); err != nil {
		return nil, "", err
	}

	return bytes.TrimRight(buffer.Bytes(), "\n"), "application/json", nil
}

func accept(binary bool) string {
	if binary {
		return "*/*"
	}

	return "application/json"
}

// plain is an answer that is not JSON. Half of what was to be JSON helps nobody.
func plain(status int, body []byte) string {
	text := strings.TrimSpace(string(body))
	if strings.HasPrefix(text, "{") || strings.HasPrefix(text, "[") {
		return http.StatusText(status) + " (the answer is cut short)"
	}

	return text
}
