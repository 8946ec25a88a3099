// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package rest

import (
	"slices"
	"strings"
	"sync"
)

// shortestSecret keeps one-letter "secrets" from turning every text into asterisks.
const shortestSecret = 4

// Redactor replaces secrets in texts that leave the program. Bodies and headers are never
// logged, so what is left are the service's own words, which may quote what was sent.
type Redactor struct {
	mu      sync.RWMutex
	secrets []string
}

// Add makes values secret from now on; values of fewer than four bytes are ignored.
func (r *Redactor) Add(values ...string) {
	r.mu.Lock()
	defer r.mu.Unlock()

	for _, v := range values {
		if len(v) >= shortestSecret && !slices.Contains(r.secrets, v) {
			r.secrets = append(r.secrets, v)
		}
	}

	// The longest first, or a secret that contains another would show its rest.
	slices.SortFunc(r.secrets, func(a, b string) int { return len(b) - len(a) })
}

// Text returns s without any secret.
func (r *Redactor) Text(s string) string {
	r.mu.RLock()
	defer r.mu.RUnlock()

	for _, secret := range r.secrets {
		s = strings.ReplaceAll(s, secret, "(redacted)")
	}

	return s
}
