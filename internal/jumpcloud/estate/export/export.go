// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package export writes a configuration for an estate that was built by hand.
package export

import (
	"context"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/estate/live"
)

// Options say what is exported and where to.
type Options struct {
	Out           string   // folder
	Organizations []string // names or ids; all where there are none
	Settings      bool     // export the settings of organizations, too
	Resume        bool     // keep what an earlier run has finished without a gap
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

// Run exports an estate, and returns how many objects it has written. tell is told what is
// done next. What cannot be exported is listed in NOT_EXPORTED.md; an error means that there
// is no complete export, and Resume goes on from there.
func Run(ctx context.Context, s *live.Session, o Options, tell func(format string, arguments ...any)) (map[string]int, error) {
	e := &exporter{Options: o, session: s, tell: tell, organizations: map[string]string{}, templates: &templates{turn: make(chan struct{}, 1), hidden: map[string]bool{}}}

	if err := e.prepare(); err != nil {
		return nil, err
	}

	var err error
	if e.resources, err = s.Resources(ctx); err != nil {
		return nil, err
	}

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

	manifests, err := collections.Parallel(ctx, places, e.export)
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

// prepare refuses a folder in which something is already, but for an export that goes on.
func (e *exporter) prepare() error {
	there, err := os.ReadDir(e.Out)
	if err == nil && len(there) > 0 && !e.Resume {
		return fmt.Errorf("%s is not empty; name another folder, or go on with an export that was interrupted with --resume", e.Out)
	}

	return os.MkdirAll(e.Out, enterable)
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

	kinds := providerKinds

	if p.organization != "" {
		kinds = tenantKinds
		if e.Settings {
			kinds = append(slices.Clip(kinds), settingsKind)
		}
	}

	if err := e.collect(ctx, p, kinds); err != nil {
		return nil, err
	}

	if err := e.readTemplates(ctx, p); err != nil {
		return nil, err
	}

	m, err := e.save(ctx, p)
	if err == nil {
		e.tell("  %s: %d objects, %d not exported", p.folder, len(p.objects), len(p.gaps))
	}

	return m, err
}
