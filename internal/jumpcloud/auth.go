// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package jumpcloud

import (
	"context"
	"encoding/base64"
	"encoding/json"
	"errors"
	"net/http"
	"net/url"
	"time"

	"golang.org/x/sync/semaphore"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

const (
	// renewBefore is how long before its end a token is replaced, as JumpCloud's own command line tool does.
	renewBefore = 30 * time.Second

	// tokenLifetime is assumed where the answer names none.
	tokenLifetime = time.Hour

	// failureLifetime is how long nobody asks again after the token endpoint broke down.
	failureLifetime = time.Minute
)

// apiKey sends the key of an administrator or of a service account.
type apiKey string

func (k apiKey) Authorize(_ context.Context, req *http.Request) error {
	req.Header.Set("X-Api-Key", string(k))

	return nil
}

func (apiKey) Renew(context.Context, *http.Request) bool { return false }

// serviceAccount exchanges a client id and secret for a token, keeps it, and renews it.
type serviceAccount struct {
	id, secret string
	url        *url.URL
	sender     *rest.Client

	lock    *semaphore.Weighted // one exchange at a time
	token   string
	expires time.Time
	failure error // why there is no token, for all who need one
	failed  time.Time
}

func newServiceAccount(id, secret string, endpoint *url.URL, sender *rest.Client) *serviceAccount {
	return &serviceAccount{id: id, secret: secret, url: endpoint, sender: sender, lock: semaphore.NewWeighted(1)}
}

// Authorize adds the token, fetching one where there is none or it is about to end.
func (s *serviceAccount) Authorize(ctx context.Context, req *http.Request) error {
	if err := s.acquire(ctx); err != nil {
		return err
	}
	defer s.release()

	if s.token == "" || time.Now().After(s.expires.Add(-renewBefore)) {
		if err := s.renewed(ctx); err != nil {
			return err
		}
	}

	req.Header.Set("Authorization", "Bearer "+s.token)

	return nil
}

// Renew drops the token that was refused, unless another request has replaced it already.
func (s *serviceAccount) Renew(ctx context.Context, refused *http.Request) bool {
	if err := s.acquire(ctx); err != nil {
		return false
	}
	defer s.release()

	if refused.Header.Get("Authorization") == "Bearer "+s.token {
		s.token = ""
	}

	return true
}

// renewed fetches a token. A failure had its retries and holds for all who wait: a refusal
// for good, since id and secret stay what they are.
func (s *serviceAccount) renewed(ctx context.Context) error {
	if s.failure != nil && (refusal(s.failure) || time.Since(s.failed) < failureLifetime) {
		return s.failure
	}

	s.failure = s.fetch(ctx)
	if s.failure != nil && ctx.Err() != nil {
		err := s.failure
		s.failure = nil // it was this request that ended

		return err
	}

	s.failed = time.Now()

	return s.failure
}

func refusal(err error) bool {
	return errors.Is(err, rest.ErrUnauthorized) || errors.Is(err, rest.ErrForbidden) || errors.Is(err, rest.ErrInvalid)
}

func (s *serviceAccount) fetch(ctx context.Context) error {
	basic := base64.StdEncoding.EncodeToString([]byte(url.QueryEscape(s.id) + ":" + url.QueryEscape(s.secret)))

	resp, err := s.sender.Do(ctx, rest.Request{
		Method: http.MethodPost,
		URL:    s.url,
		Header: http.Header{"Authorization": {"Basic " + basic}},
		Body:   url.Values{"grant_type": {"client_credentials"}, "scope": {"api"}},
		Safe:   true,
	})
	if err != nil {
		return err
	}

	var answer struct {
		AccessToken string `json:"access_token"`
		ExpiresIn   int64  `json:"expires_in"`
	}

	if err := json.Unmarshal(resp.Body, &answer); err != nil || answer.AccessToken == "" {
		return &rest.Error{
			Method: http.MethodPost, Path: s.url.Path, Status: resp.Status,
			Message: "the answer to the service account's client id and secret holds no access_token",
		}
	}

	s.sender.Redact(answer.AccessToken)

	s.token, s.expires = answer.AccessToken, time.Now().Add(tokenLifetime)
	if answer.ExpiresIn > 0 {
		s.expires = time.Now().Add(time.Duration(answer.ExpiresIn) * time.Second)
	}

	return nil
}

func (s *serviceAccount) acquire(ctx context.Context) error { return s.lock.Acquire(ctx, 1) }

func (s *serviceAccount) release() { s.lock.Release(1) }
