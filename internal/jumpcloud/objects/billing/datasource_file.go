// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package billing

import (
	"context"
	"errors"
	"fmt"

	"github.com/hashicorp/terraform-plugin-framework-validators/stringvalidator"
	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/datasource/schema"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

// mode keeps files from everybody else: what somebody pays is nobody's business.
const mode = 0o600

const fileHelp = " The document is never in state; it is written to a file of mode 0600 if `output_path` asks for one. A data source is " +
	"read at plan already, and so is the file written."

// fileModel is what every downloaded document has.
type fileModel struct {
	OutputPath types.String `tfsdk:"output_path"`
	SHA256     types.String `tfsdk:"sha256"`
	Size       types.Int64  `tfsdk:"size"`
}

func fileAttributes() map[string]schema.Attribute {
	return map[string]schema.Attribute{
		"output_path": schema.StringAttribute{
			MarkdownDescription: "Path of the file to write the PDF to, whose folder must exist. No file when left out.",
			Optional:            true,
			Validators:          []validator.String{stringvalidator.LengthAtLeast(1)},
		},
		"sha256": schema.StringAttribute{MarkdownDescription: "SHA-256 of the PDF, in hexadecimal digits.", Computed: true},
		"size":   schema.Int64Attribute{MarkdownDescription: "Size of the PDF in bytes.", Computed: true},
	}
}

// take keeps what may be known of a file, and writes it where that is wanted.
func (m *fileModel) take(f collections.File) error {
	if !m.OutputPath.IsNull() {
		if err := kit.WriteFile(m.OutputPath.ValueString(), f.Data, mode); err != nil {
			return &kit.AttributeError{Path: path.Root("output_path"), Err: err}
		}
	}

	m.SHA256 = types.StringValue(kit.SHA256(f.Data))
	m.Size = types.Int64Value(int64(len(f.Data)))

	return nil
}

// NewContractDataSource returns the data source jumpcloud_billing_contract.
func NewContractDataSource() datasource.DataSource {
	return kit.NewDataSource(kit.Object{Type: "jumpcloud_billing_contract", Title: "Billing Contract"}, tenancy.Portal{}, schema.Schema{
		MarkdownDescription: "Downloads the provider's contract with JumpCloud, a PDF." + fileHelp,
		Attributes:          fileAttributes(),
	}, lookContract)
}

func lookContract(ctx context.Context, p *jumpcloud.Portal, m *fileModel) error {
	f, err := download(ctx, p, "billing", "contract")
	if errors.Is(err, rest.ErrNotFound) {
		return fmt.Errorf("%w\n\nThe provider may have no contract on file: see has_contract of jumpcloud_billing_details", err)
	}

	if err != nil {
		return err
	}

	return m.take(f)
}

type invoiceModel struct {
	fileModel

	ID types.String `tfsdk:"id"`
}

// NewInvoiceDataSource returns the data source jumpcloud_invoice.
func NewInvoiceDataSource() datasource.DataSource {
	attributes := fileAttributes()
	attributes["id"] = schema.StringAttribute{
		MarkdownDescription: "Invoice ID, one of the `ids` of `jumpcloud_invoices`.",
		Required:            true,
		Validators:          []validator.String{stringvalidator.LengthAtLeast(1)},
	}

	return kit.NewDataSource(kit.Object{Type: "jumpcloud_invoice", Title: "Invoice"}, tenancy.Portal{}, schema.Schema{
		MarkdownDescription: "Downloads one invoice, a PDF." + fileHelp,
		Attributes:          attributes,
	}, lookInvoice)
}

func lookInvoice(ctx context.Context, p *jumpcloud.Portal, m *invoiceModel) error {
	f, err := download(ctx, p, "invoices", m.ID.ValueString())
	if errors.Is(err, rest.ErrNotFound) {
		return &kit.AttributeError{Path: path.Root("id"), Err: err}
	}

	if err != nil {
		return err
	}

	return m.take(f)
}
