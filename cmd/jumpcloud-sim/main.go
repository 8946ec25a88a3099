// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Command jumpcloud-sim is a simulated JumpCloud to run Terraform configurations
// against without a tenant.
//
// Its first line of output is JSON: the address, API keys by role, the service
// account's credentials and the organizations. Requests are logged by method,
// path and status. The routes under /__sim/ (see package sim) inject faults,
// show the request log and change documents as if in the console; they ask for
// no credential, which is why it listens on loopback only unless told otherwise.
//
// A seed file (-seed) describes another world than the default one; its form
// stands at type Seed of package simulator. With -state the world is kept in a
// file, which wins over the seed once it exists.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/signal"
	"sync"
	"syscall"
	"time"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/simulator"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()

	if err := run(ctx, os.Args[1:], os.Stdout, os.Stderr); err != nil && !errors.Is(err, flag.ErrHelp) {
		fmt.Fprintln(os.Stderr, "jumpcloud-sim:", err)
		stop()
		os.Exit(1)
	}
}

// run serves until ctx ends, then writes the state file.
func run(ctx context.Context, args []string, stdout, stderr io.Writer) error {
	flags := flag.NewFlagSet("jumpcloud-sim", flag.ContinueOnError)
	flags.SetOutput(stderr)

	listen := flags.String("listen", "127.0.0.1:0", "`address` to listen on; port 0 takes a free one")
	remote := flags.Bool("allow-remote", false, "allow an address that is not loopback; its admin routes ask for no credential")
	seedFile := flags.String("seed", "", "`file` that describes the world to start with")
	stateFile := flags.String("state", "", "`file` to keep the world in between runs")
	quiet := flags.Bool("quiet", false, "print nothing but the first line")

	if err := flags.Parse(args); err != nil {
		return err
	}

	if flags.NArg() > 0 {
		return fmt.Errorf("unexpected argument %q", flags.Arg(0))
	}

	if !*remote {
		if err := requireLoopback(*listen); err != nil {
			return err
		}
	}

	options := simulator.Options{StateFile: *stateFile}

	if *seedFile != "" {
		seed, err := simulator.ReadSeed(*seedFile)
		if err != nil {
			return err
		}

		options.Seed = seed
	}

	s, err := simulator.New(options)
	if err != nil {
		return err
	}

	listener, err := (&net.ListenConfig{}).Listen(ctx, "tcp", *listen)
	if err != nil {
		return err
	}

	out := &lines{w: stdout}
	summary := s.Summary("http://" + listener.Addr().String())

	if err := json.NewEncoder(out).Encode(summary); err != nil {
		return errors.Join(err, listener.Close())
	}

	if !*quiet {
		introduce(out, summary)
		s.OnExchange(func(x sim.Exchange) { logRequest(out, x) })
	}

	if err := serve(ctx, listener, s); err != nil {
		return errors.Join(err, s.Save())
	}

	return s.Save()
}

func serve(ctx context.Context, listener net.Listener, handler http.Handler) error {
	server := &http.Server{Handler: handler, ReadHeaderTimeout: 10 * time.Second}
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

// requireLoopback refuses an address that other machines may reach.
func requireLoopback(address string) error {
	host, _, err := net.SplitHostPort(address)
	if err != nil {
		return err
	}

	if ip := net.ParseIP(host); host != "localhost" && (ip == nil || !ip.IsLoopback()) {
		return fmt.Errorf("%s is not a loopback address; -allow-remote allows it", address)
	}

	return nil
}

func introduce(out io.Writer, s simulator.Summary) {
	_, _ = fmt.Fprintf(out, `A simulated JumpCloud at %s. Stop it with Ctrl-C. To use it:
  export JUMPCLOUD_API_URL=%s
  export JUMPCLOUD_API_KEY=%s
`, s.URL, s.URL, s.APIKey)
}

// logRequest never shows headers or bodies: keys and secrets are in them.
func logRequest(out io.Writer, x sim.Exchange) {
	status := "dropped"
	if x.Status != 0 {
		status = fmt.Sprint(x.Status)
	}

	if x.Fault != "" {
		status += " (fault: " + x.Fault + ")"
	}

	_, _ = fmt.Fprintf(out, "%s %s %s\n", x.Method, x.Path, status)
}

// lines keeps what several requests write from mixing.
type lines struct {
	mu sync.Mutex
	w  io.Writer
}

func (l *lines) Write(b []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()

	return l.w.Write(b)
}
