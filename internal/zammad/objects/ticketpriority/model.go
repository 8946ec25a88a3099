// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package ticketpriority

import (
	"errors"
	"fmt"

	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/zammad/scope"
)

// model is a ticket priority in HCL.
type model struct {
	ID            types.String `tfsdk:"id"`
	Name          types.String `tfsdk:"name"`
	Note          types.String `tfsdk:"note"`
	UIIcon        types.String `tfsdk:"ui_icon"`
	UIColor       types.String `tfsdk:"ui_color"`
	DefaultCreate types.Bool   `tfsdk:"default_create"`
	Active        types.Bool   `tfsdk:"active"`
	CreatedByID   types.Int64  `tfsdk:"created_by_id"`
	UpdatedByID   types.Int64  `tfsdk:"updated_by_id"`
	CreatedAt     types.String `tfsdk:"created_at"`
	UpdatedAt     types.String `tfsdk:"updated_at"`
}

// toAPI has default_create only where it is known: which priority is the default is the
// service's choice otherwise.
func (m model) toAPI() collections.Members {
	body := collections.Members{
		"name":     m.Name.ValueString(),
		"note":     m.Note.ValueString(),
		"ui_icon":  m.UIIcon.ValueString(),
		"ui_color": m.UIColor.ValueString(),
		"active":   m.Active.ValueBool(),
	}

	if !m.DefaultCreate.IsNull() && !m.DefaultCreate.IsUnknown() {
		body["default_create"] = m.DefaultCreate.ValueBool()
	}

	return body
}

// since has the members that differ from prior; a note by its meaning.
func (m model) since(prior model) collections.Members {
	before, changed := prior.toAPI(), collections.Members{}

	for name, value := range m.toAPI() {
		if value != before[name] {
			changed[name] = value
		}
	}

	if scope.SameNote(m.Note.ValueString(), prior.Note.ValueString()) {
		delete(changed, "note")
	}

	return changed
}

// untaken has an error for each thing that came back with another meaning than it was sent
// with: the service drops markup that it does not allow, and keeps one priority the default,
// without a word.
func untaken(sent collections.Members, p priority) error {
	var kept, defaulted error

	if text, ok := sent["note"].(string); ok {
		kept = scope.NoteNotKept(text, p.Note)
	}

	if sent["default_create"] == false && p.DefaultCreate {
		defaulted = &kit.AttributeError{Path: path.Root("default_create"), Err: fmt.Errorf(
			"%q is the default of new tickets all the same: Zammad always has one, and takes the oldest active priority where none is left. "+
				"Set default_create = true on the one that is to be the default, and leave it out here", p.Name)}
	}

	return errors.Join(kept, defaulted)
}

func (m *model) fromAPI(p priority) {
	m.ID = types.StringValue(p.id())
	m.Name = types.StringValue(p.Name)
	m.Note = optional(p.Note, m.Note)
	m.UIIcon = optional(p.UIIcon, m.UIIcon)
	m.UIColor = optional(p.UIColor, m.UIColor)
	m.DefaultCreate = types.BoolValue(p.DefaultCreate)
	m.Active = types.BoolValue(p.Active)
	m.CreatedByID = types.Int64Value(p.CreatedByID)
	m.UpdatedByID = types.Int64Value(p.UpdatedByID)
	m.CreatedAt = types.StringValue(p.CreatedAt)
	m.UpdatedAt = types.StringValue(p.UpdatedAt)
}

// optional is a text of the service, null where it is empty and nobody wrote it, and as it
// was written where both mean the same.
func optional(text string, written types.String) types.String {
	switch {
	case text == "" && (written.IsNull() || written.IsUnknown()):
		return types.StringNull()
	case scope.SameNote(text, written.ValueString()):
		return written
	}

	return types.StringValue(text)
}
