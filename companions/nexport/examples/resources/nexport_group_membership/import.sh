# The id of the user. The groups are taken from the configuration.
terraform import nexport_group_membership.ann 5f0c8a1e-3d2b-4c6a-9e7f-0123456789ab
