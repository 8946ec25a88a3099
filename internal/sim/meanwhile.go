// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package sim

import (
	"net/http"
	"sync"
)

// Meanwhile is a creation that fails in a way that proves nothing, while somebody else does what
// is given.
func Meanwhile(do func()) Fault {
	var once sync.Once

	return Fault{Status: http.StatusInternalServerError, Times: 1, Match: func(r *http.Request) bool {
		if r.Method == http.MethodPost {
			once.Do(do)
		}

		return r.Method == http.MethodPost
	}}
}
