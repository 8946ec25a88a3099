// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package nexport

import (
	"bytes"
	"encoding/json"
	"fmt"
)

// Text is a member of an answer that is read as text, whether the service writes a text, a
// number or null: of most members nobody documents which [U].
type Text string

// UnmarshalJSON takes what is no object and no list.
func (t *Text) UnmarshalJSON(raw []byte) error {
	var text string

	switch raw = bytes.TrimSpace(raw); {
	case string(raw) == "null":
		*t = ""
	case json.Unmarshal(raw, &text) == nil:
		*t = Text(text)
	case len(raw) > 0 && raw[0] != '{' && raw[0] != '[':
		*t = Text(raw)
	default:
		return fmt.Errorf("%s instead of a text", kind(raw))
	}

	return nil
}

// String returns the text.
func (t Text) String() string { return string(t) }
