import {
  to = jumpcloud_autotask_alert_configuration.this
  id = "8d1f6c52-3a7e-4b90-8c24-5e0f9a7b6d31"
}
