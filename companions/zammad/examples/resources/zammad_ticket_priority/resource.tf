resource "zammad_ticket_priority" "disaster" {
  name     = "4 disaster"
  note     = "Somebody is called at night"
  ui_icon  = "important"
  ui_color = "high-priority"
}
