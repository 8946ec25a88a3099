resource "jumpcloud_organization" "o" {
 name = "New Client" 
 deletion_policy = "abandon"
}
