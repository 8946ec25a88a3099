// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package proof

import (
	"context"
	"net/http"
)

type subjectKey struct{}

// about is the context of a call about a block: what the provider sends for it can be told
// by [TypeOf]. It ends with the call, as that of Terraform's does: what calls share must not
// depend on the first of them.
func (s *session) about(address string) (context.Context, context.CancelFunc) {
	name := typeOf(address)
	if isData(address) {
		name = "data." + name
	}

	return context.WithCancel(context.WithValue(s.ctx, subjectKey{}, name))
}

// TypeOf returns the type for whose sake a request is sent, a data source's with "data."
// before it, or "" where that is not known. Of what several share it is the first.
func TypeOf(r *http.Request) string {
	name, _ := r.Context().Value(subjectKey{}).(string)

	return name
}

// Watched shows every request that was answered to see.
func Watched(transport http.RoundTripper, see func(r *http.Request, status int)) http.RoundTripper {
	return watched{transport, see}
}

type watched struct {
	http.RoundTripper

	see func(r *http.Request, status int)
}

func (w watched) RoundTrip(r *http.Request) (*http.Response, error) {
	resp, err := w.RoundTripper.RoundTrip(r)
	if err == nil {
		w.see(r, resp.StatusCode)
	}

	return resp, err
}
