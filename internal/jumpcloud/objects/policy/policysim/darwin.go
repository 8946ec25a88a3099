// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package policysim

func darwinTemplates() []template {
	return []template{
		{
			name: "login_window_text_darwin", title: "Login Window Text", id: "5ade0cfd1f24754c6c5dc9f2",
			fields: []field{{name: "LoginwindowText", label: "Set Text Displayed At Login Window", display: "text", value: "", required: true}},
		},
		{
			name: "lock_screen_darwin", title: "Lock Screen",
			fields: []field{
				{name: "timeout", label: "Lock after so many seconds", display: "number", value: 60, required: true, help: "Seconds of inactivity before the screen locks."},
				{name: "askForPassword", label: "Ask for the password at once", display: "checkbox", value: true},
			},
		},
		{
			name: "app_notifications_darwin", title: "Notification Settings",
			fields: []field{
				{name: "BundleIdentifier", label: "Bundle Identifier", display: "text", value: "", required: true},
				{
					name: "AlertType", label: "Alert Type", display: "select", value: "1",
					options: choice(option{"None", "0"}, option{"Temporary Banner", "1"}, option{"Persistent Banner", "2"}),
				},
				{
					name: "PreviewType", label: "Preview Type", display: "select", value: "0",
					options: choice(option{"Always", "0"}, option{"When Unlocked", "1"}, option{"Never", "2"}),
				},
				{name: "BadgesEnabled", label: "Show Badges", display: "checkbox", value: true},
				{name: "SoundsEnabled", label: "Play Sounds", display: "checkbox", value: true},
				{name: "CriticalAlertEnabled", label: "Allow Critical Alerts", display: "checkbox", value: false},
				{name: "ShowInLockScreen", label: "Show in Lock Screen", display: "checkbox", value: true},
				{name: "ShowInNotificationCenter", label: "Show in Notification Center", display: "checkbox", value: true},
				{name: "NotificationsEnabled", label: "Enable Notifications", display: "checkbox", value: true},
			},
		},
		{
			name: "encrypted_dns_https_darwin", title: "Encrypted DNS over HTTPS",
			fields: []field{
				{name: "ServerAddresses", label: "Server Addresses", display: "singlelistbox", value: []any{}},
				{name: "ServerURL", label: "Server URL", display: "text", value: "", required: true},
				{name: "SupplementalMatchDomains", label: "Supplemental Match Domains", display: "singlelistbox", value: []any{}},
				{name: "ProhibitDisablement", label: "Keep users from turning it off", display: "checkbox", value: false},
			},
		},
		{
			name: "custom_font_policy_darwin", title: "Install Custom Font", id: "631f44bc2630c900017ed834",
			fields: []field{
				{name: "setFont", label: "Font File", display: "file", required: true},
				{name: "setName", label: "Font Name", display: "text", value: "", required: true},
			},
		},
		{
			// The template's name is not shown anywhere; this one is invented.
			name: "airprint_printer_darwin", title: "AirPrint Printer", id: "6308ccfc21c21b0001853799",
			fields: []field{
				{name: "setIPAddress", label: "IP Address", display: "text", value: "", required: true},
				{name: "setPort", label: "Port", display: "text", value: "631"},
				{name: "setResourcePath", label: "Resource Path", display: "text", value: ""},
				{name: "setForceTLS", label: "Force TLS", display: "checkbox", value: false},
			},
		},
		{
			name: "custom_mdm_profile_darwin", title: "MDM Custom Configuration Profile", id: "5f21c4d3b544067fd53ba0af", mdm: true,
			fields: []field{
				{name: "payload", label: "Profile", display: "file", required: true, help: "An unsigned .mobileconfig."},
				{name: "redispatchPolicy", label: "Redispatch the policy after an update", display: "checkbox", value: false},
			},
		},
		{
			name: "system_preferences_panes_darwin", title: "System Preferences Control",
			fields: []field{
				{name: "appstore", label: "Disable App Store", display: "checkbox", value: false},
				{name: "icloud", label: "Disable iCloud", display: "checkbox", value: false},
				{name: "bluetooth", label: "Disable Bluetooth", display: "checkbox", value: false},
				{name: "network", label: "Disable Network", display: "checkbox", value: false},
				{name: "printers", label: "Disable Printers", display: "checkbox", value: false},
				{name: "sharing", label: "Disable Sharing", display: "checkbox", value: false},
				{name: "softwareUpdate", label: "Disable Software Update", display: "checkbox", value: false},
				{name: "timeMachine", label: "Disable Time Machine", display: "checkbox", value: false},
				{name: "users", label: "Disable Users & Groups", display: "checkbox", value: false},
			},
		},
		{name: "activation_lock_darwin", title: "Activation Lock", mdm: true},
		{
			name: "software_update_enforcement_specific_darwin_ddm", title: "Software Update Enforcement: Specific Version", mdm: true,
			fields: []field{
				{name: "TargetOSVersion", label: "Target OS Version", display: "text", value: "", required: true},
				{name: "TargetLocalDateTime", label: "Enforce on", display: "datetimepicker", help: "The encoding of this type is not documented."},
				{name: "DetailsURL", label: "Details URL", display: "text", value: ""},
			},
		},
		{
			name: "automatic_macOS_updates_darwin", title: "Automatic macOS Updates",
			fields: []field{
				{name: "AutomaticCheckEnabled", label: "Check for updates", display: "checkbox", value: true},
				{name: "AutomaticDownload", label: "Download updates", display: "checkbox", value: true},
				{name: "AutomaticallyInstallMacOSUpdates", label: "Install updates", display: "checkbox", value: false},
			},
		},
		{
			name: "automatic_macOS_updates_darwin_ddm", title: "Automatic macOS Updates (DDM)", mdm: true,
			fields: []field{{
				name: "InstallOSUpdates", label: "Install OS Updates", display: "segmentedbutton", value: "Allowed",
				options: choice(option{"Allowed", "Allowed"}, option{"Always On", "AlwaysOn"}, option{"Always Off", "AlwaysOff"}),
			}},
		},
		{
			name: "system_update_darwin", title: "System Updates",
			fields: []field{{
				name: "updateMode", label: "Updates", display: "radio", value: "notify",
				options: choice(option{"Notify", "notify"}, option{"Download", "download"}, option{"Install", "install"}),
			}},
		},
		{
			name: "software_update_preferences_darwin", title: "Software Update Preferences",
			fields: []field{{name: "CatalogURL", label: "Catalog URL", display: "text", value: ""}},
		},
		{
			name: "delay_software_updates_darwin", title: "Delay Software Updates",
			fields: []field{{name: "enforcedSoftwareUpdateDelay", label: "Days", display: "numberinline", value: 30, required: true}},
		},
		{
			name: "wifi_configuration_darwin", title: "Wi-Fi Configuration", invented: true,
			fields: []field{
				{name: "SSID_STR", label: "Network Name", display: "text", value: "", required: true},
				{
					name: "EncryptionType", label: "Security", display: "select", value: "WPA2",
					options: choice(option{"None", "None"}, option{"WPA2 Personal", "WPA2"}, option{"WPA3 Personal", "WPA3"}),
				},
				{name: "Password", label: "Password", display: "text", value: "", private: true},
				{name: "AutoJoin", label: "Join automatically", display: "checkbox", value: true},
			},
		},
		{
			name: "file_vault_darwin", title: "FileVault 2", invented: true,
			fields: []field{
				{name: "showRecoveryKey", label: "Show the recovery key to the user", display: "checkbox", value: false},
				{name: "deferLogins", label: "Logins before it is enforced", display: "number", value: 3},
				{name: "escrowLocation", label: "Escrow Location", display: "text", value: "JumpCloud", readOnly: true},
				{name: "escrowNotice", label: "Escrow Notice", display: "copywell", value: "Recovery keys are escrowed.", readOnly: true},
			},
		},
		{
			// text and value swapped, both numeric in one option: 8.2 says that such templates exist.
			name: "energy_saver_darwin", title: "Energy Saver", invented: true,
			fields: []field{
				{
					name: "sleepMode", label: "Sleep Mode", display: "select", value: "0",
					options: choice(option{"0", "Never"}, option{"1", "On Battery"}, option{"2", "Always"}),
				},
				{name: "displaySleepMinutes", label: "Display sleeps after minutes", display: "number", value: 10},
			},
		},
	}
}

