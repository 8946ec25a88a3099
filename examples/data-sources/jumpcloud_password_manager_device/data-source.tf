data "jumpcloud_password_manager_device" "laptop" {
  id = "0b5a9f1e-3c1d-4a52-9a3f-6f2f3f0d8c11"
}
