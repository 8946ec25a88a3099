variable "autotask_secret" {
  type      = string
  ephemeral = true # Terraform 1.10 or later; it reaches neither state nor plan
}

resource "jumpcloud_autotask_integration" "this" {
  username          = "api@examplemsp.example"
  secret_wo         = var.autotask_secret
  secret_wo_version = 1 # raise to rotate
}
