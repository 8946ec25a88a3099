# <id>
terraform import zammad_ticket_priority.disaster 4
