// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package organizationsettings

// Values of the contract's enumerations [S v1].
var (
	compliances = []string{"custom", "pci3", "windows"}
	states      = []string{"ACTIVATED", "STAGED"}
	cookies     = []string{"session", "date"}
)

// passwordPolicy is what a PUT takes, but effectiveDate, which the service sets at every
// save (evidence: organizations 4.3), and gracePeriodDate, whose form is documented nowhere. The range of
// lockoutTimeInSeconds and the last three members stand in the answer's schema [S v1]; the
// vendor's own editor sends them (evidence: organizations 4.3).
var passwordPolicy = group{
	{name: "enable_min_length", wire: "enableMinLength", help: "Minimum length: whether `min_length` counts"},
	{name: "min_length", wire: "minLength", kind: number, help: "Minimum length in characters"},
	{name: "needs_lowercase", wire: "needsLowercase", help: "Complexity: whether a lowercase letter is needed"},
	{name: "needs_uppercase", wire: "needsUppercase", help: "Complexity: whether an uppercase letter is needed"},
	{name: "needs_numeric", wire: "needsNumeric", help: "Complexity: whether a number is needed"},
	{name: "needs_symbolic", wire: "needsSymbolic", help: "Complexity: whether a special character is needed"},
	{
		name: "allow_username_substring", wire: "allowUsernameSubstring",
		help: "Originality: whether a password may contain the user's name",
	},
	{
		name: "disallow_commonly_used_passwords", wire: "disallowCommonlyUsedPasswords",
		help: "Originality: whether commonly used passwords are refused",
	},
	{
		name: "disallow_sequential_or_repetitive_chars", wire: "disallowSequentialOrRepetitiveChars",
		help: "Originality: whether sequential or repetitive characters are refused",
	},
	{name: "enable_max_history", wire: "enableMaxHistory", help: "Password history: whether `max_history` counts"},
	{
		name: "max_history", wire: "maxHistory", kind: number, least: 1, most: 24,
		help: "Password history: number of former passwords that may not be used again",
	},
	{
		name: "enable_password_expiration_in_days", wire: "enablePasswordExpirationInDays",
		help: "Password aging: whether `password_expiration_in_days` counts",
	},
	{
		name: "password_expiration_in_days", wire: "passwordExpirationInDays", kind: number, least: 1,
		help: "Password aging: days after which a password expires",
	},
	{
		name: "enable_days_before_expiration_to_force_reset", wire: "enableDaysBeforeExpirationToForceReset",
		help: "Password aging: whether `days_before_expiration_to_force_reset` counts",
	},
	{
		name: "days_before_expiration_to_force_reset", wire: "daysBeforeExpirationToForceReset", kind: number, least: 1,
		help: "Password aging: days before the expiration from which a user must change the password",
	},
	{
		name: "enable_days_after_expiration_to_self_recover", wire: "enableDaysAfterExpirationToSelfRecover",
		help: "Password aging: whether `days_after_expiration_to_self_recover` counts",
	},
	{
		name: "days_after_expiration_to_self_recover", wire: "daysAfterExpirationToSelfRecover", kind: number,
		help: "Password aging: days after the expiration in which a user can still recover alone",
	},
	{
		name: "enable_min_change_period_in_days", wire: "enableMinChangePeriodInDays",
		help: "Password aging: whether `min_change_period_in_days` counts",
	},
	{
		name: "min_change_period_in_days", wire: "minChangePeriodInDays", kind: number,
		help: "Password aging: days that must pass before a password may be changed again",
	},
	{name: "enable_max_login_attempts", wire: "enableMaxLoginAttempts", help: "Account lockout: whether `max_login_attempts` counts"},
	{
		name: "max_login_attempts", wire: "maxLoginAttempts", kind: number, least: 1,
		help: "Account lockout: failed logins after which a user is locked out",
	},
	{
		name: "enable_lockout_time_in_seconds", wire: "enableLockoutTimeInSeconds",
		help: "Account lockout: whether a lockout ends by itself after `lockout_time_in_seconds`",
	},
	{
		name: "lockout_time_in_seconds", wire: "lockoutTimeInSeconds", kind: number, least: 300, most: 5400,
		help: "Account lockout: seconds until a lockout ends by itself",
	},
	{
		name: "allow_unenrolled_mfa_password_reset", wire: "allowUnenrolledMFAPasswordReset",
		help: "Password reset: whether a user who has not enrolled in MFA may reset the password",
	},
	{
		name: "display_complexity_on_reset_screen", wire: "displayComplexityOnResetScreen",
		help: "Password reset: whether the screen shows the rules",
	},
	{
		name: "enable_recovery_email", wire: "enableRecoveryEmail",
		help: "Password reset: whether a recovery e-mail address may be used (`enableRecoveryEmail`)",
	},
	{
		name: "enable_reset_lockout_counter", wire: "enableResetLockoutCounter",
		help: "Account lockout: whether `reset_lockout_counter_minutes` counts",
	},
	{
		name: "reset_lockout_counter_minutes", wire: "resetLockoutCounterMinutes", kind: number, least: 1, on: "enable_reset_lockout_counter",
		help: "Account lockout: minutes after which failed logins are forgotten",
	},
}

// systemUserDefaults and trustedApps are the lists of the settings. That a list of trusted
// apps has at least one is the contract's [S v1].
var systemUserDefaults = group{{
	name: "restricted_fields", wire: "restrictedFields", kind: rows, help: "Fields of users that only their source may change",
	row: group{
		{name: "field", wire: "field", kind: word, words: fields, help: "Field of the user"},
		{name: "type", wire: "type", kind: word, words: sources, help: "Kind of the source"},
		{name: "id", wire: "id", kind: word, help: "ID of the source"},
	},
}}

var trustedAppConfig = group{{
	name: "trusted_apps", wire: "trustedApps", kind: rows, least: 1, help: "Trusted apps, at least one",
	row: group{
		{name: "name", wire: "name", kind: word, help: "Name of the app"},
		{name: "path", wire: "path", kind: word, help: "Path of the app on the device"},
		{name: "team_id", wire: "teamid", kind: word, help: "Apple team ID of the app's developer"},
	},
}}

// Values of restricted fields [S v1].
var (
	fields = []string{
		"addresses", "company", "costCenter", "department", "description", "displayname", "email", "employeeIdentifier", "employeeType",
		"firstname", "jobTitle", "lastname", "location", "middlename", "password", "phoneNumbers", "sudo", "username",
	}
	sources = []string{"active_directory", "federated_identity_provider", "scim"}
)

var userPortal = group{
	{
		name: "idle_session_duration_minutes", wire: "idleSessionDurationMinutes", kind: number, least: 1, most: 129600,
		help: "Session: minutes without activity after which a session ends",
	},
	{
		name: "cookie_expiration_type", wire: "cookieExpirationType", kind: word, words: cookies,
		help: "Session: whether the cookie ends with the browser's session or at a date",
	},
}

var newUserStates = group{
	{
		name: "manual_entry", wire: "manualEntry", kind: word, words: states,
		help: "Manual entry: state of users whom an administrator enters",
	},
	{name: "csv_import", wire: "csvImport", kind: word, words: states, help: "CSV import: state of users who come from a CSV file"},
	{
		name: "application_import", wire: "applicationImport", kind: word, words: states,
		help: "Application import: state of users who come from an application or a directory",
	},
}
