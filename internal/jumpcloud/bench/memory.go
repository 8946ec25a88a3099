// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package main

import (
	"bufio"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// watchMemory follows the processes of a program until the returned function is called,
// which tells the most memory (VmHWM) that one of them held at once, in MiB. Where there is
// no /proc it tells 0.
func watchMemory(program string) (peak func() float64) {
	const every = 50 * time.Millisecond

	done, result := make(chan struct{}), make(chan float64)

	go func() {
		most := 0.0

		for {
			for _, status := range statuses(program) {
				most = max(most, highWater(status))
			}

			select {
			case <-done:
				result <- most

				return
			case <-time.After(every):
			}
		}
	}()

	return func() float64 {
		close(done)

		return <-result
	}
}

// statuses are the files that tell of the processes of a program.
func statuses(program string) []string {
	links, err := filepath.Glob("/proc/[0-9]*/exe")
	if err != nil {
		return nil
	}

	var all []string

	for _, link := range links {
		// A process may have ended meanwhile, or be somebody else's.
		if target, err := os.Readlink(link); err == nil && target == program {
			all = append(all, filepath.Join(filepath.Dir(link), "status"))
		}
	}

	return all
}

func highWater(status string) float64 {
	file, err := os.Open(status)
	if err != nil {
		return 0
	}
	defer file.Close()

	lines := bufio.NewScanner(file)
	for lines.Scan() {
		if rest, ok := strings.CutPrefix(lines.Text(), "VmHWM:"); ok {
			kib, err := strconv.ParseFloat(strings.TrimSpace(strings.TrimSuffix(rest, "kB")), 64)
			if err == nil {
				return kib / 1024
			}
		}
	}

	return 0
}