func simpleDarwin() []template {
	return simple("darwin", [][3]string{
		{"airdrop_control", "disableAirDrop", "Disable AirDrop"},
		{"application_firewall", "enableFirewall", "Enable Application Firewall"},
		{"bluetooth_sharing", "disableBluetoothSharing", "Disable Bluetooth Sharing"},
		{"camera_control", "disableCamera", "Disable Camera"},
		{"content_caching", "disableContentCaching", "Disable Content Caching"},
		{"disable_guest_account", "disableGuest", "Disable Guest Account"},
		{"disable_internet_sharing", "disableInternetSharing", "Disable Internet Sharing"},
		{"disable_remote_login", "disableRemoteLogin", "Disable Remote Login"},
		{"disable_siri", "disableSiri", "Disable Siri"},
		{"gatekeeper_control", "enableGatekeeper", "Enable Gatekeeper"},
		{"handoff_control", "disableHandoff", "Disable Handoff"},
		{"icloud_documents", "disableDocumentSync", "Disable iCloud Documents"},
		{"login_window_control", "showFullName", "Show Name and Password Fields"},
		{"password_autofill", "disableAutoFill", "Disable Password AutoFill"},
		{"printer_sharing", "disablePrinterSharing", "Disable Printer Sharing"},
		{"recovery_lock", "enableRecoveryLock", "Enable Recovery Lock"},
		{"remote_apple_events", "disableAppleEvents", "Disable Remote Apple Events"},
		{"safari_safe_files", "disableOpenSafeFiles", "Disable Opening of Safe Files"},
		{"screen_capture", "disableScreenCapture", "Disable Screen Capture"},
		{"screen_sharing", "disableScreenSharing", "Disable Screen Sharing"},
		{"software_update_notices", "hideNotices", "Hide Update Notices"},
		{"spotlight_suggestions", "disableSuggestions", "Disable Spotlight Suggestions"},
		{"time_machine_control", "disableTimeMachine", "Disable Time Machine"},
		{"usb_accessories", "restrictAccessories", "Restrict USB Accessories"},
		{"wallpaper_lock", "lockWallpaper", "Lock Wallpaper"},
	})
}
