// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package policyfunctions_test

import (
	"encoding/base64"
	"fmt"
	"strings"
	"sync"
	"testing"

	"github.com/hashicorp/terraform-plugin-framework/providerserver"
	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/provider"
)

var anything = tftypes.DynamicPseudoType

// started is one provider for all calls; functions need no configuration.
var started = sync.OnceValues(func() (tfprotov6.ProviderServer, error) {
	return providerserver.NewProtocol6WithError(provider.New("test")())()
})

// call calls a function as Terraform does, with each argument as the type says.
func call(t *testing.T, name string, arguments ...tftypes.Value) (tftypes.Value, *tfprotov6.FunctionError) {
	t.Helper()

	server, err := started()
	if err != nil {
		t.Fatal(err)
	}

	declared, err := server.GetFunctions(t.Context(), &tfprotov6.GetFunctionsRequest{})
	if err != nil {
		t.Fatal(err)
	}

	signature := declared.Functions[name]
	if signature == nil {
		t.Fatalf("no function %s", name)
	}

	req := &tfprotov6.CallFunctionRequest{Name: name}

	for i, a := range arguments {
		encoded, err := tfprotov6.NewDynamicValue(signature.Parameters[i].Type, a)
		if err != nil {
			t.Fatal(err)
		}

		req.Arguments = append(req.Arguments, &encoded)
	}

	resp, err := server.CallFunction(t.Context(), req)
	if err != nil {
		t.Fatal(err)
	}

	if resp.Error != nil {
		return tftypes.Value{}, resp.Error
	}

	v, err := resp.Result.Unmarshal(signature.Return.Type)
	if err != nil {
		t.Fatal(err)
	}

	return v, nil
}

func text(s string) tftypes.Value { return tftypes.NewValue(tftypes.String, s) }

// value is what HCL makes of plain Go.
func value(v any) tftypes.Value {
	switch v := v.(type) {
	case nil:
		return tftypes.NewValue(anything, nil)
	case tftypes.Value:
		return v
	case bool:
		return tftypes.NewValue(tftypes.Bool, v)
	case string:
		return text(v)
	case []any:
		types, values := []tftypes.Type{}, []tftypes.Value{}

		for _, e := range v {
			values = append(values, value(e))
			types = append(types, values[len(values)-1].Type())
		}

		return tftypes.NewValue(tftypes.Tuple{ElementTypes: types}, values)
	case map[string]any:
		types, values := map[string]tftypes.Type{}, map[string]tftypes.Value{}

		for name, e := range v {
			values[name] = value(e)
			types[name] = values[name].Type()
		}

		return tftypes.NewValue(tftypes.Object{AttributeTypes: types}, values)
	}

	return tftypes.NewValue(tftypes.Number, v)
}

// rowsOf reads a list of objects of strings.
func rowsOf(t *testing.T, v tftypes.Value) []map[string]string {
	t.Helper()

	var list []tftypes.Value
	if err := v.As(&list); err != nil {
		t.Fatal(err)
	}

	var out []map[string]string

	for _, e := range list {
		var cells map[string]tftypes.Value
		if err := e.As(&cells); err != nil {
			t.Fatal(err)
		}

		row := map[string]string{}

		for name, cell := range cells {
			var s string
			if err := cell.As(&s); err != nil {
				t.Fatal(err)
			}

			row[name] = s
		}

		out = append(out, row)
	}

	return out
}

