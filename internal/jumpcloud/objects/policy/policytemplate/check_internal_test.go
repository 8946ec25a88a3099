// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package policytemplate

import (
	"encoding/base64"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/anyjson"
)

// fieldsOf decodes a template's fields as a template carries them.
func fieldsOf(t *testing.T, text string) []Field {
	t.Helper()

	var fields []Field
	if err := anyjson.Unmarshal([]byte(text), &fields); err != nil {
		t.Fatalf("%s: %v", text, err)
	}

	return fields
}

// notify is app_notifications_darwin (evidence: policies 2.5), its order and required made up.
const notify = `[
	{"id":"01","name":"BundleIdentifier","label":"App's Bundle ID","displayType":"text","position":0,"required":true},
	{"id":"02","name":"AlertType","label":"Alert Type","displayType":"select","position":1,"defaultValue":"0",
	 "displayOptions":{"select":[{"text":"None","value":"0"},{"text":"Temporary Banner","value":"1"},{"text":"Persistent Banner","value":"2"}]}},
	{"id":"03","name":"PreviewType","label":"Preview Type","displayType":"select","position":2,
	 "displayOptions":{"select":[{"text":"Always","value":"0"},{"text":"When Unlocked","value":"1"},{"text":"Never","value":"2"}]}},
	{"id":"04","name":"BadgesEnabled","label":"Badges","displayType":"checkbox","position":3,"defaultValue":false}
]`

