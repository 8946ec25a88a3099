resource "jumpcloud_connectwise_settings" "this" {
  integration_id      = jumpcloud_connectwise_integration.this.id
  company_types       = ["Customer", "Prospect"] # names or ids
  automatic_ticketing = true
  on_destroy          = "restore" # what was there before Terraform
}

variable "connectwise_public_key" {
  type = string
}

variable "connectwise_private_key" {
  type      = string
  ephemeral = true # Terraform 1.10 or later; it reaches neither state nor plan
}

resource "jumpcloud_connectwise_integration" "this" {
  url                    = "https://na.myconnectwise.net"
  company_id             = "examplemsp"
  public_key             = var.connectwise_public_key
  private_key_wo         = var.connectwise_private_key
  private_key_wo_version = 3 # raise to rotate
}
