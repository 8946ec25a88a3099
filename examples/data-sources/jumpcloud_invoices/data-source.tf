data "jumpcloud_invoices" "this" {}

output "due" {
  value = { for i in data.jumpcloud_invoices.this.invoices : i.id => "${i.amount_remaining} ${i.currency} by ${i.due_date}" }
}
