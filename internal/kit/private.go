// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package kit

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/hashicorp/terraform-plugin-framework/diag"
)

// What private state holds, which Terraform keeps with an object and shows nobody.
const (
	importingKey = "importing" // true between an import and the read that follows it
	movedKey     = "moved"     // true between a move from another provider and the read that follows it
	importedKey  = "imported"  // true of an object that was imported, or moved from another provider
	goneKey      = "gone"      // true while an object that is [Object.Lasting] is not there
	ownerKey     = "owner"     // what [Surroundings] say of the place where the object is
	ownKey       = "own"       // the object's id: the plan of its replacement has no prior state
	plannedKey   = "planned"   // whose plan this is, for the same reason; see [Base.Apart]
)

// privateReader and privateWriter are the framework's type, which cannot be named.
type privateReader interface {
	GetKey(ctx context.Context, key string) ([]byte, diag.Diagnostics)
}

type privateWriter interface {
	SetKey(ctx context.Context, key string, value []byte) diag.Diagnostics
}

// Gone tells whether the last refresh did not find an object that is [Object.Lasting].
func Gone(ctx context.Context, private privateReader) bool {
	return kept(ctx, private, goneKey) == "true"
}

// kept reads a text from private state; "" where there is none.
func kept(ctx context.Context, private privateReader, key string) string {
	raw, diags := private.GetKey(ctx, key)

	var text string
	if diags.HasError() || len(raw) == 0 || json.Unmarshal(raw, &text) != nil {
		return ""
	}

	return text
}

// keep writes a text to private state; "" takes it out.
func keep(ctx context.Context, private privateWriter, key, text string) diag.Diagnostics {
	if text == "" {
		return private.SetKey(ctx, key, nil)
	}

	raw, err := json.Marshal(text)
	if err != nil {
		return diag.Diagnostics{diag.NewErrorDiagnostic("Unable to Write State", err.Error())}
	}

	return private.SetKey(ctx, key, raw)
}

// keepOwner notes to whom the object's place belongs, where that is known.
func (b *Base) keepOwner(ctx context.Context, private privateWriter, ask bool) diag.Diagnostics {
	owner := b.scope.Owner(ctx, b.data, ask)
	if owner == "" {
		return nil
	}

	return keep(ctx, private, ownerKey, owner)
}

// ErrAnother is an object that is there under the id of the one in state and is not that one.
var ErrAnother = errors.New("another object than the one in state")

// seen adds to [ErrAnother] where the object in state was last seen.
func (b *Base) seen(ctx context.Context, private privateReader, err error) error {
	owner := kept(ctx, private, ownerKey)

	if !errors.Is(err, ErrAnother) || owner == "" || owner == b.scope.Owner(ctx, b.data, false) {
		return err
	}

	return fmt.Errorf("%w; it was last seen at %s", err, owner)
}
