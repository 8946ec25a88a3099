data "jumpcloud_shareable_objects" "applications" {
  object_type = "application"
}

data "jumpcloud_organization_shares" "wiki" {
  object_type = "application"
  object_id   = data.jumpcloud_shareable_objects.applications.ids_by_name["Wiki"]
}

output "organizations_with_the_wiki" {
  value = data.jumpcloud_organization_shares.wiki.organization_ids
}
