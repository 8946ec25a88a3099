// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package jumpcloud

import (
	"context"
	"mime"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

// File is an answer that is not JSON.
type File struct {
	Data      []byte
	MediaType string // without parameters, in lower case; "" where the answer tells none
}

// Download fetches a file. Some are asked for by POST although that changes nothing, so
// the method does not make it a write: it is repeated when the connection breaks, and a
// provider that may only read may do it.
func Download(ctx context.Context, r Route, method string, body any) (File, error) {
	if r.client.pending != nil {
		return File{}, r.client.pending
	}

	resp, err := r.send(ctx, rest.Request{Method: method, Body: body, Safe: true, Binary: true})
	if err != nil {
		return File{}, err
	}

	kind, _, err := mime.ParseMediaType(resp.Header.Get("Content-Type"))
	if err != nil {
		kind = ""
	}

	return File{Data: resp.Body, MediaType: kind}, nil
}
