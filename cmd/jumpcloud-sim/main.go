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
// file, which wins over the seed once it exists, and which is written before a
// change is answered.
//
// A web page that somebody looks at can send requests to loopback addresses as well.
// Requests from another origin, and those for another host, are refused.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"net"
	"os"
	"os/signal"
	"sync"
	"syscall"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
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

// version is set by the release.
var version = "dev"

// run serves until ctx ends.
func run(ctx context.Context, args []string, stdout, stderr io.Writer) error {
	flags := flag.NewFlagSet("jumpcloud-sim", flag.ContinueOnError)
	flags.SetOutput(stderr)

	listen := flags.String("listen", "127.0.0.1:0", "`address` to listen on; port 0 takes a free one")
	remote := flags.Bool("allow-remote", false, "allow an address that is not loopback; its admin routes ask for no credential")
	seedFile := flags.String("seed", "", "`file` that describes the world to start with")
	stateFile := flags.String("state", "", "`file` to keep the world in: it is saved whenever it changes, and wins over the seed")
	quiet := flags.Bool("quiet", false, "print nothing but the first line")
	tell := flags.Bool("version", false, "print the version and end")
	flags.Usage = func() { usage(flags) }

	if err := flags.Parse(args); err != nil {
		return err
	}

	switch {
	case flags.NArg() > 0:
		return fmt.Errorf("unexpected argument %q", flags.Arg(0))
	case *tell:
		_, err := fmt.Fprintln(stdout, "jumpcloud-sim", version)

		return err
	}

	if !*remote {
		if err := requireLoopback(*listen); err != nil {
			return err
		}
	}

	s, err := world(*seedFile, *stateFile, stderr)
	if err != nil {
		return err
	}

	listener, err := (&net.ListenConfig{}).Listen(ctx, "tcp", *listen)
	if errors.Is(err, syscall.EADDRINUSE) {
		return fmt.Errorf("%w: another program listens there, perhaps a jumpcloud-sim that still runs; end it, or take a free port with "+
			"-listen 127.0.0.1:0, which the first line of output names", err)
	}

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

	return errors.Join(serve(ctx, listener, guard(keep(s, *stateFile, stderr), *remote)), s.SaveChanges())
}

// world is the simulator that the files describe.
func world(seedFile, stateFile string, stderr io.Writer) (*simulator.Simulator, error) {
	options := simulator.Options{StateFile: stateFile}

	if seedFile != "" {
		seed, err := simulator.ReadSeed(seedFile)
		if err != nil {
			return nil, err
		}

		for _, w := range seed.Warnings() {
			_, _ = fmt.Fprintln(stderr, "jumpcloud-sim: warning:", w)
		}

		options.Seed = seed
	}

	s, err := simulator.New(options)
	if err != nil {
		return nil, err
	}

	return s, s.SaveChanges() // a file that cannot be written is found now, not in the end
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
