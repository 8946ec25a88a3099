// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package kit_test

import (
	"errors"
	"io/fs"
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

func TestWriteFile(t *testing.T) {
	t.Parallel()

	folder := t.TempDir()
	path := filepath.Join(folder, "file")

	if err := os.WriteFile(path, []byte("an older and longer text"), 0o644); err != nil {
		t.Fatal(err)
	}

	for _, mode := range []fs.FileMode{0o600, 0o644, 0o400} {
		if err := kit.WriteFile(path, []byte("new"), mode); err != nil {
			t.Fatal(err)
		}

		data, err := os.ReadFile(path)
		if err != nil || string(data) != "new" {
			t.Errorf("the file holds %q (%v)", data, err)
		}

		info, err := os.Stat(path)
		if err != nil || info.Mode().Perm() != mode {
			t.Errorf("the mode is %v (%v), want %v", info.Mode(), err, mode)
		}
	}

	err := kit.WriteFile(filepath.Join(folder, "none", "file"), nil, 0o600)
	if err == nil || !strings.Contains(err.Error(), "does not exist") {
		t.Errorf("a missing folder: %v", err)
	}

	left, err := filepath.Glob(filepath.Join(folder, ".terraform-download-*"))
	if err != nil || len(left) > 0 {
		t.Errorf("left behind: %v (%v)", left, err)
	}

	if got := kit.SHA256([]byte("abc")); got != "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" {
		t.Errorf("SHA256 is %s", got)
	}
}

// A device would be replaced by a file, and a socket or a folder is a mistake. A socket stands for
// all devices here: where this fails, a real one would be gone for everybody.
func TestWriteFileRefusesWhatIsNoFile(t *testing.T) {
	t.Parallel()

	folder := t.TempDir()
	link := func(name, to string) string {
		path := filepath.Join(folder, name)
		if err := os.Symlink(to, path); err != nil {
			t.Fatal(err)
		}

		return path
	}

	socket, err := net.ListenUnix("unix", &net.UnixAddr{Name: filepath.Join(folder, "socket")})
	if err != nil {
		t.Fatal(err)
	}
	defer socket.Close()

	for path, says := range map[string]string{
		folder:                          "is a folder",
		filepath.Join(folder, "socket"): "not a regular file",
		link("plug", "socket"):          "not a regular file",
		link("folder", folder):          "is a folder",
		link("nowhere", "nowhere-else"): "no such file",
	} {
		before, err := os.Lstat(path)
		if err != nil {
			t.Fatal(err)
		}

		if err := kit.WriteFile(path, []byte("x"), 0o600); err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("%s: got %v, want %q", path, err, says)
		}

		if after, err := os.Lstat(path); err != nil || after.Mode() != before.Mode() {
			t.Errorf("%s was replaced", path)
		}
	}
}

// A link to a file stays one; the file behind it is written.
func TestWriteFileFollowsALink(t *testing.T) {
	t.Parallel()

	file, link := filepath.Join(t.TempDir(), "file"), filepath.Join(t.TempDir(), "link")

	if err := errors.Join(os.WriteFile(file, []byte("old"), 0o600), os.Symlink(file, link), kit.WriteFile(link, []byte("new"), 0o600)); err != nil {
		t.Fatal(err)
	}

	info, err := os.Lstat(link)
	if data, bad := os.ReadFile(file); string(data) != "new" || err != nil || bad != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Errorf("the file holds %q, the link is %s", data, info.Mode())
	}
}
