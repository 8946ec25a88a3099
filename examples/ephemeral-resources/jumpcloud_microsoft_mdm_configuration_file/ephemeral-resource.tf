# The credential belongs to one organization; see above.
ephemeral "jumpcloud_microsoft_mdm_configuration_file" "this" {
  output_path = "${path.root}/mdm-configuration.zip"
}
