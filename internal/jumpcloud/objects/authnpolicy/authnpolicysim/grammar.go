// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package authnpolicysim

import (
	"fmt"
	"slices"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/jumpcloudsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// The members of the nested objects [S].
var (
	effectFields     = sim.Fields{"action": sim.String, "obligations": sim.Object, "custom_error_message": sim.Object}
	obligationFields = sim.Fields{"mfa": sim.Object, "userVerification": sim.Object, "mfaFactors": sim.Array}
	messageFields    = sim.Fields{
		"message": sim.String, "enabled": sim.Bool, "primary_help": sim.Object, "secondary_help": sim.Object,
	}
	targetFields = sim.Fields{
		"excludedApplications": sim.Strings, "resources": sim.Array, "userAttributes": sim.Object,
		"userGroups": sim.Object, "users": sim.Object,
	}
)

// checkNested holds targets, effect and conditions to the contract.
func checkNested(c *jumpcloudsim.Call, body sim.Doc) *sim.BodyError {
	if effect, ok := body["effect"].(sim.Doc); ok {
		obligations, _ := effect["obligations"].(sim.Doc)
		message, _ := effect["custom_error_message"].(sim.Doc)

		if err := first(
			c.CheckObject(effect, effectFields), oneOf(effect, "action", "allow", "deny", "unknown"),
			c.CheckObject(obligations, obligationFields), c.CheckObject(message, messageFields),
		); err != nil {
			return err
		}

		if effect["action"] == nil {
			return &sim.BodyError{Field: "effect.action", Problem: "is required"} // [S]
		}

		if message != nil && (message["message"] == nil || message["enabled"] == nil) {
			return &sim.BodyError{Field: "effect.custom_error_message", Problem: "needs message and enabled"} // [S]
		}
	}

	targets, _ := body["targets"].(sim.Doc)
	users, _ := targets["users"].(sim.Doc)
	groups, _ := targets["userGroups"].(sim.Doc)

	if err := first(
		c.CheckObject(targets, targetFields), c.CheckObject(users, sim.Fields{"inclusions": sim.Strings}),
		c.CheckObject(groups, sim.Fields{"inclusions": sim.Strings, "exclusions": sim.Strings}),
		oneOf(body, "type", "user_portal", "application", "ldap", "admin_portal"),
	); err != nil {
		return err
	}

	if conditions, ok := body["conditions"].(sim.Doc); ok && len(conditions) > 0 {
		return checkExpression(conditions)
	}

	return nil
}

func first(errs ...*sim.BodyError) *sim.BodyError {
	i := slices.IndexFunc(errs, func(e *sim.BodyError) bool { return e != nil })
	if i < 0 {
		return nil
	}

	return errs[i]
}

func oneOf(d sim.Doc, name string, values ...string) *sim.BodyError {
	s, given := d[name].(string)
	if given && !slices.Contains(values, s) {
		return &sim.BodyError{Field: name, Problem: fmt.Sprintf("must be one of %v", values)}
	}

	return nil
}

// checkExpression holds one expression of conditions to the published grammar [S].
func checkExpression(v any) *sim.BodyError {
	d, ok := v.(sim.Doc)
	if !ok || len(d) != 1 {
		return &sim.BodyError{Field: "conditions", Problem: "needs objects of exactly one member"}
	}

	for name, value := range d {
		switch name {
		case "all", "any":
			list, _ := value.([]any)
			if len(list) == 0 {
				return &sim.BodyError{Field: "conditions", Problem: name + " needs a list of expressions"}
			}

			for _, e := range list {
				if err := checkExpression(e); err != nil {
					return err
				}
			}
		case "not":
			return checkExpression(value)
		default:
			return checkLeaf(d, value)
		}
	}

	return nil
}

func checkLeaf(d sim.Doc, value any) *sim.BodyError {
	if err := sim.CheckClosed(d, sim.Fields{
		"deviceEncrypted": sim.Bool, "deviceManaged": sim.Bool, "ipAddressIn": sim.Strings, "locationIn": sim.Object,
	}); err != nil {
		return err
	}

	if location, ok := value.(sim.Doc); ok {
		return sim.CheckClosed(location, sim.Fields{"countries": sim.Strings})
	}

	return nil
}

// addresses are the ids of IP lists that conditions name.
func addresses(v any) []string {
	var ids []string

	switch v := v.(type) {
	case sim.Doc:
		for name, member := range v {
			list, _ := member.([]any)
			for _, e := range list {
				if id, ok := e.(string); ok && name == "ipAddressIn" {
					ids = append(ids, id)
				}
			}

			ids = append(ids, addresses(member)...)
		}
	case []any:
		for _, e := range v {
			ids = append(ids, addresses(e)...)
		}
	}

	return ids
}

// withoutEmpty drops empty lists and objects.
func withoutEmpty(v any) any {
	d, ok := v.(sim.Doc)
	if !ok {
		return v
	}

	for name, member := range d {
		member = withoutEmpty(member)
		object, isObject := member.(sim.Doc)
		list, isList := member.([]any)

		if d[name] = member; isObject && len(object) == 0 || isList && len(list) == 0 {
			delete(d, name)
		}
	}

	return d
}

func reverse(v any) {
	switch v := v.(type) {
	case sim.Doc:
		for _, member := range v {
			reverse(member)
		}
	case []any:
		slices.Reverse(v)

		for _, e := range v {
			reverse(e)
		}
	}
}
