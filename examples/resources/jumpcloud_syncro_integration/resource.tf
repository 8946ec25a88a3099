variable "syncro_api_token" {
  type      = string
  ephemeral = true # Terraform 1.10 or later; it reaches neither state nor plan
}

resource "jumpcloud_syncro_integration" "this" {
  subdomain            = "examplemsp"
  api_token_wo         = var.syncro_api_token
  api_token_wo_version = 1 # raise to rotate
}
