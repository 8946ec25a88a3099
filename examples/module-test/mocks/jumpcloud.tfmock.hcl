# What Terraform makes up for a computed id is eight letters. Ids of JumpCloud are 24
# hexadecimal digits or, of integrations, UUIDs, and whatever refers to one is checked for
# that. These stand in. All objects of a kind get the same id: override_resource sets others.

mock_resource "jumpcloud_authn_policy" { defaults = { id = "5f0000010000000000000001", organization_id = "66b1f0a2c8d5e90001a1b2c3" } }
mock_resource "jumpcloud_autotask_alert_configuration" { defaults = { alert_id = "3f2a9c1e-5b7d-4e80-9a61-000000000027" } }
mock_resource "jumpcloud_autotask_integration" { defaults = { id = "3f2a9c1e-5b7d-4e80-9a61-000000000002" } }
mock_resource "jumpcloud_connectwise_alert_configuration" { defaults = { alert_id = "3f2a9c1e-5b7d-4e80-9a61-000000000028" } }
mock_resource "jumpcloud_connectwise_integration" { defaults = { id = "3f2a9c1e-5b7d-4e80-9a61-000000000003" } }
mock_resource "jumpcloud_iplist" { defaults = { id = "5f0000040000000000000001", organization_id = "66b1f0a2c8d5e90001a1b2c3" } }
mock_resource "jumpcloud_ldap_samba_domain" { defaults = { id = "5f0000050000000000000001", organization_id = "66b1f0a2c8d5e90001a1b2c3" } }
mock_resource "jumpcloud_ldap_server" { defaults = { id = "5f0000060000000000000001", organization_id = "66b1f0a2c8d5e90001a1b2c3" } }
mock_resource "jumpcloud_office365" { defaults = { id = "5f0000070000000000000002", default_domain_id = "5f0000070000000000000001", organization_id = "66b1f0a2c8d5e90001a1b2c3" } }
mock_resource "jumpcloud_office365_domain" { defaults = { id = "5f0000080000000000000001", organization_id = "66b1f0a2c8d5e90001a1b2c3" } }
mock_resource "jumpcloud_office365_translation_rule" { defaults = { id = "5f0000090000000000000001", organization_id = "66b1f0a2c8d5e90001a1b2c3" } }
mock_resource "jumpcloud_organization" { defaults = { id = "66b1f0a2c8d5e90001a1b2c3" } }
mock_resource "jumpcloud_organization_settings" { defaults = { organization_id = "66b1f0a2c8d5e90001a1b2c3" } }
mock_resource "jumpcloud_policy" { defaults = { id = "5f00000b0000000000000001", organization_id = "66b1f0a2c8d5e90001a1b2c3", template_id = "5f00000b0000000000000003" } }
mock_resource "jumpcloud_policy_association" { defaults = { organization_id = "66b1f0a2c8d5e90001a1b2c3" } }
mock_resource "jumpcloud_policy_group" { defaults = { id = "5f00000c0000000000000001", organization_id = "66b1f0a2c8d5e90001a1b2c3" } }
mock_resource "jumpcloud_policy_group_association" { defaults = { organization_id = "66b1f0a2c8d5e90001a1b2c3" } }
mock_resource "jumpcloud_policy_group_from_template" { defaults = { id = "5f00000d0000000000000001", organization_id = "66b1f0a2c8d5e90001a1b2c3" } }
mock_resource "jumpcloud_policy_group_membership" { defaults = { organization_id = "66b1f0a2c8d5e90001a1b2c3" } }
mock_resource "jumpcloud_policy_group_template" { defaults = { id = "5f00000e0000000000000001" } }
mock_resource "jumpcloud_provider_administrator" { defaults = { id = "5f00000f0000000000000001", role_id = "5f00000f0000000000000002" } }
mock_resource "jumpcloud_provider_settings" { defaults = { id = "5f0000100000000000000001" } }
mock_resource "jumpcloud_radius_server" { defaults = { id = "5f0000290000000000000001", organization_id = "66b1f0a2c8d5e90001a1b2c3" } }
mock_resource "jumpcloud_role" { defaults = { id = "5f0000110000000000000001", provider_id = "5f0000110000000000000002" } }
mock_resource "jumpcloud_service_account" { defaults = { id = "5f00002a0000000000000002", credential_id = "5f00002a0000000000000001" } }
mock_resource "jumpcloud_syncro_alert_configuration" { defaults = { alert_id = "3f2a9c1e-5b7d-4e80-9a61-00000000002b" } }
mock_resource "jumpcloud_syncro_integration" { defaults = { id = "3f2a9c1e-5b7d-4e80-9a61-000000000012" } }
mock_resource "jumpcloud_system_association" { defaults = { organization_id = "66b1f0a2c8d5e90001a1b2c3" } }
mock_resource "jumpcloud_system_group" { defaults = { id = "5f0000130000000000000001", organization_id = "66b1f0a2c8d5e90001a1b2c3" } }
mock_resource "jumpcloud_system_group_association" { defaults = { organization_id = "66b1f0a2c8d5e90001a1b2c3" } }
mock_resource "jumpcloud_system_group_membership" { defaults = { organization_id = "66b1f0a2c8d5e90001a1b2c3" } }
mock_resource "jumpcloud_user" { defaults = { id = "5f00002c0000000000000001", manager_id = "5f00002c0000000000000002", organization_id = "66b1f0a2c8d5e90001a1b2c3" } }
mock_resource "jumpcloud_user_group" { defaults = { id = "5f0000140000000000000001", organization_id = "66b1f0a2c8d5e90001a1b2c3" } }
mock_resource "jumpcloud_user_group_association" { defaults = { organization_id = "66b1f0a2c8d5e90001a1b2c3" } }
mock_resource "jumpcloud_user_group_membership" { defaults = { organization_id = "66b1f0a2c8d5e90001a1b2c3" } }

