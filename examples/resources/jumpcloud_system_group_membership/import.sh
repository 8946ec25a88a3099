# <organization_id>/<system_group_id>/<system_id>; without the first part where the provider has a default organization
terraform import jumpcloud_system_group_membership.lobby 66b1f0a2c8d5e90001a1b2c3/66b1f0a2c8d5e90001a1b2d4/66b1f0a2c8d5e90001a1b2f6
