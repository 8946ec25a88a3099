// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package sim

import (
	"bytes"
	"io"
	"maps"
	"net"
	"net/http"
	"strconv"
	"syscall"
)

var (
	errReset   error = &net.OpError{Op: "read", Net: "tcp", Err: syscall.ECONNRESET}
	errRefused error = &net.OpError{Op: "dial", Net: "tcp", Err: syscall.ECONNREFUSED}
)

// Transport carries requests to the server within the process, whatever their
// host. It opens no socket and starts no goroutine.
func (s *Server) Transport() http.RoundTripper { return transport{s} }

type transport struct{ server *Server }

func (t transport) RoundTrip(out *http.Request) (*http.Response, error) {
	in := out.Clone(out.Context())
	in.RequestURI = out.URL.RequestURI()

	if in.Host == "" {
		in.Host = out.URL.Host
	}

	resp, err := t.server.serve(in)
	if err != nil {
		return nil, err
	}

	// A client that gave up while the request was served gets no answer.
	if err := out.Context().Err(); err != nil {
		return nil, err
	}

	return &http.Response{
		Status:     strconv.Itoa(resp.Status) + " " + http.StatusText(resp.Status),
		StatusCode: resp.Status,
		Proto:      "HTTP/1.1", ProtoMajor: 1, ProtoMinor: 1,
		Header:        resp.Header,
		Body:          resp.reader(),
		ContentLength: int64(len(resp.Body)),
		Request:       out,
	}, nil
}

func (r Response) reader() io.ReadCloser {
	if !r.truncated {
		return io.NopCloser(bytes.NewReader(r.Body))
	}

	return io.NopCloser(io.MultiReader(bytes.NewReader(r.Body[:len(r.Body)/2]), broken{}))
}

type broken struct{}

func (broken) Read([]byte) (int, error) { return 0, io.ErrUnexpectedEOF }

// ServeHTTP serves a real listener.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	resp, err := s.serve(r)
	if err != nil {
		// net/http closes the connection without an answer.
		panic(http.ErrAbortHandler)
	}

	maps.Copy(w.Header(), resp.Header)

	w.WriteHeader(resp.Status)

	if resp.truncated {
		_, _ = w.Write(resp.Body[:len(resp.Body)/2])
		_ = http.NewResponseController(w).Flush()

		panic(http.ErrAbortHandler)
	}

	_, _ = w.Write(resp.Body)
}