func TestProblemsReadLikeTheStory(t *testing.T) {
	t.Parallel()

	got := ProblemLines(CheckValues(fieldsOf(t, notify), tree(t, `{
		"BundleIdentifier": "com.tinyspeck.slackmacgap",
		"AlertTyp": "Temporary Banner", "PreviewType": "Sometimes", "BadgesEnabled": "yes"}`), nil))

	want := `values.AlertTyp      no such field; did you mean "AlertType"?
values.PreviewType   "Sometimes" is not one of: Always, When Unlocked, Never
values.BadgesEnabled expected true or false, got "yes"`
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// everyKind has one field of each kind, all optional.
const everyKind = `[
	{"id":"01","name":"check","displayType":"checkbox"},
	{"id":"02","name":"text","displayType":"text","label":"Banner Text"},
	{"id":"03","name":"area","displayType":"textarea"},
	{"id":"04","name":"mail","displayType":"email"},
	{"id":"05","name":"num","displayType":"number"},
	{"id":"06","name":"inline","displayType":"numberinline"},
	{"id":"07","name":"choice","displayType":"select","displayOptions":{"select":[{"text":"Off","value":"0"},{"text":"On","value":"1"}]}},
	{"id":"08","name":"open","displayType":"radio"},
	{"id":"09","name":"list","displayType":"singlelistbox"},
	{"id":"10","name":"reg","displayType":"table","defaultValue":{"customData":"1","customRegType":"DWORD"}},
	{"id":"11","name":"uris","displayType":"multilist","defaultValue":[{"uri":"","format":""},{"value":""}]},
	{"id":"12","name":"bare","displayType":"multilist","defaultValue":[]},
	{"id":"13","name":"font","displayType":"file"},
	{"id":"14","name":"when","displayType":"datepickerrange"},
	{"id":"15","name":"pairs","displayType":"doublelistbox"},
	{"id":"16","name":"future","displayType":"hologram"},
	{"id":"17","name":"url","displayType":"copywell"},
	{"id":"18","name":"fixed","displayType":"text","readOnly":true},
	{"id":"19","name":"secret","displayType":"text","sensitive":true},
	{"id":"20","name":"odd name.x","displayType":"checkbox"}
]`

func TestCheckValues(t *testing.T) {
	t.Parallel()

	tests := []struct {
		name, values string
		want         []string // path and message
	}{
		{"nothing", `null`, nil},
		{"empty", `{}`, nil},
		{"every kind, right", `{"check":true,"text":"x","area":"","mail":"a@b.c","num":45.0,"inline":1e-7,"choice":"On","open":5,
			"list":["a","b"],"reg":[{"customData":"1","customRegType":null}],"uris":[{"uri":"./x","value":600}],"bare":[{"any":[1]}],
			"font":"AAEC","when":{"from":1},"pairs":[[1,2]],"future":null,"secret":"s","odd name.x":false}`, nil},
		{"empty lists", `{"list":[],"reg":[],"uris":[],"font":""}`, nil},
		{"option by value", `{"choice":"1"}`, nil},
		{"option in another case", `{"choice":"ON"}`, nil},
		{"null is not set", `{"check":null,"list":null,"reg":null,"fixed":null,"url":null}`, nil},

		{"unknown fields come first, sorted", `{"zzz":1,"chek":true,"check":1}`, []string{
			`values.chek no such field; did you mean "check"?`, "values.zzz no such field", "values.check expected true or false, got 1",
		}},
		{"an unknown field is one even if null", `{"texxt":null}`, []string{`values.texxt no such field; did you mean "text"?`}},
		{"label for name", `{"banner text":"x"}`, []string{`values["banner text"] no such field; did you mean "text"?`}},
		{"never suggests what cannot be set", `{"fixd":1}`, []string{"values.fixd no such field"}},
		{"odd names are quoted", `{"odd name.x":1}`, []string{`values["odd name.x"] expected true or false, got 1`}},

		{"checkbox", `{"check":"True"}`, []string{`values.check expected true or false, got "True"`}},
		{"text", `{"text":2.5,"area":true,"mail":["a"]}`, []string{
			"values.text expected a string, got 2.5; quote it, since 2.5 and 2.50 are one number",
			"values.area expected a string, got true; quote it (YAML reads yes, on and true alike)", `values.mail expected a string, got ["a"]`,
		}},
		{"number", `{"num":"45 ","inline":{}}`, []string{`values.num expected a number, got "45 "`, "values.inline expected a number, got {}"}},
		{"option", `{"choice":"Perhaps"}`, []string{`values.choice "Perhaps" is not one of: Off, On`}},
		{"option as a boolean", `{"choice":true}`, []string{"values.choice true is not one of: Off, On; YAML reads On as true: quote it"}},
		{"what converts without loss", `{"check":"true","text":222,"area":12345678901234567890,"num":"45","inline":"-1.5","choice":1,"list":["a",5],
			"reg":[{"customData":1}]}`, nil},
		{"list", `{"list":"a"}`, []string{`values.list expected a list of strings, got "a"`}},
		{"list elements", `{"list":["a",0.5,null]}`, []string{
			"values.list[1] expected a string, got 0.5; quote it, since 0.5 and 0.50 are one number", "values.list[2] expected a string, got null",
		}},
		{"rows", `{"reg":{"customData":"1"}}`, []string{`values.reg expected a list of objects, got {"customData":"1"}`}},
		{"a row", `{"reg":["x",{"customData":false}]}`, []string{
			`values.reg[0] expected an object, got "x"`,
			"values.reg[1].customData expected a string, got false; quote it (YAML reads no, off and false alike)",
		}},
		{"columns", `{"reg":[{"customDat":"1"}],"uris":[{"oma uri":"x","value":"y"}]}`, []string{
			`values.reg[0].customDat no such column; did you mean "customData"?`,
			`values.uris[0]["oma uri"] no such column; there are: format, uri, value`,
		}},
		{"columns without a likely one", `{"uris":[{"q":1}]}`, []string{"values.uris[0].q no such column; there are: format, uri, value"}},
		{"file", `{"font":5}`, []string{"values.font expected base64 text, got 5"}},
		{"read-only", `{"fixed":"x"}`, []string{"values.fixed read-only, cannot be set"}},
		{"display only", `{"url":"x"}`, []string{"values.url display only, cannot be set"}},
		{"a secret is not shown", `{"secret":12345}`, []string{"values.secret expected a string, got a number; quote it"}},
		{"not an object", `["a"]`, []string{"values expected field names and their values, got a list"}},
		{"long values are cut", `{"check":"` + strings.Repeat("x", 100) + `"}`, []string{`values.check expected true or false, got "` + strings.Repeat("x", 59) + "…"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()

			assertProblems(t, CheckValues(fieldsOf(t, everyKind), tree(t, test.values), nil), test.want)
		})
	}
}

func assertProblems(t *testing.T, got []Problem, want []string) {
	t.Helper()

	lines := make([]string, 0, len(got))
	for _, p := range got {
		lines = append(lines, p.Path+" "+p.Message)

		if !strings.HasPrefix(p.Path, p.Attribute) {
			t.Errorf("path %s is not below %s", p.Path, p.Attribute)
		}
	}

	if len(lines) == 0 && len(want) == 0 {
		return
	}

	if !reflect.DeepEqual(lines, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(lines, "\n"), strings.Join(want, "\n"))
	}
}

