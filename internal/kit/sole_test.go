// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package kit_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-framework/diag"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// shop is a service's client.
type shop struct {
	root  string
	ready bool
}

func (s *shop) Ready() bool  { return s.ready }
func (s *shop) Root() string { return s.root }

// What was made at one address is not gone because another one has not got it.
func TestSoleIsLostAtAnotherAddress(t *testing.T) {
	t.Parallel()

	scope := kit.Sole[*shop]{}

	for name, row := range map[string]struct {
		data  any
		owner string
		lost  bool
	}{
		"the same address":       {kit.NewConfigured(&shop{"https://a", true}), "https://a", false},
		"another":                {kit.NewConfigured(&shop{"https://b", true}), "https://a", true},
		"nobody noted it":        {kit.NewConfigured(&shop{"https://b", true}), "", false},
		"not known yet":          {kit.NewConfigured(&shop{"https://b", false}), "https://a", false},
		"no provider":            {nil, "https://a", false},
		"another provider's own": {"text", "https://a", false},
	} {
		err := scope.Lost(t.Context(), row.data, nil, row.owner)
		if (err != nil) != row.lost {
			t.Errorf("%s: %v", name, err)
		}

		if row.lost && (!strings.Contains(err.Error(), "it is not at https://b") || !strings.Contains(err.Error(), "last seen at https://a")) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// Nothing is asked of a service before the provider's configuration is known.
func TestSole(t *testing.T) {
	t.Parallel()

	scope := kit.Sole[*shop]{Hint: func(_ context.Context, c *shop, err error) string { return c.root + " says " + err.Error() }}
	ready, waiting := kit.NewConfigured(&shop{"https://a", true}), kit.NewConfigured(&shop{"https://a", false})

	for name, row := range map[string]struct {
		data  any
		known bool
		owner string
		hint  string
		enter bool
	}{
		"ready":       {ready, true, "https://a", "https://a says the service broke down", true},
		"not ready":   {waiting, false, "", "https://a says the service broke down", true},
		"no provider": {nil, false, "", "", false},
	} {
		if keys, known := scope.Defaults(row.data); known != row.known || len(keys) > 0 {
			t.Errorf("%s: defaults %v, known: %t", name, keys, known)
		}

		if owner := scope.Owner(t.Context(), row.data, true); owner != row.owner {
			t.Errorf("%s: owner %q", name, owner)
		}

		if hint := scope.Explain(t.Context(), row.data, nil, errBroken); hint != row.hint {
			t.Errorf("%s: hint %q", name, hint)
		}

		if c, err := scope.Enter(row.data, nil); (err == nil) != row.enter || (c != nil) != row.enter {
			t.Errorf("%s: %v %v", name, c, err)
		}

		if scope.Run(t.Context(), row.data) == nil {
			t.Errorf("%s: no run", name)
		}
	}

	run := scope.Run(t.Context(), ready)
	if run != scope.Run(t.Context(), ready) || run == scope.Run(t.Context(), waiting) {
		t.Error("each provider has one run")
	}

	if hint := (kit.Sole[*shop]{}).Explain(t.Context(), ready, nil, errBroken); hint != "" {
		t.Errorf("hint %q of a service that has none", hint)
	}
}

// One place, which no attribute names, and in which everything may be done.
func TestSoleIsOnePlace(t *testing.T) {
	t.Parallel()

	scope := kit.Sole[*shop]{}
	data := kit.NewConfigured(&shop{"https://a", true})

	if len(scope.Keys())+len(scope.ResourceAttributes())+len(scope.DataSourceAttributes())+len(scope.ListAttributes()) > 0 {
		t.Error("attributes name the place")
	}

	if all, err := scope.Places(t.Context(), data, nil); err != nil || len(all) != 1 || len(all[0].Keys) > 0 || all[0].Name != "" {
		t.Errorf("%v %v", all, err)
	}

	var diags diag.Diagnostics

	scope.Planned(t.Context(), data, kit.Object{}, kit.Change{}, &diags)

	if err := errors.Join(scope.Permit(t.Context(), data, kit.Object{}, nil)); err != nil || len(diags) > 0 {
		t.Errorf("%v %v", err, diags)
	}
}
