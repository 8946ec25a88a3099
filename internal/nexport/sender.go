// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package nexport

import (
	"context"
	"errors"
	"net/http"
	"path"
	"strconv"
	"sync/atomic"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

// sender sends operations by the names that are in force, and renews a token that was
// refused.
type sender struct {
	*rest.Client

	session *session
	names   Names
	first   atomic.Int64 // the number of a list's first page plus one, 0 where it is not known
}

// Do sends an operation. Its answer has the names of this package; one that lacks what is
// needed is an error that shows which members there are.
func (s *sender) Do(ctx context.Context, r rest.Request) (*rest.Response, error) {
	op, err := find(path.Base(r.URL.Path))
	if err != nil {
		return nil, err
	}

	members := members(r)
	if text, ok := members[pageName].(string); ok {
		n, err := strconv.Atoi(text)
		if err != nil {
			return nil, err
		}

		members[pageName] = strconv.Itoa(n + s.firstPage())
	}

	sent, err := s.names.request(op, r, members)
	if err != nil {
		return nil, err
	}

	resp, err := s.send(ctx, sent)
	if err != nil {
		return nil, err
	}

	if _, later := members[pageName]; !later {
		if n, err := strconv.Atoi(resp.Header.Get("X-Page")); err == nil {
			s.first.Store(int64(n) + 1)
		}
	}

	body, err := s.names.answer(op, resp.Body)
	if err != nil {
		return nil, s.garbled(sent, resp.Status, err)
	}

	return &rest.Response{Status: resp.Status, Header: resp.Header, Body: body}, nil
}

// garbled is the error of a success that lacks what is needed. One of a request that only
// reads leaves nothing unclear, whatever its method is.
func (s *sender) garbled(sent rest.Request, status int, err error) error {
	method := sent.Method
	if sent.Safe {
		method = http.MethodGet
	}

	return rest.Garbled(method, sent.URL.Path, status, "", err.Error())
}

// firstPage is what the service said of the first page of a list; where it says nothing,
// pages are counted from 1 [I].
func (s *sender) firstPage() int {
	if n := s.first.Load(); n > 0 {
		return int(n) - 1
	}

	return 1
}

// send sends a request, and once more where the token was the reason for its refusal. A
// missing permission is refused in the same way, so the service is asked which it was.
// Without a token nothing was sent.
func (s *sender) send(ctx context.Context, r rest.Request) (*rest.Response, error) {
	var used string

	noting := context.WithValue(ctx, usedKey{}, &used)

	resp, err := s.Client.Do(noting, r)
	if used == "" || !doubtful(err) {
		return resp, err
	}

	if held, _ := s.session.held(); held == used && !errors.Is(err, rest.ErrUnauthorized) {
		if valid, e := s.session.valid(ctx, used); valid || e != nil {
			return resp, err
		}
	}

	s.session.drop(used)

	return s.Client.Do(noting, r)
}

// doubtful tells that the token may be why a request was refused: by 401 or 403, or by an
// error inside a success.
func doubtful(err error) bool {
	return IsInside(err) || errors.Is(err, rest.ErrUnauthorized) || errors.Is(err, rest.ErrForbidden)
}

// IsInside tells of a success that carries an error, of which nobody documents what its
// code means [U].
func IsInside(err error) bool {
	var e *rest.Error

	return errors.As(err, &e) && e.Status == http.StatusOK && errors.Is(err, rest.ErrUnprocessable)
}
