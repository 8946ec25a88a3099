// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package supportcase

import (
	"context"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
)

// supportCase is a case as both lists return it.
type supportCase struct {
	CaseNumber                string `json:"caseNumber"`
	Label                     string `json:"label"`
	Status                    string `json:"status"`
	Date                      string `json:"date"`
	Subject                   string `json:"subject"`
	Description               string `json:"description"`
	Reporter                  string `json:"reporter"`
	ReporterEmail             string `json:"reporterEmail"`
	Organization              string `json:"organization"`
	OS                        string `json:"os"`
	CaseSubmissionProductType string `json:"caseSubmissionProductType"`
}

// metadata is the words that cases are made of.
type metadata struct {
	CaseTypes                  []string `json:"caseTypes"`
	CaseSubmissionProductTypes []string `json:"caseSubmissionProductTypes"`
	Statuses                   []string `json:"statuses"`
	ProductServiceGroups       []string `json:"productServiceGroups"`
	Products                   []string `json:"products"`
	Severities                 []string `json:"severities"`
	PreferredResponseTimes     []string `json:"preferredResponseTimes"`
	OS                         []string `json:"os"`
}

// listing is a list of cases. It takes a sort, but which fields are sortable is documented
// nowhere, so none is asked for.
func listing(r collections.Route) collections.Listing[supportCase] {
	return collections.Listing[supportCase]{Route: r, ID: func(c supportCase) string { return c.CaseNumber }}
}

// getMetadata reads one object, although it stands under results (evidence: rest 2.2).
func getMetadata(ctx context.Context, p *jumpcloud.Portal) (metadata, error) {
	answer, err := collections.Get[struct {
		Results metadata `json:"results"`
	}](ctx, p.V2("cases", "metadata"))

	return answer.Results, err
}
