# <organization_id>/<policy_group_id>/<policy_id>; without the first part where the provider has a default organization
terraform import jumpcloud_policy_group_membership.usb 66b1f0a2c8d5e90001a1b2c3/66b1f0a2c8d5e90001a1b2d4/66b1f0a2c8d5e90001a1b2e5
