// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package organizationsim

import (
	"encoding/json"
	"fmt"
	"maps"
	"net/http"
	"slices"
	"time"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/jumpcloudsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

var settingsSwitches = []sim.Switch{
	{
		Name: "organization-settings-nested", Default: "merge", Values: []string{"merge", "replace"},
		About: "what v1 PUT /organizations/{id} does to members that a nested object leaves out; the published sample request sends " +
			"two members of passwordPolicy alone, which makes sense only if the others are kept",
	},
	{
		Name: "organization-settings-seat-cap-without-billing", Default: "refuse", Values: []string{"refuse", "ignore"},
		About: "what v1 PUT /organizations/{id} does with maxSystemUsers from an admin without billing: 400 as the provider's route does, or nothing",
	},
}

// settingsFields are what a PUT may hold [S v1].
var settingsFields = sim.Fields{
	"contactEmail": sim.String, "contactName": sim.String, "deviceIdentificationEnabled": sim.Bool, "disableGoogleLogin": sim.Bool,
	"disableLdap": sim.Bool, "disableUM": sim.Bool, "duplicateLDAPGroups": sim.Bool, "emailDisclaimer": sim.String,
	"enableManagedUID": sim.Bool, "features": sim.Object, "growthData": sim.Object, "logo": sim.String, "maxSystemUsers": sim.Integer,
	"name": sim.String, "newSystemUserStateDefaults": sim.Object, "passwordCompliance": sim.String, "passwordPolicy": sim.Object,
	"showIntro": sim.Bool, "systemUserDefaults": sim.Object, "systemUserPasswordExpirationInDays": sim.Integer,
	"systemUsersCanEdit": sim.Bool, "trustedAppConfig": sim.Object, "userPortal": sim.Object,
}

// nestedFields are the members of those nested objects that the simulator looks into [S v1].
var nestedFields = map[string]sim.Fields{
	"newSystemUserStateDefaults": {"applicationImport": sim.String, "csvImport": sim.String, "manualEntry": sim.String},
	"userPortal":                 {"cookieExpirationType": sim.String, "idleSessionDurationMinutes": sim.Integer},
	"passwordPolicy": {
		"allowUnenrolledMFAPasswordReset": sim.Bool, "allowUsernameSubstring": sim.Bool, "daysAfterExpirationToSelfRecover": sim.Integer,
		"daysBeforeExpirationToForceReset": sim.Integer, "disallowCommonlyUsedPasswords": sim.Bool,
		"disallowSequentialOrRepetitiveChars": sim.Bool, "displayComplexityOnResetScreen": sim.Bool, "effectiveDate": sim.String,
		"enableDaysAfterExpirationToSelfRecover": sim.Bool, "enableDaysBeforeExpirationToForceReset": sim.Bool,
		"enableLockoutTimeInSeconds": sim.Bool, "enableMaxHistory": sim.Bool, "enableMaxLoginAttempts": sim.Bool,
		"enableMinChangePeriodInDays": sim.Bool, "enableMinLength": sim.Bool, "enablePasswordExpirationInDays": sim.Bool,
		"gracePeriodDate": sim.String, "lockoutTimeInSeconds": sim.Integer, "maxHistory": sim.Integer, "maxLoginAttempts": sim.Integer,
		"minChangePeriodInDays": sim.Integer, "minLength": sim.Integer, "needsLowercase": sim.Bool, "needsNumeric": sim.Bool,
		"needsSymbolic": sim.Bool, "needsUppercase": sim.Bool, "passwordExpirationInDays": sim.Integer,
		// In the answer's schema, and sent by the vendor's editor [cli, live].
		"enableRecoveryEmail": sim.Bool, "enableResetLockoutCounter": sim.Bool, "resetLockoutCounterMinutes": sim.Integer,
	},
	"systemUserDefaults": {"restrictedFields": sim.Array},
	"trustedAppConfig":   {"trustedApps": sim.Array},
}

// ranges are the least and the most of numbers; that of lockoutTimeInSeconds stands in the
// answer's schema alone [S v1].
var ranges = map[string][2]int64{
	"daysBeforeExpirationToForceReset": {1, 1 << 31}, "maxHistory": {1, 24}, "maxLoginAttempts": {1, 1 << 31},
	"passwordExpirationInDays": {1, 1 << 31}, "lockoutTimeInSeconds": {300, 5400}, "idleSessionDurationMinutes": {1, 129600},
	"maxSystemUsers": {0, 1 << 31}, "resetLockoutCounterMinutes": {1, 1 << 31},
}

// words are the values of enumerations [S v1].
var words = map[string][]any{
	"passwordCompliance": {"custom", "pci3", "windows"}, "cookieExpirationType": {"session", "date"},
	"applicationImport": {"ACTIVATED", "STAGED"}, "csvImport": {"ACTIVATED", "STAGED"}, "manualEntry": {"ACTIVATED", "STAGED"},
}

// defaults are what an organization has whose settings nobody touched. The members are the
// contract's [S v1], the values ours [I].
func defaults() sim.Doc {
	return sim.ToDoc(sim.Doc{
		"contactName": "Example Contact", "contactEmail": "contact@example.com", "disableLdap": false, "disableUM": false,
		"duplicateLDAPGroups": false, "enableManagedUID": false, "systemUsersCanEdit": true, "disableGoogleLogin": false,
		"deviceIdentificationEnabled": false, "passwordCompliance": "custom", "systemUserPasswordExpirationInDays": 365,
		"passwordPolicy": sim.Doc{
			"enableMinLength": true, "minLength": 8, "needsLowercase": true, "needsUppercase": true, "needsNumeric": true,
			"needsSymbolic": true, "enableMaxHistory": false, "maxHistory": 3, "enableMaxLoginAttempts": true, "maxLoginAttempts": 6,
			"enableLockoutTimeInSeconds": false, "lockoutTimeInSeconds": 900, "enablePasswordExpirationInDays": false,
			"passwordExpirationInDays": 90, "allowUsernameSubstring": false, "effectiveDate": "2026-01-01T00:00:00Z",
			"enableRecoveryEmail": false, "enableResetLockoutCounter": false, "resetLockoutCounterMinutes": 30,
		},
		"userPortal":                 sim.Doc{"idleSessionDurationMinutes": 480, "cookieExpirationType": "session"},
		"newSystemUserStateDefaults": sim.Doc{"applicationImport": "ACTIVATED", "csvImport": "ACTIVATED", "manualEntry": "ACTIVATED"},
	})
}

// SetPendingDelete marks an organization as about to be deleted, as the vendor does at a
// customer's request.
func SetPendingDelete(w *jumpcloudsim.World, orgID string, pending bool) {
	provider, d, ok := w.FindOrganization(orgID)
	if ok {
		d["pendingDelete"] = pending
		w.Store.Docs(jumpcloudsim.Organizations, provider).Put(orgID, d)
	}
}

// ChangeSettings alters an organization's settings as somebody in the console would.
func ChangeSettings(w *jumpcloudsim.World, orgID string, change func(sim.Doc)) {
	provider, d, ok := w.FindOrganization(orgID)
	if ok {
		settings := Settings(w, orgID)
		change(settings)
		d["settings"] = settings
		w.Store.Docs(jumpcloudsim.Organizations, provider).Put(orgID, d)
	}
}

// Settings are an organization's settings, without what is shown there and kept elsewhere.
func Settings(w *jumpcloudsim.World, orgID string) sim.Doc {
	_, d, _ := w.FindOrganization(orgID)

	return settingsOf(d)
}

func settingsOf(d sim.Doc) sim.Doc {
	if s, ok := d["settings"].(sim.Doc); ok {
		return s
	}

	return defaults()
}

// putV1 changes settings; members that it leaves out are kept [I].
func putV1(c *jumpcloudsim.Call) sim.Response {
	d, ok := c.VisibleOrganization(c.PathValue("id"))
	if !ok {
		return foreign(c)
	}

	body, bad := c.Object(sim.Fields{"settings": sim.Object})
	if bad != nil {
		return invalid(bad.Error(), "")
	}

	sent, _ := body["settings"].(sim.Doc)
	if bad := checkSettings(c, sent, settingsFields); bad != nil {
		c.Violate("body", bad.Error())

		return invalid(bad.Error(), "")
	}

	// What the provider's route owns too [S v1].
	if limit, ok := sent["maxSystemUsers"]; ok {
		if !c.Caller.Billing {
			if c.Switch("organization-settings-seat-cap-without-billing") == "refuse" {
				return invalid("maxSystemUsers requires the organizations.billing scope", "")
			}
		} else {
			d["maxSystemUsers"] = limit
		}
	}

	if name, ok := sent["name"]; ok {
		d["name"] = name
	}

	delete(sent, "maxSystemUsers")
	delete(sent, "name")

	if c.Switch("organization-settings-nested") == "replace" {
		settings := settingsOf(d)
		maps.Copy(settings, sent)
		d["settings"] = settings
	} else {
		d["settings"] = merged(settingsOf(d), sent)
	}

	serverManaged(c, d)

	provider, _ := d["provider"].(string)
	id, _ := d["id"].(string)
	c.Docs(jumpcloudsim.Organizations, provider).Put(id, d)

	return sim.JSON(http.StatusOK, v1(d))
}

// serverManaged sets what the service sets itself: the password policy's date moves on
// every save [cli, live], and the trusted apps have a checksum [S v1; how it is computed I].
func serverManaged(c *jumpcloudsim.Call, d sim.Doc) {
	settings := settingsOf(d)

	if policy, ok := settings["passwordPolicy"].(sim.Doc); ok {
		policy["effectiveDate"] = c.Now().UTC().Format(time.RFC3339Nano)
	}

	if apps, ok := settings["trustedAppConfig"].(sim.Doc); ok {
		apps["checksum"] = sim.Fingerprint(fmt.Sprint(apps["trustedApps"]))
	}

	d["settings"] = settings
}

func checkSettings(c *jumpcloudsim.Call, sent sim.Doc, fields sim.Fields) *sim.BodyError {
	if bad := c.CheckObject(sent, fields); bad != nil {
		return bad
	}

	for name, v := range sent {
		if allowed, ok := words[name]; ok && !slices.Contains(allowed, v) {
			return &sim.BodyError{Field: name, Problem: fmt.Sprintf("must be one of %v", allowed)}
		}

		if limits, ok := ranges[name]; ok {
			if n, err := v.(json.Number).Int64(); err != nil || n < limits[0] || n > limits[1] { //nolint:forcetypeassert // checked above
				return &sim.BodyError{Field: name, Problem: "is out of range"}
			}
		}

		nested, ok := v.(sim.Doc)
		if below := nestedFields[name]; ok && below != nil {
			if bad := checkSettings(c, nested, below); bad != nil {
				return bad
			}
		}
	}

	return nil
}
