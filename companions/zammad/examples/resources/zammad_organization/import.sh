# <id>
terraform import zammad_organization.acme 12
