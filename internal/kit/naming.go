// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package kit

import (
	"context"
	"fmt"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nearest"
)

// naming is the look for twins of one object's name.
type naming struct {
	claim // its owner is the object itself, or the one that it replaces

	base    *Base
	of      *Names[any]
	run     *Run
	client  any
	keys    map[string]string
	renamed bool
	shown   string // the name as it was written
	diags   diag.Diagnostics
}

func (n *naming) path(id string) string {
	parts := []string{}
	for _, key := range n.base.scope.Keys() {
		parts = append(parts, n.keys[key.Name])
	}

	return strings.Join(append(parts, id), "/")
}

func refused(n *naming) bool { return n.diags.HasError() }

// inPlan says what of this plan stands against the name.
func (n *naming) inPlan(c contested) {
	whyLeft := c.left.why
	if n.stays && c.left.id != n.owner {
		whyLeft = "" // two had one name all along
	}

	switch {
	case n.of.Loses != "":
		if whyLeft != "" {
			n.say(false, anew, n.of.keptText(n.shown, c.left.id, whyLeft))
		}
	case c.same && n.of.Unique:
		n.refuse("Same Name Twice", fmt.Sprintf(
			"This configuration gives the %s %q to two %s, and the service takes it once. Give one of them another.", n.of.Attribute, n.shown, plural(n.of.Noun)))
	case c.same:
		n.refuse("Same Name Twice", fmt.Sprintf("This plan gives the name %q to two of the %s. Give one of them another name, or set "+
			"%s = true on both if you really want two.", n.shown, plural(n.of.Noun), AllowDuplicateName))
	case c.keeps != "" && !n.renamed: // the plan of a replacement shows no state
		n.refuse("Name Stays Taken", fmt.Sprintf(
			"This plan destroys the %s with the %s %q (%s), to create another with it. %s\n\nLeave the %s as it is: take -replace away.",
			n.of.Noun, n.of.Attribute, n.shown, n.owner, c.keeps, n.of.Noun))
	case whyLeft != "":
		n.refuse("Name Stays Taken", n.of.keptText(n.shown, c.left.id, whyLeft))
	case n.of.Unique && c.round:
		n.refuse("Names Go Round", fmt.Sprintf("This plan gives the %s %q to one %s, and that of this one, at the end, to the one who has it: "+
			"whichever is changed first is refused. Give one of them a name that nobody has, apply that, and then the rest.",
			n.of.Attribute, n.shown, n.of.Noun))
	case c.alike != "" && !n.stays:
		n.say(n.of.Strict, "Names That Look the Same", fmt.Sprintf(
			"This plan has the names %q and %q, which look the same to whoever reads them.%s", n.shown, c.alike, n.wayOut()))
	}
}

// inService finds an object with the name that is there already.
func (n *naming) inService(ctx context.Context) {
	if n.stays || n.of.Existing == nil {
		return
	}

	all, err := n.of.Existing(ctx, n.client)
	if err != nil && n.of.Strict && ctx.Err() == nil {
		n.base.Report(ctx, &n.diags, "Plan", n.keys, &AttributeError{Path: path.Root(n.of.Attribute), Err: fmt.Errorf(
			"what there is cannot be listed, so nobody can tell whether the name %q is free, and a twin could not be deleted: %w.%s",
			n.shown, err, n.wayOut())})
	}

	if err != nil {
		return // whoever needs the listing says what is wrong with it
	}

	var same, managed, alike []string

	for _, c := range all {
		switch {
		case c.ID == n.owner:
		case n.of.fold(c.Name) != n.name:
			if nearest.SameToTheEye(c.Name, n.shown) {
				alike = append(alike, fmt.Sprintf("%q (%s)", c.Name, c.ID))
			}
		case n.of.Unique && n.run.givesUp(n.place, c.ID, n.of.fold(c.Name)):
		case n.run.inState(n.base.object.Type + " " + n.path(c.ID)):
			managed = append(managed, c.ID)
		default:
			same = append(same, c.ID)
		}
	}

	switch {
	case n.of.Unique && n.renamed && len(same)+len(managed) > 0:
		n.taken(same, managed)
	case len(same) > 0:
		n.unmanaged(same)
	case len(managed) > 0:
		n.managed(managed)
	case len(alike) > 0:
		n.say(n.of.Strict, n.base.object.Title+" of a Similar Name", fmt.Sprintf(
			"The %s %q looks the same as that of %s: letter case, blanks and a full stop at the end are all that differs.%s",
			n.of.Attribute, n.shown, strings.Join(alike, ", "), n.wayOut()))
	}
}

