// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package rest_test

import (
	"crypto/x509"
	"errors"
	"io"
	"net/http"
	"strings"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

// endless is a body without an end that counts what was read of it.
type endless struct{ read int }

func (e *endless) Read(p []byte) (int, error) {
	e.read += len(p)

	return len(p), nil
}

// An answer that no memory can hold is refused while it is read.
func TestHugeAnswersAreNotReadToTheirEnd(t *testing.T) {
	t.Parallel()

	for _, method := range []string{http.MethodGet, http.MethodPost} {
		body := &endless{}
		s := serve(func(r *http.Request) (*http.Response, error) {
			resp, err := status(http.StatusOK, "")(r)
			if err == nil {
				resp.Body = io.NopCloser(body)
			}

			return resp, err
		})

		_, err := client(s).Do(t.Context(), request(method))
		if err == nil || !strings.Contains(err.Error(), "larger than 32 MiB") || len(s.calls()) != 1 {
			t.Errorf("%s: %v after %d calls", method, err, len(s.calls()))
		}

		if body.read > 64<<20 {
			t.Errorf("%s: %d bytes were read", method, body.read)
		}

		if unclear := errors.Is(err, rest.ErrUnclear); unclear != (method == http.MethodPost) {
			t.Errorf("%s: unclear %t", method, unclear)
		}
	}
}

// A person behind a proxy that inspects what passes is told what to set.
func TestCertificateErrorsSayWhatToDo(t *testing.T) {
	t.Parallel()

	for name, row := range map[string]struct {
		err  error
		says []string
	}{
		"unknown authority": {x509.UnknownAuthorityError{}, []string{"unknown authority", "SSL_CERT_FILE", "HTTPS_PROXY"}},
		"another host": {
			x509.HostnameError{Certificate: &x509.Certificate{}, Host: "service.example"}, []string{"another host", "Check the address", "HTTPS_PROXY"},
		},
		"expired":          {x509.CertificateInvalidError{Cert: &x509.Certificate{}, Reason: x509.Expired}, []string{"expired", "clock", "renew"}},
		"not an authority": {x509.CertificateInvalidError{Cert: &x509.Certificate{}, Reason: x509.NotAuthorizedToSign}, []string{"SSL_CERT_FILE"}},
	} {
		s := serve(fails(row.err))

		_, err := client(s).Do(t.Context(), request(http.MethodPost))
		if errors.Is(err, rest.ErrUnclear) || len(s.calls()) != 1 {
			t.Errorf("%s: nothing was sent: %v after %d tries", name, err, len(s.calls()))
		}

		for _, part := range row.says {
			if err == nil || !strings.Contains(err.Error(), part) {
				t.Errorf("%s: no %q in: %v", name, part, err)
			}
		}
	}

	if _, err := client(serve(dropped)).Do(t.Context(), request(http.MethodPost)); strings.Contains(err.Error(), "SSL_CERT_FILE") {
		t.Errorf("not about a certificate: %v", err)
	}
}
