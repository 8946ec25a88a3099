data "jumpcloud_user" "manager" {
  organization_id = var.organization_id
  email           = "grace@acme.example"
}

resource "jumpcloud_user" "ada" {
  organization_id = var.organization_id
  username        = "ada.king"
  email           = "ada.king@acme.example"
  firstname       = "Ada"
  lastname        = "King"
  department      = "Research"
  job_title       = "Analyst"
  manager_id      = data.jumpcloud_user.manager.id
  state           = "STAGED"

  enable_user_portal_multifactor = true

  attributes = {
    badge = "1815"
  }

  # Nobody loses an account because a block was deleted by mistake.
  deletion_policy = "suspend"
}

variable "organization_id" {
  description = "ID of the organization."
  type        = string
}
