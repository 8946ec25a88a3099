// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package scope

import (
	"fmt"
	"html"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/path"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// SameNote compares notes by what their readers see, since the service keeps HTML that it
// has cleaned: the service stores & as &amp; (the sample of
// [docs]).
func SameNote(a, b string) bool { return ShownNote(a) == ShownNote(b) }

// ShownNote is a note as its reader sees it, with the markup that it has.
func ShownNote(note string) string {
	return strings.TrimSpace(strings.ReplaceAll(html.UnescapeString(note), "\r\n", "\n"))
}

// NoteNotKept is an error where what is kept means something else than what was sent.
func NoteNotKept(sent, kept string) error {
	if SameNote(sent, kept) {
		return nil
	}

	return &kit.AttributeError{Path: path.Root("note"), Err: fmt.Errorf(
		"the note is not kept as it was sent: Zammad allows only some HTML and no images. It keeps: %s", ShownNote(kept))}
}
