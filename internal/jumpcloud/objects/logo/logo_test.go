// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package logo_test

import (
	"bytes"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/logo/logosim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// image is no text, so that a detour through one would show.
var image = []byte("\x89PNG\r\n\x1a\n\xff\xfe\x00<html>")

func TestLogo(t *testing.T) {
	t.Parallel()

	s := acctest.Simulator(t, simulator.Options{})
	core := acctest.NewCore(t, s, acctest.As(s, simulator.RoleBilling).With("JUMPCLOUD_MAX_RETRIES", "0"))
	id := logosim.Add(s.World, "image/png", image)
	path := filepath.Join(t.TempDir(), "logo.png")

	found, d := core.Data("jumpcloud_logo", acctest.Attrs{"id": id, "output_path": path})
	if len(d) > 0 || found["media_type"] != "image/png" || found["size"] != len(image) || len(fmt.Sprint(found["sha256"])) != 64 {
		t.Errorf("found %v\n%s", found, d)
	}

	if data, err := os.ReadFile(path); err != nil || !bytes.Equal(data, image) {
		t.Errorf("the file holds %q (%v)", data, err)
	}

	without, d := core.Data("jumpcloud_logo", acctest.Attrs{"id": id})
	if len(d) > 0 || without["sha256"] != found["sha256"] {
		t.Errorf("without a file: %v\n%s", without, d)
	}

	if c := s.Log().Calls("GET", "/api/v2/logos"); len(c) != 2 || c[0].Header.Get("X-Org-Id") != "" {
		t.Errorf("calls %v", c)
	}

	byURL, d := core.Data("jumpcloud_logo", acctest.Attrs{"url": "https://console.example/api/v2/logos/" + id + "?v=2"})
	if len(d) > 0 || byURL["id"] != id || byURL["sha256"] != found["sha256"] {
		t.Errorf("by address: %v\n%s", byURL, d)
	}

	if _, d := core.Data("jumpcloud_logo", acctest.Attrs{"url": "https://console.example/logo.png"}); !strings.Contains(d.String(), "has no id in it") {
		t.Errorf("%s", d)
	}

	for text, attributes := range map[string]acctest.Attrs{
		"Unable to Read Logo":   {"id": "66b1f0a2c8d5e90001ffffff"},
		"24 hexadecimal digits": {"id": "logo"},
		"at least 1":            {"id": id, "output_path": ""},
		"[AttributeName(\"output_path\")]\nthe folder of": {"id": id, "output_path": filepath.Join(filepath.Dir(path), "none", "x")},
	} {
		if _, d := core.Data("jumpcloud_logo", attributes); !strings.Contains(d.String(), text) {
			t.Errorf("%q is not in:\n%s", text, d)
		}
	}
}

func TestFaults(t *testing.T) {
	t.Parallel()

	for _, fault := range []sim.Fault{
		{Status: http.StatusInternalServerError},
		{Status: http.StatusForbidden},
		{Status: http.StatusNotFound},
		{Drop: true},
		{Truncated: true},
		{Status: http.StatusOK, HTML: true},
		{Status: http.StatusOK, Body: "x", Header: map[string]string{"Content-Type": "text/plain"}},
	} {
		s := acctest.Simulator(t, simulator.Options{})
		core := acctest.NewCore(t, s, acctest.As(s, simulator.RoleBilling).With("JUMPCLOUD_MAX_RETRIES", "0"))
		path := filepath.Join(t.TempDir(), "logo.png")
		fault.PathPrefix = "/api/v2/logos"
		in := s.Inject(fault)

		_, d := core.Data("jumpcloud_logo", acctest.Attrs{"id": logosim.Add(s.World, "image/png", image), "output_path": path})
		if in.Fired() == 0 || !strings.Contains(d.String(), "Unable to Read Logo") {
			t.Errorf("%+v: %s", fault, d)
		}

		if _, err := os.Stat(path); err == nil {
			t.Errorf("%+v: a file was written", fault)
		}
	}
}
