// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package estate

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/estate/live"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/estate/probe"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/provider"
)

// probeOptions say what is found out, where, and what may be done for it.
type probeOptions struct {
	plan, write, people, provider, clean bool

	organization string
	only         []string
	out          string
	maxRequests  int
}

// Files in the folder of a probe.
const (
	journalFile    = "journal.jsonl"
	switchesFile   = "switches.json"
	transcriptFile = "transcript.txt"
)

func newProbeCommand(p Process) *cobra.Command {
	var o probeOptions

	c := &cobra.Command{
		Use:   "probe",
		Short: "Find out how your JumpCloud behaves where nobody documents it",
		Long: `Finds out how a real JumpCloud behaves where its documents are silent: each such behaviour is a switch of the
simulator, and most of them have an experiment. The result is a table, ` + switchesFile + ` for jumpcloud-sim -switches, and
` + transcriptFile + `, in which names, e-mail addresses, ids and secrets are replaced, to be attached to an issue.

Without --write it only reads. With --write it makes objects in one organization, which must have neither users nor
devices; their names begin with "probe-", and they are removed at once. What is made is written to ` + journalFile + ` before
it is sent: if a run ends half-way, --clean removes what is left. It changes nothing that it has not made.`,
		Example: `  jumpcloud-estate probe --plan                                  # sends nothing
  jumpcloud-estate probe
  jumpcloud-estate probe --write --organization 5f0c1e2d3b4a59687f6e5d4c
  jumpcloud-estate probe --clean                                 # after an interruption

  jumpcloud-sim -switches probe/` + switchesFile,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			switch {
			case o.plan:
				return probe.WritePlan(p.Stdout, o.only)
			case o.clean:
				return cleanProbe(c.Context(), p, o)
			}

			return runProbe(c.Context(), p, o)
		},
	}

	f := c.Flags()
	f.BoolVar(&o.plan, "plan", false, "list what would be sent, and send nothing")
	f.BoolVar(&o.write, "write", false, "make objects in the organization, and remove them; needs --organization")
	f.StringVar(&o.organization, "organization", "", "act in the organization of this `ID` (default for reading: the first)")
	f.BoolVar(&o.people, "with-people", false, "write although the organization has users or devices")
	f.BoolVar(&o.provider, "with-provider", false, "also make objects of the provider: roles, service accounts, policy group templates")
	f.BoolVar(&o.clean, "clean", false, "remove what an earlier run has left, by its journal")
	f.StringArrayVar(&o.only, "only", nil, "find out this `SWITCH`; may be repeated (default all)")
	f.StringVar(&o.out, "out", "probe", "write the files to this `FOLDER`")
	f.IntVar(&o.maxRequests, "max-requests", 1500, "begin no further request of an experiment after so `MANY`")

	c.MarkFlagsMutuallyExclusive("plan", "write", "clean")

	return c
}

func runProbe(ctx context.Context, p Process, o probeOptions) error {
	if (o.people || o.provider) && !o.write {
		return errors.New("--with-people and --with-provider say what --write may do")
	}

	if o.write && o.organization == "" {
		return errors.New("--write needs --organization ID: an organization made for tests")
	}

	service, r, err := openProbe(ctx, p, o.write)
	if err != nil {
		return err
	}
	defer r.stop()

	if err := os.MkdirAll(o.out, 0o755); err != nil {
		return err
	}

	options := probe.Options{
		Organization: o.organization, Write: o.write, Provider: o.provider, People: o.people, Only: o.only,
		MaxRequests: o.maxRequests, ServiceAccount: service.Client.IsServiceAccount(), Say: r.say,
	}

	if o.write {
		journal := filepath.Join(o.out, journalFile)

		options.Journal, err = probe.CreateJournal(journal, probe.NewMark())
		if errors.Is(err, fs.ErrExist) {
			return fmt.Errorf("%s is there: an earlier run has not removed all that it made. Run jumpcloud-estate probe --clean --out %s first", journal, o.out)
		}

		if err != nil {
			return err
		}
	}

	report, err := probe.Run(ctx, service, options)

	if options.Journal != nil {
		err = errors.Join(err, options.Journal.Close())
	}

	if errors.Is(err, probe.ErrPeople) {
		return fmt.Errorf("%w: the probe writes in one that nobody works in. Take another one, or say --with-people", err)
	}

	if report != nil && len(report.Left) > 0 {
		return left(report.Left, o.out) // whatever else happened
	}

	if err != nil {
		return err
	}

	r.say("Found out %d of %d switches with %d requests.", len(report.Values()), len(report.Findings), report.Requests)

	return publish(p, o, report)
}

