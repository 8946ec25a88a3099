// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package sim

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"
)

// Switch is a behaviour that nobody documents: the simulator takes one of
// several readings, and a test may choose another.
type Switch struct {
	Name    string   `json:"name"`
	Default string   `json:"default"`
	Values  []string `json:"values"`
	// About says what is undocumented, and what speaks for the default.
	About string `json:"about"`
}

// SwitchState is a switch with its present value.
type SwitchState struct {
	Switch

	Value string `json:"value"`
}

// Switches is the one table of undocumented behaviours.
type Switches struct {
	mu    sync.Mutex
	rows  []Switch
	value map[string]string
	asked map[string]bool
}

// Define adds rows. A row that is defined twice or has a default outside its
// values is a programming error.
func (t *Switches) Define(rows ...Switch) {
	t.mu.Lock()
	defer t.mu.Unlock()

	for _, row := range rows {
		if _, twice := t.value[row.Name]; twice || !slices.Contains(row.Values, row.Default) {
			panic("sim: bad switch " + row.Name)
		}

		t.rows = append(t.rows, row)
		t.value[row.Name] = row.Default
	}

	slices.SortFunc(t.rows, func(a, b Switch) int { return strings.Compare(a.Name, b.Name) })
}

// Get is the present value of a switch, which must be defined. It is called where the values
// make a difference and nowhere else, after all other conditions: [Switches.Asked] tells what
// a run of requests depended on.
func (t *Switches) Get(name string) string {
	t.mu.Lock()
	defer t.mu.Unlock()

	v, ok := t.value[name]
	if !ok {
		panic("sim: no such switch " + name)
	}

	if t.asked == nil {
		t.asked = map[string]bool{}
	}

	t.asked[name] = true

	return v
}

// Asked lists the switches that [Switches.Get] was called for so far, sorted. The same
// requests are answered the same whatever the value of any other: up to the first answer that
// a value changes nothing differs, and that answer asks for it.
func (t *Switches) Asked() []string {
	t.mu.Lock()
	defer t.mu.Unlock()

	return slices.Sorted(maps.Keys(t.asked))
}

// Set changes a switch to one of its values.
func (t *Switches) Set(name, value string) error {
	t.mu.Lock()
	defer t.mu.Unlock()

	i := slices.IndexFunc(t.rows, func(s Switch) bool { return s.Name == name })
	if i < 0 {
		return fmt.Errorf("no switch %q", name)
	}

	if !slices.Contains(t.rows[i].Values, value) {
		return fmt.Errorf("switch %q takes %s, not %q", name, strings.Join(t.rows[i].Values, ", "), value)
	}

	t.value[name] = value

	return nil
}

// List is the table sorted by name, with present values.
func (t *Switches) List() []SwitchState {
	t.mu.Lock()
	defer t.mu.Unlock()

	out := make([]SwitchState, 0, len(t.rows))
	for _, row := range t.rows {
		out = append(out, SwitchState{row, t.value[row.Name]})
	}

	return out
}

// Markdown renders the table for people.
func (t *Switches) Markdown() string {
	var b strings.Builder

	b.WriteString("| switch | values (default first) | what is undocumented |\n|---|---|---|\n")

	for _, row := range t.List() {
		values := []string{"**" + row.Default + "**"}

		for _, v := range row.Values {
			if v != row.Default {
				values = append(values, v)
			}
		}

		fmt.Fprintf(&b, "| `%s` | %s | %s |\n", row.Name, strings.Join(values, ", "), row.About)
	}

	return b.String()
}

func (t *Switches) values() map[string]string {
	t.mu.Lock()
	defer t.mu.Unlock()

	return maps.Clone(t.value)
}

// reset returns to the defaults and then to these values.
func (t *Switches) reset(values map[string]string) {
	t.mu.Lock()
	defer t.mu.Unlock()

	for _, row := range t.rows {
		t.value[row.Name] = row.Default
	}

	maps.Copy(t.value, values)
}
