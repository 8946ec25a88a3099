variable "clients" {
  description = "Folder with one YAML file for each client; clients/ beside this file when left out."
  type        = string
  default     = null
}

variable "contact" {
  description = "Whom JumpCloud writes to about a client."

  type = object({
    name  = string
    email = string
  })

  default = {
    name  = "Operations"
    email = "ops@example.com"
  }
}
