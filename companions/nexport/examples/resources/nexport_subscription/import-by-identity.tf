import {
  to = nexport_subscription.ann

  identity = {
    organization_id = "7c9e6679-7425-40de-944b-e07fc1f90ae7"
    user_id         = "5f0c8a1e-3d2b-4c6a-9e7f-0123456789ab"
  }
}
