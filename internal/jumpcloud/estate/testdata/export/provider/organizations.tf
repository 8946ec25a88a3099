data "jumpcloud_organization" "globex" {
  name = "Globex"
}
