import {
  to = zammad_organization.acme

  identity = {
    id = "12"
  }
}
