// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package zammadsim

import (
	"fmt"
	"net/http"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// errorBody is what an error says, to machines and to people [source].
func errorBody(text string) sim.Doc { return sim.Doc{"error": text, "error_human": text} }

// refuse is a refusal about the credential, whose text a header repeats [source].
func refuse(status int, text string) sim.Response {
	return sim.JSON(status, errorBody(text)).With("X-Failure", text)
}

// Unauthorized is the answer for a credential that is wrong.
func Unauthorized(text string) sim.Response { return refuse(http.StatusUnauthorized, text) }

// Forbidden is the answer for what the caller may not do.
func Forbidden(text string) sim.Response { return refuse(http.StatusForbidden, text) }

// NotAuthorized is the answer for a permission that is missing [source].
func NotAuthorized() sim.Response { return Forbidden("Not authorized") }

// NotFound is the answer for an object that does not exist [source].
func NotFound(model, id string) sim.Response {
	return sim.JSON(http.StatusNotFound, errorBody(fmt.Sprintf("Couldn't find %s with 'id'=%s", model, id)))
}

// Unprocessable is the answer for what a model refuses [source].
func Unprocessable(text string) sim.Response {
	return sim.JSON(http.StatusUnprocessableEntity, errorBody(text))
}

// InUse is the answer for the removal of an object that something refers to [docs].
func InUse() sim.Response { return Unprocessable("Can't delete, object has references.") }
