// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package jumpcloud

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"regexp"
	"strings"
	"sync"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

// refusals remembers for the run which routes of a tenant do not take x-org-id. The
// vendor's SDK sends the header to all of them, some of which the contract documents
// without it (evidence: transport 3.2).
type refusals struct {
	lock   sync.Mutex
	routes map[string]bool // method and path template
}

func (f *refusals) has(route string) bool {
	f.lock.Lock()
	defer f.lock.Unlock()

	return f.routes[route]
}

func (f *refusals) add(route string) {
	f.lock.Lock()
	defer f.lock.Unlock()

	if f.routes == nil {
		f.routes = map[string]bool{}
	}

	f.routes[route] = true
}

// identifier is a path segment that names one object: a UUID, or the digits of an id.
var identifier = regexp.MustCompile(`^([0-9a-f]{24}|[0-9]+|[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})$`)

// template is a request's route without the ids in its path, which all objects of a kind share.
func template(request rest.Request) string {
	segments := strings.Split(request.URL.Path, "/")

	for i, s := range segments {
		segments[i] = identifier.ReplaceAllString(s, "{}")
	}

	return request.Method + " " + strings.Join(segments, "/")
}

// organizationHeader says in which organization a call acts.
const organizationHeader = "X-Org-Id"

// sender sends requests with the organization's header. Where the service answers that it
// does not take it, the request is sent once more without it, and later ones of the same
// template at once: an answer of that kind proves that nothing was done.
type sender struct {
	*rest.Client

	refusals refusals
}

// Do sends a request; see [rest.Client.Do].
func (s *sender) Do(ctx context.Context, request rest.Request) (*rest.Response, error) {
	if request.Header.Get(organizationHeader) == "" {
		return s.Client.Do(ctx, request)
	}

	template := template(request)

	if !s.refusals.has(template) {
		resp, err := s.Client.Do(ctx, request)
		if !refusesHeader(err) {
			return resp, err
		}

		s.refusals.add(template)
	}

	request.Header = request.Header.Clone()
	request.Header.Del(organizationHeader)

	resp, err := s.Client.Do(ctx, request)
	if errors.Is(err, rest.ErrUnauthorized) {
		err = fmt.Errorf("%w\n\nJumpCloud does not take the organization's header (x-org-id) in this call, and without it refuses a "+
			"credential that reaches several organizations. Use an API key of the organization's own administrator here", err)
	}

	return resp, err
}

// refusesHeader tells that the service does not take x-org-id on a route. Its words are
// "organization selection not allowed via header", seen with 403 (evidence: transport 3.2).
func refusesHeader(err error) bool {
	var e *rest.Error
	if !errors.As(err, &e) {
		return false
	}

	switch e.Status {
	case http.StatusBadRequest, http.StatusUnauthorized, http.StatusForbidden:
		return strings.Contains(strings.ToLower(e.Message), "not allowed via header")
	}

	return false
}
