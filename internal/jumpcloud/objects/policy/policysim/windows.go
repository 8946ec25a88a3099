// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package policysim

import "github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"

func windowsTemplates() []template {
	return []template{
		{
			name: "custom_registry_keys_policy_windows", title: "Advanced: Custom Registry Keys", id: "5f07273cb544065386e1ce6f",
			fields: []field{{
				name: "customRegTable", label: "Registry Keys", display: "table", required: true,
				// One example row: the vendor's tools read the columns from it (8.2).
				value: []any{sim.Doc{"customLocation": "", "customValueName": "", "customRegType": "", "customData": ""}},
				help:  "Locations are relative to HKEY_LOCAL_MACHINE.",
			}},
		},
		{
			name: "custom_oma_uri_mdm_windows", title: "Custom OMA-URI", mdm: true,
			fields: []field{{
				name: "uriList", label: "URIs", display: "multilist", required: true,
				value: []any{sim.Doc{"uri": "", "format": "", "value": ""}},
			}},
		},
		{
			name: "rename_local_administrator_account_windows", title: "Rename Local Administrator Account",
			fields: []field{{name: "ADMINISTRATORSTRING", label: "Account Name", display: "text", value: "", required: true}},
		},
		{
			name: "allow_the_use_of_biometrics_windows", title: "Allow the Use of Biometrics",
			fields: []field{{name: "ALLOWUSEOFBIOMETRICS", label: "Allow the use of biometrics", display: "checkbox", value: false}},
		},
		{
			name: "system_updates_windows", title: "System Updates",
			fields: []field{
				{
					// Only the word ScheduledInstallFirstWeek is shown anywhere.
					name: "AUTO_INSTALL_SCHEDULE", label: "Install Schedule", display: "select", value: "ScheduledInstallEveryWeek",
					options: choice(
						option{"Every Week", "ScheduledInstallEveryWeek"}, option{"First Week of the Month", "ScheduledInstallFirstWeek"},
						option{"Second Week of the Month", "ScheduledInstallSecondWeek"}, option{"Third Week of the Month", "ScheduledInstallThirdWeek"},
						option{"Fourth Week of the Month", "ScheduledInstallFourthWeek"},
					),
				},
				{name: "DEFER_FEATURE_UPDATES", label: "Defer Feature Updates", display: "checkbox", value: false},
				{name: "DEFER_FEATURE_DAYS", label: "Days", display: "number", value: 0},
				{name: "DEFER_QUALITY_DAYS", label: "Quality Update Days", display: "numberinline", value: 0},
			},
		},
		{
			name: "system_updates_osp_windows", title: "System Updates (OS Patch Management)",
			fields: []field{
				{name: "FEATURE_DEFERRAL_DAYS", label: "Feature Update Deferral", display: "number", value: 0},
				{
					// Options whose value is a number, not a string: 8.2 says that such templates exist.
					name: "UPDATE_NOTIFICATION_LEVEL", label: "Notifications", display: "select", value: 0,
					options: choice(option{"Default", 0}, option{"No Restart Warnings", 1}, option{"None", 2}),
				},
			},
		},
		{
			name: "message_title_text_for_users_attempting_to_logon_windows", title: "Logon Message Title and Text",
			fields: []field{
				{name: "MESSAGETITLE", label: "Title", display: "text", value: "", required: true},
				{name: "MESSAGETEXT", label: "Text", display: "textarea", value: "", required: true},
			},
		},
		{
			// Only the id is shown; name and fields are invented.
			name: "device_installation_restrictions_windows", title: "Device Installation Restrictions", id: "5cf67c95232e11070490923f",
			fields: []field{
				{name: "DENY_REMOVABLE", label: "Deny Removable Devices", display: "checkbox", value: false},
				{name: "DENY_DEVICE_IDS", label: "Denied Device IDs", display: "singlelistbox", value: []any{}},
			},
		},
		{
			name: "wifi_configuration_windows", title: "Wi-Fi Configuration", invented: true,
			fields: []field{
				{name: "SSID", label: "Network Name", display: "text", value: "", required: true},
				{name: "PASSPHRASE", label: "Passphrase", display: "text", value: "", required: true, private: true},
				{
					name: "AUTHENTICATION", label: "Authentication", display: "radio", value: "WPA2PSK",
					options: choice(option{"WPA2 Personal", "WPA2PSK"}, option{"WPA3 Personal", "WPA3SAE"}),
				},
			},
		},
		{
			name: "certificate_windows", title: "Install Certificate", invented: true,
			fields: []field{
				{name: "CERTIFICATE", label: "Certificate", display: "file", required: true},
				{name: "PASSWORD", label: "Certificate Password", display: "text", value: "", private: true},
			},
		},
		{
			name: "support_information_windows", title: "Support Information", invented: true,
			fields: []field{
				{name: "SUPPORTEMAIL", label: "Support E-Mail", display: "email", value: "", required: true},
				{name: "SUPPORTTEXT", label: "Text", display: "textarea", value: ""},
				{name: "MANUFACTURER", label: "Manufacturer", display: "text", value: "JumpCloud", readOnly: true},
			},
		},
		{
			name: "bitlocker_windows", title: "BitLocker Full Disk Encryption", invented: true,
			fields: []field{
				{name: "ENCRYPT_ALL", label: "Encrypt All Fixed Drives", display: "checkbox", value: false},
				{
					name: "METHOD", label: "Method", display: "segmentedbutton", value: "XTS-AES 128",
					options: choice(option{"XTS-AES 128", "XTS-AES 128"}, option{"XTS-AES 256", "XTS-AES 256"}),
				},
			},
		},
	}
}

