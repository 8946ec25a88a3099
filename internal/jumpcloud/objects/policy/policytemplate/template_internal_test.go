// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package policytemplate

import (
	"encoding/json"
	"reflect"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/anyjson"
)

// tree decodes JSON as the client does.
func tree(t *testing.T, text string) any {
	t.Helper()

	v, err := anyjson.Decode([]byte(text))
	if err != nil {
		t.Fatalf("%s: %v", text, err)
	}

	return v
}

func object(t *testing.T, text string) map[string]any {
	t.Helper()

	m, ok := tree(t, text).(map[string]any)
	if !ok {
		t.Fatalf("%s is not an object", text)
	}

	return m
}

func field(t *testing.T, text string) Field {
	t.Helper()

	var f Field
	if err := json.Unmarshal([]byte(text), &f); err != nil {
		t.Fatalf("%s: %v", text, err)
	}

	return f
}

func TestTemplateDecodes(t *testing.T) {
	t.Parallel()

	var got Template

	err := json.Unmarshal([]byte(`{
		"id": "5f07273cb544065386e1ce6f", "name": "custom_registry_keys_policy_windows", "displayName": "Registry",
		"osMetaFamily": "windows", "state": "", "alert": null, "reference": null, "deliveryTypes": ["agent"], "addedLater": {},
		"osRestrictions": [{"osName": "Windows", "earliestVersion": "10", "appleRestrictions": null},
			{"osName": "macOS", "isMdmRequired": true, "appleRestrictions": {"requiresSupervision": true}}],
		"configFields": [
			{"id": "5f07273cb544065386e1ce70", "name": "customRegTable", "label": "Keys", "displayType": "table", "displayOptions": null,
			 "defaultValue": {"customData": "1"}, "position": 0, "readOnly": false, "required": true, "sensitive": false,
			 "tooltip": {"template": "t", "variables": {"icon": "i", "message": "One key a row."}}, "validators": null},
			{"id": "x", "name": "bare"},
			{"id": "y", "name": "odd", "position": 1.5, "tooltip": "text", "defaultValue": 12345678901234567890, "displayOptions": [1]},
			{"id": "z", "name": "odder", "tooltip": {"variables": {"message": 5}}, "defaultValue": ["a"], "displayOptions": {"select": null}}
		]}`), &got)
	if err != nil {
		t.Fatal(err)
	}

	want := Template{
		ID: "5f07273cb544065386e1ce6f", Name: "custom_registry_keys_policy_windows", DisplayName: "Registry",
		OSMetaFamily: "windows", DeliveryTypes: []string{"agent"},
		OSRestrictions: []OSRestriction{
			{OSName: "Windows", EarliestVersion: "10"},
			{OSName: "macOS", IsMDMRequired: true, AppleRestrictions: &AppleRestriction{RequiresSupervision: true}},
		},
		ConfigFields: []Field{
			{
				ID: "5f07273cb544065386e1ce70", Name: "customRegTable", Label: "Keys", DisplayType: "table",
				DefaultValue: map[string]any{"customData": "1"}, Required: true, Help: "One key a row.",
			},
			{ID: "x", Name: "bare"},
			{ID: "y", Name: "odd", Position: 1.5, DefaultValue: json.Number("12345678901234567890"), DisplayOptions: []any{json.Number("1")}},
			{ID: "z", Name: "odder", DefaultValue: []any{"a"}, DisplayOptions: map[string]any{"select": nil}},
		},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %#v\nwant %#v", got, want)
	}
}

func TestFieldsStandInTheTemplatesOrder(t *testing.T) {
	t.Parallel()

	fields := []Field{{Name: "c", Position: 2}, {Name: "a"}, {Name: "b"}, {Name: "d", Position: 10}}

	var names string
	for _, f := range inOrder(fields) {
		names += f.Name
	}

	if names != "abcd" || fields[0].Name != "c" {
		t.Errorf("order %s, and the argument starts with %s", names, fields[0].Name)
	}
}

