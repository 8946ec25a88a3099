#env JUMPCLOUD_API_URL=127.0.0.1:8811
data "jumpcloud_organizations" "x" {}
