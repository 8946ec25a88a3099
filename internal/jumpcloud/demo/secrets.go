// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package main

import (
	"archive/zip"
	"bytes"
	"context"
	"crypto/rand"
	_ "embed"
	"encoding/base64"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"net/http"
	"os"
	"path/filepath"
	"strings"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/tfcli"
)

//go:embed wifi/main.tf
var wifiConfig []byte

// wifi applies a policy with a sensitive field as the service account, so that a client
// secret and an access token are at hand for [demo.searchSecrets] as well.
func (d *demo) wifi(ctx context.Context) error {
	lacks, err := tfcli.WriteOnly.MissingIn(ctx, d.Terraform)
	if err != nil {
		return err
	}

	if lacks != "" {
		d.say("Left out: %s.\n", lacks)

		return nil
	}

	dir := filepath.Join(d.dir, "wifi")
	if err := os.Mkdir(dir, 0o755); err != nil {
		return err
	}

	if err := os.WriteFile(filepath.Join(dir, "main.tf"), wifiConfig, 0o600); err != nil {
		return err
	}

	d.password = rand.Text()
	organization := d.sim.Organizations["Globex"]

	env := append(without(d.env, "JUMPCLOUD_API_KEY"),
		"JUMPCLOUD_CLIENT_ID="+d.sim.ClientID, "JUMPCLOUD_CLIENT_SECRET="+d.sim.ClientSecret,
		"TF_VAR_organization_id="+organization, "TF_VAR_password="+d.password)

	d.show("cp", "internal/jumpcloud/demo/wifi/main.tf", dir)
	d.show("cd", dir)
	d.say("$ unset JUMPCLOUD_API_KEY\n$ export JUMPCLOUD_CLIENT_ID=... JUMPCLOUD_CLIENT_SECRET=...    # the service account, from %s\n",
		filepath.Join(d.dir, "simulator.json"))
	d.say("$ export TF_VAR_organization_id=%s TF_VAR_password=...\n", organization)

	for _, command := range [][]string{{"init"}, {"plan", "-out=wifi.tfplan"}, {"apply", "wifi.tfplan"}, {"plan", "-detailed-exitcode"}} {
		if _, err := d.tfIn(ctx, dir, env, 0, command...); err != nil {
			return err
		}
	}

	if err := d.checkPasswordArrived(ctx, organization); err != nil {
		return err
	}

	d.say("JumpCloud has the password.\n")

	if _, err := d.tfIn(ctx, dir, env, 0, "destroy", "-auto-approve"); err != nil {
		return err
	}

	d.say("$ unset JUMPCLOUD_CLIENT_ID JUMPCLOUD_CLIENT_SECRET\n$ source %s\n", filepath.Join(d.dir, "env"))
	d.show("cd", d.work)

	return nil
}

func (d *demo) checkPasswordArrived(ctx context.Context, organization string) error {
	var policies []storedPolicy
	if err := d.sim.admin(ctx, http.MethodGet, "documents/policies?scope="+organization, nil, &policies); err != nil {
		return err
	}

	for _, p := range policies {
		for _, v := range p.Values {
			if v.Value == d.password {
				return nil
			}
		}
	}

	return errors.New("the password did not reach the simulator")
}

// searchSecrets looks for every key, secret, token and password in all that was written.
func (d *demo) searchSecrets(ctx context.Context) error {
	var tokens []any
	if err := d.sim.admin(ctx, http.MethodGet, "log?path=/oauth2/token", nil, &tokens); err != nil {
		return err
	}

	if d.password != "" && len(tokens) == 0 {
		return errors.New("no access token was ever fetched, so there is nothing to look for")
	}

	// The simulator's tokens all begin so; nobody here sees a whole one.
	secrets := map[string]string{"an access token": "sim-token-", "the client secret": d.sim.ClientSecret}
	secrets["the client's credentials in base64"] = base64.StdEncoding.EncodeToString([]byte(d.sim.ClientID + ":" + d.sim.ClientSecret))

	for role, key := range d.sim.APIKeys {
		secrets["the API key "+role] = key
	}

	if d.password != "" {
		secrets["the Wi-Fi password"] = d.password
		secrets["the Wi-Fi password in base64"] = base64.StdEncoding.EncodeToString([]byte(d.password))
	}

	maps.Copy(secrets, d.secrets)

	s := search{secrets: secrets}
	s.look("what this demo printed", d.printed.Bytes())

	for _, path := range []string{filepath.Join(d.dir, "trace.log"), d.work, filepath.Join(d.dir, "wifi"), d.page} {
		if err := s.walk(path); err != nil {
			return err
		}
	}

	if len(s.found) > 0 {
		return errors.New("secrets were written:\n  " + strings.Join(s.found, "\n  "))
	}

	d.say("Looked for %d keys, secrets, tokens and passwords in %d files of %.1f MB: none is in there.\n",
		len(secrets), s.files, float64(s.bytes)/1e6)

	return nil
}

// search looks for secrets in files, and in files within zip archives, which plans are.
type search struct {
	secrets map[string]string // value by description
	files   int
	bytes   int
	found   []string
}

func (s *search) walk(root string) error {
	return filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		switch {
		case errors.Is(err, fs.ErrNotExist) && path == root:
			return nil // a part of the demo that was left out
		case err != nil:
			return err
		case entry.IsDir() && entry.Name() == "providers":
			return fs.SkipDir // the installed program
		case !entry.Type().IsRegular():
			return nil
		}

		raw, err := os.ReadFile(path)
		if err != nil {
			return err
		}

		return s.file(path, raw)
	})
}

func (s *search) file(path string, raw []byte) error {
	s.look(path, raw)

	if !bytes.HasPrefix(raw, []byte("PK\x03\x04")) {
		return nil
	}

	archive, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}

	for _, member := range archive.File {
		content, err := fs.ReadFile(archive, member.Name)
		if err != nil {
			return fmt.Errorf("%s: %s: %w", path, member.Name, err)
		}

		s.look(path+": "+member.Name, content)
	}

	return nil
}

func (s *search) look(where string, raw []byte) {
	s.files++
	s.bytes += len(raw)

	for what, secret := range s.secrets {
		if secret == "" || bytes.Contains(raw, []byte(secret)) {
			s.found = append(s.found, fmt.Sprintf("%s: %s", where, what))
		}
	}
}

func without(env []string, name string) []string {
	var out []string

	for _, kv := range env {
		if !strings.HasPrefix(kv, name+"=") {
			out = append(out, kv)
		}
	}

	return out
}
