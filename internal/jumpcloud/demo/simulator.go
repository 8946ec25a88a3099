// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"time"
)

// simulator is a running simulator; its fields are the first line that jumpcloud-sim prints. Those
// of other services have no more than the address in common with it.
type simulator struct {
	URL           string            `json:"url"`
	ProviderID    string            `json:"provider_id"`
	APIKey        string            `json:"api_key"`
	APIKeys       map[string]string `json:"api_keys"`
	ClientID      string            `json:"client_id"`
	ClientSecret  string            `json:"client_secret"`
	Organizations map[string]string `json:"organizations"`

	// PSA is credentials that each vendor's pretend PSA accepts, by the API's names.
	PSA map[string]map[string]string `json:"psa"`

	name   string // how the demo calls it
	line   []byte // its first line, which may hold more
	cmd    *exec.Cmd
	exited chan struct{} // closed when the program has ended
}

// startSimulator runs the program with its output in a file, so that it can outlive us.
func startSimulator(ctx context.Context, name, program, output string, args ...string) (*simulator, error) {
	file, err := os.OpenFile(output, os.O_CREATE|os.O_WRONLY|os.O_TRUNC, 0o600)
	if err != nil {
		return nil, err
	}
	defer file.Close()

	// It ends when we say so, and not at all with -keep.
	s := &simulator{name: name, cmd: exec.CommandContext(context.WithoutCancel(ctx), program, args...), exited: make(chan struct{})}
	s.cmd.Stdout, s.cmd.Stderr = file, file

	if err := s.cmd.Start(); err != nil {
		return nil, err
	}

	go func() {
		defer close(s.exited)

		_ = s.cmd.Wait() // how it ended does not matter; what it printed does
	}()

	if err := s.await(ctx, output); err != nil {
		return nil, errors.Join(err, s.stop())
	}

	return s, nil
}

// await reads the first line once it is there.
func (s *simulator) await(ctx context.Context, output string) error {
	ctx, cancel := context.WithTimeout(ctx, 20*time.Second)
	defer cancel()

	for {
		raw, err := os.ReadFile(output)
		if err != nil {
			return err
		}

		if line, _, whole := bytes.Cut(raw, []byte("\n")); whole {
			if err := json.Unmarshal(line, s); err != nil {
				return fmt.Errorf("the simulator's first line is not JSON: %w: %s", err, raw)
			}

			s.line = line

			return nil
		}

		select {
		case <-s.exited:
			return fmt.Errorf("the simulator ended at once: %s", raw)
		case <-ctx.Done():
			return fmt.Errorf("the simulator does not say where it listens: %w", ctx.Err())
		case <-time.After(20 * time.Millisecond):
		}
	}
}

// stop asks the simulator to end, so that it writes its state file, and waits for it.
func (s *simulator) stop() error {
	if err := s.cmd.Process.Signal(os.Interrupt); err != nil && !errors.Is(err, os.ErrProcessDone) {
		_ = s.cmd.Process.Kill() // where a program cannot be interrupted
	}

	select {
	case <-s.exited:
		return nil
	case <-time.After(10 * time.Second):
		_ = s.cmd.Process.Kill()

		return errors.New("the simulator did not stop when asked and was killed")
	}
}

// admin calls one of the simulator's own routes (package sim), which need no credential.
func (s *simulator) admin(ctx context.Context, method, path string, body []byte, into any) error {
	req, err := http.NewRequestWithContext(ctx, method, s.URL+"/__sim/"+path, bytes.NewReader(body))
	if err != nil {
		return err
	}

	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()

	raw, err := io.ReadAll(resp.Body)
	if err != nil {
		return err
	}

	if resp.StatusCode != http.StatusOK {
		return fmt.Errorf("%s %s: %s: %s", method, path, resp.Status, raw)
	}

	if into == nil {
		return nil
	}

	return json.Unmarshal(raw, into)
}

// connect makes a ConnectWise integration through the API, as the console does.
func (s *simulator) connect(ctx context.Context) (id string, err error) {
	body, err := json.Marshal(s.PSA["connectwise"])
	if err != nil {
		return "", err
	}

	address := s.URL + "/api/v2/providers/" + s.ProviderID + "/integrations/connectwise"

	req, err := http.NewRequestWithContext(ctx, http.MethodPost, address, bytes.NewReader(body))
	if err != nil {
		return "", err
	}

	req.Header.Set("Content-Type", "application/json")
	req.Header.Set("x-api-key", s.APIKey)

	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()

	raw, err := io.ReadAll(resp.Body)
	if err != nil {
		return "", err
	}

	if resp.StatusCode != http.StatusCreated {
		return "", fmt.Errorf("connecting ConnectWise: %s: %s", resp.Status, raw)
	}

	var made struct {
		ID string `json:"integrationId"`
	}

	return made.ID, json.Unmarshal(raw, &made)
}

// connect gives the example an integration to map tenants in. How Terraform makes one,
// with its secret in neither state nor plan, is examples/psa-connectwise.
func (d *demo) connect(ctx context.Context) error {
	id, err := d.sim.connect(ctx)
	if err != nil {
		return err
	}

	variable := "TF_VAR_connectwise_integration_id=" + id
	d.env = append(d.env, variable)

	file, err := os.OpenFile(filepath.Join(d.dir, "env"), os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}

	_, err = file.WriteString(exports([]string{variable}))
	d.show("export", variable)

	return errors.Join(err, file.Close())
}

type policyValue struct {
	FieldID string `json:"configFieldID"`
	Value   any    `json:"value"`
}

type storedPolicy struct {
	ID       string        `json:"id"`
	Template string        `json:"template"`
	Values   []policyValue `json:"values"`
}

// policy is a stored policy and the place of one of its values, by the field's name.
func (s *simulator) policy(ctx context.Context, organizationID, id, field string) (storedPolicy, int, error) {
	var policies []storedPolicy
	if err := s.admin(ctx, http.MethodGet, "documents/policies?scope="+organizationID, nil, &policies); err != nil {
		return storedPolicy{}, 0, err
	}

	var templates []struct {
		ID     string `json:"id"`
		Fields []struct {
			ID   string `json:"id"`
			Name string `json:"name"`
		} `json:"configFields"`
	}
	if err := s.admin(ctx, http.MethodGet, "documents/policytemplates", nil, &templates); err != nil {
		return storedPolicy{}, 0, err
	}

	names := map[string]string{}

	for _, t := range templates {
		for _, f := range t.Fields {
			names[f.ID] = f.Name
		}
	}

	for _, p := range policies {
		for i, v := range p.Values {
			if p.ID == id && names[v.FieldID] == field {
				return p, i, nil
			}
		}
	}

	return storedPolicy{}, 0, fmt.Errorf("the simulator has no policy %s with a value of %s", id, field)
}