// unmanaged says of those who have the name how to adopt them.
func (n *naming) unmanaged(ids []string) {
	blocks := make([]string, 0, len(ids))
	for _, id := range ids {
		blocks = append(blocks, ImportBlock(n.base.object.Type, n.path(id)))
	}

	instead := " instead of creating a twin"
	if n.of.Unique {
		instead = ""
	}

	n.say(n.of.Strict || n.run.plans() && !n.renamed, n.base.object.Title+" Exists Already", fmt.Sprintf(
		"The %s %q is taken already, by %s. To adopt it%s:\n\n%s\n\n"+
			"If this configuration manages it under another address, use a moved block instead.%s",
		n.of.Attribute, n.shown, strings.Join(ids, ", "), instead, strings.Join(blocks, "\n"), n.wayOut()))
}

// managed says of those who have the name and are in state how to keep them.
func (n *naming) managed(ids []string) {
	text := n.wayOut()

	if n.of.Unique {
		text = "\nIf this run renames or deletes it, nothing says that it does so first: apply that first."
	}

	n.say(n.of.Strict, n.base.object.Title+" Exists Already", fmt.Sprintf(
		"The %s %q is taken already, by %s, which is in Terraform's state. If its address changed, such as its key in a for_each, "+
			"say so with a moved block, and it is kept:\n\n%s\n\n"+
			"If it is tainted and still good, terraform untaint keeps it.%s", n.of.Attribute, n.shown, strings.Join(ids, ", "), movedBlock, text))
}

// taken says of a new name that the service would refuse it, which is sure where nobody in this
// run can give it up.
func (n *naming) taken(same, managed []string) {
	if len(same) > 0 {
		n.say(n.run.plans(), "Name Taken", fmt.Sprintf("The %s %q is that of another %s already (%s), and the service takes it once. "+
			"Choose another. If this configuration takes it away from that one, apply that first.",
			n.of.Attribute, n.shown, n.of.Noun, strings.Join(same, ", ")))

		return
	}

	n.say(false, "Name Taken", fmt.Sprintf("The %s %q is that of another %s (%s), which is in Terraform's state, and the service takes it once. "+
		"If this run takes it away from that one, nothing says that it does so first: apply that first. If the places in a count have shifted, "+
		"use a for_each, whose keys stay, with a moved block for each.", n.of.Attribute, n.shown, n.of.Noun, strings.Join(managed, ", ")))
}

// anew is the summary of what is lost with one that is destroyed while another gets its name.
const anew = "Destroyed and Made Anew"

const movedBlock = "  moved {\n    from = <the address it had>\n    to   = <the address above>\n  }"

func (n *naming) wayOut() string {
	if n.of.Unique {
		return ""
	}

	return "\nSet " + AllowDuplicateName + " = true if you really want two."
}

// say refuses, or warns.
func (n *naming) say(refuse bool, summary, detail string) {
	if refuse {
		n.refuse(summary, detail)

		return
	}

	// Terraform shows one of several warnings of the same summary.
	n.diags.AddAttributeWarning(path.Root(n.of.Attribute), fmt.Sprintf("%s: %q", summary, n.shown), detail)
}

func (n *naming) refuse(summary, detail string) {
	n.diags.AddAttributeError(path.Root(n.of.Attribute), summary, detail)
}

// keptText says of one that is destroyed that another cannot have its name.
func (n *Names[C]) keptText(name, id, why string) string {
	return fmt.Sprintf("This plan destroys the %s with the %s %q (%s), and gives it to another. %s\n\n"+
		"If an address changed, such as a key in a for_each or the places in a count, say so with a moved block, and nothing is destroyed:\n\n%s\n\n"+
		"If it is in state at two addresses, such as after an import, take one out with a removed block with destroy = false.",
		n.Noun, n.Attribute, name, id, why, strings.ReplaceAll(movedBlock, "the address above", "the address it has now"))
}