func TestCheckPassesOverUnknowns(t *testing.T) {
	t.Parallel()

	all := map[string]any{}

	for _, f := range fieldsOf(t, everyKind) {
		if f.settable() {
			all[f.Name] = anyjson.Unknown{}
		}
	}

	all["list"] = []any{"a", anyjson.Unknown{}}
	all["reg"] = anyjson.Set{anyjson.Unknown{}, map[string]any{"customData": anyjson.Unknown{}}}

	assertProblems(t, CheckValues(fieldsOf(t, everyKind), all, nil), nil)

	assertProblems(t, CheckValues(fieldsOf(t, everyKind), map[string]any{
		"check": []any{anyjson.Unknown{}}, "fixed": anyjson.Unknown{}, "typo": anyjson.Unknown{},
		"list": []any{anyjson.Unknown{}, false},
	}, nil), []string{
		"values.typo no such field",
		"values.check expected true or false, got a list",
		"values.list[1] expected a string, got false; quote it (YAML reads no, off and false alike)",
		"values.fixed read-only, cannot be set",
	})
}

func TestCheckRequired(t *testing.T) {
	t.Parallel()

	fields := fieldsOf(t, `[
		{"id":"1","name":"text","displayType":"text","required":true},
		{"id":"2","name":"blank","displayType":"text","required":true,"defaultValue":""},
		{"id":"3","name":"filled","displayType":"text","required":true,"defaultValue":"x"},
		{"id":"4","name":"off","displayType":"checkbox","required":true,"defaultValue":false},
		{"id":"5","name":"rows","displayType":"table","required":true,"defaultValue":{"a":"example"}},
		{"id":"6","name":"fixed","displayType":"text","required":true,"readOnly":true},
		{"id":"7","name":"shown","displayType":"copywell","required":true},
		{"id":"8","name":"secret","displayType":"text","required":true,"sensitive":true}]`)
	missing := []string{
		"values.text required, but not set", "values.blank required, but not set", "values.rows required, but not set",
		"values.secret required, but not set here nor in sensitive_values_wo",
	}

	assertProblems(t, CheckValues(fields, nil, nil), missing)
	assertProblems(t, CheckValues(fields, tree(t, `{"text":null,"rows":null}`), tree(t, `{"secret":null}`)), missing)
	assertProblems(t, CheckValues(fields, tree(t, `{"text":"","blank":"b","rows":[]}`), tree(t, `{"secret":"s"}`)), nil)

	for name, args := range map[string][2]any{
		"values not known yet":              {anyjson.Unknown{}, nil},
		"sensitive values not known yet":    {nil, anyjson.Unknown{}},
		"members of either known to be set": {map[string]any{"text": "x", "blank": "x", "rows": anyjson.Unknown{}}, map[string]any{"secret": anyjson.Unknown{}}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			assertProblems(t, CheckValues(fields, args[0], args[1]), nil)
		})
	}
}

