# The Syncro tickets that alerts create.
list "jumpcloud_syncro_alert_configuration" "all" {
  provider = jumpcloud
  limit    = 100000
}

# That of alerts with such a name.
list "jumpcloud_syncro_alert_configuration" "lockouts" {
  provider = jumpcloud
  limit    = 100000

  config {
    name = ["*lockout*"]
  }
}
