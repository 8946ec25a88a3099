// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package policytemplate

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/anyjson"
)

// mixed is written out of order on purpose.
const mixed = `[
	{"id":"07","name":"url","displayType":"copywell","position":7,"defaultValue":"https://x"},
	{"id":"01","name":"check","displayType":"checkbox","position":1,"defaultValue":true},
	{"id":"02","name":"text","displayType":"text","position":2},
	{"id":"03","name":"mode","displayType":"select","position":3,"defaultValue":"0",
	 "displayOptions":{"select":[{"text":"Off","value":"0"},{"text":"On","value":"1"},{"text":"0","value":"zero"}]}},
	{"id":"04","name":"rows","displayType":"table","position":4,"defaultValue":{"a":"example","b":""}},
	{"id":"05","name":"fixed","displayType":"text","position":5,"readOnly":true,"defaultValue":"theirs"},
	{"id":"06","name":"secret","displayType":"text","position":6,"sensitive":true},
	{"id":"08","name":"num","displayType":"number","position":8,"required":true,"defaultValue":5},
	{"id":"09","name":"any","displayType":"datetimepicker","position":9}
]`

// wireOf decodes values as an answer carries them.
func wireOf(t *testing.T, text string) []WireValue {
	t.Helper()

	var wire []WireValue
	if err := json.Unmarshal([]byte(text), &wire); err != nil {
		t.Fatalf("%s: %v", text, err)
	}

	return wire
}

// short writes wire values as name=value, which is what the tables compare.
func short(wire []WireValue) string {
	parts := make([]string, len(wire))
	for i, v := range wire {
		parts[i] = v.ConfigFieldName + "=" + Compact(v.Value)
	}

	return strings.Join(parts, " ")
}

func TestToWire(t *testing.T) {
	t.Parallel()

	const stored = `[
		{"configFieldID":"05","configFieldName":"fixed","value":"server's"},
		{"configFieldID":"01","configFieldName":"check","value":false},
		{"configFieldID":"07","configFieldName":"url","value":"https://y"},
		{"configFieldID":"06","configFieldName":"secret","value":"********","sensitive":true},
		{"configFieldID":"02","configFieldName":"text","value":"kept"},
		{"configFieldID":"04","configFieldName":"rows","value":[{"a":"1"}]},
		{"configFieldID":"ff","configFieldName":"obsolete","value":1},
		{"configFieldID":"09","configFieldName":"any","value":null}]`

	tests := []struct {
		name, values, sensitive, prior, stored string
		want                                   string
	}{
		{"create with nothing", `{}`, `{}`, `{}`, `[]`, `num=5`},
		{
			"create in the template's order", `{"num":45.0,"text":"x","check":true,"mode":"On"}`, `{"secret":"s"}`, `{}`, `[]`,
			`check=true text="x" mode="1" secret="s" num=45.0`,
		},
		{"label before value", `{"mode":"0","num":1}`, `{}`, `{}`, `[]`, `mode="zero" num=1`},
		{"value as it is", `{"mode":"1","num":1}`, `{}`, `{}`, `[]`, `mode="1" num=1`},
		{"label in another case", `{"mode":"on","num":1}`, `{}`, `{}`, `[]`, `mode="1" num=1`},
		{"null is not sent", `{"text":null,"num":null,"any":null}`, `{"secret":null}`, `{}`, `[]`, `num=5`},
		{
			"null members are left out", `{"rows":[{"a":"1","b":null}],"any":[null,{"x":null,"y":[{}]}]}`, `{}`, `{}`, `[]`,
			`rows=[{"a":"1"}] num=5 any=[null,{"y":[{}]}]`,
		},
		{"blank is a value", `{"text":"","rows":[]}`, `{}`, `{}`, `[]`, `text="" rows=[] num=5`},
		{
			"update keeps what nobody mentions", `{"num":7}`, `{}`, `{"num":6}`, stored,
			`check=false text="kept" rows=[{"a":"1"}] fixed="server's" secret="********" num=7 obsolete=1`,
		},
		{
			"update changes what is configured", `{"num":7,"check":true,"text":"new"}`, `{"secret":"s"}`, `{"num":7}`, stored,
			`check=true text="new" rows=[{"a":"1"}] fixed="server's" secret="s" num=7 obsolete=1`,
		},
		{
			"what is removed goes back to its default", `{}`, `{}`, `{"check":false,"text":"kept","mode":"On","rows":[{"a":"1"}],"num":9,"any":1}`, stored,
			`check=true mode="0" rows=[] fixed="server's" secret="********" num=5 obsolete=1`,
		},
		{
			"a null is removed too, and was not there before", `{"check":null}`, `{}`, `{"check":false,"text":null}`, stored,
			`check=true text="kept" rows=[{"a":"1"}] fixed="server's" secret="********" num=5 obsolete=1`,
		},
		{"a secret that moves to write-only", `{}`, `{"secret":"s"}`, `{"secret":"s"}`, `[]`, `secret="s" num=5`},
		{"a secret that goes", `{}`, `{}`, `{"secret":"s"}`, stored, `check=false text="kept" rows=[{"a":"1"}] fixed="server's" num=5 obsolete=1`},
		{
			"ids that rotated are found by name", `{"text":"new"}`, `{}`, `{}`,
			`[{"configFieldID":"old","configFieldName":"text","value":"was"},{"configFieldID":"old2","configFieldName":"check","value":false},
			  {"configFieldID":"01","configFieldName":"check","value":true}]`,
			`check=true text="new" num=5`,
		},
		{
			"a read-only field is the server's, whatever state had", `{}`, `{}`, `{"fixed":"y"}`,
			`[{"configFieldID":"05","configFieldName":"fixed","value":"server's"}]`, `fixed="server's" num=5`,
		},
		{"the id counts, not the name", `{}`, `{}`, `{}`, `[{"configFieldID":"02","configFieldName":"renamed","value":"x"}]`, `text="x" num=5`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()

			got, err := ToWire(fieldsOf(t, mixed), Wanted{
				Values: object(t, test.values), Sensitive: object(t, test.sensitive),
				Prior: object(t, test.prior), Stored: wireOf(t, test.stored),
			})
			if err != nil || short(got) != test.want {
				t.Errorf("got  %s, %v\nwant %s", short(got), err, test.want)
			}
		})
	}
}

