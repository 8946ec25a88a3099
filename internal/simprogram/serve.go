// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package simprogram

import (
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"time"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// readTimeout is how long a request may take to arrive. How long its answer takes is the
// business of faults.
const readTimeout = 30 * time.Second

func serve(ctx context.Context, listener net.Listener, handler http.Handler) error {
	server := &http.Server{Handler: handler, ReadHeaderTimeout: readTimeout, ReadTimeout: readTimeout, IdleTimeout: 2 * time.Minute}
	failed := make(chan error, 1)

	go func() { failed <- server.Serve(listener) }()

	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}

	// Requests that are being served may end; a slow fault does not keep us for ever.
	grace, cancel := context.WithTimeout(context.WithoutCancel(ctx), 3*time.Second)
	defer cancel()

	if err := server.Shutdown(grace); err != nil {
		return server.Close()
	}

	return nil
}

// keep saves what a request changes before it is answered, so that whoever got an answer
// finds it in the state file whatever becomes of this process.
func (p Program) keep(s World, stateFile string, stderr io.Writer) http.Handler {
	if stateFile == "" {
		return s
	}

	save := func() {
		if err := s.SaveChanges(); err != nil {
			_, _ = fmt.Fprintln(stderr, p.Name+":", err)
		}
	}
	s.OnExchange(func(sim.Exchange) { save() })

	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer save() // of the admin routes, which are no exchanges

		s.ServeHTTP(w, r)
	})
}

// guard refuses what a web page sends without its reader's knowledge: requests from
// another origin and, unless other machines may come anyway, those for a host that only
// somebody else's name server says is here.
func guard(next http.Handler, remote bool) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch {
		case !remote && !isLoopback(hostname(r.Host)):
			refuse(w, fmt.Sprintf("the simulator answers for loopback addresses only, not for the host %q", r.Host))
		case foreign(r):
			refuse(w, "the simulator answers no requests that come from other web pages")
		default:
			next.ServeHTTP(w, r)
		}
	})
}

func refuse(w http.ResponseWriter, why string) {
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.WriteHeader(http.StatusForbidden)
	_, _ = fmt.Fprintf(w, "{\"message\":%q}\n", why)
}

// foreign tells whether a browser says that another page sent the request.
func foreign(r *http.Request) bool {
	if site := r.Header.Get("Sec-Fetch-Site"); site == "cross-site" || site == "same-site" {
		return true
	}

	origin := r.Header.Get("Origin")
	if origin == "" {
		return false
	}

	u, err := url.Parse(origin)

	return err != nil || u.Host != r.Host
}

// hostname is a host without its port and brackets.
func hostname(host string) string {
	u := url.URL{Host: host}

	return u.Hostname()
}

func isLoopback(host string) bool {
	ip := net.ParseIP(host)

	return host == "localhost" || ip != nil && ip.IsLoopback()
}

// requireLoopback refuses an address that other machines may reach.
func requireLoopback(address string) error {
	host, _, err := net.SplitHostPort(address)
	if err != nil {
		return err
	}

	if !isLoopback(host) {
		return fmt.Errorf("%s is not a loopback address; -allow-remote allows it", address)
	}

	return nil
}
