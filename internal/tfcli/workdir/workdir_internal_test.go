// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package workdir

import (
	"encoding/base64"
	"net/url"
	"slices"
	"testing"
)

// TestSpellings: a secret is found in each way in which a program may write it.
func TestSpellings(t *testing.T) {
	t.Parallel()

	const secret = `lic"ense/of&acme<1>+`

	all := spellings(secret)
	for _, one := range []string{
		secret, `lic\"ense/of\u0026acme\u003c1\u003e+`, `lic\"ense/of&acme<1>+`, base64.StdEncoding.EncodeToString([]byte(secret)),
		url.QueryEscape(secret), url.PathEscape(secret), "lic%22ense%2fof%26acme%3c1%3e%2b",
	} {
		if !slices.Contains(all, one) {
			t.Errorf("no %s in %q", one, all)
		}
	}
}
