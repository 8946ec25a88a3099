// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package main

import (
	"bytes"
	"context"
	"net/http"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/terraformcli"
)

var folder = sync.OnceValues(func() (string, error) { return os.MkdirTemp("", "jumpcloud-bench-") })

var prepared = sync.OnceValues(func() (*bench, error) {
	dir, err := folder()
	if err != nil {
		return nil, err
	}

	provider, err := terraformcli.Provider.Build(context.Background(), dir)
	if err != nil {
		return nil, err
	}

	return setUp(dir, provider)
})

// ready is a bench of the test's own, with the provider that was built once.
func ready(t *testing.T) *bench {
	t.Helper()

	b, err := prepared()
	if err != nil {
		t.Fatal(err)
	}

	own := *b

	return &own
}

func TestMain(m *testing.M) {
	code := m.Run()

	if dir, err := folder(); err == nil {
		_ = os.RemoveAll(dir)
	}

	os.Exit(code)
}

// TestMeasure runs a case with a few objects, so that the bench still works when somebody wants its
// numbers. It asserts calls, never times.
func TestMeasure(t *testing.T) {
	t.Parallel()

	if os.Getenv("TF_ACC") == "" {
		t.Skip("runs Terraform; set TF_ACC=1, as `make test` does")
	}

	// Organizations are created but cannot be deleted.
	const created, destroyed = 12, 10

	b := ready(t)
	b.turns = 1

	var out bytes.Buffer

	m, err := b.measure(t.Context(), &out, "tenants", tenants(2), 0, time.Millisecond)
	if err != nil {
		t.Fatal(err)
	}

	if m.create.writes != created || m.create.calls[http.MethodPost] != created {
		t.Errorf("create: %+v, want %d writes, each sent once", m.create, created)
	}

	if m.floor.total() != 0 {
		t.Errorf("plan -refresh=false asks the service: %+v", m.floor)
	}

	if _, err := os.Stat("/proc/self/exe"); err == nil && m.plan.peak < 1 {
		t.Error("the provider's memory was not seen")
	}

	if m.plan.writes != 0 || m.plan.calls[http.MethodGet] == 0 || m.slower[time.Millisecond].total() != m.plan.total() {
		t.Errorf("no-op plans: %+v, %+v", m.plan, m.slower)
	}

	if m.destroy.writes != destroyed || m.destroy.calls[http.MethodDelete] != destroyed {
		t.Errorf("destroy: %+v, want %d writes", m.destroy, destroyed)
	}

	if rows := strings.Count(out.String(), "\n"); rows != 5 {
		t.Errorf("%d rows instead of 5:\n%s", rows, out.String())
	}
}

// TestMeasurePace: refusals are counted, and all lists come of it.
func TestMeasurePace(t *testing.T) {
	t.Parallel()

	if os.Getenv("TF_ACC") == "" {
		t.Skip("runs Terraform; set TF_ACC=1, as `make test` does")
	}

	b := ready(t)

	var out bytes.Buffer

	bars, err := b.measurePace(t.Context(), &out, 20)
	if err != nil || len(bars) != 4 || strings.Count(out.String(), "\n") != 2 {
		t.Fatalf("%+v, %v\n%s", bars, err, out.String())
	}

	if bars[1].got == "0.0 %" {
		t.Errorf("a service that takes 5 a second has refused nothing: %+v", bars[1])
	}
}

// TestMeasureEstateAndRollout: the same for the cases of policies, and their bars.
func TestMeasureEstateAndRollout(t *testing.T) {
	t.Parallel()

	if os.Getenv("TF_ACC") == "" {
		t.Skip("runs Terraform; set TF_ACC=1, as `make test` does")
	}

	b := ready(t)

	var out bytes.Buffer

	plans, err := b.measureEstate(t.Context(), &out, 5, 4, 0)
	if err != nil {
		t.Fatal(err)
	}

	if plans.ignored.routes[policyByID] != 5 || plans.honoured.routes[policyByID] != 0 || plans.ignored.writes+plans.honoured.writes > 0 {
		t.Errorf("no-op plans: %+v", plans)
	}

	change, err := b.measureRollout(t.Context(), &out, 2, 3, 0)
	if err != nil {
		t.Fatal(err)
	}

	for _, b := range append(barsOfEstate(5, 4, plans), barsOfRollout(2, 3, change)...) {
		if !b.met {
			t.Errorf("should be met: %+v", b)
		}
	}

	if rows := strings.Count(out.String(), "\n"); rows != 4+3 {
		t.Errorf("%d rows instead of 7:\n%s", rows, out.String())
	}
}

func TestBars(t *testing.T) {
	t.Parallel()

	good := measured{
		create:  sample{calls: map[string]int{"POST": 200, "GET": 4}, writes: 200},
		plan:    sample{calls: map[string]int{"GET": 2}, wall: time.Second / 2},
		destroy: sample{calls: map[string]int{"DELETE": 200, "GET": 2}},
	}
	bad := measured{
		create:  sample{calls: map[string]int{"POST": 220, "GET": 200}, writes: 220, singles: 200},
		plan:    sample{calls: map[string]int{"GET": 200}, wall: 2 * time.Second},
		destroy: sample{calls: map[string]int{"DELETE": 200, "GET": 200}},
	}

	for _, b := range barsOfLists(200, slow, good) {
		if !b.met {
			t.Errorf("should be met: %+v", b)
		}
	}

	for _, b := range barsOfLists(200, slow, bad) {
		if b.met {
			t.Errorf("should not be met: %+v", b)
		}
	}

	wasteful := estatePlans{
		ignored:  sample{routes: map[string]int{policyByID: 251, "GET /api/v2/systemgroups/{id}": 400}},
		honoured: sample{routes: map[string]int{policyList: 3, policyByID: 1}},
	}

	for _, b := range append(barsOfEstate(250, 400, wasteful), barsOfRollout(25, 10, sample{calls: map[string]int{"PUT": 26}, writes: 24})...) {
		if b.met {
			t.Errorf("should not be met: %+v", b)
		}
	}

	var out bytes.Buffer

	printBars(&out, []bar{atMost("calls", 3, 2), atMost("more calls", 3, 4), atMostSeconds("time", 0.5, time.Second)})

	if strings.Count(out.String(), " met\n") != 1 || strings.Count(out.String(), " NOT MET\n") != 2 {
		t.Errorf("one bar is met and two are not:\n%s", out.String())
	}
}
