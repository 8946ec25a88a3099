resource "jumpcloud_organization" "this" {
  name = "Globex"
}