func TestRegistryValues(t *testing.T) {
	t.Parallel()

	for in, want := range map[*map[string]any]string{
		{"location": `SOFTWARE\Policies\Acme`, "name": "On", "data": true}:                                        "DWORD 1",
		{"location": `SOFTWARE\Policies\Acme`, "name": "Off", "data": false}:                                      "DWORD 0",
		{"location": `SOFTWARE\Policies\Acme`, "name": "N", "type": nil, "data": 4294967295}:                      "DWORD 4294967295",
		{"location": `SOFTWARE\Policies\Acme`, "name": "H", "type": "REG_DWORD", "data": "0x1F"}:                  "DWORD 31",
		{"location": `HKLM\SOFTWARE\Policies\Acme`, "name": "Q", "type": "qword", "data": "18446744073709551615"}: "QWORD 18446744073709551615",
		{"location": `HKEY_LOCAL_MACHINE\SOFTWARE\Policies\Acme`, "name": "S", "data": ""}:                        "String ",
		{"location": `HKLM:\SOFTWARE\Policies\Acme`, "name": "E", "type": "REG_EXPAND_SZ", "data": `%TEMP%\a`}:    `expandString %TEMP%\a`,
		{"location": `SOFTWARE\Policies\Acme`, "name": "M", "type": "multiString", "data": "a"}:                   "multiString a",

		// As tools show locations.
		{"location": `Computer\HKEY_LOCAL_MACHINE\SOFTWARE\Policies\Acme`, "name": "L1", "data": 1}:    "DWORD 1",
		{"location": `My Computer\HKEY_LOCAL_MACHINE\SOFTWARE\Policies\Acme`, "name": "L2", "data": 1}: "DWORD 1",
		{"location": `[HKEY_LOCAL_MACHINE\SOFTWARE\Policies\Acme]`, "name": "L3", "data": 1}:           "DWORD 1",
		{"location": `[hklm\SOFTWARE\Policies\Acme]`, "name": "L4", "data": 1}:                         "DWORD 1",
		{"location": `Registry::HKEY_LOCAL_MACHINE\SOFTWARE\Policies\Acme`, "name": "L5", "data": 1}:   "DWORD 1",
		{"location": ` HKLM\SOFTWARE\Policies\Acme`, "name": "L6", "data": 1}:                          "DWORD 1",

		// As .reg files write data.
		{"location": `SOFTWARE\Policies\Acme`, "name": "R1", "data": "dword:0000001f"}:                                      "DWORD 31",
		{"location": `SOFTWARE\Policies\Acme`, "name": "R2", "type": "DWORD", "data": "dword:00000010"}:                     "DWORD 16",
		{"location": `SOFTWARE\Policies\Acme`, "name": "R3", "type": "DWORD", "data": "0000001F"}:                           "DWORD 31",
		{"location": `SOFTWARE\Policies\Acme`, "name": "R4", "type": "REG_QWORD", "data": "hex(b):1f,00,00,00,00,00,00,00"}: "QWORD 31",
		{"location": `SOFTWARE\Policies\Acme`, "name": "R5", "type": "QWORD", "data": "00000000ffffffff"}:                   "QWORD 4294967295",
		{"location": `SOFTWARE\Policies\Acme`, "name": "R7", "type": "DWORD", "data": "00000001"}:                           "DWORD 1",
		{"location": `SOFTWARE\Policies\Acme`, "name": "R6", "type": "String", "data": "dword:0000001f"}:                    "String dword:0000001f",

		// As the vendor's importer sends several strings.
		{"location": `SOFTWARE\Policies\Acme`, "name": "S2", "type": "REG_MULTI_SZ", "data": []any{"a", "b"}}: `multiString a\0b\0\0`,
		{"location": `SOFTWARE\Policies\Acme`, "name": "S1", "type": "multiString", "data": []any{"a"}}:       `multiString a\0\0`,
	} {
		v, ferr := call(t, "registry_values", value([]any{*in}))
		if ferr != nil {
			t.Errorf("%v: %s", *in, ferr.Text)

			continue
		}

		row := rowsOf(t, v)[0]
		if got := row["customRegType"] + " " + row["customData"]; got != want || row["customLocation"] != `SOFTWARE\Policies\Acme` ||
			row["customValueName"] != (*in)["name"] || len(row) != 4 {
			t.Errorf("%v: %v, want %s", *in, row, want)
		}
	}

	// A slash is part of a key's name.
	v, ferr := call(t, "registry_values", value([]any{map[string]any{"location": `HKLM\SYSTEM\SCHANNEL\Ciphers\RC4 128/128`, "name": "Enabled", "data": 0}}))
	if ferr != nil || rowsOf(t, v)[0]["customLocation"] != `SYSTEM\SCHANNEL\Ciphers\RC4 128/128` {
		t.Errorf("a slash in a key: %v %v", v, ferr)
	}

	// And a blank, wherever it stands.
	v, ferr = call(t, "registry_values", value([]any{map[string]any{"location": `SOFTWARE\Acme `, "name": " Mode", "data": 0}}))
	if ferr != nil || rowsOf(t, v)[0]["customLocation"] != `SOFTWARE\Acme ` || rowsOf(t, v)[0]["customValueName"] != " Mode" {
		t.Errorf("blanks in names: %v %v", v, ferr)
	}

	if v, ferr := call(t, "registry_values", value([]any{})); ferr != nil || len(rowsOf(t, v)) != 0 {
		t.Errorf("no rows: %v %v", v, ferr)
	}

	v, ferr = call(t, "registry_values", value([]any{map[string]any{
		"location": "A", "name": tftypes.NewValue(tftypes.String, tftypes.UnknownValue), "data": 1,
	}}))
	if ferr != nil || v.IsKnown() {
		t.Errorf("an unknown member gives %v %v", v, ferr)
	}
}

