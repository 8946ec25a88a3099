# <organization_id>/<user_group_id>/<target_type>/<target_id>; without the first part where the provider has a default organization
terraform import jumpcloud_user_group_association.wiki 66b1f0a2c8d5e90001a1b2c3/66b1f0a2c8d5e90001a1b2d4/application/66b1f0a2c8d5e90001a1b2e5
