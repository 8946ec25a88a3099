// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package policysim

func iosTemplates() []template {
	return []template{
		{
			name: "custom_mdm_profile_ios", title: "MDM Custom Configuration Profile",
			fields: []field{{name: "payload", label: "Profile", display: "file", required: true}},
		},
		{
			// In the vendor's live list; the contract knows no family of its own for it [cli, I].
			name: "custom_mdm_profile_tvos", title: "MDM Custom Configuration Profile",
			fields: []field{{name: "payload", label: "Profile", display: "file", required: true}},
		},
		{
			name: "automatic_ios_updates_ios_ddm", title: "Automatic iOS Updates (DDM)",
			fields: []field{{
				name: "InstallOSUpdates", label: "Install OS Updates", display: "segmentedbutton", value: "Allowed",
				options: choice(option{"Allowed", "Allowed"}, option{"Always On", "AlwaysOn"}, option{"Always Off", "AlwaysOff"}),
			}},
		},
		{
			name: "software_update_enforcement_specific_ios_ddm", title: "Software Update Enforcement: Specific Version",
			fields: []field{{name: "TargetOSVersion", label: "Target OS Version", display: "text", value: "", required: true}},
		},
		{
			name: "passcode_ios", title: "Passcode", invented: true,
			fields: []field{
				{name: "minLength", label: "Minimum Length", display: "number", value: 6, required: true},
				{name: "requireAlphanumeric", label: "Require Letters and Digits", display: "checkbox", value: false},
			},
		},
		{
			name: "exchange_account_ios", title: "Exchange Account", invented: true,
			fields: []field{
				{name: "Host", label: "Host", display: "text", value: "", required: true},
				{name: "EmailAddress", label: "E-Mail", display: "email", value: "", required: true},
				{name: "Password", label: "Password", display: "text", value: "", private: true},
			},
		},
	}
}

func simpleIOS() []template {
	return simple("ios", [][3]string{
		{"airdrop_control", "disableAirDrop", "Disable AirDrop"},
		{"airplay_password", "requireAirPlayPassword", "Require an AirPlay Password"},
		{"app_installation", "disableAppInstallation", "Disable App Installation"},
		{"app_removal", "disableAppRemoval", "Disable App Removal"},
		{"backup_control", "disableCloudBackup", "Disable Cloud Backup"},
		{"camera_control", "disableCamera", "Disable Camera"},
		{"erase_control", "disableErase", "Disable Erase All Content"},
		{"explicit_content", "disableExplicitContent", "Disable Explicit Content"},
		{"facetime_control", "disableFaceTime", "Disable FaceTime"},
		{"game_center", "disableGameCenter", "Disable Game Center"},
		{"handoff_control", "disableHandoff", "Disable Handoff"},
		{"messages_control", "disableMessages", "Disable Messages"},
		{"photo_stream", "disablePhotoStream", "Disable Photo Stream"},
		{"roaming_control", "disableRoamingSync", "Disable Sync While Roaming"},
		{"safari_autofill", "disableAutoFill", "Disable Safari AutoFill"},
		{"screen_capture", "disableScreenCapture", "Disable Screen Capture"},
		{"siri_control", "disableSiri", "Disable Siri"},
		{"usb_restricted_mode", "enableRestrictedMode", "Enable USB Restricted Mode"},
		{"voice_dialing", "disableVoiceDialing", "Disable Voice Dialing"},
		{"wallet_notifications", "hideWallet", "Hide Wallet in the Lock Screen"},
	})
}

func androidTemplates() []template {
	return []template{{
		name: "system_update_policy_android", title: "System Update Policy",
		fields: []field{{
			name: "systemUpdateType", label: "Update Type", display: "select", value: "AUTOMATIC",
			options: choice(option{"Automatic", "AUTOMATIC"}, option{"Windowed", "WINDOWED"}, option{"Postpone", "POSTPONE"}),
		}},
	}}
}
