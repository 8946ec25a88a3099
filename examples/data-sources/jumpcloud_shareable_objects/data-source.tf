data "jumpcloud_shareable_objects" "directories" {
  object_type = "active_directory"
}

output "domains" {
  value = data.jumpcloud_shareable_objects.directories.ids_by_name
}