func TestToWireOnTheWire(t *testing.T) {
	t.Parallel()

	wire, err := ToWire(fieldsOf(t, mixed), Wanted{
		Values:    map[string]any{"rows": anyjson.Set{map[string]any{"a": "<&>"}}, "num": json.Number("12345678901234567890")},
		Sensitive: map[string]any{"secret": "s"},
		Stored:    []WireValue{{ConfigFieldID: "nameless", Value: "x"}},
	})
	if err != nil {
		t.Fatal(err)
	}

	got := tree(t, Compact(wire))
	want := tree(t, `[
		{"configFieldID":"04","configFieldName":"rows","value":[{"a":"<&>"}]},
		{"configFieldID":"06","configFieldName":"secret","value":"s","sensitive":true},
		{"configFieldID":"08","configFieldName":"num","value":12345678901234567890},
		{"configFieldID":"nameless","value":"x"}]`)

	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %s", Compact(wire))
	}
}

func TestToWireOfTemplatesWithoutFields(t *testing.T) {
	t.Parallel()

	if got, err := ToWire(nil, Wanted{Values: map[string]any{"x": nil}}); got != nil || err != nil {
		t.Errorf("a template without fields takes no values at all: %v, %v", got, err)
	}

	if got, err := ToWire(fieldsOf(t, everyKind), Wanted{}); got == nil || len(got) != 0 || err != nil {
		t.Errorf("no values of a template with fields are an empty list, which clears them: %v, %v", got, err)
	}
}

func TestToWireRefuses(t *testing.T) {
	t.Parallel()

	unknown := anyjson.Unknown{}

	_, err := ToWire(fieldsOf(t, mixed), Wanted{Values: map[string]any{
		"text": unknown, "rows": []any{map[string]any{"a": unknown}}, "mode": "Perhaps", "typo": "x", "fixed": "x", "url": "x",
	}})
	if err == nil {
		t.Fatal("no error")
	}

	want := `text: is not known yet
mode: is none of the options
rows: [0].a is not known yet
fixed: the template has no such field to set
typo: the template has no such field to set
url: the template has no such field to set`
	if err.Error() != want {
		t.Errorf("got\n%v\nwant\n%s", err, want)
	}
}

