# <organization_id>/<id>; without <organization_id> where the provider has a default organization
terraform import jumpcloud_office365.this 66b1f0a2c8d5e90001a1b2c3/66b1f0a2c8d5e90001a1b2c4
