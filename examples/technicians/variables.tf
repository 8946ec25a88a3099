variable "technicians" {
  description = "Technicians by e-mail address: the role, and the organizations by name."

  type = map(object({
    first_name    = optional(string, "")
    last_name     = optional(string, "")
    role          = string
    organizations = set(string)
  }))

  default = {
    "lee@example.com" = { first_name = "Lee", role = "Help Desk", organizations = ["Acme Inc", "Globex"] }
    "kim@example.com" = { first_name = "Kim", role = "Tier 1", organizations = ["Acme Inc", "Globex", "Initech"] }
  }
}
