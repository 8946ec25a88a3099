data "jumpcloud_organization" "globex" {
  name = "Globex"
}

data "jumpcloud_organization" "organization_1st_choice_ltd" {
  name = "1st \"Choice\" | Ltd"
}