func TestRegistryValues_Refusals(t *testing.T) {
	t.Parallel()

	row := func(changes ...any) []any {
		r := map[string]any{"location": `SOFTWARE\Acme`, "name": "N", "data": 1}
		for i := 0; i < len(changes); i += 2 {
			r[fmt.Sprint(changes[i])] = changes[i+1]
		}

		return []any{r}
	}

	for want, in := range map[string]any{
		"expected a list of objects":      "text",
		"[0]: expected an object":         []any{"text"},
		"[1]: it is null":                 append(row(), nil),
		`did you mean "location"`:         row("locaton", "x"),
		"location is missing":             row("location", nil),
		"location must be a string":       row("location", 1),
		"HKEY_LOCAL_MACHINE only":         row("location", `HKCU\Software`),
		"names no key":                    row("location", `HKLM\`),
		"has slashes alone":               row("location", "SOFTWARE/Acme"),
		"two in a row":                    row("location", `SOFTWARE\\Acme`),
		"location has 256 characters":     row("location", strings.Repeat("k", 256)),
		"name is empty":                   row("name", ""),
		"name has 100 characters":         row("name", strings.Repeat("n", 100)),
		`"BIGINT" is not a registry type`: row("type", "BIGINT"),
		"data is missing":                 row("data", nil),
		"from 0 to 2^32-1 for DWORD":      row("data", 4294967296),
		`got "1.5"`:                       row("data", "1.5", "type", "DWORD"),
		`got "-1"`:                        row("data", -1),
		"expected a text for String":      row("type", "String"),
		"HKEY_USERS; the template":        row("location", `Computer\HKEY_USERS\.DEFAULT`),
		"HKCU; the template":              row("location", `[HKCU\Software]`),
		"deletes a key":                   row("location", `[-HKEY_LOCAL_MACHINE\SOFTWARE\Acme]`),
		`has HKEY_LOCAL_MACHINE inside`:   row("location", `Ordinateur\HKEY_LOCAL_MACHINE\SOFTWARE\Acme`),
		"cannot write REG_BINARY":         row("type", "REG_BINARY"),
		`"hex:" data is REG_BINARY`:       row("data", "hex:01,02"),
		`"hex(7):" data`:                  row("data", "hex(7):61,00,00,00", "type", nil),
		"begins with a zero":              row("data", "00000010", "type", "DWORD"),
		"eight bytes":                     row("data", "hex(b):01,02", "type", "QWORD"),
		"at least one string":             row("type", "multiString", "data", []any{}),
		"[1]: an empty string":            row("type", "multiString", "data", []any{"a", ""}),
		`[0]: \0 separates`:               row("type", "multiString", "data", []any{`a\0b`}),
		"[0]: expected a string":          row("type", "multiString", "data", []any{1}),
		"[1]: expected a string":          row("type", "multiString", "data", []any{"a", nil}),
		"expected a text or a number":     row("type", "DWORD", "data", []any{}),
		"seen; take it away":              row("location", "SOFTWARE\\Acme\u200b"),
		`name "N\tM" has a character`:     row("name", "N\tM"),
		"is there twice":                  append(row(), row("location", `software\ACME`, "name", "n")...),
	} {
		_, ferr := call(t, "registry_values", value(in))
		if ferr == nil || !strings.Contains(ferr.Text, want) || ferr.FunctionArgument == nil || *ferr.FunctionArgument != 0 {
			t.Errorf("%v: %+v, want %q at argument 0", in, ferr, want)
		}
	}

	_, ferr := call(t, "registry_values", value(append(row("name", ""), row("data", nil)...)))
	if ferr == nil || !strings.Contains(ferr.Text, "[0]: name is empty\n[1]: data is missing") {
		t.Errorf("not every problem is told: %+v", ferr)
	}
}

func TestOMAURIValues(t *testing.T) {
	t.Parallel()

	for in, want := range map[*map[string]any]string{
		{"uri": "./Device/A", "value": 600}:                                                            "int 600",
		{"uri": "./Device/A", "value": 0.5}:                                                            "float 0.5",
		{"uri": "./Device/A", "value": true}:                                                           "bool true",
		{"uri": "./Device/A", "value": "x"}:                                                            "chr x",
		{"uri": "./Device/A", "format": "integer", "value": "-3"}:                                      "int -3",
		{"uri": "./Device/A", "format": "Boolean", "value": "false"}:                                   "bool false",
		{"uri": "./Device/A", "format": "floating point", "value": 2}:                                  "float 2",
		{"uri": "./Device/A", "format": "base64", "value": "YQ=="}:                                     "b64 YQ==",
		{"uri": "./Device/A", "format": "xml", "value": `<enabled/><data id="a"/>`}:                    `xml <enabled/><data id="a"/>`,
		{"uri": "./Device/A", "format": "string", "value": 7}:                                          "chr 7",
		{"uri": "./Device/A", "format": "float", "value": "-1.5e3"}:                                    "float -1.5e3",
		{"uri": "./Device/A", "format": "xml", "value": `<?xml version="1.1" encoding="utf-16"?><a/>`}: `xml <?xml version="1.1" encoding="utf-16"?><a/>`,
		{"uri": "./Device/A", "format": "xml", "value": "\ufeff<a/>"}:                                  "xml \ufeff<a/>",
	} {
		v, ferr := call(t, "oma_uri_values", value([]any{*in}))
		if ferr != nil {
			t.Errorf("%v: %s", *in, ferr.Text)

			continue
		}

		row := rowsOf(t, v)[0]
		if got := row["format"] + " " + row["value"]; got != want || row["uri"] != "./Device/A" || len(row) != 3 {
			t.Errorf("%v: %v, want %s", *in, row, want)
		}
	}
}

func TestOMAURIValues_Refusals(t *testing.T) {
	t.Parallel()

	row := func(format, v any) []any {
		return []any{map[string]any{"uri": "./Device/A", "format": format, "value": v}}
	}

	for want, in := range map[string]any{
		`must begin with "./"`:      []any{map[string]any{"uri": "/Device/A", "value": 1}},
		`\u200b" has a character`:   []any{map[string]any{"uri": "./Device/A\u200b", "value": 1}},
		"uri is missing":            []any{map[string]any{"value": 1}},
		"is there twice":            append(row("int", 1), row("int", 2)...),
		`"b64"`:                     row("binary", "x"),
		"value is missing":          row(nil, nil),
		"expected a text, a number": row("chr", []any{}),
		"expected a whole number":   row("int", "1.5"),
		"expected a decimal number": row("float", "x"),
		"expected true or false":    row("bool", "yes"),
		"offset 0 of 1":             row("b64", "%"),
		"offset 4 of 9":             row("base64", "AAAA\nBBBB"),
		`number, got "NaN"`:         row("float", "NaN"),
		`number, got "0x1p-2"`:      row("float", "0x1p-2"),
		`number, got "Infinity"`:    row("float", "Infinity"),
		`number, got "1e999"`:       row("float", "1e999"),
		"whatever their case":       append(row("int", 1), map[string]any{"uri": "./DEVICE/a", "value": 1}),
		"there is no element":       row("xml", "text"),
		"not well-formed XML":       row("xml", "<a>"),
	} {
		_, ferr := call(t, "oma_uri_values", value(in))
		if ferr == nil || !strings.Contains(ferr.Text, want) || ferr.FunctionArgument == nil || *ferr.FunctionArgument != 0 {
			t.Errorf("%v: %+v, want %q at argument 0", in, ferr, want)
		}
	}
}

const profile = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
<dict>
	<key>PayloadContent</key>
	<array>
		<dict>
			<key>PayloadType</key><string>com.apple.wifi.managed</string>
			<key>PayloadIdentifier</key><string>com.example.wifi.1</string>
			<key>PayloadUUID</key><string>0D0E1A8C-6A2B-4B1E-9F37-2B1C5D6E7F80</string>
			<key>AutoJoin</key><true/>
		</dict>
	</array>
	<key>PayloadType</key><string>Configuration</string>
	<key>PayloadIdentifier</key><string>com.example.wifi</string>
	<key>PayloadUUID</key><string>6F1B7F62-0C0A-4B0E-8F0B-0F4A8F0C5A11</string>
	<key>PayloadVersion</key><integer>1</integer>
</dict>
</plist>
`

func TestMobileconfig(t *testing.T) {
	t.Parallel()

	v, ferr := call(t, "mobileconfig", text(profile))
	if ferr != nil {
		t.Fatal(ferr.Text)
	}

	var encoded string
	if err := v.As(&encoded); err != nil {
		t.Fatal(err)
	}

	if raw, err := base64.StdEncoding.DecodeString(encoded); err != nil || string(raw) != profile {
		t.Errorf("%s is not the profile: %v", encoded, err)
	}
}

// What reaches the function is UTF-8; a declaration that says otherwise is wrong about it,
// unless the text means the same in both.
func TestMobileconfig_Encodings(t *testing.T) {
	t.Parallel()

	declared := func(encoding, name string) string {
		return strings.Replace(strings.Replace(profile, "UTF-8", encoding, 1), "com.example.wifi<", "com.example."+name+"<", 1)
	}

	for in, want := range map[string]string{
		declared("us-ascii", "wifi"):                             "",
		declared("ISO-8859-1", "wifi"):                           "",
		declared("Windows-1252", "wifi"):                         "",
		declared("utf8", "café"):                                 "",
		"\ufeff" + profile:                                       "",
		strings.Replace(profile, ` encoding="UTF-8"`, "", 1):     "",
		strings.Replace(profile, `version="1.0"`, "", 1):         "",
		declared("utf-16", "wifi"):                               `encoding="UTF-8"`,
		declared("iso-8859-1", "café"):                           `declares the encoding "iso-8859-1"`,
		declared("us-ascii", "café"):                             `declares the encoding "us-ascii"`,
		strings.Replace(profile, "<dict>", "<dict><key>", 1):     "not well-formed XML: line ",
		strings.Replace(profile, "</plist>", "</plist", 1):       "it ends too early",
		strings.Replace(profile, "</dict>\n</plist>", "</a>", 1): "</a>",
	} {
		_, ferr := call(t, "mobileconfig", text(in))

		switch {
		case want == "" && ferr != nil:
			t.Errorf("%.60q: %s", in, ferr.Text)
		case want != "" && (ferr == nil || !strings.Contains(ferr.Text, want)):
			t.Errorf("%.60q: %v, want %q", in, ferr, want)
		case ferr != nil && (strings.Contains(ferr.Text, "CharsetReader") || strings.Contains(ferr.Text, "EOF") || strings.Contains(ferr.Text, "xml:")):
			t.Errorf("%.60q: %s shows the parser's insides", in, ferr.Text)
		}
	}
}

// Terraform ends a function's error with a full stop of its own.
func TestErrorsEndWithoutFullStop(t *testing.T) {
	t.Parallel()

	for name, arguments := range map[string][]tftypes.Value{
		"registry_values": {value([]any{map[string]any{"location": "A", "name": "B", "type": "nonsense", "data": 1}})},
		"oma_uri_values":  {value([]any{map[string]any{"uri": "./A", "format": "nonsense", "value": 1}})},
		"mobileconfig":    {text("")},
		"ring":            {text(""), percents(nil), text("")},
	} {
		if _, ferr := call(t, name, arguments...); ferr == nil || strings.HasSuffix(ferr.Text, ".") {
			t.Errorf("%s: %v", name, ferr)
		}
	}
}

func TestMobileconfig_Refusals(t *testing.T) {
	t.Parallel()

	without := func(old, replacement string) string { return strings.Replace(profile, old, replacement, 1) }
	twice := strings.SplitAfter(profile, "<array>")
	second := strings.SplitAfter(twice[1], "</dict>")

	for want, in := range map[string]string{
		"signed profile":                           "MIIGZgYJKoZIhvcNAQcCoIIGVzCCBlM=",
		"not well-formed XML":                      "<plist><dict>",
		"the root element is not <plist>":          "<html/>",
		"is empty":                                 "<plist></plist>",
		"no dictionary":                            "<plist><string>x</string></plist>",
		"where a <key> belongs":                    "<plist><dict><string>x</string></dict></plist>",
		`the key "x" has no value`:                 "<plist><dict><key>x</key></dict></plist>",
		`PayloadType is "com.example"`:             without(">Configuration<", ">com.example<"),
		"the profile has no PayloadVersion":        without("<key>PayloadVersion</key><integer>1</integer>", ""),
		"the profile has no PayloadIdentifier":     without("<string>com.example.wifi</string>", "<string></string>"),
		"PayloadContent[0] has no PayloadUUID":     without("<key>PayloadUUID</key><string>0D0E1A8C-6A2B-4B1E-9F37-2B1C5D6E7F80</string>", ""),
		"no PayloadContent list":                   without("<key>PayloadContent</key>", "<key>Other</key>"),
		"has the PayloadUUID of PayloadContent[0]": twice[0] + second[0] + twice[1],
		"PayloadContent[0] is no dictionary":       "<plist><dict><key>PayloadContent</key><array><string>x</string></array></dict></plist>",
	} {
		_, ferr := call(t, "mobileconfig", text(in))
		if ferr == nil || !strings.Contains(ferr.Text, want) || ferr.FunctionArgument == nil || *ferr.FunctionArgument != 0 {
			t.Errorf("%q: %+v, want %q at argument 0", in, ferr, want)
		}
	}
}

func percents(shares map[string]any) tftypes.Value {
	all := map[string]tftypes.Value{}
	for name, share := range shares {
		all[name] = tftypes.NewValue(tftypes.Number, share)
	}

	return tftypes.NewValue(tftypes.Map{ElementType: tftypes.Number}, all)
}

func TestRing(t *testing.T) {
	t.Parallel()

	ring := func(key, seed string, shares map[string]any) string {
		v, ferr := call(t, "ring", text(key), percents(shares), text(seed))
		if ferr != nil {
			t.Fatal(ferr.Text)
		}

		var name string
		if err := v.As(&name); err != nil {
			t.Fatal(err)
		}

		return name
	}

	shares := map[string]any{"canary": 2, "early": 10, "broad": 88}
	grown := map[string]any{"canary": 5, "early": 10, "broad": 85}
	count := map[string]int{}
	moved := 0

	const tenants = 300

	for i := range tenants {
		key := fmt.Sprintf("tenant-%d", i)
		now := ring(key, "2026", shares)
		count[now]++

		if now == "canary" && ring(key, "2026", grown) != "canary" {
			t.Errorf("%s left the growing ring", key)
		}

		if now != ring(key, "2027", shares) {
			moved++
		}
	}

	if count["canary"] < 1 || count["canary"] > 14 || count["early"] < 15 || count["early"] > 50 || moved < 20 {
		t.Errorf("%v of %d, %d moved with another seed", count, tenants, moved)
	}

	// These are the contract: a change would move tenants between rings.
	for key, want := range map[string]string{"acme": "broad", "globex": "broad", "initech": "broad", "umbrella": "canary", "wayne": "broad"} {
		if got := ring(key, "2026", map[string]any{"canary": 20, "early": 30, "broad": 50}); got != want {
			t.Errorf("%s is in %s, want %s", key, got, want)
		}
	}

	if got := ring("x", "", map[string]any{"all": 100, "none": 0}); got != "all" {
		t.Errorf("an empty ring got a key: %s", got)
	}

	// A share that is not known yet leaves the ring unknown.
	v, ferr := call(t, "ring", text("x"), percents(map[string]any{"a": tftypes.UnknownValue, "b": 10}), text(""))
	if ferr != nil || v.IsKnown() {
		t.Errorf("an unknown share gives %v %v", v, ferr)
	}
}

func TestRing_Refusals(t *testing.T) {
	t.Parallel()

	for want, in := range map[string]struct {
		key      string
		shares   map[string]any
		argument int64
	}{
		"the key is empty": {"", map[string]any{"a": 100}, 0},
		"add up to 90":     {"k", map[string]any{"a": 50, "b": 40}, 1},
		"add up to 0":      {"k", map[string]any{}, 1},
		`ring "b" is -10`:  {"k", map[string]any{"a": 110, "b": -10}, 1},
		`["a"] is null`:    {"k", map[string]any{"a": nil, "b": 100}, 1},
	} {
		_, ferr := call(t, "ring", text(in.key), percents(in.shares), text("s"))
		if ferr == nil || !strings.Contains(ferr.Text, want) || ferr.FunctionArgument == nil || *ferr.FunctionArgument != in.argument {
			t.Errorf("%+v, want %q at argument %d", ferr, want, in.argument)
		}
	}
}