func TestFromWire(t *testing.T) {
	t.Parallel()

	value := func(name, v string) string {
		return `{"configFieldName":"` + name + `","configFieldID":"","value":` + v + `}`
	}

	tests := []struct {
		name, wire, prior, want string
	}{
		{"nothing", `[]`, `{}`, `{}`},
		{"as configured", `[` + value("check", `false`) + `,` + value("text", `"x"`) + `]`, `{"check":false,"text":"x"}`, `{"check":false,"text":"x"}`},
		{"the number's spelling is kept", `[` + value("num", `45.0`) + `]`, `{"num":45}`, `{"num":45}`},
		{"a text for a number is tolerated", `[` + value("num", `"45"`) + `]`, `{"num":45}`, `{"num":45}`},
		{"a number for a text is tolerated", `[` + value("text", `222`) + `]`, `{"text":"222"}`, `{"text":"222"}`},
		{"also in a row", `[` + value("rows", `[{"a":1,"b":"x"}]`) + `]`, `{"rows":[{"a":"1","b":"x","c":null}]}`, `{"rows":[{"a":"1","b":"x","c":null}]}`},
		{"two texts are two texts", `[` + value("text", `"15.10"`) + `]`, `{"text":"15.1"}`, `{"text":"15.10"}`},
		{"a label stays a label", `[` + value("mode", `"1"`) + `]`, `{"mode":"on"}`, `{"mode":"on"}`},
		{"a value stays a value", `[` + value("mode", `"1"`) + `]`, `{"mode":"1"}`, `{"mode":"1"}`},
		{"an answer of the wrong type is an option too", `[` + value("mode", `1`) + `]`, `{"mode":"On"}`, `{"mode":"On"}`},
		{"an option that changed, by label", `[` + value("mode", `"0"`) + `]`, `{"mode":"On"}`, `{"mode":"Off"}`},
		{"an option that changed, by value", `[` + value("mode", `"zero"`) + `]`, `{"mode":"1"}`, `{"mode":"zero"}`},
		{"a value that reads as another label is shown by its label", `[` + value("mode", `"0"`) + `]`, `{"mode":"1"}`, `{"mode":"Off"}`},
		{"an option nobody knows", `[` + value("mode", `"7"`) + `]`, `{"mode":"On"}`, `{"mode":"7"}`},
		{"an option nobody knows, configured", `[` + value("mode", `7`) + `]`, `{"mode":"7"}`, `{"mode":"7"}`},
		{"drift", `[` + value("text", `"theirs"`) + `,` + value("num", `7`) + `]`, `{"text":"ours","num":7.0}`, `{"text":"theirs","num":7.0}`},
		{"a field that was set in the console", `[` + value("check", `false`) + `,` + value("mode", `"1"`) + `]`, `{"text":null}`, `{"check":false,"mode":"On"}`},
		{"fields that hold their default", `[` + value("check", `true`) + `,` + value("mode", `0`) + `,` + value("num", `"5"`) + `]`, `{}`, `{}`},
		{"fields that hold nothing", `[` + value("text", `""`) + `,` + value("rows", `[]`) + `,` + value("any", `null`) + `]`, `{}`, `{}`},
		{"an example row is no default", `[` + value("rows", `[{"a":"example","b":""}]`) + `]`, `{}`, `{"rows":[{"a":"example","b":""}]}`},
		{"zero is not nothing", `[` + value("any", `0`) + `]`, `{}`, `{"any":0}`},
		{"drift is shown in the field's type", `[` + value("text", `222`) + `,` + value("num", `"7"`) + `,` + value("rows", `[{"a":1},"?"]`) + `]`, `{"text":"x"}`, `{"text":"222","num":7,"rows":[{"a":"1"},"?"]}`},
		{"a configured default", `[` + value("check", `true`) + `]`, `{"check":true}`, `{"check":true}`},
		{"read-only and display only fields are never news", `[` + value("fixed", `"x"`) + `,` + value("url", `"y"`) + `]`, `{}`, `{}`},
		{"a configured field that became read-only", `[` + value("fixed", `"x"`) + `]`, `{"fixed":"y"}`, `{"fixed":"x"}`},

		{"missing in the answer", `[]`, `{"text":"x","num":7}`, `{}`},
		{"missing, but the default", `[]`, `{"check":true,"mode":"Off","num":5,"text":"","rows":[]}`, `{"check":true,"mode":"Off","num":5,"text":"","rows":[]}`},
		{"null in the answer", `[` + value("text", `null`) + `]`, `{"text":"x"}`, `{}`},
		{"a field the template lost", `[` + value("gone", `"1"`) + `]`, `{"gone":1,"lost":2}`, `{"gone":1}`},
		{"a value of no field is never news", `[` + value("gone", `1`) + `,{"value":2}]`, `{}`, `{}`},

		{"secret in clear, the same", `[` + value("secret", `"s"`) + `]`, `{"secret":"s"}`, `{"secret":"s"}`},
		{"secret in clear, changed", `[` + value("secret", `"t"`) + `]`, `{"secret":"s"}`, `{"secret":"t"}`},
		{"secret masked", `[` + value("secret", `"********"`) + `]`, `{"secret":"s"}`, `{"secret":"s"}`},
		{"secret masked but for its end", `[` + value("secret", `"***9f2"`) + `]`, `{"secret":"s"}`, `{"secret":"s"}`},
		{"secret masked with dots", `[` + value("secret", `"••••"`) + `]`, `{"secret":"s"}`, `{"secret":"s"}`},
		{"secret redacted", `[` + value("secret", `"[redacted]"`) + `]`, `{"secret":"s"}`, `{"secret":"s"}`},
		{"secret null", `[` + value("secret", `null`) + `]`, `{"secret":"s"}`, `{"secret":"s"}`},
		{"secret empty", `[` + value("secret", `""`) + `]`, `{"secret":"s"}`, `{"secret":"s"}`},
		{"secret missing", `[]`, `{"secret":"s"}`, `{"secret":"s"}`},
		{"secret not configured", `[` + value("secret", `"s"`) + `]`, `{"secret":null}`, `{}`},
		{"a value that is a secret though its field is not", `[{"configFieldID":"02","value":"s","sensitive":true}]`, `{}`, `{}`},
		{"such a value masked", `[{"configFieldID":"02","value":"***","sensitive":true}]`, `{"text":"s"}`, `{"text":"s"}`},
		{"a mask in a plain field is a value", `[` + value("text", `"***"`) + `]`, `{"text":"s"}`, `{"text":"***"}`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()

			got := FromWire(fieldsOf(t, mixed), wireOf(t, test.wire), object(t, test.prior))

			if Compact(got) != Compact(tree(t, test.want)) {
				t.Errorf("got %s, want %s", Compact(got), test.want)
			}
		})
	}
}

