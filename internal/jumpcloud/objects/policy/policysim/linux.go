// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package policysim

func linuxTemplates() []template {
	return []template{
		{
			name: "disable_usb_storage_linux", title: "Disable USB Storage",
			fields: []field{
				{name: "disable_mtp", label: "Disable MTP", display: "checkbox", value: true},
				{name: "disable_afc", label: "Disable AFC", display: "checkbox", value: true},
				{name: "disable_mmc", label: "Disable MMC", display: "checkbox", value: true},
			},
		},
		{
			name: "system_update_ubuntu_linux", title: "System Updates (Ubuntu)",
			fields: []field{
				{
					name: "updateSchedule", label: "Schedule", display: "select", value: "daily",
					options: choice(option{"Daily", "daily"}, option{"Weekly", "weekly"}, option{"Monthly", "monthly"}),
				},
				{name: "rebootAfterUpdate", label: "Reboot when needed", display: "checkbox", value: false},
			},
		},
		{
			name: "lock_screen_linux", title: "Lock Screen", invented: true,
			fields: []field{{name: "timeout", label: "Lock after so many seconds", display: "number", value: 300, required: true}},
		},
		{
			name: "ssh_server_security_linux", title: "SSH Server Security", invented: true,
			fields: []field{
				{
					name: "permitRootLogin", label: "Root Login", display: "radio", value: "no",
					options: choice(option{"No", "no"}, option{"Keys Only", "prohibit-password"}, option{"Yes", "yes"}),
				},
				{name: "maxAuthTries", label: "Tries", display: "numberinline", value: 4},
				{name: "allowGroups", label: "Allowed Groups", display: "singlelistbox", value: []any{}},
				{name: "banner", label: "Banner", display: "textarea", value: ""},
				{name: "configPath", label: "Configuration File", display: "text", value: "/etc/ssh/sshd_config", readOnly: true},
			},
		},
	}
}

func simpleLinux() []template {
	return simple("linux", [][3]string{
		{"address_space_randomization", "enableASLR", "Randomize Address Space"},
		{"auditd_service", "enableAuditd", "Enable auditd"},
		{"bootloader_permissions", "restrictBootloader", "Restrict Bootloader Configuration"},
		{"core_dumps", "restrictCoreDumps", "Restrict Core Dumps"},
		{"disable_avahi", "disableAvahi", "Disable Avahi"},
		{"disable_cups", "disableCups", "Disable CUPS"},
		{"disable_ftp", "disableFTP", "Disable FTP"},
		{"disable_ipv6", "disableIPv6", "Disable IPv6"},
		{"disable_nfs", "disableNFS", "Disable NFS"},
		{"disable_rsh", "disableRsh", "Disable rsh"},
		{"disable_telnet", "disableTelnet", "Disable Telnet"},
		{"disable_unused_filesystems", "disableFilesystems", "Disable Unused Filesystems"},
		{"file_ownership_and_permissions", "enforceOwnership", "Enforce File Ownership"},
		{"icmp_redirects", "ignoreRedirects", "Ignore ICMP Redirects"},
		{"ip_forwarding", "disableForwarding", "Disable IP Forwarding"},
		{"login_banner", "showBanner", "Show a Login Banner"},
		{"network_parameters", "hardenNetwork", "Harden Network Parameters"},
		{"partition_options", "restrictPartitions", "Restrict Partition Options"},
		{"secure_boot_settings", "secureBoot", "Secure Boot Settings"},
		{"time_synchronization", "enableTimeSync", "Synchronize Time"},
	})
}
