// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package policytemplate

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/anyjson"
)

// TestLifeOfValues takes generated templates and values through what a policy
// goes through, against servers that differ in what nobody documents.
func TestLifeOfValues(t *testing.T) {
	t.Parallel()

	for seed := range uint64(3000) {
		g := generator{rand.New(rand.NewPCG(seed, 1))}
		life := life{t: t, seed: seed, g: g, fields: g.template()}
		life.server = server{
			fields:   life.fields,
			fills:    g.IntN(2) == 0,
			respells: g.IntN(2) == 0,
			secrets:  g.IntN(4),
		}
		life.run()

		if t.Failed() {
			return
		}
	}
}

type life struct {
	t      *testing.T
	seed   uint64
	g      generator
	fields []Field
	server server
}

func (l life) run() {
	config, secrets := l.g.config(l.fields)

	// What fits at plan is applied, and the read after it shows no difference.
	l.fits(config, secrets)
	sent := l.write(Wanted{Values: config, Sensitive: secrets})
	answer := l.server.answer(sent)
	state := FromWire(l.fields, answer, config)
	l.same("state after create", state, config)

	// Writing the same again sends the same.
	again := l.write(Wanted{Values: config, Sensitive: secrets, Prior: state, Stored: answer})
	l.sameSettings("second write", config, again, sent)
	l.same("state after the second write", FromWire(l.fields, l.server.answer(again), state), config)

	// A field that the configuration drops leaves no trace.
	if name := l.g.droppable(l.fields, config); name != "" {
		less := maps.Clone(config)
		delete(less, name)
		l.fits(less, secrets)

		dropped := l.write(Wanted{Values: less, Sensitive: secrets, Prior: state, Stored: answer})
		l.same("state without "+name, FromWire(l.fields, l.server.answer(dropped), less), less)
	}

	l.console(config, secrets, sent)
	l.adopt(sent)
}

// console changes one field outside Terraform.
func (l life) console(config, secrets map[string]any, sent []WireValue) {
	f := l.fields[l.g.IntN(len(l.fields))]
	if !f.settable() || f.Sensitive {
		return
	}

	theirs, err := f.encode(l.g.value(f))
	if err != nil {
		l.t.Fatalf("seed %d: %s: %v", l.seed, f.Name, err)
	}

	changed := slices.DeleteFunc(slices.Clone(sent), func(v WireValue) bool { return v.ConfigFieldName == f.Name })
	changed = append(changed, WireValue{ConfigFieldID: f.ID, ConfigFieldName: f.Name, Value: theirs})
	answer := l.server.answer(changed)

	// Refresh shows it, and nothing else.
	drifted := FromWire(l.fields, answer, config)

	ours, isOurs := config[f.Name]
	changes := !f.holdsDefault(theirs)
	if isOurs {
		changes = !f.sameOnRead(ours, theirs)
	}

	if shown := !anyjson.Equal(drifted[f.Name], ours); shown != changes {
		l.t.Errorf("seed %d: %s was %s and is now %s; shown as a change: %v", l.seed, f.Name, Compact(ours), Compact(theirs), shown)
	}

	for name := range config {
		if name != f.Name && Compact(drifted[name]) != Compact(config[name]) {
			l.t.Errorf("seed %d: %s respelt from %s to %s", l.seed, name, Compact(config[name]), Compact(drifted[name]))
		}
	}

	// Apply takes it back.
	repaired := l.write(Wanted{Values: config, Sensitive: secrets, Prior: drifted, Stored: answer})
	l.same("state after repair of "+f.Name, FromWire(l.fields, l.server.answer(repaired), config), config)
}

// adopt imports the policy and applies what the import shows.
func (l life) adopt(sent []WireValue) {
	answer := l.server.answer(sent)
	imported := FromWire(l.fields, answer, nil)

	for _, f := range l.fields {
		if _, shown := imported[f.Name]; shown && (f.Sensitive || !f.settable()) {
			l.t.Errorf("seed %d: import shows %s", l.seed, f.Name)
		}
	}

	// Whoever imports must add the required secrets by hand.
	secrets := map[string]any{}
	for _, f := range l.fields {
		if f.Sensitive && f.needed() {
			secrets[f.Name] = l.g.value(f)
		}
	}

	l.fits(imported, secrets)
	written := l.write(Wanted{Values: imported, Sensitive: secrets, Prior: imported, Stored: answer})
	l.sameSettings("write after import", nil, written, answer)
	l.same("state after import", FromWire(l.fields, l.server.answer(written), imported), imported)
}

