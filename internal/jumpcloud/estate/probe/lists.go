// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package probe

import (
	"fmt"
	"net/http"
	"net/url"
	"slices"
)

const (
	catalogue     = "/api/v2/policytemplates"
	listCatalogue = "GET /api/v2/policytemplates?…"
)

// lists are read from the catalogue of policy templates, which every organization has and
// which is long.
var lists = []Experiment{
	{
		Switch: "limit-over-100", Does: "asks for 101 policy templates at once", Sends: []string{listCatalogue},
		find: func(t *trial) string {
			a := t.send(http.MethodGet, catalogue+"?limit=101", nil)
			if n := len(a.items()); n > 100 {
				return t.other("%d policy templates came back", n)
			}

			return t.tells(a, "clamp", "refuse")
		},
	},
	{
		Switch: "list-page", Does: "reads two pages of policy templates and compares their lengths with what was asked for",
		Needs: "more than ten policy templates", Sends: []string{listCatalogue},
		find: func(t *trial) string {
			first := t.list(catalogue + "?limit=10&skip=0&sort=_id")
			next := t.list(fmt.Sprintf("%s?limit=10&skip=%d&sort=_id", catalogue, len(first)))

			switch {
			case len(first) == 10:
				return "full"
			case len(first) > 0 && len(next) > 0:
				return "short"
			}

			return t.cannot("there are only %d policy templates", len(first))
		},
	},
	{
		Switch: "list-skip", Does: "reads the policy templates twice, the second time without the first",
		Needs: "more than two policy templates", Sends: []string{listCatalogue},
		find: func(t *trial) string {
			all := t.list(catalogue + "?limit=5&skip=0&sort=_id")
			rest := t.list(catalogue + "?limit=5&skip=1&sort=_id")

			switch {
			case len(all) < 2 || len(rest) == 0:
				return t.cannot("there are only %d policy templates", len(all))
			case idOf(rest[0]) == idOf(all[0]):
				return "ignore"
			case idOf(rest[0]) == idOf(all[1]):
				return "honour"
			}

			return t.other("skip=1 does not begin with the second element")
		},
	},
	{
		Switch: "filter-comma", Does: "filters policy templates twice by one name in one parameter, with a comma between",
		Needs: "a policy template", Sends: []string{listCatalogue},
		find: func(t *trial) string {
			one := "name:eq:" + t.template().name

			if len(t.filtered(one)) != 1 {
				return t.cannot("the filter by one name did not find one policy template")
			}

			switch found := len(t.filtered(one + "," + one)); found {
			case 0:
				return "literal"
			case 1:
				return "separates"
			default:
				return t.other("the two filters find %d policy templates", found)
			}
		},
	},
	{
		Switch: "filter-other-fields", Does: "filters policy templates by a description that none has", Sends: []string{listCatalogue},
		find: func(t *trial) string {
			a := t.send(http.MethodGet, catalogue+"?filter=description:eq:"+nobody(), nil)

			switch v := t.tells(a, "taken", "refuse"); {
			case v == "taken" && len(a.items()) == 0:
				return "honour"
			case v == "taken":
				return "ignore"
			default:
				return v
			}
		},
	},
	{
		Switch: "filter-malformed", Does: "filters policy templates by a word without field and operator", Sends: []string{listCatalogue},
		find: func(t *trial) string {
			a := t.send(http.MethodGet, catalogue+"?filter=nothing", nil)
			if t.tells(a, "", "refuse") == "refuse" {
				return "refuse"
			}

			if t.err == nil && len(a.items()) == 0 {
				return t.other("the filter finds nothing")
			}

			return "ignore"
		},
	},
	{
		Switch: "loose-paths", Does: "reads the policy templates with a slash at the end of the path, and with capital letters in it",
		Sends: []string{"GET /api/v2/policytemplates/?…", "GET /api/v2/PolicyTemplates?…"},
		find: func(t *trial) string {
			slash := t.tells(t.send(http.MethodGet, catalogue+"/?limit=1", nil), "accept", "refuse")
			capitals := t.tells(t.send(http.MethodGet, "/api/v2/PolicyTemplates?limit=1", nil), "accept", "refuse")

			if slash != capitals {
				return t.other("slash: %s, capital letters: %s", slash, capitals)
			}

			return slash
		},
	},
	{
		Switch: "default-order", Kind: Writes, Does: "makes three IP lists, not in the order of their names, and looks how they are listed",
		Sends: []string{postIPList, "GET /api/v2/iplists?…"},
		find: func(t *trial) string {
			names := []string{t.name(), t.name(), t.name()}
			slices.Sort(names)

			made := []string{names[1], names[0], names[2]}
			for _, name := range made {
				t.create(allIPLists, doc{"name": name, "ips": []string{}})
			}

			var listed []string

			for _, d := range t.list(allIPLists + "?limit=100") {
				if name := text(d, "name"); slices.Contains(made, name) {
					listed = append(listed, name)
				}
			}

			switch {
			case len(listed) < len(made):
				return t.cannot("of the three IP lists %d were on the first page", len(listed))
			case slices.Equal(listed, made):
				return "insertion"
			case slices.Equal(listed, []string{made[2], made[1], made[0]}):
				return "reverse"
			}

			return t.other("%q were listed as %q", made, listed)
		},
	},
	{
		Switch: "texts", Kind: Writes, Does: "makes an IP list whose description has white space around it",
		Sends: []string{postIPList, getIPList},
		find: func(t *trial) string {
			path := t.create(allIPLists, doc{"name": t.name(), "description": " " + t.name() + " ", "ips": []string{}})

			return t.trimmed(text(t.get(path), "description"), "keep", "trim")
		},
	},
	{
		Switch: "unknown-body-members", Kind: Writes, Does: "makes an IP list with a member that nobody knows", Sends: []string{postIPList},
		find: func(t *trial) string {
			a := t.attempt(recipe{path: allIPLists, body: doc{"name": t.name(), "ips": []string{}, "probe": true}})
			if _, stored := a.doc()["probe"]; a.ok() && stored {
				return t.other("the member is stored")
			}

			return t.tells(a, "ignore", "refuse")
		},
	},
}

// filtered are the policy templates that a filter finds.
func (t *trial) filtered(filter string) []doc {
	return t.list(catalogue + "?filter=" + url.QueryEscape(filter))
}

// trimmed tells whether a text that was sent with white space around it still has it.
func (t *trial) trimmed(s, keep, trim string) string {
	if s == "" {
		return t.cannot("the text was not there at all")
	}

	if s[0] == ' ' {
		return keep
	}

	return trim
}
