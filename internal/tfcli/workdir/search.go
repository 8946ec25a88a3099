// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package workdir

import (
	"encoding/base64"
	"encoding/json"
	"html"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// Lacks fails the test for every file in the directory that has a secret in it, in whatever
// spelling, but for the files named. It returns how many files it has searched. A plan that
// Terraform saved is compressed: what [Dir.Show] writes of it can be searched.
func (d *Dir) Lacks(secret string, but ...string) int {
	d.t.Helper()

	if secret == "" {
		d.t.Fatal("nothing is in every file")
	}

	all, searched := spellings(secret), 0

	err := filepath.WalkDir(d.Path, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || slices.Contains(but, filepath.Base(path)) {
			return err
		}

		searched++

		raw, err := os.ReadFile(path)
		for _, spelling := range all {
			if err == nil && strings.Contains(string(raw), spelling) {
				d.t.Errorf("%q is in %s", spelling, filepath.Base(path))
			}
		}

		return err
	})
	if err != nil {
		d.t.Error(err)
	}

	return searched
}

// Show writes a saved plan as JSON beside it.
func (d *Dir) Show(plan string) {
	d.t.Helper()

	shown, code := d.Run("show", "-json", plan)
	if code != 0 || !strings.Contains(shown, "resource_changes") {
		d.t.Fatalf("show: %d\n%s", code, shown)
	}

	d.Write(plan+".json", shown)
}

var escape = regexp.MustCompile(`%[0-9A-F]{2}`)

func spellings(secret string) []string {
	inJSON, err := json.Marshal(secret)
	if err != nil {
		inJSON = nil // no text fails
	}

	all := []string{
		secret, strings.Trim(string(inJSON), `"`), strings.Trim(strconv.Quote(secret), `"`), base64.StdEncoding.EncodeToString([]byte(secret)),
		html.EscapeString(secret), strings.ReplaceAll(html.EscapeString(secret), "&#34;", "&quot;"),
	}

	for _, escaped := range []string{url.QueryEscape(secret), url.PathEscape(secret)} {
		all = append(all, escaped, escape.ReplaceAllStringFunc(escaped, strings.ToLower))
	}

	return all
}
