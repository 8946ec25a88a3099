// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package alert

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"reflect"
	"strconv"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/psa"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

// choice is one of the PSA's options: an object in Autotask and ConnectWise, a plain
// string, which is then the name, in Syncro.
type choice struct {
	ID   int64   `json:"id"`
	Name string  `json:"name"`
	Role *choice `json:"role,omitempty"` // of an Autotask resource
}

// UnmarshalJSON reads either form.
func (c *choice) UnmarshalJSON(raw []byte) error {
	if bytes.HasPrefix(bytes.TrimSpace(raw), []byte(`"`)) {
		return json.Unmarshal(raw, &c.Name)
	}

	type plain choice

	return json.Unmarshal(raw, (*plain)(c))
}

// configuration is what an alert does, of any vendor; each has those members of it that
// are the vendor's. alertId is in the list alone.
type configuration struct {
	AlertID             string   `json:"alertId"`
	DisplayName         string   `json:"displayName"`
	ShouldCreateTickets bool     `json:"shouldCreateTickets"`
	Priority            *choice  `json:"priority"`
	Status              *choice  `json:"status"`
	Source              *choice  `json:"source"`
	ProblemType         *choice  `json:"problemType"`
	DueDays             *int64   `json:"dueDays"`
	Destination         string   `json:"destination"`
	Queue               *choice  `json:"queue"`
	Resource            *choice  `json:"resource"`
	UserID              *float64 `json:"userId"`
	Username            string   `json:"username"`
}

// Candidate is what a name can mean.
func (c configuration) Candidate() kit.Candidate {
	return kit.Candidate{ID: c.AlertID, Name: c.DisplayName}
}

// member is the choice under that name.
func (c configuration) member(name string) *choice {
	var found *choice

	switch name {
	case "priority":
		found = c.Priority
	case "status":
		found = c.Status
	case "source":
		found = c.Source
	case "problemType":
		found = c.ProblemType
	case "user":
		if c.UserID != nil {
			found = &choice{ID: int64(*c.UserID), Name: c.Username}
		}
	}

	if found == nil || found.ID == 0 && found.Name == "" {
		return nil
	}

	return found
}

// body is the body of PUT, which replaces the whole configuration.
type body map[string]any

// optionValue is an option: in Syncro's configurations its label stands for it, elsewhere
// its value.
type optionValue struct {
	Label string `json:"label"`
	Value int64  `json:"value"`
}

func (o optionValue) candidate() kit.Candidate {
	return kit.Candidate{ID: strconv.FormatInt(o.Value, 10), Name: o.Label}
}

type optionGroup struct {
	Name   string        `json:"name"`
	Values []optionValue `json:"values"`
}

// person is a resource of Autotask, with the roles that it has.
type person struct {
	ID    int64         `json:"id"`
	Name  string        `json:"name"`
	Roles []optionValue `json:"roles"`
}

// options are wrapped in records, and Autotask's in options beside resources [S].
type options struct {
	Records   []optionGroup `json:"records"`
	Options   []optionGroup `json:"options"`
	Resources []person      `json:"resources"`
}

func (o options) groups() []optionGroup { return append(o.Options, o.Records...) }

func alerts(ctx context.Context, p *jumpcloud.Portal, v psa.Vendor, segments ...string) (collections.Route, error) {
	return p.Own(ctx, append([]string{"integrations", v.Type, "alerts"}, segments...)...)
}

// listing is the list of all configurations, which has no paging.
func listing(ctx context.Context, p *jumpcloud.Portal, v psa.Vendor) (collections.Listing[configuration], error) {
	route, err := alerts(ctx, p, v, "configuration")

	return collections.Listing[configuration]{Route: route, Whole: true, ID: func(c configuration) string { return c.AlertID }}, err
}

// configurations reads all configurations. The error is a 404 where the vendor has no integration.
func configurations(ctx context.Context, p *jumpcloud.Portal, v psa.Vendor) ([]configuration, error) {
	l, err := listing(ctx, p, v)
	if err != nil {
		return nil, err
	}

	all, err := collections.All(ctx, l)

	return all, v.Absent(ctx, p, "", err)
}

// find reads one configuration, from the listing that all share.
func find(ctx context.Context, p *jumpcloud.Portal, v psa.Vendor, alertID string) (configuration, error) {
	l, err := listing(ctx, p, v)
	if err != nil {
		return configuration{}, err
	}

	c, err := collections.Lookup(ctx, l, alertID)
	if !errors.Is(err, rest.ErrNotFound) {
		return c, err
	}

	// A second look: the alerts are JumpCloud's own, and go with the vendor's integration alone.
	again, err := collections.AllOnce(ctx, l)
	for _, c := range again {
		if c.AlertID == alertID {
			return c, nil
		}
	}

	if err != nil {
		return c, v.Absent(ctx, p, "", err)
	}

	return c, rest.NotFound("GET", l.Route.Path(), "there is no alert "+alertID+" in the configurations of "+v.Title)
}

func readOptions(ctx context.Context, p *jumpcloud.Portal, v psa.Vendor) (options, error) {
	route, err := alerts(ctx, p, v, "configuration", "options")
	if err != nil {
		return options{}, err
	}

	all, err := collections.GetOnce[options](ctx, route)

	return all, v.Absent(ctx, p, "", err)
}

// put replaces a configuration and returns what it is then. Where nobody knows whether the
// service acted, the list tells.
func put(ctx context.Context, p *jumpcloud.Portal, v psa.Vendor, alertID string, b body, is func(configuration) body) (configuration, error) {
	route, err := alerts(ctx, p, v, alertID, "configuration")
	if err != nil {
		return configuration{}, err
	}

	l, err := listing(ctx, p, v)
	if err != nil {
		return configuration{}, err
	}

	defer collections.Drop(l.Route)

	c, err := collections.Put[configuration](ctx, route, b)
	if err == nil && c.DisplayName != "" {
		return c, nil
	}

	if err != nil && !errors.Is(err, rest.ErrUnclear) {
		return c, err
	}

	for there, lookErr := range collections.Each(ctx, l) {
		if lookErr == nil && there.AlertID == alertID && (err == nil || equal(is(there), b)) {
			return there, nil
		}
	}

	return c, err
}

// equal compares bodies as they are sent.
func equal(a, b body) bool {
	var x, y any

	for from, to := range map[*any]body{&x: a, &y: b} {
		raw, err := json.Marshal(to)
		if err != nil || json.Unmarshal(raw, from) != nil {
			return false
		}
	}

	return reflect.DeepEqual(x, y)
}
