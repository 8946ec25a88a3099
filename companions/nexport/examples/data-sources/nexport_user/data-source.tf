data "nexport_user" "ann" {
  login = "ann@acme.example"
}
