resource "jumpcloud_syncro_settings" "this" {
  integration_id      = jumpcloud_syncro_integration.this.id
  automatic_ticketing = true
  on_destroy          = "restore" # what was there before Terraform
}

variable "syncro_api_token" {
  type      = string
  ephemeral = true # Terraform 1.10 or later; it reaches neither state nor plan
}

resource "jumpcloud_syncro_integration" "this" {
  subdomain            = "examplemsp"
  api_token_wo         = var.syncro_api_token
  api_token_wo_version = 1 # raise to rotate
}
