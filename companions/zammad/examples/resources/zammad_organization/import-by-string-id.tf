import {
  to = zammad_organization.acme
  id = "12"
}