// publish writes the table, and adds to the files what was found out.
func publish(p Process, o probeOptions, report *probe.Report) error {
	path := filepath.Join(o.out, switchesFile)

	before, err := os.ReadFile(path)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}

	switches, err := report.Switches(before)
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}

	if err := os.WriteFile(path, switches, 0o644); err != nil {
		return err
	}

	head := fmt.Sprintf("==== jumpcloud-estate %s probe, %s\n", p.Version, p.Now().UTC().Format(time.DateOnly))
	if err := appendTo(filepath.Join(o.out, transcriptFile), head+report.Transcript); err != nil {
		return err
	}

	if err := report.WriteTable(p.Stdout); err != nil {
		return err
	}

	_, err = fmt.Fprintf(p.Stdout, "\nThe simulator behaves so with jumpcloud-sim -switches %s.\n%s names nobody; please look through it and attach it to an issue.\n",
		path, filepath.Join(o.out, transcriptFile))

	return err
}

// appendTo writes behind what a file holds.
func appendTo(path, text string) error {
	file, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_APPEND, 0o644)
	if err != nil {
		return err
	}

	_, err = file.WriteString(text + "\n")

	return errors.Join(err, file.Close())
}

func cleanProbe(ctx context.Context, p Process, o probeOptions) error {
	path := filepath.Join(o.out, journalFile)

	j, err := probe.OpenJournal(path)
	if errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("nothing is left to be removed: there is no %s", path)
	}

	if err != nil {
		return err
	}

	service, r, err := openProbe(ctx, p, true)
	if err != nil {
		return errors.Join(err, j.Close())
	}
	defer r.stop()

	pending := j.Pending()
	problems, err := probe.Clean(ctx, service, j, r.say)

	if err := errors.Join(err, j.Close(), left(problems, o.out)); err != nil {
		return err
	}

	r.say("Removed what the %d open lines of %s name.", pending, path)

	return nil
}

// left is the error that something could not be removed, or nil.
func left(problems []string, out string) error {
	if len(problems) == 0 {
		return nil
	}

	return fmt.Errorf("%s\nNot all that was made could be removed. Run jumpcloud-estate probe --clean --out %s", strings.Join(problems, "\n"), out)
}

// openProbe configures the provider from the environment. Whoever opens it stops its progress.
func openProbe(ctx context.Context, p Process, write bool) (probe.ClientService, *progress, error) {
	r := newProgress(p)
	configured := provider.New(p.Version, provider.WithTransport(probe.Recorder{RoundTripper: r}), provider.WithEnvironment(p.Getenv))()

	if !write {
		s, err := live.Open(ctx, configured)
		if err != nil {
			return probe.ClientService{}, nil, err
		}

		r.tell(ctx)

		return probe.ClientService{Client: s.Client()}, r, nil
	}

	client, err := live.Writer(ctx, configured)
	if err != nil {
		return probe.ClientService{}, nil, err
	}

	if client.ReadOnly() {
		return probe.ClientService{}, nil, errors.New("JUMPCLOUD_READ_ONLY forbids to write")
	}

	r.tell(ctx)

	return probe.ClientService{Client: client}, r, nil
}
