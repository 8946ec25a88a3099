// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package contract

import (
	"sync"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// Definition says which documents a service publishes, and what may differ from them. A
// row without a source has no place in it.
type Definition struct {
	// Variable is the environment variable that names the folder of the documents; an empty
	// value means: look beside the repository.
	Variable string

	Publications []Publication
	Errata       []Erratum
	Outside      []Outside

	// Selectors are headers that an operation refuses if it does not document them.
	Selectors []string
	Headers   []Header
	Statuses  []Status
	Pages     []Page

	// ErrorShape is the schema of what a client can rely on in an error.
	ErrorShape map[string]any

	compiling sync.Once
	compiled  *jsonschema.Schema
	skipped   sync.Once
	loaded    sync.Map // folder to what loads it once
}

// Publication is a document, and the path under which the service mounts it.
type Publication struct{ File, Prefix string }

// Erratum replaces or adds one thing in a published document.
type Erratum struct {
	File   string
	At     string // JSON pointer; its parent exists
	Is     any
	Source string
}

// Outside is a path that the service or the simulator serves beside the documents.
type Outside struct{ Prefix, Source string }

// Header is one that operations below a path take beside those that they document.
type Header struct{ Name, Prefix, Source string }

// Status is an answer that any operation may give, whatever it documents.
type Status struct {
	Status int
	File   string // "" for all documents
	Body   BodyRule
	Source string
}

// BodyRule says what the body of an undocumented status is.
type BodyRule int

// Bodies of undocumented statuses.
const (
	AnyBody   BodyRule = iota // a proxy or a login page may have written it
	ErrorBody                 // of the definition's error shape
)

// Page is a status whose documented body may be an HTML page instead.
type Page struct {
	Status int
	Source string
}
