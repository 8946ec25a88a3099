import {
  to = nexport_group_membership.ann

  identity = {
    user_id = "5f0c8a1e-3d2b-4c6a-9e7f-0123456789ab"
  }
}
