// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package jumpcloudsim

import (
	"net/http"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// errorBody is the general shape Error{code, message, status}; status is a
// machine word that generic errors omit [S].
func errorBody(code int, message, status string) sim.Doc {
	d := sim.Doc{"code": code, "message": message}
	if status != "" {
		d["status"] = status
	}

	return d
}

// Refuse is an error answer of the general v2 shape.
func Refuse(code int, message, status string) sim.Response {
	return sim.JSON(code, errorBody(code, message, status))
}

// NotFound is the answer for an object that does not exist or is not the caller's.
func NotFound() sim.Response { return Refuse(http.StatusNotFound, "not found", "") }

// Conflict is a 409.
func Conflict(message string) sim.Response { return Refuse(http.StatusConflict, message, "") }

// Forbidden is a 403, with message and error alike as seen live (turbot/steampipe-plugin-jumpcloud) [3p].
func Forbidden(message string) sim.Response {
	return sim.JSON(http.StatusForbidden, sim.Doc{"message": message, "error": message})
}

// Unauthorized is a 401; its body has a message only, as seen live (CognotektGmbH#12) [3p].
func Unauthorized(message string) sim.Response {
	return sim.JSON(http.StatusUnauthorized, sim.Doc{"message": message})
}

// BadRequest is a 400: ErrorDetails with details in the style of google.rpc [S];
// their content is not documented, BadRequest.fieldViolations is the style's own [I].
func BadRequest(message, status, field string) sim.Response {
	d := errorBody(http.StatusBadRequest, message, status)
	if field != "" {
		d["details"] = []any{sim.Doc{
			"@type":           "type.googleapis.com/google.rpc.BadRequest",
			"fieldViolations": []any{sim.Doc{"field": field, "description": message}},
		}}
	}

	return sim.JSON(http.StatusBadRequest, d)
}

// BadBody is the 400 for a body that the contract does not allow.
func BadBody(err *sim.BodyError) sim.Response { return BadRequest(err.Error(), "", err.Field) }
