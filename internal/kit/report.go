// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package kit

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"time"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

// AttributeError is an error that belongs to one attribute. Several are joined with
// [errors.Join]; each becomes a diagnostic of its own.
type AttributeError struct {
	Path path.Path
	Err  error
}

// Error returns the error's words without the path, which the diagnostic carries.
func (e *AttributeError) Error() string { return e.Err.Error() }

// Unwrap gives the error beneath.
func (e *AttributeError) Unwrap() error { return e.Err }

// NotFoundAt is an error of an attribute, in these words, where err says that what its value names
// is not there; any other error stays as it is.
func NotFoundAt(at path.Path, err error, words string) error {
	if errors.Is(err, rest.ErrNotFound) {
		return &AttributeError{at, &reworded{words, err}}
	}

	return err
}

// reworded is an error in other words.
type reworded struct {
	words string
	err   error
}

func (e *reworded) Error() string { return e.words }

func (e *reworded) Unwrap() error { return e.err }

// Report turns an error into diagnostics: a summary that is the same for every error of
// an operation, and a detail with the service's words, where it happened, what to do, and
// the request.
func (b *Base) Report(ctx context.Context, diags *diag.Diagnostics, verb string, keys map[string]string, err error) {
	if all := joined(err); len(all) > 0 {
		for _, e := range all {
			b.Report(ctx, diags, verb, keys, e)
		}

		return
	}

	b.reportAs(ctx, keys, err, func(summary, detail string) {
		if at, ok := errors.AsType[*AttributeError](err); ok {
			diags.AddAttributeError(at.Path, summary, detail)

			return
		}

		diags.AddError(summary, detail)
	}, verb)
}

// reportLeft reports why an object was not deleted, and says which: Terraform prints no address
// with what a destroy says.
func (b *Base) reportLeft(ctx context.Context, diags *diag.Diagnostics, keys map[string]string, err error, get Getter) {
	var failed diag.Diagnostics

	b.Report(ctx, &failed, "Delete", keys, err)

	ids := make([]string, 0, len(b.object.Keys))

	for _, key := range b.object.Keys {
		id, _ := known(ctx, get, key.Name)
		ids = append(ids, id)
	}

	who := strings.Join(ids, "/")

	attribute := "name"
	if len(b.names) > 0 {
		attribute = b.names[0].Attribute
	}

	if name, ok := known(ctx, get, attribute); ok && name != who {
		who = fmt.Sprintf("%q (%s)", name, who)
	}

	for _, d := range failed {
		diags.AddError(d.Summary(), fmt.Sprintf("%s\n\n%s: %s", d.Detail(), b.object.Title, who))
	}
}

// joined returns the members of an error that [errors.Join] made. An error that wraps
// several with words of its own, or wraps a join, is one error.
func joined(err error) []error {
	j, ok := err.(interface{ Unwrap() []error }) // not errors.As, which looks beneath
	if !ok {
		return nil
	}

	texts := make([]string, 0, len(j.Unwrap()))
	for _, e := range j.Unwrap() {
		texts = append(texts, e.Error())
	}

	if strings.Join(texts, "\n") != err.Error() {
		return nil
	}

	return j.Unwrap()
}

func (b *Base) reportAs(ctx context.Context, keys map[string]string, err error, add func(summary, detail string), verb string) {
	parts := []string{words(err), b.importBlocks(keys, err), b.scope.Explain(ctx, b.data, keys, err), request(err)}

	detail := ""

	for _, part := range parts {
		if part != "" && detail != "" {
			detail += "\n\n"
		}

		detail += part
	}

	add("Unable to "+verb+" "+b.object.Title, detail)
}

// words are the service's own, or the error's.
func words(err error) string {
	var plain *rest.Error
	if errors.As(err, &plain) && err.Error() == plain.Error() {
		return plain.Message
	}

	return err.Error()
}

// request says which request failed, for whoever asks the service's support.
func request(err error) string {
	var e *rest.Error
	if !errors.As(err, &e) {
		return ""
	}

	text := fmt.Sprintf("Request: %s %s", e.Method, e.Path)

	if e.Status != 0 {
		text += fmt.Sprintf(", status %d", e.Status)
	} else {
		text += ", no answer"
	}

	if e.Attempts > 1 {
		text += fmt.Sprintf(", gave up after %d tries in %s", e.Attempts, e.Waited.Round(time.Second))
	}

	if e.RequestID != "" {
		text += ", request id " + e.RequestID
	}

	return text
}

// importBlocks shows how to take over objects that an error names as candidates.
func (b *Base) importBlocks(keys map[string]string, err error) string {
	var c interface{ ImportCandidates() []string }
	if !errors.As(err, &c) || len(c.ImportCandidates()) == 0 {
		return ""
	}

	var prefix []string
	for _, key := range b.scope.Keys() {
		prefix = append(prefix, keys[key.Name])
	}

	blocks := make([]string, 0, len(c.ImportCandidates()))
	for _, id := range c.ImportCandidates() {
		blocks = append(blocks, ImportBlock(b.object.Type, strings.Join(append(prefix, id), "/")))
	}

	return "If it is yours, adopt it instead of creating another:\n\n" + strings.Join(blocks, "\n")
}

// ImportBlock is HCL that adopts an object; the address is shown above it, with the modules it is in.
func ImportBlock(typeName, id string) string {
	return fmt.Sprintf("  import {\n    to = %s.<name> # the address above\n    id = %q\n  }", typeName, id)
}

// warnings are what an operation has to say although it succeeds.
type warnings struct {
	mu    sync.Mutex
	diags diag.Diagnostics
}

type warningsKey struct{}

// Warn adds a warning to the operation that ctx belongs to. Terraform shows one of several
// warnings of the same summary: one that people must see of each object names it there.
func Warn(ctx context.Context, summary, detail string) {
	if w, ok := ctx.Value(warningsKey{}).(*warnings); ok {
		w.mu.Lock()
		defer w.mu.Unlock()

		w.diags.AddWarning(summary, detail)
	}
}

// collect lets what an operation calls warn.
func collect(ctx context.Context) (context.Context, *warnings) {
	w := &warnings{}

	return context.WithValue(ctx, warningsKey{}, w), w
}

// into shows the warnings. What an operation shares with others may still be warning.
func (w *warnings) into(diags *diag.Diagnostics) {
	w.mu.Lock()
	defer w.mu.Unlock()

	diags.Append(w.diags...)
}
