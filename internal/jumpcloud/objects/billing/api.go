// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package billing

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
)

// details are what the provider has bought. Numbers are json.Number, which reads 64-bit
// integers also where a gRPC gateway writes them as strings; "" is absent.
type details struct {
	ContractType     string      `json:"contractType"`
	HasContract      bool        `json:"hasContract"`
	AssignedLicenses json.Number `json:"assignedLicenses"`
	Products         []product   `json:"products"`
}

type product struct {
	Name              string      `json:"name"`
	Capabilities      []string    `json:"capabilities"`
	IncludedLicenses  json.Number `json:"includedLicenses"`
	PurchasedLicenses json.Number `json:"purchasedLicenses"`
}

// invoice is an element of the list; amounts are text (evidence: rest 1.1).
type invoice struct {
	ID              string `json:"id"`
	DueDate         string `json:"dueDate"`
	Status          string `json:"status"`
	AmountBilled    string `json:"amountBilled"`
	AmountPaid      string `json:"amountPaid"`
	AmountRemaining string `json:"amountRemaining"`
	Currency        string `json:"currency"`
}

func getDetails(ctx context.Context, p *jumpcloud.Portal) (details, error) {
	route, err := p.Own(ctx, "billing", "details")
	if err != nil {
		return details{}, err
	}

	return collections.Get[details](ctx, route)
}

// invoices is the list of the provider's invoices. It takes a sort, but which fields are
// sortable is documented nowhere, so none is asked for.
func invoices(ctx context.Context, p *jumpcloud.Portal) (collections.Listing[invoice], error) {
	route, err := p.Own(ctx, "invoices")

	return collections.Listing[invoice]{Route: route, ID: func(i invoice) string { return i.ID }}, err
}

// pdf is how every PDF begins.
var pdf = []byte("%PDF-")

// download fetches a PDF below the provider.
func download(ctx context.Context, p *jumpcloud.Portal, segments ...string) (collections.File, error) {
	route, err := p.Own(ctx, segments...)
	if err != nil {
		return collections.File{}, err
	}

	f, err := collections.Download(ctx, route, http.MethodGet, nil)
	if err == nil && !bytes.HasPrefix(f.Data, pdf) {
		err = fmt.Errorf("the service answered with %d bytes of %q that are no PDF", len(f.Data), f.MediaType)
	}

	return f, err
}
