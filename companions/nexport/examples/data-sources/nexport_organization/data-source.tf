data "nexport_organization" "acme" {
  short_name = "ACME"
}
