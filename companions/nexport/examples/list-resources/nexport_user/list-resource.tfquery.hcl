# Everybody whose login is of Acme.
list "nexport_user" "acme" {
  provider = nexport
  limit    = 100000

  config {
    name = ["*@acme.example"]
  }
}
