# The id of the user.
terraform import nexport_user.bo 5f0c8a1e-3d2b-4c6a-9e7f-0123456789ab
