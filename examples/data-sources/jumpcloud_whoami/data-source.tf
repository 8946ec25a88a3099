data "jumpcloud_whoami" "me" {}

check "key" {
  assert {
    condition     = try(timecmp(data.jumpcloud_whoami.me.expires_at, timeadd(plantimestamp(), "336h")) > 0, true)
    error_message = "The key of ${data.jumpcloud_whoami.me.name} expires on ${data.jumpcloud_whoami.me.expires_at}."
  }
}
