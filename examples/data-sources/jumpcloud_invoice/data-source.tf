data "jumpcloud_invoices" "this" {}

# Every invoice as a file that only its owner can read.
data "jumpcloud_invoice" "this" {
  for_each = toset(data.jumpcloud_invoices.this.ids)

  id          = each.key
  output_path = "${path.module}/${each.key}.pdf"
}