func TestCheckSensitive(t *testing.T) {
	t.Parallel()

	fields := fieldsOf(t, `[
		{"id":"1","name":"password","displayType":"text","sensitive":true},
		{"id":"2","name":"pin","displayType":"number","sensitive":true},
		{"id":"3","name":"mode","displayType":"select","sensitive":true,"displayOptions":{"select":[{"text":"A","value":"1"}]}},
		{"id":"4","name":"plain","displayType":"text"}]`)

	assertProblems(t, CheckValues(fields, tree(t, `{"password":"in both"}`),
		tree(t, `{"password":"in both","pin":"hunter2","mode":"hunter2","plain":"x","pasword":"x"}`)), []string{
		`sensitive_values_wo.pasword no such field; did you mean "password"?`,
		"sensitive_values_wo.password also set in values; set it in one of the two",
		"sensitive_values_wo.pin expected a number, got a string",
		"sensitive_values_wo.mode the value is not one of: A",
		"sensitive_values_wo.plain not a sensitive field; set it in values",
	})
	assertProblems(t, CheckValues(fields, tree(t, `{"mode":2}`), tree(t, `"text"`)), []string{
		"sensitive_values_wo expected field names and their values, got a string",
	})
	assertProblems(t, CheckValues(fields, tree(t, `{"mode":2}`), nil), []string{"values.mode the value is not one of: A"})

	if got := PlainSecrets(fields, object(t, `{"pin":1,"plain":"x","password":null}`)); !reflect.DeepEqual(got, []string{"pin"}) {
		t.Errorf("plain secrets: %v", got)
	}
}

func TestCheckFile(t *testing.T) {
	t.Parallel()

	good := base64.StdEncoding.EncodeToString([]byte("any bytes \x00\xff\xfe"))

	tests := []struct {
		name, text string
		bad        int // -1: nothing wrong
	}{
		{"right", good, -1},
		{"data prefix", "data:font/ttf;base64," + good, 4},
		{"URL alphabet", "ab-d", 2},
		{"no padding", "YQ", 0},
		{"half padding", "YQ=", 3},
		{"after the padding", "YQ==YQ==", 4},
		{"folded", "YWJj\nYWJj", 4},
		{"a line break at the end", "YWJj\r\n", 4},
		{"broken before the fold", "Y!Jj\nYWJj", 1},
		{"plain text", "not base64", 3},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()

			got := checkFile(fieldPath{attribute: "values"}, test.text)

			if test.bad < 0 {
				assertProblems(t, got, nil)

				return
			}

			assertProblems(t, got, []string{fmt.Sprintf(
				"values expected base64 on one line, as filebase64 gives it; this breaks at offset %d of %d", test.bad, len(test.text))})
		})
	}
}

func TestLongOptionListsAreCut(t *testing.T) {
	t.Parallel()

	options := make([]string, 0, 400)
	for i := range 400 {
		options = append(options, fmt.Sprintf(`{"text":"Zone %03d","value":"z%d"}`, i, i))
	}

	fields := fieldsOf(t, `[{"id":"1","name":"tz","displayType":"select","displayOptions":{"select":[`+strings.Join(options, ",")+`]}}]`)

	got := CheckValues(fields, tree(t, `{"tz":"Zone 1234"}`), nil)
	if len(got) != 1 || !strings.HasPrefix(got[0].Message, `"Zone 1234" is not one of the 400 options; the nearest: Zone 123, Zone 1`) ||
		strings.Count(got[0].Message, "Zone") != 13 {
		t.Errorf("got %v", got)
	}
}

func TestTemplateWithoutFields(t *testing.T) {
	t.Parallel()

	assertProblems(t, CheckValues(nil, tree(t, `{"a":1}`), nil), []string{"values.a no such field: this template has none to set"})
	assertProblems(t, CheckValues(nil, tree(t, `{}`), nil), nil)
}
