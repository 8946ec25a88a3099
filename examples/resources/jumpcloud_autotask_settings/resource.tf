resource "jumpcloud_autotask_settings" "this" {
  integration_id      = jumpcloud_autotask_integration.this.id
  company_types       = ["Customer", "Prospect"] # names or ids
  automatic_ticketing = true
  on_destroy          = "restore" # what was there before Terraform
}

variable "autotask_secret" {
  type      = string
  ephemeral = true # Terraform 1.10 or later; it reaches neither state nor plan
}

resource "jumpcloud_autotask_integration" "this" {
  username          = "api@examplemsp.example"
  secret_wo         = var.autotask_secret
  secret_wo_version = 1 # raise to rotate
}
