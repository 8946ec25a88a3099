// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package probe

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
)

// Journal is a file that remembers what was made: a line before a request is sent that
// makes something, one when its id is known, and one when it is gone.
type Journal struct {
	file    *os.File
	Mark    string // begins the names of all that the run makes
	home    home
	entries []*entry
}

// home is where a run makes something.
type home struct {
	Provider     string `json:"provider,omitempty"`
	Organization string `json:"organization,omitempty"`
}

// enter remembers where everything is made from now on.
func (j *Journal) enter(h home) error {
	j.home = h

	return j.write(entry{Mark: j.Mark, Home: &h})
}

// entry is something that has to be undone.
type entry struct {
	N            int    `json:"n"`
	Mark         string `json:"mark,omitempty"`
	Home         *home  `json:"home,omitempty"`
	Collection   string `json:"collection,omitempty"` // where it can be listed and deleted
	Organization string `json:"organization,omitempty"`
	ID           string `json:"id,omitempty"`
	Gone         bool   `json:"gone,omitempty"`

	// Undo is a body that is posted to Collection instead of a deletion.
	Undo json.RawMessage `json:"undo,omitempty"`
}

// CreateJournal begins the journal of a run at path. An error that matches [os.ErrExist]
// says that an earlier run's is there.
func CreateJournal(path, mark string) (*Journal, error) {
	file, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return nil, err
	}

	j := &Journal{file: file, Mark: mark}

	return j, j.write(entry{Mark: mark})
}

// OpenJournal reads the journal of an earlier run, to go on with it. A last line that was
// not finished is cut off: nothing was sent for it, and the next line must not join it.
func OpenJournal(path string) (*Journal, error) {
	file, err := os.OpenFile(path, os.O_RDWR|os.O_APPEND, 0)
	if err != nil {
		return nil, err
	}

	j := &Journal{file: file}

	finished, err := j.read(file)
	if err == nil {
		err = file.Truncate(finished)
	}

	if err != nil {
		return nil, errors.Join(fmt.Errorf("%s: %w", path, err), file.Close())
	}

	return j, nil
}

// read takes the finished lines, and returns their length in bytes.
func (j *Journal) read(from io.Reader) (finished int64, err error) {
	lines := bufio.NewReader(from)

	for n := 1; ; n++ {
		line, err := lines.ReadBytes('\n')
		if errors.Is(err, io.EOF) {
			break
		}

		finished += int64(len(line))

		var e entry
		if err == nil {
			err = json.Unmarshal(line, &e)
		}

		switch {
		case err != nil:
			return 0, fmt.Errorf("line %d: %w", n, err)
		case e.N == 0:
			j.Mark = e.Mark

			if e.Home != nil {
				j.home = *e.Home
			}
		case e.N == len(j.entries)+1:
			j.entries = append(j.entries, &e)
		case e.N > 0 && e.N <= len(j.entries):
			known := j.entries[e.N-1]
			known.ID, known.Gone = e.ID, e.Gone
		default:
			return 0, fmt.Errorf("line %d is out of order", n)
		}
	}

	if len(j.Mark) < len(markPrefix)+markLength {
		return 0, errors.New("this is no journal of a probe: it has no mark")
	}

	return finished, nil
}

// begin remembers what is about to be made.
func (j *Journal) begin(e entry) (*entry, error) {
	e.N = len(j.entries) + 1
	if err := j.write(e); err != nil {
		return nil, err
	}

	j.entries = append(j.entries, &e)

	return &e, nil
}

// made remembers the id of what was made, and gone that nothing is left of it.
func (j *Journal) made(e *entry, id string) error {
	e.ID = id

	return j.write(entry{N: e.N, ID: id})
}

func (j *Journal) gone(e *entry) error {
	e.Gone = true

	return j.write(entry{N: e.N, ID: e.ID, Gone: true})
}

// write puts a line to the disk: the request that follows must not be forgotten.
func (j *Journal) write(e entry) error {
	line, err := json.Marshal(e)
	if err == nil {
		_, err = j.file.Write(append(line, '\n'))
	}

	if err == nil {
		err = j.file.Sync()
	}

	return err
}

// pending are the entries that are not undone, the last first.
func (j *Journal) pending() []*entry {
	all := slices.DeleteFunc(slices.Clone(j.entries), func(e *entry) bool { return e.Gone })
	slices.Reverse(all)

	return all
}

// Pending returns how much is not undone yet.
func (j *Journal) Pending() int { return len(j.pending()) }

// Close closes the file, and removes it where nothing is left to be undone.
func (j *Journal) Close() error {
	err := j.file.Close()
	if err == nil && j.Pending() == 0 {
		err = os.Remove(j.file.Name())
	}

	return err
}
