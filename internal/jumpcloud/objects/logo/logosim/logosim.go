// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package logosim simulates logos (evidence: rest 3.1).
package logosim

import (
	"encoding/base64"
	"net/http"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/jumpcloudsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// Collection is where logos are stored. They belong to no scope: whoever knows an id may
// see its logo.
const Collection = "logos"

// Register adds the route to a world.
func Register(w *jumpcloudsim.World) {
	// Anonymous [S x-scopes]: a credential is neither needed nor looked at.
	w.Public("GET /api/v2/logos/{id}", get)
}

// Add stores a logo, as the console's upload does, and returns its id.
func Add(w *jumpcloudsim.World, mediaType string, data []byte) string {
	id := w.IDs.ObjectID()
	w.Store.Docs(Collection, "").Put(id, sim.Doc{"id": id, "type": mediaType, "data": base64.StdEncoding.EncodeToString(data)})

	return id
}

// get answers the image as it was uploaded: gif, jpeg or png [S].
func get(c *jumpcloudsim.Call) sim.Response {
	d, ok := c.Docs(Collection, "").Get(c.PathValue("id"))
	if !ok {
		return jumpcloudsim.NotFound()
	}

	text, _ := d["data"].(string)
	kind, _ := d["type"].(string)

	data, err := base64.StdEncoding.DecodeString(text)
	if err != nil {
		return jumpcloudsim.Refuse(http.StatusInternalServerError, "the stored logo is damaged", "")
	}

	return sim.Response{Status: http.StatusOK, Header: http.Header{"Content-Type": {kind}}, Body: data}
}
