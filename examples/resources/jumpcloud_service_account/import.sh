# <id>
terraform import jumpcloud_service_account.ci 66b1f0a2c8d5e90001a1b2d4
