import {
  to = zammad_ticket_priority.disaster

  identity = {
    id = "4"
  }
}
