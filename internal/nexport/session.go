// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package nexport

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"net/url"
	"path"
	"strings"
	"sync"
	"time"

	"golang.org/x/sync/semaphore"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

// tokenName is the query parameter that carries the token [V]. No log and no error may
// show it: the redactor knows each token from the moment it is there.
const tokenName = "access_token"

// longestMargin is how long before its end a token is renewed, at the most.
const longestMargin = time.Minute

// session holds the token of one user. It is an [rest.Authorizer].
type session struct {
	plain    *rest.Client // sends without the session's token
	redactor *rest.Redactor
	api      *url.URL
	username string
	password string
	now      func() time.Time

	lock *semaphore.Weighted // held while a token is fetched, so that one is fetched for all

	mu       sync.Mutex
	token    string
	renewAt  time.Time // zero where the token does not end
	refused  error     // why the user got none: asking again may lock the account
	failures int       // how often a token could not be fetched for another reason
	failed   error     // the last of these reasons
}

// Keys of what a request's context tells the session.
type (
	givenKey struct{} // a token to send instead of the session's
	usedKey  struct{} // where to note which token was sent
)

func newSession(sending rest.Config, api *url.URL, config Config) *session {
	sending.Auth = given{}

	return &session{
		plain: rest.New(sending), redactor: sending.Redactor, api: api, username: config.Username, password: config.Password,
		now: config.Now, lock: semaphore.NewWeighted(1),
	}
}

// given adds the token that the request's context names, if any.
type given struct{}

func (given) Authorize(ctx context.Context, req *http.Request) error {
	if token, ok := ctx.Value(givenKey{}).(string); ok {
		add(req, token)
	}

	return nil
}

func (given) Renew(context.Context, *http.Request) bool { return false }

func add(req *http.Request, token string) {
	query := req.URL.Query()
	query.Set(tokenName, token)
	req.URL.RawQuery = query.Encode()
}

// Authorize adds the token, fetched where there is none or its end is near.
func (s *session) Authorize(ctx context.Context, req *http.Request) error {
	token, err := s.get(ctx)
	if err != nil {
		return err
	}

	if used, ok := ctx.Value(usedKey{}).(*string); ok {
		*used = token
	}

	add(req, token)

	return nil
}

// Renew does nothing: the sender does it, who can ask whether the token was the reason.
func (s *session) Renew(context.Context, *http.Request) bool { return false }

func (s *session) held() (token string, err error) {
	s.mu.Lock()
	defer s.mu.Unlock()

	if s.refused != nil || s.token != "" && (s.renewAt.IsZero() || s.now().Before(s.renewAt)) {
		return s.token, s.refused
	}

	return "", nil
}

// get returns the token. Those who need one together wait for the first of them, and fail
// with it, or each would wait for all tries of its own.
func (s *session) get(ctx context.Context) (string, error) {
	if token, err := s.held(); token != "" || err != nil {
		return token, err
	}

	seen, _ := s.failure()

	if err := s.lock.Acquire(ctx, 1); err != nil {
		return "", err
	}
	defer s.lock.Release(1)

	if n, err := s.failure(); n > seen {
		return "", err
	}

	if token, err := s.held(); token != "" || err != nil {
		return token, err
	}

	token, life, err := s.fetch(ctx)

	s.mu.Lock()
	defer s.mu.Unlock()

	switch {
	case errors.Is(err, rest.ErrRefused):
		s.refused = err
	case err != nil && ctx.Err() == nil:
		s.failed = err
		s.failures++
	}

	if err != nil {
		return "", err
	}

	s.token, s.renewAt = token, time.Time{}
	if life > 0 {
		s.renewAt = s.now().Add(life - min(longestMargin, life/10))
	}

	return token, nil
}

func (s *session) failure() (n int, err error) {
	s.mu.Lock()
	defer s.mu.Unlock()

	return s.failures, s.failed
}

// drop forgets a token that was refused, unless another one is there already.
func (s *session) drop(token string) {
	s.mu.Lock()
	defer s.mu.Unlock()

	if s.token == token {
		s.token = ""
	}
}

// fetch asks for a token, and returns how long it lives; 0 is for ever. No end is asked
// for: the service then says expires_in, or nothing where the token has none [V].
func (s *session) fetch(ctx context.Context) (string, time.Duration, error) {
	at := s.api.JoinPath("Authenticate")

	resp, err := s.plain.Do(ctx, rest.Request{
		Method: http.MethodPost, URL: at, Safe: true, // a second token does no harm
		Body: map[string]string{"username": s.username, "password": s.password, "grant_type": "password"},
	})
	if err != nil {
		return "", 0, err
	}

	var answer struct {
		Token string      `json:"access_token"`
		Life  json.Number `json:"expires_in"`
	}

	if err := json.Unmarshal(resp.Body, &answer); err != nil || answer.Token == "" {
		return "", 0, rest.Garbled(http.MethodPost, at.Path, resp.Status, "", "the answer has no access_token; it has "+shown(resp.Body))
	}

	s.redactor.Add(answer.Token)

	seconds, err := answer.Life.Float64()
	if answer.Life != "" && err != nil {
		return "", 0, rest.Garbled(http.MethodPost, at.Path, resp.Status, "", "expires_in is not a number")
	}

	return answer.Token, time.Duration(seconds * float64(time.Second)), nil
}

// valid asks the service whether a token is accepted. It says when the token ends, or why
// it is not valid [V].
func (s *session) valid(ctx context.Context, token string) (bool, error) {
	resp, err := s.plain.Do(context.WithValue(ctx, givenKey{}, token), rest.Request{Method: http.MethodGet, URL: s.api.JoinPath("ValidateAccessToken")})
	if errors.Is(err, rest.ErrRefused) {
		return false, nil
	}

	if err != nil {
		return false, err
	}

	var answer struct {
		Ends    string `json:"utc_expiration_date"`
		Message string `json:"error_message"`
	}

	if err := json.Unmarshal(resp.Body, &answer); err != nil {
		return false, err
	}

	// A time without a zone is UTC, as the member's name says.
	ends, err := time.Parse(time.RFC3339, strings.TrimSuffix(answer.Ends, "Z")+"Z")

	return answer.Message == "" && (err != nil || s.now().Before(ends)), nil
}

// IsLogin tells whether an error is of the request for a token.
func IsLogin(err error) bool {
	var e *rest.Error

	return errors.As(err, &e) && path.Base(e.Path) == "Authenticate"
}
