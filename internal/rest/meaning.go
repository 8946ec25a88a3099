// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package rest

import (
	"bytes"
	"net/http"
	"strings"
)

// Page is what a page for browsers means.
type Page int

// Meanings of a page.
const (
	PageUnknown Page = iota // the address may not be that of the API
	PageLogin               // the credential was not accepted
	PageBlocked             // abuse protection: going on makes it worse, so nothing more is sent
)

// success tells that a status is one.
func success(status int) bool { return status >= 200 && status <= 299 }

// meaning is the status that an answer should have had.
func (c *Client) meaning(method string, resp *http.Response, body []byte) int {
	if c.config.Meaning == nil {
		return resp.StatusCode
	}

	return c.config.Meaning(method, resp.StatusCode, resp.Header, body)
}

// page is what a page for browsers means.
func (c *Client) page(status int) Page {
	if c.config.Page == nil {
		return PageUnknown
	}

	return c.config.Page(status)
}

// notData is the error of a redirect, or of a page that is no error page.
func notData(status int, page Page) error {
	if page == PageLogin {
		return &permanentError{
			status:  status,
			message: "the service answered with a page for browsers (its login page) instead of data",
			login:   true,
		}
	}

	return &permanentError{
		status:  status,
		message: "the service answered with a page for browsers, or a redirect to one, instead of data: check the address",
	}
}

func isHTML(header http.Header, body []byte) bool {
	return strings.HasPrefix(header.Get("Content-Type"), "text/html") ||
		bytes.HasPrefix(bytes.TrimSpace(body), []byte("<"))
}