func TestOptions(t *testing.T) {
	t.Parallel()

	one := json.Number("1")
	tests := []struct {
		name, displayType, displayOptions string
		want                              []Option
	}{
		{
			"as published", "select", `{"select":[{"text":"None","value":"0"},{"text":"Banner","value":"1"}]}`,
			[]Option{{"None", "0"}, {"Banner", "1"}},
		},
		{"values are words", "select", `{"select":[{"text":"First week","value":"ScheduledInstallFirstWeek"}]}`, []Option{{"First week", "ScheduledInstallFirstWeek"}}},
		{"swapped", "select", `{"select":[{"text":"0","value":"None"},{"text":"1","value":"Banner"}]}`, []Option{{"None", "0"}, {"Banner", "1"}}},
		{"swapped numbers", "select", `{"select":[{"text":1,"value":"Banner"}]}`, []Option{{"Banner", one}}},
		{"both numeric", "select", `{"select":[{"text":"5","value":"300"},{"text":"10","value":"600"}]}`, []Option{{"5", "300"}, {"10", "600"}}},
		{"numbers as labels and values", "select", `{"select":[{"text":1,"value":1}]}`, []Option{{"1", one}}},
		{"one text is no integer, so not swapped", "select", `{"select":[{"text":"5","value":"five"},{"text":"Never","value":"never"}]}`, []Option{{"5", "five"}, {"Never", "never"}}},
		{"no value", "select", `{"select":[{"text":"A"},{"text":"B","value":null}]}`, []Option{{"A", "A"}, {"B", "B"}}},
		{"no text", "select", `{"select":[{"value":"a"},{"value":true}]}`, []Option{{"a", "a"}, {"true", true}}},
		{"neither", "select", `{"select":[{},{"value":"a"}]}`, []Option{{"a", "a"}}},
		{"scalars", "select", `{"select":["a",1]}`, []Option{{"a", "a"}, {"1", one}}},
		{"radio by its own key", "radio", `{"radio":[{"text":"A","value":"a"}],"select":[]}`, []Option{{"A", "a"}}},
		{"radio by the documented key", "radio", `{"select":[{"text":"A","value":"a"}]}`, []Option{{"A", "a"}}},
		{"another key", "segmentedbutton", `{"columns":2,"segments":[{"text":"A","value":"a"}]}`, []Option{{"A", "a"}}},
		{"a bare list", "select", `[{"text":"A","value":"a"}]`, []Option{{"A", "a"}}},
		{"null", "select", `null`, []Option{}},
		{"a text", "select", `"none"`, []Option{}},
		{"not a choice", "text", `{"select":[{"text":"A","value":"a"}]}`, nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()

			f := field(t, `{"displayType":"`+test.displayType+`","displayOptions":`+test.displayOptions+`}`)
			if got := f.Options(); !reflect.DeepEqual(got, test.want) {
				t.Errorf("got %#v, want %#v", got, test.want)
			}
		})
	}
}

func TestChoose(t *testing.T) {
	t.Parallel()

	options := []Option{{"One", "1"}, {"Two", json.Number("2")}, {"1", "9"}, {"off", "x"}, {"OFF", "y"}, {"Same", "s1"}, {"Same", "s2"}}
	tests := []struct {
		in      any
		want    any
		byLabel bool
	}{
		{"One", "1", true},
		{"one", "1", true},
		{"1", "9", true}, // a label wins over a value
		{"9", "9", false},
		{json.Number("2.0"), json.Number("2"), false},
		{"2", json.Number("2"), false}, // another type, and only one can be meant
		{json.Number("1"), nil, false}, // one option's label, and another one's value
		{json.Number("9"), "9", false},
		{"off", "x", true},
		{"Off", nil, false}, // two labels would fit
		{"Same", "s1", true},
		{"s2", "s2", false},
		{"none", nil, false},
		{true, nil, false},
		{"", nil, false},
	}
	for _, test := range tests {
		o, byLabel, ok := choose(options, test.in)
		if ok != (test.want != nil) || o.Value != test.want || byLabel != test.byLabel {
			t.Errorf("choose(%v) = %v, %v, %v; want %v", test.in, o, byLabel, ok, test.want)
		}
	}

	for value, want := range map[any]any{"1": "One", "9": "1", "s1": "Same", "s2": "s2"} {
		o, ok := stored(options, value)
		if got := written(options, o); !ok || got != want {
			t.Errorf("%v is written %v, want %v", value, got, want)
		}
	}

	if o, ok := stored(options, "2"); !ok || o.Label != "Two" {
		t.Errorf("an answer of \"2\" for 2 is %v", o)
	}
}

