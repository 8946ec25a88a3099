// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package billingsim simulates what a provider pays (evidence: rest 1.1).
package billingsim

import (
	"bytes"
	"cmp"
	"fmt"
	"net/http"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/jumpcloudsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// Collections. Invoices are scoped by their provider's id; details have one document per
// provider, by its id, in no scope.
const (
	Details  = "billingdetails"
	Invoices = "invoices"
)

// Register adds the routes to a world.
func Register(w *jumpcloudsim.World) {
	const base = "GET /api/v2/providers/{provider_id}/"

	w.Provider(base+"billing/details", details)
	w.Provider(base+"billing/contract", contract)
	w.Provider(base+"invoices", list, jumpcloudsim.Filter, jumpcloudsim.Limit, jumpcloudsim.Skip, jumpcloudsim.Sort)
	w.Provider(base+"invoices/{ID}", invoice)
}

// Invoice is an invoice as the list shows it. An empty ID is assigned.
type Invoice struct {
	ID              string
	DueDate         string
	Status          string
	AmountBilled    string
	AmountPaid      string
	AmountRemaining string
	Currency        string
}

// AddInvoice issues an invoice to a provider and returns its id.
func AddInvoice(w *jumpcloudsim.World, providerID string, i Invoice) string {
	id := cmp.Or(i.ID, "in_"+w.IDs.ObjectID()) // the form of ids is not documented [I]
	w.Store.Docs(Invoices, providerID).Put(id, sim.Doc{
		"id": id, "dueDate": i.DueDate, "status": i.Status, "amountBilled": i.AmountBilled, "amountPaid": i.AmountPaid,
		"amountRemaining": i.AmountRemaining, "currency": i.Currency,
	})

	return id
}

// SetDetails replaces a provider's billing details.
func SetDetails(w *jumpcloudsim.World, providerID string, d sim.Doc) {
	w.Store.Docs(Details, "").Put(providerID, d)
}

// detailsOf are a provider's details. The members are the contract's [S], the values of a
// provider for which nobody has set any are ours [I].
func detailsOf(c *jumpcloudsim.Call) sim.Doc {
	if d, ok := c.Docs(Details, "").Get(c.ProviderID); ok {
		return d
	}

	return sim.ToDoc(sim.Doc{
		"contractType": "Month-to-Month", "hasContract": true, "assignedLicenses": 42,
		"products": []any{sim.Doc{
			"name": "JumpCloud Platform", "capabilities": []any{"Directory", "Device Management", "Single Sign-On"},
			"includedLicenses": 10, "purchasedLicenses": 500,
		}},
	})
}

func details(c *jumpcloudsim.Call) sim.Response {
	return sim.JSON(http.StatusOK, detailsOf(c))
}

// contract is a PDF [S]. What a provider without one gets is a 404, which is documented
// without a reason [I].
func contract(c *jumpcloudsim.Call) sim.Response {
	if detailsOf(c)["hasContract"] != true {
		return jumpcloudsim.NotFound()
	}

	return document("Contract of provider " + c.ProviderID)
}

func list(c *jumpcloudsim.Call) sim.Response {
	return c.Wrapped("records", c.Docs(Invoices, c.ProviderID).All(), jumpcloudsim.List{})
}

func invoice(c *jumpcloudsim.Call) sim.Response {
	d, ok := c.Docs(Invoices, c.ProviderID).Get(c.PathValue("ID"))
	if !ok {
		return jumpcloudsim.NotFound()
	}

	return document(fmt.Sprintf("Invoice %s: %s %s", d["id"], d["amountBilled"], d["currency"]))
}

func document(line string) sim.Response {
	return sim.Response{Status: http.StatusOK, Header: http.Header{"Content-Type": {"application/pdf"}}, Body: PDF(line)}
}

// PDF is a document of one page with one line, which readers of PDF open.
func PDF(line string) []byte {
	page := fmt.Sprintf("BT /F1 12 Tf 72 720 Td (%s) Tj ET", line)
	objects := []string{
		"<< /Type /Catalog /Pages 2 0 R >>",
		"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
		"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
		fmt.Sprintf("<< /Length %d >>\nstream\n%s\nendstream", len(page), page),
		"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
	}

	var (
		b       bytes.Buffer
		offsets []int
	)

	b.WriteString("%PDF-1.4\n")

	for i, o := range objects {
		offsets = append(offsets, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}

	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)

	for _, at := range offsets {
		fmt.Fprintf(&b, "%010d 00000 n \n", at)
	}

	fmt.Fprintf(&b, "trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, start)

	return b.Bytes()
}
