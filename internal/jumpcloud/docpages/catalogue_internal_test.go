// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package main

import (
	"encoding/base64"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"testing/synctest"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
	ctyjson "github.com/zclconf/go-cty/cty/json"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/policy/policysim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
)

const profile = `<plist version="1.0"><dict><key>PayloadType</key><string>Configuration</string></dict></plist>`

// evaluate reads the one resource block of an example.
func evaluate(t *testing.T, text, organization string) (string, acctest.Attrs) {
	t.Helper()

	file, diags := hclsyntax.ParseConfig([]byte(text), "example.tf", hcl.InitialPos)
	if diags.HasErrors() {
		t.Fatalf("%s\n%s", diags, text)
	}

	body, _ := file.Body.(*hclsyntax.Body)
	block := body.Blocks[0]

	context := &hcl.EvalContext{
		Variables: map[string]cty.Value{"var": cty.ObjectVal(map[string]cty.Value{
			"organization_id": cty.StringVal(organization), "file": cty.StringVal("a.mobileconfig"), "secret": cty.StringVal("hunter22"),
		})},
		Functions: map[string]function.Function{"filebase64": function.New(&function.Spec{
			Params: []function.Parameter{{Name: "path", Type: cty.String}},
			Type:   function.StaticReturnType(cty.String),
			Impl: func([]cty.Value, cty.Type) (cty.Value, error) {
				return cty.StringVal(base64.StdEncoding.EncodeToString([]byte(profile))), nil
			},
		})},
	}

	attrs := acctest.Attrs{}

	for name, a := range block.Body.Attributes {
		v, diags := a.Expr.Value(context)
		if diags.HasErrors() {
			t.Fatalf("%s\n%s", diags, text)
		}

		raw, err := ctyjson.Marshal(v, v.Type())
		if err != nil {
			t.Fatal(err)
		}

		var value any
		if err := json.Unmarshal(raw, &value); err != nil {
			t.Fatal(err)
		}

		attrs[name] = value
	}

	return strings.Join(block.Labels, "."), attrs
}

// TestExamplesOfTheCatalogueApply: one policy of each template, as its page shows it, is what the
// provider and the simulator take, and a second plan is empty.
func TestExamplesOfTheCatalogueApply(t *testing.T) {
	t.Parallel()
	synctest.Test(t, examplesOfTheCatalogueApply) // the requests keep a pace
}

func examplesOfTheCatalogueApply(t *testing.T) {
	t.Helper()

	all, err := known()
	if err != nil {
		t.Fatal(err)
	}

	s := acctest.Simulator(t, simulator.Options{})
	organization, _ := s.OrganizationID(simulator.AcmeInc) // has MDM for all systems
	core := acctest.NewCore(t, s, acctest.As(s, simulator.RoleBilling))
	config := acctest.Config{}

	for _, x := range all {
		address, attrs := evaluate(t, x.example(), organization)
		if _, twice := config[address]; twice {
			t.Errorf("two examples are called %s", address)
		}

		config[address] = attrs
	}

	if diags := core.Apply(config); len(diags) > 0 {
		t.Fatal(diags)
	}

	if p := core.Plan(config); len(p.Diags) > 0 || p.Count(acctest.NoOp) != len(config) {
		t.Errorf("the second plan is not empty: %s", p.Diags)
	}

	t.Logf("%d examples apply", len(config))

	if len(config) != len(policysim.Catalogue()) {
		t.Error("not every template has an example")
	}
}

// TestCatalogueTellsEvidenceFromInvention: what the simulator calls invented has no evidence, and
// everything else has some.
func TestCatalogueTellsEvidenceFromInvention(t *testing.T) {
	t.Parallel()

	all, err := known()
	if err != nil {
		t.Fatal(err)
	}

	for i, doc := range policysim.Catalogue() {
		if invented := doc["description"] == "Invented for the simulator."; invented == all[i].shown() {
			t.Errorf("%s: invented is %t, shown by a source is %t", all[i].Name, invented, all[i].shown())
		}

		for _, f := range all[i].Fields {
			for fact, mark := range f.facts {
				if sources[mark] == "" {
					t.Errorf("%s.%s: the mark %q of %s is no source", all[i].Name, f.Name, mark, fact)
				}
			}
		}
	}

	for wrong, says := range map[string]string{
		"no_such_template - name ps":             "no template",
		"lock_screen_darwin speed number ps":     "no field speed",
		"lock_screen_darwin timeout text ps":     "of type number",
		"lock_screen_darwin timeout":             "2 parts",
		"lock_screen_darwin timeout number ps {": "unexpected end",
	} {
		if _, err := catalogue(wrong); err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("%q: %v, want %q", wrong, err, says)
		}
	}
}

func TestFamilyPages(t *testing.T) {
	t.Parallel()

	guides := t.TempDir()
	if err := writeCatalogue(guides); err == nil || !strings.Contains(err.Error(), "no guide has a place for the templates of android, darwin, ios, linux, windows") {
		t.Errorf("without guides: %v", err)
	}

	// The guides as they are written.
	const templates = "../../../templates/guides"

	if err := os.CopyFS(guides, os.DirFS(templates)); err != nil {
		t.Fatal(err)
	}

	if err := writeCatalogue(guides); err != nil {
		t.Fatal(err)
	}

	all := ""

	pages, err := filepath.Glob(filepath.Join(guides, "policy-templates-*.md"))
	if err != nil {
		t.Fatal(err)
	}

	for _, page := range pages {
		raw, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}

		all += string(raw)
	}

	for _, part := range []string{
		"### lock_screen_darwin\n\nConsole name: Lock Screen. MDM needed: no. Source of the name: PowerShell module (high).\n",
		"| `timeout` | Lock after so many seconds | `number` | `60` | yes | no | PowerShell module (high) |\n",
		"| `askForPassword` | Ask for the password at once | `checkbox` | `true` | no | no | the simulator's own |\n",
		"| `AlertType` | Alert Type | `select`: `None`, `Temporary Banner`, `Persistent Banner`\\* | `Temporary Banner` |",
		"  template_name   = \"lock_screen_darwin\"\n\n  values = {\n    timeout = 45\n  }\n}\n",
		"Its id is `5f21c4d3b544067fd53ba0af`",
		"It has no fields, so a policy of it has no `values`.",
		"| `PASSPHRASE` | Passphrase | `text` | none | yes | yes | the simulator's own |\n",
		"| `disable_nfs_linux` | Disable NFS | no | `checkbox` | `true` | `{ disableNFS = true }` |\n",
	} {
		if !strings.Contains(all, part) {
			t.Errorf("no %q in the pages", part)
		}
	}

	for _, doc := range policysim.Catalogue() {
		if name, _ := doc["name"].(string); !regexp.MustCompile("(?m)^(### |\\| `)" + name + "\\b").MatchString(all) {
			t.Errorf("%s is on no page", name)
		}
	}
}
