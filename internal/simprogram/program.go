// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package simprogram is the command line of a simulated service: its flags, the listener
// and who may use it, the state file and the seed file. It knows no vendor.
//
// The first line of output is JSON, which says what whoever uses the simulator has to know.
// Requests are logged by method, path and status. The routes under /__sim/ (see package
// sim) inject faults, show the request log and change documents as if in the vendor's web
// interface; they ask for no credential, which is why the program listens on loopback only
// unless told otherwise.
//
// A seed file (-seed) describes another world than the default one. With -state the world is
// kept in a file, which wins over the seed once it exists, and which is written before a
// change is answered. A file of switches (-switches) says how the service behaves where
// nobody documents it, and wins over the seed.
//
// A browser that opens the address sees the simulator's own page (see package page), unless
// the listener is one that other machines may reach.
//
// A web page that somebody looks at can send requests to loopback addresses as well.
// Requests from another origin, and those for another host, are refused.
package simprogram

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"maps"
	"net"
	"net/http"
	"os"
	"os/signal"
	"slices"
	"sync"
	"syscall"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim/page"
)

// World is a simulated service.
type World interface {
	http.Handler

	OnExchange(observe func(sim.Exchange))
	SaveChanges() error
	SetSwitch(name, value string) error
}

// Program is the program of one service.
type Program struct {
	Name    string // of the command, such as vendor-sim
	Service string // as people call it
	Version string
	Usage   Usage

	// Open returns the world that the files describe; either may be "". What a seed can mean
	// and probably does not goes to warn.
	Open func(seedFile, stateFile string, warn func(string)) (World, error)

	// Summary is what the first line of output says of a world at an address, and the
	// variables of the environment that lead a provider there, as NAME=value.
	Summary func(w World, url string) (summary any, environment []string)
}

// Main runs the program until it is interrupted. An error ends the process.
func (p Program) Main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM) //nolint:forbidigo // the program's own
	defer stop()

	if err := p.Run(ctx, os.Args[1:], os.Stdout, os.Stderr); err != nil && !errors.Is(err, flag.ErrHelp) {
		fmt.Fprintln(os.Stderr, p.Name+":", err)
		stop()
		os.Exit(1)
	}
}

// Run serves until ctx ends.
func (p Program) Run(ctx context.Context, args []string, stdout, stderr io.Writer) error {
	flags := flag.NewFlagSet(p.Name, flag.ContinueOnError)
	flags.SetOutput(stderr)

	listen := flags.String("listen", "127.0.0.1:0", "`address` to listen on; port 0 takes a free one")
	remote := flags.Bool("allow-remote", false, "allow an address that is not loopback; its admin routes ask for no credential")
	seedFile := flags.String("seed", "", "`file` that describes the world to start with")
	stateFile := flags.String("state", "", "`file` to keep the world in: it is saved whenever it changes, and wins over the seed")
	switchFile := flags.String("switches", "", "`file` that says by name how the service behaves where nobody documents it, such as {\"SWITCH\": \"VALUE\"}")
	quiet := flags.Bool("quiet", false, "print nothing but the first line")
	tell := flags.Bool("version", false, "print the version and end")
	flags.Usage = func() { p.usage(flags) }

	if err := flags.Parse(args); err != nil {
		return err
	}

	switch {
	case flags.NArg() > 0:
		return fmt.Errorf("unexpected argument %q", flags.Arg(0))
	case *tell:
		_, err := fmt.Fprintln(stdout, p.Name, p.Version)

		return err
	}

	if !*remote {
		if err := requireLoopback(*listen); err != nil {
			return err
		}
	}

	w, err := p.Open(*seedFile, *stateFile, func(text string) { _, _ = fmt.Fprintln(stderr, p.Name+": warning:", text) })
	if err != nil {
		return err
	}

	if *switchFile != "" {
		if err := setSwitches(w, *switchFile); err != nil {
			return err
		}
	}

	// A file that cannot be written is found now, not in the end.
	if err := w.SaveChanges(); err != nil {
		return err
	}

	listener, err := (&net.ListenConfig{}).Listen(ctx, "tcp", *listen)
	if errors.Is(err, syscall.EADDRINUSE) {
		return fmt.Errorf("%w: another program listens there, perhaps a %s that still runs; end it, or take a free port with "+
			"-listen 127.0.0.1:0, which the first line of output names", err, p.Name)
	}

	if err != nil {
		return err
	}

	out := &lines{w: stdout}
	url := "http://" + listener.Addr().String()
	summary, environment := p.Summary(w, url)

	if err := json.NewEncoder(out).Encode(summary); err != nil {
		return errors.Join(err, listener.Close())
	}

	if !*quiet {
		p.introduce(out, url, environment)
		w.OnExchange(func(x sim.Exchange) { logRequest(out, x) })
	}

	handler := p.withPage(listener.Addr().String(), p.keep(w, *stateFile, stderr))

	return errors.Join(serve(ctx, listener, guard(handler, *remote)), w.SaveChanges())
}

// setSwitches changes what the file names. Its errors name line, column and switch.
func setSwitches(w World, path string) error {
	values, places, err := ReadSeed[map[string]string](path)
	if err != nil {
		return err
	}

	for _, name := range slices.Sorted(maps.Keys(*values)) {
		if err := w.SetSwitch(name, (*values)[name]); err != nil {
			return places.Fail(name, err.Error())
		}
	}

	return nil
}

// withPage serves the simulator's page too, unless other machines may reach the address.
func (p Program) withPage(address string, next http.Handler) http.Handler {
	if requireLoopback(address) != nil {
		return next
	}

	return page.Handler(p.Service, next)
}

func (p Program) introduce(out io.Writer, url string, environment []string) {
	_, _ = fmt.Fprintf(out, "A simulated %s at %s, which a browser shows. Stop it with Ctrl-C. To use it:\n", p.Service, url)

	for _, variable := range environment {
		_, _ = fmt.Fprintf(out, "  export %s\n", variable)
	}
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
