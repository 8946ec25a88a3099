// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package outside_test

import (
	"encoding/json"
	"regexp"
	"testing"

	"go.yaml.in/yaml/v3"
)

// TestFencedDataAndScripts: YAML and JSON of the pages can be read, and shell is shell. HCL has a
// test of its own.
func TestFencedDataAndScripts(t *testing.T) {
	t.Parallel()

	grammar := map[string]func(string) error{
		"yaml": func(text string) error {
			var v any

			return yaml.Unmarshal([]byte(text), &v)
		},
		"json": func(text string) error {
			var v any

			return json.Unmarshal([]byte(text), &v)
		},
		"shell": func(text string) error {
			shell(t, text)

			return nil
		},
	}

	count := map[string]int{}
	fence := regexp.MustCompile("(?ms)^```(yaml|json|shell)\n(.*?)^```")

	for _, page := range pages(t) {
		for _, found := range fence.FindAllStringSubmatch(read(t, page), -1) {
			count[found[1]]++

			if err := grammar[found[1]](found[2]); err != nil {
				t.Errorf("%s: %v in:\n%s", page, err, found[2])
			}
		}
	}

	t.Log(count)

	if count["yaml"] < 5 || count["json"] == 0 || count["shell"] < 20 {
		t.Error("the pages have more than was found")
	}
}
