// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package fleet

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"time"
)

// Inputs are the provider's data sources that a report is built from, by the names of their
// attributes. All but Compliance may be missing.
type Inputs struct {
	Provider        *providerInput      `json:"provider"`       // jumpcloud_provider
	Organizations   *organizationsInput `json:"organizations"`  // jumpcloud_organizations
	Compliance      *complianceInput    `json:"compliance"`     // jumpcloud_policy_compliance
	Billing         *Licenses           `json:"billing"`        // jumpcloud_billing_details
	Administrators  *administratorInput `json:"administrators"` // jumpcloud_provider_administrators
	Whoami          *whoamiInput        `json:"whoami"`         // jumpcloud_whoami
	Integrations    []integrationInput  `json:"integrations"`   // one for each PSA
	Exceptions      []Exception         `json:"exceptions"`     // as in a file of exceptions
	DeviceNames     map[string]string   `json:"device_names"`   // by the device's id
	ServiceAccounts []accountInput      `json:"service_accounts"`

	gaps []Gap
}

type providerInput struct {
	Name string `json:"name"`
}

type organizationsInput struct {
	Organizations map[string]struct {
		ID             string `json:"id"`
		Name           string `json:"name"`
		MaxSystemUsers *int64 `json:"max_system_users"`
	} `json:"organizations"`
}

type complianceInput struct {
	ByOrganization map[string]struct {
		Name     string `json:"name"`
		Policies []struct {
			Totals

			Name     string   `json:"name"`
			Template string   `json:"template_name"`
			Failing  []string `json:"failing_system_ids"`
		} `json:"policies"`
	} `json:"by_organization"`
	Missing map[string]string `json:"missing_organizations"`
}

type administratorInput struct {
	Administrators map[string]struct {
		Administrator

		MultiFactor bool   `json:"multi_factor"`
		Expires     string `json:"api_key_expires_at"`
	} `json:"administrators"`
}

type whoamiInput struct {
	Name         string `json:"name"`
	Kind         string `json:"kind"`
	Expires      string `json:"expires_at"`
	ProviderName string `json:"provider_name"`
}

type integrationInput struct {
	ID       string `json:"id"`
	Type     string `json:"type"`
	Mappings struct {
		Mappings []Mapping `json:"mappings"`
		Unmapped []string  `json:"unmapped_organization_ids"`
	} `json:"mappings"`
	Errors struct {
		Errors []SyncError `json:"errors"`
	} `json:"sync_errors"`
}

type accountInput struct {
	Name    string `json:"name"`
	Expires string `json:"expires_at"`
}

// errNoReport says what a file should hold.
var errNoReport = errors.New("it is neither a report's own JSON (--json) nor a `terraform output -json` with an output that has a member " +
	"\"compliance\", the data source jumpcloud_policy_compliance; the guide on reports shows such an output")

// Read reads a report from its own JSON, or builds one from the answer of
// `terraform output -json`, as of now.
func Read(raw []byte, now time.Time) (*Report, error) {
	var head struct {
		Format     string          `json:"format"`
		Compliance json.RawMessage `json:"compliance"`
	}

	var outputs map[string]json.RawMessage
	if err := json.Unmarshal(raw, &outputs); err != nil {
		return nil, fmt.Errorf("it is not a JSON object: %w", err)
	}

	_ = json.Unmarshal(raw, &head) // an output may be called "format" and be no text

	switch {
	case head.Format == Format:
		var r Report

		return &r, strict(raw, &r)
	case head.Format != "" && head.Compliance == nil:
		return nil, fmt.Errorf("its format is %q, and this program reads %q", head.Format, Format)
	case head.Compliance != nil && !isOutput(head.Compliance):
		return fromInputs(raw, now)
	}

	var found []string

	for _, name := range slices.Sorted(maps.Keys(outputs)) {
		var output struct {
			Value struct {
				Compliance json.RawMessage `json:"compliance"`
			} `json:"value"`
		}
		if json.Unmarshal(outputs[name], &output) == nil && output.Value.Compliance != nil {
			found = append(found, name)
		}
	}

	if len(found) == 0 {
		return nil, errNoReport
	}

	if len(found) > 1 {
		return nil, fmt.Errorf("the outputs %q all look like a report: give one alone, as of `terraform output -json %s`", found, found[0])
	}

	var output struct {
		Value json.RawMessage `json:"value"`
	}
	if err := json.Unmarshal(outputs[found[0]], &output); err != nil {
		return nil, err
	}

	return fromInputs(output.Value, now)
}

// isOutput tells an output of that name from the member.
func isOutput(raw json.RawMessage) bool {
	var o struct {
		Value     json.RawMessage `json:"value"`
		Sensitive *bool           `json:"sensitive"`
	}

	return json.Unmarshal(raw, &o) == nil && o.Sensitive != nil
}

func fromInputs(raw []byte, now time.Time) (*Report, error) {
	var in Inputs
	if err := json.Unmarshal(raw, &in); err != nil {
		return nil, fmt.Errorf("its members are not the data sources that a report is built from: %w", err)
	}

	if in.Compliance == nil || in.Compliance.ByOrganization == nil {
		return nil, errors.New("its member \"compliance\" is not the data source jumpcloud_policy_compliance: it has no by_organization")
	}

	for name, given := range map[string]bool{
		"organizations": in.Organizations != nil, "billing": in.Billing != nil, "administrators": in.Administrators != nil,
		"integrations": in.Integrations != nil, "whoami": in.Whoami != nil,
	} {
		if !given {
			in.gaps = append(in.gaps, Gap{name, "The output has no member \"" + name + "\"."})
		}
	}

	return in.Build(now)
}

// strict refuses members that a report does not have: they would be lost in silence.
func strict(raw []byte, into any) error {
	d := json.NewDecoder(bytes.NewReader(raw))
	d.DisallowUnknownFields()

	return d.Decode(into)
}
