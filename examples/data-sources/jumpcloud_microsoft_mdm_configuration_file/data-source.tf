# The credential belongs to one organization; see above.
data "jumpcloud_microsoft_mdm_configuration_file" "this" {
  output_path = "${path.root}/mdm-configuration.zip"
}

output "sha256" {
  value = data.jumpcloud_microsoft_mdm_configuration_file.this.sha256
}
