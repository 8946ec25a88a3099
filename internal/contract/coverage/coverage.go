// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package coverage tells which of the project's endpoints its tests exercise.
//
// While tests run with API_COVERAGE_DIR set, each test process appends
// the operations that the provider called to a file of its own in that folder,
// one JSON object a line:
//
//	{"method":"GET","template":"/v2/things/{id}"}
//
// The template is the one that contract.Operation returns. The program in
// report/ compares these files with the list of endpoints (endpoints.tsv) and prints what is exercised and what is not.
package coverage

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"
)

// FolderVariable is the environment variable that names the folder of the logs.
const FolderVariable = "API_COVERAGE_DIR"

// Call is one operation of the service, by its path template.
type Call struct {
	Method   string `json:"method"`
	Template string `json:"template"`
	Type     string `json:"type,omitempty"` // for whose sake it was sent; "" where that is not told
}

// Log writes the calls of one test process, each once. A nil Log writes nothing.
type Log struct {
	mu   sync.Mutex
	file *os.File
	seen map[Call]bool
}

// Open starts a log in the folder that the environment names; without one it
// answers nil, on which Record does nothing.
func Open() (*Log, error) {
	folder := os.Getenv(FolderVariable)
	if folder == "" {
		return nil, nil
	}

	return Create(folder)
}

// OpenFor starts a log as [Open] does, in a folder of a sibling's own within that one.
func OpenFor(sibling string) (*Log, error) {
	folder := os.Getenv(FolderVariable)
	if folder == "" {
		return nil, nil
	}

	return Create(filepath.Join(folder, sibling))
}

// Create starts a log in a folder, which it makes if need be.
func Create(folder string) (*Log, error) {
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return nil, fmt.Errorf("make the coverage folder: %w", err)
	}

	file, err := os.CreateTemp(folder, "calls-*.jsonl")
	if err != nil {
		return nil, fmt.Errorf("start a coverage log: %w", err)
	}

	return &Log{file: file, seen: map[Call]bool{}}, nil
}

// Record notes that the tests called an operation.
func (l *Log) Record(call Call) error {
	if l == nil {
		return nil
	}

	l.mu.Lock()
	defer l.mu.Unlock()

	if l.seen[call] {
		return nil
	}

	line, err := json.Marshal(call)
	if err != nil {
		return fmt.Errorf("write a coverage log: %w", err)
	}

	if _, err := l.file.Write(append(line, '\n')); err != nil {
		return fmt.Errorf("write a coverage log: %w", err)
	}

	l.seen[call] = true

	return nil
}

// Close ends the log.
func (l *Log) Close() error {
	if l == nil {
		return nil
	}

	return l.file.Close()
}

// ReadCalls collects the calls of all logs in a folder, each with its type and without.
func ReadCalls(folder string) (map[Call]bool, error) {
	files, err := filepath.Glob(filepath.Join(folder, "*.jsonl"))
	if err != nil {
		return nil, fmt.Errorf("look for coverage logs: %w", err)
	}

	if len(files) == 0 {
		return nil, fmt.Errorf("no coverage logs (*.jsonl) in %s: run the tests with %s set to it", folder, FolderVariable)
	}

	calls := map[Call]bool{}

	for _, name := range files {
		if err := readLog(name, calls); err != nil {
			return nil, err
		}
	}

	return calls, nil
}

func readLog(name string, calls map[Call]bool) error {
	file, err := os.Open(name)
	if err != nil {
		return fmt.Errorf("read a coverage log: %w", err)
	}
	defer file.Close()

	for decoder := json.NewDecoder(file); ; {
		var call Call

		switch err := decoder.Decode(&call); {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return fmt.Errorf("read the coverage log %s: %w", filepath.Base(name), err)
		case call.Method == "" || call.Template == "":
			return fmt.Errorf("read the coverage log %s: a line without method or template", filepath.Base(name))
		}

		calls[call] = true
		call.Type = ""
		calls[call] = true
	}
}

// Endpoint is one row of the list of endpoints.
type Endpoint struct {
	Call
	Operation string
	Origin    string // which seed names it, or "neighbour"
}

// ReadEndpoints reads the tab-separated list of endpoints. Rows on another host
// (the token endpoint) are left out: the contract says nothing about them.
func ReadEndpoints(r io.Reader) ([]Endpoint, error) {
	var all []Endpoint

	lines := bufio.NewScanner(r)
	lines.Buffer(nil, 1<<20)

	for n := 1; lines.Scan(); n++ {
		fields := strings.Split(lines.Text(), "\t")
		if len(fields) < 4 {
			return nil, fmt.Errorf("line %d of the endpoints: %d columns, want at least METHOD, PATH, operationId and in_seed", n, len(fields))
		}

		if n == 1 || strings.HasPrefix(fields[1], "https://") {
			continue
		}

		all = append(all, Endpoint{Call{Method: fields[0], Template: template(fields[1])}, fields[2], fields[3]})
	}

	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("read the endpoints: %w", err)
	}

	return all, nil
}

// template turns the list's spelling into the contract's: v2 paths stand bare,
// v1 paths with a mark and sometimes with a query.
func template(path string) string {
	path, _, _ = strings.Cut(path, "?")

	if v1, ok := strings.CutPrefix(path, "v1 "); ok {
		return v1
	}

	return "/api/v2" + path
}
