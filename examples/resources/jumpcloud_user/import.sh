# <organization_id>/<id>; without the first part where the provider has a default organization
terraform import jumpcloud_user.ada 66b1f0a2c8d5e90001a1b2c3/66b1f0a2c8d5e90001a1b2d4
