// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package rest

import (
	"crypto/tls"
	"crypto/x509"
	"errors"
)

// untrusted tells that the other side's certificate was not accepted.
func untrusted(err error) bool {
	return errors.As(err, new(*tls.CertificateVerificationError)) ||
		errors.As(err, new(x509.UnknownAuthorityError)) ||
		errors.As(err, new(x509.HostnameError)) ||
		errors.As(err, new(x509.CertificateInvalidError))
}

// certificateHint says what to do about a certificate that was not accepted, or "". Within
// a company it is mostly that of a proxy which inspects what passes.
func certificateHint(err error) string {
	var invalid x509.CertificateInvalidError

	switch {
	case !untrusted(err):
		return ""
	case errors.As(err, new(x509.HostnameError)):
		return "The certificate belongs to another host than the one that was asked for. Check the address; where the way out " +
			"leads through a proxy, name it in HTTPS_PROXY, and in NO_PROXY what is reached without it"
	case errors.As(err, &invalid) && invalid.Reason == x509.Expired:
		return "Check the clock of this machine. If it is right, the certificate has run out or is not valid yet: where a proxy " +
			"of the company inspects what passes, it is the proxy's, and whoever runs it has to renew it"
	}

	return "This machine does not trust who issued the certificate. Where a proxy of the company inspects what passes, the " +
		"certificate is the proxy's: put the company's root certificate, in PEM, into a file and name it in SSL_CERT_FILE " +
		"(on macOS and Windows add it to the system's trusted certificates instead); a proxy that has to be used is named in HTTPS_PROXY"
}