func (l life) fits(config, secrets map[string]any) {
	l.t.Helper()

	if problems := CheckValues(l.fields, config, secrets); len(problems) > 0 {
		l.t.Fatalf("seed %d: refused %s:\n%s", l.seed, Compact(config), ProblemLines(problems))
	}
}

func (l life) write(w Wanted) []WireValue {
	l.t.Helper()

	wire, err := ToWire(l.fields, w)
	if err != nil {
		l.t.Fatalf("seed %d: %v", l.seed, err)
	}

	for _, v := range wire {
		if v.Value == nil {
			l.t.Errorf("seed %d: null sent for %s", l.seed, v.ConfigFieldName)
		}
	}

	return wire
}

// same compares spelling, not only meaning; a null member is no member.
func (l life) same(when string, got, want map[string]any) {
	l.t.Helper()

	if a, b := Compact(Configured(got)), Compact(Configured(want)); a != b {
		l.t.Errorf("seed %d: %s\ngot  %s\nwant %s", l.seed, when, a, b)
	}
}

// sameSettings compares what two writes say about the fields that are no
// secrets: all those in the second, and those that are configured.
func (l life) sameSettings(when string, config map[string]any, got, want []WireValue) {
	l.t.Helper()

	a, b := byField(l.fields, got).fields, byField(l.fields, want).fields

	for _, f := range l.fields {
		_, isSet := config[f.Name]
		if _, before := b[f.Name]; f.Sensitive || f.kind() == kindShown || !before && !isSet {
			continue
		}

		if !sameOnRead(a[f.Name].Value, b[f.Name].Value) {
			l.t.Errorf("seed %d: %s: %s is %s, was %s", l.seed, when, f.Name, Compact(a[f.Name].Value), Compact(b[f.Name].Value))
		}
	}
}

// server answers as the service might. Nobody documents which it is.
type server struct {
	fields   []Field
	fills    bool // stores the default of a field it was not sent
	respells bool // writes numbers its own way, and options' values as numbers
	secrets  int  // answers a secret in clear, masked, with null, or not at all
}

func (s server) answer(sent []WireValue) []WireValue {
	held := byField(s.fields, sent).fields

	var out []WireValue

	// An order of its own, too: values must not be taken by position.
	for _, f := range slices.Backward(s.fields) {
		v, ok := held[f.Name]

		switch def, hasDefault := f.defaultValue(); {
		case f.ReadOnly, f.kind() == kindShown:
			v, ok = WireValue{ConfigFieldID: f.ID, ConfigFieldName: f.Name, Value: "the server's own"}, true
		case !ok && s.fills && hasDefault:
			v, ok = WireValue{ConfigFieldID: f.ID, ConfigFieldName: f.Name, Value: def}, true
		case !ok && s.fills:
			v, ok = WireValue{ConfigFieldID: f.ID, ConfigFieldName: f.Name}, true
		}

		if f.Sensitive {
			v.Sensitive = true

			switch s.secrets {
			case 1:
				v.Value = "********"
			case 2:
				v.Value = nil
			case 3:
				ok = false
			}
		} else if s.respells {
			v.Value = respell(v.Value)
		}

		if ok {
			out = append(out, v)
		}
	}

	return out
}

func respell(v any) any {
	switch v := v.(type) {
	case json.Number:
		if !strings.ContainsAny(v.String(), ".e") {
			return v + ".0"
		}

		return v
	case string:
		if isNumber(json.Number(v)) {
			return json.Number(v)
		}

		return v
	default:
		return v
	}
}

// generator makes templates and configurations.
type generator struct{ *rand.Rand }

var displayTypes = []string{
	"checkbox", "text", "textarea", "email", "number", "numberinline", "select", "radio", "segmentedbutton",
	"singlelistbox", "table", "multilist", "file", "copywell", "date", "doublelistbox", "datetimepicker", "new",
}