func TestFieldsWithoutDefaultThatHoldNothing(t *testing.T) {
	t.Parallel()

	for answer, want := range map[string]string{
		`[{"configFieldID":"01","value":false},{"configFieldID":"02","value":""},{"configFieldID":"09","value":[]},{"configFieldID":"14","value":{}}]`: `{}`,
		`[{"configFieldID":"01","value":true},{"configFieldID":"05","value":0}]`:                                                                       `{"check":true,"num":0}`,
	} {
		if got := Compact(FromWire(fieldsOf(t, everyKind), wireOf(t, answer), nil)); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}

func TestFromWireKeepsSets(t *testing.T) {
	t.Parallel()

	prior := map[string]any{"any": anyjson.Set{"a", "b"}}
	for answer, same := range map[string]bool{`["b","a"]`: true, `["a"]`: false, `["a","b","c"]`: false} {
		got := FromWire(fieldsOf(t, mixed), wireOf(t, `[{"configFieldID":"09","value":`+answer+`}]`), prior)
		if _, isSet := got["any"].(anyjson.Set); isSet != same {
			t.Errorf("%s: got %#v", answer, got)
		}
	}
}

func TestImportShowsAllThatMustBeConfigured(t *testing.T) {
	t.Parallel()

	fields := fieldsOf(t, `[
		{"id":"1","name":"must","displayType":"text","required":true},
		{"id":"2","name":"off","displayType":"checkbox","required":true},
		{"id":"3","name":"may","displayType":"text"}]`)
	wire := wireOf(t, `[{"configFieldID":"1","value":""},{"configFieldID":"2","value":false},{"configFieldID":"3","value":""}]`)

	got := FromWire(fields, wire, nil)
	if Compact(got) != `{"must":"","off":false}` {
		t.Errorf("got %s", Compact(got))
	}

	assertProblems(t, CheckValues(fields, got, nil), nil)
}

func TestHiddenFields(t *testing.T) {
	t.Parallel()

	got := HiddenFields(fieldsOf(t, mixed), wireOf(t, `[
		{"configFieldID":"06","value":null},{"configFieldID":"02","value":"x","sensitive":true},
		{"configFieldID":"05","value":"x","sensitive":true},{"configFieldID":"03","value":"1"},{"configFieldID":"ff","value":1}]`))
	if !reflect.DeepEqual(got, []string{"text", "secret"}) {
		t.Errorf("got %v", got)
	}
}