func TestColumns(t *testing.T) {
	t.Parallel()

	tests := []struct {
		field string
		want  []string
	}{
		{`{"displayType":"table","defaultValue":{"b":"","a":"x"}}`, []string{"a", "b"}},
		{`{"displayType":"multilist","defaultValue":[{"b":1},{"a":2,"b":3}]}`, []string{"a", "b"}},
		{`{"displayType":"table","defaultValue":[]}`, nil},
		{`{"displayType":"table","defaultValue":"row"}`, nil},
		{`{"displayType":"table"}`, nil},
		{`{"displayType":"text","defaultValue":{"a":1}}`, nil},
	}
	for _, test := range tests {
		if got := field(t, test.field).Columns(); !reflect.DeepEqual(got, test.want) {
			t.Errorf("%s: %v, want %v", test.field, got, test.want)
		}
	}
}

func TestDefaults(t *testing.T) {
	t.Parallel()

	const choices = `"displayOptions":{"select":[{"text":"None","value":"0"},{"text":"Banner","value":"1"}]}`

	tests := []struct {
		field   string
		wire    any // nil: none
		display any
	}{
		{`{"displayType":"checkbox","defaultValue":false}`, false, false},
		{`{"displayType":"checkbox","defaultValue":"true"}`, true, true},
		{`{"displayType":"checkbox","defaultValue":"perhaps"}`, nil, nil},
		{`{"displayType":"checkbox","defaultValue":1}`, nil, nil},
		{`{"displayType":"checkbox"}`, nil, nil},
		{`{"displayType":"number","defaultValue":45}`, json.Number("45"), json.Number("45")},
		{`{"displayType":"numberinline","defaultValue":"45"}`, json.Number("45"), json.Number("45")},
		{`{"displayType":"number","defaultValue":""}`, nil, nil},
		{`{"displayType":"number","defaultValue":"true"}`, nil, nil},
		{`{"displayType":"number","defaultValue":"NaN"}`, nil, nil},
		{`{"displayType":"text","defaultValue":"x"}`, "x", "x"},
		{`{"displayType":"text","defaultValue":222}`, "222", "222"},
		{`{"displayType":"textarea","defaultValue":null}`, nil, nil},
		{`{"displayType":"singlelistbox","defaultValue":["a"]}`, []any{"a"}, []any{"a"}},
		{`{"displayType":"singlelistbox","defaultValue":[{"a":1}]}`, nil, nil},
		{`{"displayType":"table","defaultValue":{"a":"example"}}`, nil, nil},
		{`{"displayType":"multilist","defaultValue":[{"a":"example"}]}`, nil, nil},
		{`{"displayType":"copywell","defaultValue":"shown"}`, nil, nil},
		{`{"displayType":"select","defaultValue":"1",` + choices + `}`, "1", "Banner"},
		{`{"displayType":"select","defaultValue":1,` + choices + `}`, "1", "Banner"},
		{`{"displayType":"select","defaultValue":"Banner",` + choices + `}`, "1", "Banner"},
		{`{"displayType":"select","defaultValue":"gone",` + choices + `}`, nil, nil},
		{`{"displayType":"select","defaultValue":"x"}`, "x", "x"},
		{`{"displayType":"select"}`, nil, nil},
		{`{"displayType":"date","defaultValue":{"any":1}}`, map[string]any{"any": json.Number("1")}, map[string]any{"any": json.Number("1")}},
		{`{"displayType":"invented2030"}`, nil, nil},
	}
	for _, test := range tests {
		f := field(t, test.field)

		wire, ok := f.defaultValue()
		if ok != (test.wire != nil) || ok && !reflect.DeepEqual(wire, test.wire) {
			t.Errorf("%s: %v, %v, want %v", test.field, wire, ok, test.wire)
		}

		if got := f.DefaultForDisplay(); !reflect.DeepEqual(got, test.display) {
			t.Errorf("%s: shown as %v, want %v", test.field, got, test.display)
		}

		if ok && !f.holdsDefault(wire) {
			t.Errorf("%s: its own default is news", test.field)
		}
	}
}

func TestHoldsDefaultWithCollidingOptions(t *testing.T) {
	t.Parallel()

	f := field(t, `{"displayType":"select","defaultValue":"1","displayOptions":{"select":[{"text":"2","value":"1"},{"text":"1","value":"2"}]}}`)

	if !f.holdsDefault("1") || f.holdsDefault("2") {
		t.Error("a wire value is not read as another option's label")
	}
}