mock_data "jumpcloud_application" { defaults = { id = "5f00002d0000000000000001", organization_id = "66b1f0a2c8d5e90001a1b2c3" } }
mock_data "jumpcloud_applications" { defaults = { organization_id = "66b1f0a2c8d5e90001a1b2c3" } }
mock_data "jumpcloud_authn_policies" { defaults = { organization_id = "66b1f0a2c8d5e90001a1b2c3" } }
mock_data "jumpcloud_authn_policy" { defaults = { id = "5f0000150000000000000001", organization_id = "66b1f0a2c8d5e90001a1b2c3" } }
mock_data "jumpcloud_configured_policy_template" { defaults = { id = "5f0000160000000000000001", policy_template_id = "5f0000160000000000000002" } }
mock_data "jumpcloud_groups" { defaults = { organization_id = "66b1f0a2c8d5e90001a1b2c3" } }
mock_data "jumpcloud_integration" { defaults = { id = "3f2a9c1e-5b7d-4e80-9a61-00000000002e" } }
mock_data "jumpcloud_iplist" { defaults = { id = "5f0000170000000000000001", organization_id = "66b1f0a2c8d5e90001a1b2c3" } }
mock_data "jumpcloud_iplists" { defaults = { organization_id = "66b1f0a2c8d5e90001a1b2c3" } }
mock_data "jumpcloud_ldap_samba_domain" { defaults = { id = "5f0000180000000000000001", organization_id = "66b1f0a2c8d5e90001a1b2c3" } }
mock_data "jumpcloud_ldap_samba_domains" { defaults = { organization_id = "66b1f0a2c8d5e90001a1b2c3" } }
mock_data "jumpcloud_ldap_server" { defaults = { id = "5f0000190000000000000001", organization_id = "66b1f0a2c8d5e90001a1b2c3" } }
mock_data "jumpcloud_ldap_servers" { defaults = { organization_id = "66b1f0a2c8d5e90001a1b2c3" } }
mock_data "jumpcloud_logo" { defaults = { id = "5f00002f0000000000000001" } }
mock_data "jumpcloud_microsoft_mdm_configuration_file" { defaults = { organization_id = "66b1f0a2c8d5e90001a1b2c3" } }
mock_data "jumpcloud_office365" { defaults = { id = "5f00001a0000000000000002", default_domain_id = "5f00001a0000000000000001", organization_id = "66b1f0a2c8d5e90001a1b2c3" } }
mock_data "jumpcloud_office365_domain" { defaults = { id = "5f00001b0000000000000001", organization_id = "66b1f0a2c8d5e90001a1b2c3" } }
mock_data "jumpcloud_office365_domains" { defaults = { organization_id = "66b1f0a2c8d5e90001a1b2c3" } }
mock_data "jumpcloud_office365_import_users" { defaults = { organization_id = "66b1f0a2c8d5e90001a1b2c3" } }
mock_data "jumpcloud_office365_translation_rule" { defaults = { id = "5f00001c0000000000000001", organization_id = "66b1f0a2c8d5e90001a1b2c3" } }
mock_data "jumpcloud_office365_translation_rules" { defaults = { organization_id = "66b1f0a2c8d5e90001a1b2c3" } }
mock_data "jumpcloud_office365s" { defaults = { organization_id = "66b1f0a2c8d5e90001a1b2c3" } }
mock_data "jumpcloud_organization" { defaults = { id = "66b1f0a2c8d5e90001a1b2c3" } }
mock_data "jumpcloud_organization_offboarding" { defaults = { organization_id = "66b1f0a2c8d5e90001a1b2c3" } }
mock_data "jumpcloud_organization_settings" { defaults = { organization_id = "66b1f0a2c8d5e90001a1b2c3" } }
mock_data "jumpcloud_password_manager_device" { defaults = { organization_id = "66b1f0a2c8d5e90001a1b2c3" } }
mock_data "jumpcloud_password_manager_devices" { defaults = { organization_id = "66b1f0a2c8d5e90001a1b2c3" } }
mock_data "jumpcloud_policies" { defaults = { organization_id = "66b1f0a2c8d5e90001a1b2c3" } }
mock_data "jumpcloud_policy" { defaults = { id = "5f00001e0000000000000001", organization_id = "66b1f0a2c8d5e90001a1b2c3", template_id = "5f00001e0000000000000003" } }
mock_data "jumpcloud_policy_association" { defaults = { organization_id = "66b1f0a2c8d5e90001a1b2c3" } }
mock_data "jumpcloud_policy_associations" { defaults = { organization_id = "66b1f0a2c8d5e90001a1b2c3" } }
mock_data "jumpcloud_policy_group" { defaults = { id = "5f00001f0000000000000001", organization_id = "66b1f0a2c8d5e90001a1b2c3", owner_organization_id = "66b1f0a2c8d5e90001a1b2c3" } }
mock_data "jumpcloud_policy_group_association" { defaults = { organization_id = "66b1f0a2c8d5e90001a1b2c3" } }
mock_data "jumpcloud_policy_group_associations" { defaults = { organization_id = "66b1f0a2c8d5e90001a1b2c3" } }
mock_data "jumpcloud_policy_group_membership" { defaults = { organization_id = "66b1f0a2c8d5e90001a1b2c3" } }
mock_data "jumpcloud_policy_group_memberships" { defaults = { organization_id = "66b1f0a2c8d5e90001a1b2c3" } }
mock_data "jumpcloud_policy_group_template" { defaults = { id = "5f0000200000000000000001" } }
mock_data "jumpcloud_policy_groups" { defaults = { organization_id = "66b1f0a2c8d5e90001a1b2c3" } }
mock_data "jumpcloud_policy_results" { defaults = { organization_id = "66b1f0a2c8d5e90001a1b2c3" } }
mock_data "jumpcloud_policy_statuses" { defaults = { organization_id = "66b1f0a2c8d5e90001a1b2c3" } }
mock_data "jumpcloud_policy_template" { defaults = { id = "5f0000210000000000000001", organization_id = "66b1f0a2c8d5e90001a1b2c3" } }
mock_data "jumpcloud_policy_templates" { defaults = { organization_id = "66b1f0a2c8d5e90001a1b2c3" } }
mock_data "jumpcloud_provider" { defaults = { id = "5f0000220000000000000001" } }
mock_data "jumpcloud_provider_administrator" { defaults = { id = "5f0000230000000000000001", role_id = "5f0000230000000000000002" } }
mock_data "jumpcloud_radius_server" { defaults = { id = "5f0000300000000000000001", organization_id = "66b1f0a2c8d5e90001a1b2c3" } }
mock_data "jumpcloud_radius_servers" { defaults = { organization_id = "66b1f0a2c8d5e90001a1b2c3" } }
mock_data "jumpcloud_system" { defaults = { id = "5f0000310000000000000001", organization_id = "66b1f0a2c8d5e90001a1b2c3" } }
mock_data "jumpcloud_system_association" { defaults = { organization_id = "66b1f0a2c8d5e90001a1b2c3" } }
mock_data "jumpcloud_system_group" { defaults = { id = "5f0000240000000000000001", organization_id = "66b1f0a2c8d5e90001a1b2c3", owner_organization_id = "66b1f0a2c8d5e90001a1b2c3" } }
mock_data "jumpcloud_system_group_association" { defaults = { organization_id = "66b1f0a2c8d5e90001a1b2c3" } }
mock_data "jumpcloud_system_group_associations" { defaults = { organization_id = "66b1f0a2c8d5e90001a1b2c3" } }
mock_data "jumpcloud_system_group_membership" { defaults = { organization_id = "66b1f0a2c8d5e90001a1b2c3" } }
mock_data "jumpcloud_system_group_memberships" { defaults = { organization_id = "66b1f0a2c8d5e90001a1b2c3" } }
mock_data "jumpcloud_system_groups" { defaults = { organization_id = "66b1f0a2c8d5e90001a1b2c3" } }
mock_data "jumpcloud_systems" { defaults = { organization_id = "66b1f0a2c8d5e90001a1b2c3" } }
mock_data "jumpcloud_user" { defaults = { id = "5f0000320000000000000001", manager_id = "5f0000320000000000000002", organization_id = "66b1f0a2c8d5e90001a1b2c3" } }
mock_data "jumpcloud_user_group" { defaults = { id = "5f0000250000000000000001", organization_id = "66b1f0a2c8d5e90001a1b2c3", owner_organization_id = "66b1f0a2c8d5e90001a1b2c3" } }
mock_data "jumpcloud_user_group_association" { defaults = { organization_id = "66b1f0a2c8d5e90001a1b2c3" } }
mock_data "jumpcloud_user_group_associations" { defaults = { organization_id = "66b1f0a2c8d5e90001a1b2c3" } }
mock_data "jumpcloud_user_group_membership" { defaults = { organization_id = "66b1f0a2c8d5e90001a1b2c3" } }
mock_data "jumpcloud_user_group_memberships" { defaults = { organization_id = "66b1f0a2c8d5e90001a1b2c3" } }
mock_data "jumpcloud_user_groups" { defaults = { organization_id = "66b1f0a2c8d5e90001a1b2c3" } }
mock_data "jumpcloud_users" { defaults = { organization_id = "66b1f0a2c8d5e90001a1b2c3" } }
mock_data "jumpcloud_whoami" { defaults = { id = "5f0000260000000000000001", provider_id = "5f0000260000000000000002", role_id = "5f0000260000000000000003" } }
