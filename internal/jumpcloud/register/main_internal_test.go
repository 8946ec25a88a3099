// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package main

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"
)

// TestListsAreCurrent: an object whose folder is there and whose line is not would be
// missing without a word.
func TestListsAreCurrent(t *testing.T) {
	t.Parallel()

	for _, l := range lists {
		want, err := l.write(os.DirFS("../../.."))
		if err != nil {
			t.Fatal(err)
		}

		got, err := os.ReadFile("../../../" + l.file)
		if err != nil || string(got) != string(want) {
			t.Errorf("%s is not what the folders of objects say (%v): run make generate", l.file, err)
		}
	}
}

func TestFoldersThatDeclareSomethingAreListed(t *testing.T) {
	t.Parallel()

	const objects = "internal/jumpcloud/objects/"

	root := fstest.MapFS{
		objects + "z/a/service.go":    {Data: []byte("package a\n\nfunc Service() kit.Service {\n}\n")},
		objects + "b/service.go":      {Data: []byte("package b\n\nfunc Service() kit.Service {\n}\n")},
		objects + "b/bsim/bsim.go":    {Data: []byte("package bsim\n\nfunc Register(w *jumpcloudsim.World) {\n}\n")},
		objects + "c/api.go":          {Data: []byte("package c\n\nfunc service() {}\n")},
		objects + "c/service_test.go": {Data: []byte("package c\n\nfunc Service() kit.Service {\n}\n")},
	}

	services, err := lists[0].write(root)
	if err != nil {
		t.Fatal(err)
	}

	if _, list, _ := strings.Cut(string(services), "kit.Service{\n"); list != "\ta.Service,\n\tb.Service,\n}\n" {
		t.Errorf("services: %s", services)
	}

	simulators, err := lists[1].write(root)
	if err != nil {
		t.Fatal(err)
	}

	if _, list, _ := strings.Cut(string(simulators), "World){\n"); list != "\tbsim.Register,\n}\n" {
		t.Errorf("simulators: %s", simulators)
	}
}
