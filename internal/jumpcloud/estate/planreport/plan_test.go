// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package planreport_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/estate/planreport"
)

func fixture(t *testing.T, name string) []byte {
	t.Helper()

	raw, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}

	return raw
}

func parse(t *testing.T, raw []byte) *planreport.Plan {
	t.Helper()

	p, err := planreport.Read(raw)
	if err != nil {
		t.Fatal(err)
	}

	return p
}

func render(t *testing.T, write func(io.Writer) error) string {
	t.Helper()

	var b bytes.Buffer
	if err := write(&b); err != nil {
		t.Fatal(err)
	}

	return b.String()
}

// TestText is of a plan that Terraform 1.11 made for twelve tenants and one that is new.
func TestText(t *testing.T) {
	t.Parallel()

	got := render(t, parse(t, fixture(t, "twelve.json")).Text)
	want := string(fixture(t, "twelve.txt"))

	if got != want {
		t.Errorf("the text is\n%s\nwant\n%s", got, want)
	}
}

// TestOnboarding is of a plan whose tenants have no ids yet.
func TestOnboarding(t *testing.T) {
	t.Parallel()

	p := parse(t, fixture(t, "onboarding.json"))

	if p.Changed != 12 || p.Unchanged != 0 || len(p.Tenants) != 12 || p.Losses() != 0 {
		t.Fatalf("%d change, %d do not, %d sections, %d losses", p.Changed, p.Unchanged, len(p.Tenants), p.Losses())
	}

	for _, tenant := range p.Tenants {
		if got := tenant.Headline(); got != "1 IP list added, 1 tenant added, 3 policies added" {
			t.Errorf("%s: %s", tenant.Name, got)
		}
	}
}

func TestMarkdown_ShowsNamesAsTheyAre(t *testing.T) {
	t.Parallel()

	got := render(t, parse(t, fixture(t, "onboarding.json")).Markdown)
	if !strings.Contains(got, "Cyber &#124; Pipe &#60;b&#62; &#64;here") || strings.Contains(got, "@here") || strings.Contains(got, "<b>") {
		t.Errorf("the name is not escaped:\n%s", got)
	}
}

// many is a plan with a policy to change in each of n tenants, and one to destroy in every tenth.
func many(n int) []byte {
	type object = map[string]any

	var changes, organizations []any

	for i := range n {
		id := fmt.Sprintf("%024x", i+1)
		values := object{"organization_id": id, "id": "p" + id, "name": "macOS - Lock screen | with <a> long & winding name"}
		organizations = append(organizations, object{
			"address": fmt.Sprintf("jumpcloud_organization.o[%d]", i), "type": "jumpcloud_organization",
			"values": object{"id": id, "name": fmt.Sprintf("Tenant %05d", i)}, "sensitive_values": object{},
		})

		actions, after := []string{"update"}, any(object{"organization_id": id, "id": "p" + id, "name": "Lock"})
		if i%10 == 0 {
			actions, after = []string{"delete"}, nil
		}

		changes = append(changes, object{
			"address": fmt.Sprintf("jumpcloud_policy.p[%d]", i), "mode": "managed", "type": "jumpcloud_policy", "name": "p",
			"provider_name": "registry.terraform.io/seed-37bf88c1/jumpcloud",
			"change":        object{"actions": actions, "before": values, "after": after},
		})
	}

	raw, _ := json.Marshal(object{ //nolint:errchkjson // plain values
		"format_version": "1.2", "planned_values": object{}, "resource_changes": changes,
		"prior_state": object{"values": object{"root_module": object{"resources": organizations}}},
	})

	return raw
}

func TestMarkdown_FitsIntoAComment(t *testing.T) {
	t.Parallel()

	for n, says := range map[int]string{
		50: "", 300: "The objects of ", 3000: " more tenants change**",
	} {
		got := render(t, parse(t, many(n)).Markdown)

		if len(got) > planreport.MarkdownLimit || len(got) < 5000 {
			t.Errorf("%d tenants: %d bytes", n, len(got))
		}

		if !strings.Contains(got, says) || !strings.Contains(got, fmt.Sprintf("%d destroyed", n/10)) {
			t.Errorf("%d tenants: lacks %q:\n%s", n, says, got[max(0, len(got)-300):])
		}

		// Nothing is lost: every tenant is there, or counted.
		shown, left := strings.Count(got, "<details>")+strings.Count(got, "\n- **Tenant"), 0
		if m := regexp.MustCompile(`\*\*(\d+) more tenants change`).FindStringSubmatch(got); m != nil {
			_, _ = fmt.Sscan(m[1], &left)
		}

		if strings.HasPrefix(got, "- **Tenant") {
			shown++
		}

		if shown+left != n {
			t.Errorf("%d tenants: %d are shown and %d counted", n, shown, left)
		}
	}
}

func TestRead_RefusesWhatIsNoPlan(t *testing.T) {
	t.Parallel()

	for raw, says := range map[string]string{
		`PK`: "terraform show -json", `{}`: "it holds no plan", `{"format_version":"1.0","values":{}}`: "it holds no plan",
		`{"format_version":"2.0","planned_values":{}}`: "reads version 1",
	} {
		if _, err := planreport.Read([]byte(raw)); err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("%s: %v", raw, err)
		}
	}
}

func TestRead_OfAPlanThatChangesNothing(t *testing.T) {
	t.Parallel()

	p := parse(t, []byte(`{"format_version":"1.2","planned_values":{},"errored":true}`))
	if got := render(t, p.Text); !strings.Contains(got, "nothing changes") || !strings.Contains(got, "Planning failed") {
		t.Errorf("the text is %s", got)
	}
}
