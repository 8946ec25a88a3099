import {
  to = nexport_user.bo

  identity = {
    id = "5f0c8a1e-3d2b-4c6a-9e7f-0123456789ab"
  }
}