func simpleWindows() []template {
	return simple("windows", [][3]string{
		{"autoplay_control", "DISABLEAUTOPLAY", "Disable AutoPlay"},
		{"block_consumer_accounts", "BLOCKACCOUNTS", "Block Consumer Accounts"},
		{"camera_control", "DISABLECAMERA", "Disable Camera"},
		{"clipboard_history", "DISABLECLIPBOARD", "Disable Clipboard History"},
		{"control_panel_access", "DENYCONTROLPANEL", "Deny Access to the Control Panel"},
		{"cortana_control", "DISABLECORTANA", "Disable Cortana"},
		{"defender_realtime", "ENABLEREALTIME", "Enable Real-Time Protection"},
		{"disable_guest_account", "DISABLEGUEST", "Disable Guest Account"},
		{"disable_onedrive", "DISABLEONEDRIVE", "Disable OneDrive"},
		{"disable_smb1", "DISABLESMB1", "Disable SMB 1"},
		{"domain_firewall", "ENABLEDOMAINFIREWALL", "Enable the Domain Firewall"},
		{"fast_startup", "DISABLEFASTSTARTUP", "Disable Fast Startup"},
		{"hide_last_user", "HIDELASTUSER", "Hide the Last Signed-In User"},
		{"location_services", "DISABLELOCATION", "Disable Location Services"},
		{"lock_screen_camera", "DISABLELOCKCAMERA", "Disable Lock Screen Camera"},
		{"microsoft_store", "DISABLESTORE", "Disable the Microsoft Store"},
		{"powershell_logging", "ENABLELOGGING", "Enable PowerShell Logging"},
		{"private_firewall", "ENABLEPRIVATEFIREWALL", "Enable the Private Firewall"},
		{"public_firewall", "ENABLEPUBLICFIREWALL", "Enable the Public Firewall"},
		{"remote_desktop", "DISABLERDP", "Disable Remote Desktop"},
		{"removable_storage", "DENYREMOVABLE", "Deny Removable Storage"},
		{"require_ctrl_alt_del", "REQUIRECAD", "Require Ctrl+Alt+Del"},
		{"script_host", "DISABLESCRIPTHOST", "Disable the Script Host"},
		{"telemetry_control", "LIMITTELEMETRY", "Limit Telemetry"},
		{"widgets_control", "DISABLEWIDGETS", "Disable Widgets"},
	})
}
