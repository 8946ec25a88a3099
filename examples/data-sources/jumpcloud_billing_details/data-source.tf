data "jumpcloud_billing_details" "this" {}

check "licenses" {
  assert {
    condition     = data.jumpcloud_billing_details.this.assigned_licenses <= data.jumpcloud_billing_details.this.purchased_licenses
    error_message = "More licenses are assigned than purchased (${data.jumpcloud_billing_details.this.purchased_licenses})."
  }
}
