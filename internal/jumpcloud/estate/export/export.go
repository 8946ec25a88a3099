// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package export writes a configuration for an estate that was built by hand.
package export

import (
	"context"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/estate/live"
)

// Layouts of what is written.
const (
	Flat     = "flat"     // a folder with resource blocks for each organization
	Baseline = "baseline" // what organizations share once, and a file for each of them
)

// Options say what is exported and where to.
type Options struct {
	Out           string   // folder
	Layout        string   // Flat or Baseline
	Organizations []string // names or ids; all where there are none
	Settings      bool     // export the settings of organizations, too
	Resume        bool     // keep what an earlier run has finished without a gap

	// Of the layout Baseline:
	Shared          float64 // of all organizations, from which on a policy is baseline; above 0, at most 1
	TenantsPerState int     // at least 1
}

// Check refuses options that mean nothing; the error names the flag.
func (o Options) Check() error {
	switch {
	case o.Layout != Flat && o.Layout != Baseline:
		return fmt.Errorf("--layout %q: the layouts are %s and %s", o.Layout, Flat, Baseline)
	case o.Layout == Baseline && (o.Shared <= 0 || o.Shared > 1):
		return fmt.Errorf("--shared %g: this is a share above 0 and up to 1, such as 0.6", o.Shared)
	case o.Layout == Baseline && o.TenantsPerState < 1:
		return fmt.Errorf("--tenants-per-state %d: a state has at least one tenant", o.TenantsPerState)
	}

	return nil
}

type exporter struct {
	Options

	session   *live.Session
	resources *live.Resources
	tell      func(format string, arguments ...any)

	organizations map[string]string // names by id, of all
	folders       map[string]string // by id
	identifiers   map[string]string // by id
	templates     *templates
}

// providerFolder is that of what belongs to no organization.
const providerFolder = "provider"

// Run exports an estate with options that have passed Check, and returns how many objects it has written. tell is told what is
// done next. What cannot be exported is listed in NOT_EXPORTED.md; an error means that there
// is no complete export, and Resume goes on from there.
func Run(ctx context.Context, s *live.Session, o Options, tell func(format string, arguments ...any)) (map[string]int, error) {
	e := &exporter{Options: o, session: s, tell: tell, organizations: map[string]string{}, templates: &templates{turn: make(chan struct{}, 1), hidden: map[string]bool{}}}

	if err := e.prepare(); err != nil {
		return nil, err
	}

	e.resources = s.Resources(ctx)

	ids, err := e.readOrganizations(ctx)
	if err != nil {
		return nil, err
	}

	places := make([]*place, 0, len(ids)+1)
	for _, id := range ids {
		places = append(places, &place{folder: e.folders[id], name: e.organizations[id], organization: id})
	}

	if len(o.Organizations) == 0 {
		places = append(places, &place{folder: providerFolder, name: "the provider"})
	}

	var manifests []*manifest
	if o.Layout == Baseline {
		manifests, err = e.exportBaseline(ctx, places)
	} else {
		manifests, err = collections.Parallel(ctx, places, e.export)
	}

	if err != nil {
		return nil, err
	}

	counts := map[string]int{}

	for _, m := range manifests {
		for typeName, n := range m.Objects {
			counts[typeName] += n
		}
	}

	return counts, e.writeGaps(manifests)
}

// prepare refuses a folder in which something is already, but for an export that goes on in
// the layout in which it began.
func (e *exporter) prepare() error {
	there, err := os.ReadDir(e.Out)
	if err == nil && len(there) > 0 {
		began := Flat
		if _, err := os.Stat(filepath.Join(e.Out, keptFolder)); err == nil {
			began = Baseline
		}

		switch {
		case !e.Resume:
			return fmt.Errorf("%s is not empty; name another folder, or go on with an export that was interrupted with --resume", e.Out)
		case began != e.Layout:
			return fmt.Errorf("%s holds an export that began with --layout %s; go on with that, or name another folder", e.Out, began)
		}
	}

	if e.Layout == Flat {
		return os.MkdirAll(e.Out, enterable)
	}

	// Nobody needs in a repository what only --resume reads.
	return writeWhole(filepath.Join(e.Out, keptFolder, ".gitignore"), []byte("*\n"))
}

// readOrganizations lists all organizations and returns the ids of those to export.
func (e *exporter) readOrganizations(ctx context.Context) ([]string, error) {
	e.tell("Reading organizations ...")

	var list struct {
		Organizations map[string]struct {
			Name string `json:"name"`
		} `json:"organizations_by_id"`
	}
	if err := e.session.Read(ctx, "jumpcloud_organizations", nil, &list); err != nil {
		return nil, err
	}

	var words []word
	for id, o := range list.Organizations {
		e.organizations[id] = o.Name
		words = append(words, word{id, o.Name, "organization"})
	}

	e.identifiers = unique(words, "_")
	e.folders = unique(append(words, word{"", providerFolder, providerFolder}), "-") // the empty id is the oldest

	if len(e.Organizations) == 0 {
		return slices.Sorted(maps.Keys(e.organizations)), nil
	}

	var ids []string

	for _, wanted := range e.Organizations {
		found := e.named(wanted)
		if len(found) != 1 {
			return nil, fmt.Errorf("--organization %q: %d of the %d organizations that the credential reaches have that name or id", wanted, len(found), len(e.organizations))
		}

		ids = append(ids, found[0])
	}

	slices.Sort(ids)

	return slices.Compact(ids), nil
}

// named returns the ids of the organizations with a name or an id.
func (e *exporter) named(wanted string) []string {
	if _, ok := e.organizations[wanted]; ok {
		return []string{wanted}
	}

	var ids []string

	for id, name := range e.organizations {
		if strings.EqualFold(name, wanted) {
			ids = append(ids, id)
		}
	}

	return ids
}

// alone tells of a name that one organization has.
func (e *exporter) alone(name string) bool { return len(e.named(name)) == 1 }

// export exports one place, unless an earlier run has, and had everything.
func (e *exporter) export(ctx context.Context, p *place) (*manifest, error) {
	if m, err := e.finished(p.folder); err != nil || m != nil && len(m.Gaps) == 0 {
		return m, err
	}

	if err := e.gather(ctx, p); err != nil {
		return nil, err
	}

	m, err := e.save(ctx, p)
	if err == nil {
		e.tell("  %s: %d objects, %d not exported", p.folder, len(p.objects), len(p.gaps))
	}

	return m, err
}

// gather reads a place.
func (e *exporter) gather(ctx context.Context, p *place) error {
	if err := e.collect(ctx, p, e.kinds(p)); err != nil {
		return err
	}

	return e.readTemplates(ctx, p)
}

// kinds are those of a place.
func (e *exporter) kinds(p *place) []*kind {
	switch {
	case p.organization == "":
		return providerKinds
	case e.Settings:
		return append(slices.Clip(tenantKinds), settingsKind)
	}

	return tenantKinds
}
