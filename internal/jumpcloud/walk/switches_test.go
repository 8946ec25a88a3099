// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package walk_test

import (
	_ "embed"
	"flag"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/synctest"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

var switchSeed = flag.Uint64("switches.seed", 0, "seed of the random combinations of switches; 0 draws one")

// refusals are what a service that behaves otherwise rightly refuses, a line each:
// switch=value, type, and a part of the error's text.
//
//go:embed refusals.txt
var refusals string

type refusal struct{ setting, typeName, text string }

func parseRefusals() []refusal {
	var all []refusal

	for line := range strings.Lines(refusals) {
		if f := strings.SplitN(strings.TrimSpace(line), " ", 3); len(f) == 3 && !strings.HasPrefix(line, "#") {
			all = append(all, refusal{f[0], f[1], f[2]})
		}
	}

	return all
}

// underSwitches runs the life of a type in a world with these switches, and returns what
// went wrong. Time costs nothing in it.
func underSwitches(t *testing.T, name string, switches map[string]string) (problems, asked []string) {
	t.Helper()

	synctest.Test(t, func(t *testing.T) {
		w := bareWorld(t, switches)
		problems = append(w.life(name, rows[name]), w.bugs...)
		asked = w.sim.Switches.Asked()
	})

	return problems, asked
}

// life is a type's: made, changed, removed by somebody else, made again and destroyed, with
// an empty plan after each.
func (w *world) life(name string, r row) []string {
	address := name + ".this"
	minimal, whole := only(address, r.minimal(w)), only(address, w.configured(name, r))

	for _, config := range []acctest.Config{minimal, whole} {
		if d := w.Apply(config).Errors(); len(d) > 0 {
			return []string{d.String()}
		}

		if found := w.unsettled(config); len(found) > 0 {
			return found
		}
	}

	if r.life == made {
		w.delete(name)

		if len(w.bugs) > 0 {
			return nil // it is still there
		}

		if found := w.gone(address, whole); len(found) > 0 {
			return found
		}
	}

	if d := w.Destroy().Errors(); len(d) > 0 {
		return []string{"destroy: " + d.String()}
	}

	return nil
}

// Every type lives under every value of every switch that its requests depend on. A switch
// that its life with all defaults never asks for cannot change it: the requests are the same,
// so are the answers, and so is what comes next. What a life asks for only once another
// switch is turned is met by TestLifeUnderCombinations.
func TestLifeUnderEverySwitch(t *testing.T) {
	t.Parallel()

	onceIsEnough(t)

	var (
		mu     sync.Mutex
		needed = map[refusal]bool{}
		rules  = parseRefusals()
		lived  = map[string]int{} // types by the name of a switch that their life asks for
	)

	t.Run("all", func(t *testing.T) {
		for _, name := range slices.Sorted(maps.Keys(rows)) {
			t.Run(name, func(t *testing.T) {
				t.Parallel()

				problems, asked := underSwitches(t, name, nil)
				if len(problems) > 0 {
					t.Fatalf("with all defaults: %s", strings.Join(problems, "\n"))
				}

				mu.Lock()
				for _, s := range asked {
					lived[s]++
				}
				mu.Unlock()

				for _, s := range settings(t, asked) {
					setting := s.Name + "=" + s.Value
					problems, _ := underSwitches(t, name, map[string]string{s.Name: s.Value})

					used, left := sift(rules, name, []string{setting}, problems)
					if len(left) > 0 {
						t.Errorf("under %s:\n%s", setting, strings.Join(left, "\n"))
					}

					mu.Lock()
					maps.Copy(needed, used)
					mu.Unlock()
				}
			})
		}
	})

	for _, r := range rules {
		if !needed[r] {
			t.Errorf("nothing refuses any more: %s %s %s", r.setting, r.typeName, r.text)
		}
	}

	everySwitchMatters(t, lived)
}

// sift takes out of what went wrong what is expected under these settings.
func sift(rules []refusal, typeName string, settings, problems []string) (used map[refusal]bool, left []string) {
	used = map[refusal]bool{}

	for _, p := range problems {
		i := slices.IndexFunc(rules, func(r refusal) bool {
			return slices.Contains(settings, r.setting) && (r.typeName == typeName || r.typeName == "*") && strings.Contains(p, r.text)
		})
		if i < 0 {
			left = append(left, p)
		} else {
			used[rules[i]] = true
		}
	}

	return used, left
}

// settings are the values, other than the defaults, of these switches.
func settings(t *testing.T, asked []string) []sim.SwitchState {
	t.Helper()

	var all []sim.SwitchState

	for _, s := range bareWorld(t, nil).sim.Switches.List() {
		for _, v := range s.Values {
			if v != s.Default && slices.Contains(asked, s.Name) {
				all = append(all, sim.SwitchState{Switch: s.Switch, Value: v})
			}
		}
	}

	return all
}

// Types live under combinations of switches, too.
func TestLifeUnderCombinations(t *testing.T) {
	t.Parallel()

	onceIsEnough(t)

	const combinations, types = 30, 4

	seed := *switchSeed
	if seed == 0 {
		seed = rand.Uint64() //nolint:gosec // a test's choice, printed to be repeated
	}

	t.Logf("combinations of -switches.seed=%d", seed)

	rules, names := parseRefusals(), slices.Sorted(maps.Keys(rows))
	table := bareWorld(t, nil).sim.Switches.List()

	for n := range combinations {
		t.Run(fmt.Sprint(n), func(t *testing.T) {
			t.Parallel()

			random := rand.New(rand.NewPCG(seed, uint64(n))) //nolint:gosec // to be repeated
			switches, chosen := map[string]string{}, []string{}

			for _, s := range table {
				switches[s.Name] = s.Values[random.IntN(len(s.Values))]
				chosen = append(chosen, s.Name+"="+switches[s.Name])
			}

			for _, i := range random.Perm(len(names))[:types] {
				problems, asked := underSwitches(t, names[i], switches)
				if _, left := sift(rules, names[i], chosen, problems); len(left) > 0 {
					t.Errorf("-switches.seed=%d, combination %d, %s under %v:\n%s", seed, n, names[i],
						slices.DeleteFunc(slices.Clone(chosen), func(c string) bool {
							name, _, _ := strings.Cut(c, "=")

							return !slices.Contains(asked, name)
						}), strings.Join(left, "\n"))
				}
			}
		})
	}
}
