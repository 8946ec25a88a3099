# <organization_id>/<id>; the id alone where the provider has a default organization
terraform import jumpcloud_radius_server.office 66b1f0a2c8d5e90001a1b2c3/66b1f0a2c8d5e90001a1b2d4
