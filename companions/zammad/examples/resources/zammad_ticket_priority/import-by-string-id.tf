import {
  to = zammad_ticket_priority.disaster
  id = "4"
}