func (g generator) template() []Field {
	fields := make([]Field, 1+g.IntN(8))
	for i := range fields {
		f := Field{
			ID: fmt.Sprintf("id%02d", i), Name: fmt.Sprintf("field%d", i), Label: fmt.Sprintf("Field %d", i),
			DisplayType: displayTypes[g.IntN(len(displayTypes))], Position: float64(g.IntN(4)),
			Required: g.IntN(3) == 0, ReadOnly: g.IntN(10) == 0, Sensitive: g.IntN(6) == 0,
		}

		if f.kind() == kindChoice {
			f.DisplayOptions = g.choices()
		}

		if f.kind() == kindTable || f.kind() == kindRows {
			f.DefaultValue = []any{nil, map[string]any{"a": "x", "b": ""}, []any{map[string]any{"a": "", "b": ""}}}[g.IntN(3)]
		} else if g.IntN(2) == 0 {
			f.DefaultValue = g.wire(f)
		}

		fields[i] = f
	}

	return fields
}

// choices are words, numbers, swapped, and labels that are other options' values.
func (g generator) choices() any {
	pair := func(text, value any) any { return map[string]any{"text": text, "value": value} }

	return map[string]any{"select": [][]any{
		{pair("None", "0"), pair("Banner", "1"), pair("Alert", "2")},
		{pair("First Week", "ScheduledFirst"), pair("first week", "ScheduledOdd"), pair("Never", "never")},
		{pair("0", "None"), pair("1", "Banner")},
		{pair("1", "2"), pair("2", "1"), pair("3", "3")},
		{pair(json.Number("5"), json.Number("300")), pair(json.Number("10"), json.Number("600"))},
		{pair("Same", "a"), pair("Same", "b"), pair(nil, "c")},
		{},
	}[g.IntN(7)]}
}

func (g generator) wire(f Field) any {
	v, err := f.encode(g.value(f))
	if err != nil {
		return nil
	}

	return v
}

// value makes a value as somebody may write it in a configuration.
func (g generator) value(f Field) any {
	switch f.kind() {
	case kindBool:
		return g.IntN(2) == 0
	case kindText:
		return []string{"", "text", "222", "4.50", "ümläut"}[g.IntN(5)]
	case kindNumber:
		return []json.Number{"0", "45", "45.0", "0.1", "1e-7", "12345678901234567890", "-3"}[g.IntN(7)]
	case kindChoice:
		return g.choice(f)
	case kindTexts:
		return [][]any{{}, {"1.1.1.1", "1.0.0.1"}, {"x"}, {""}}[g.IntN(4)]
	case kindTable:
		return []any{[]any{}, []any{map[string]any{"a": "1", "b": nil}}, anyjson.Set{map[string]any{"a": "1", "b": "2"}, map[string]any{"a": "2"}}}[g.IntN(3)]
	case kindRows:
		return [][]any{{}, {map[string]any{"a": json.Number("1"), "b": []any{true, nil}}, map[string]any{"b": nil}}}[g.IntN(2)]
	case kindFile:
		return base64.StdEncoding.EncodeToString([]byte(strings.Repeat("f", g.IntN(5))))
	default:
		return []any{"2026-11-22", json.Number("7"), []any{[]any{"a", nil}}, map[string]any{"from": "x", "to": nil}, true, false}[g.IntN(6)]
	}
}

func (g generator) choice(f Field) any {
	options := f.Options()
	if len(options) == 0 {
		return "anything"
	}

	o := options[g.IntN(len(options))]
	for _, spelling := range []any{strings.ToUpper(o.Label), o.Label, o.Value} {
		if _, _, ok := choose(options, spelling); ok && g.IntN(2) == 0 {
			return spelling
		}
	}

	return o.Value
}

// config sets all that is needed and some of the rest.
func (g generator) config(fields []Field) (values, secrets map[string]any) {
	values, secrets = map[string]any{}, map[string]any{}

	for _, f := range fields {
		if !f.settable() || !f.needed() && g.IntN(3) == 0 {
			continue
		}

		if f.Sensitive && g.IntN(2) == 0 {
			secrets[f.Name] = g.value(f)
		} else {
			values[f.Name] = g.value(f)
		}
	}

	return values, secrets
}

// droppable picks a configured field that need not be configured.
func (g generator) droppable(fields []Field, config map[string]any) string {
	for _, i := range g.Perm(len(fields)) {
		if _, isSet := config[fields[i].Name]; isSet && !fields[i].needed() {
			return fields[i].Name
		}
	}

	return ""
}
