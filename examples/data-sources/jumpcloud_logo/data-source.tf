data "jumpcloud_logo" "company" {
  id          = "66b1f0a2c8d5e90001a1b2c4"
  output_path = "${path.root}/logo.png"
}

output "logo" {
  value = "${data.jumpcloud_logo.company.media_type}, SHA-256 ${data.jumpcloud_logo.company.sha256}"
}
