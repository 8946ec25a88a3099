# <organization_id>/<policy_id>/<target_type>/<target_id>; without the first part where the provider has a default organization
terraform import jumpcloud_policy_association.pilot 66b1f0a2c8d5e90001a1b2c3/66b1f0a2c8d5e90001a1b2e5/system_group/66b1f0a2c8d5e90001a1b2f6
