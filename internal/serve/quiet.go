// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package serve is what stands between the provider and Terraform: quiet loggers, and
// contexts that are let go. Decision record 0014 has the measurements.
package serve

import "strings"

// Quiet turns off the loggers of the SDK, unless the environment asks for logs of plugins.
// Their level is TRACE otherwise, and Terraform parses every line to throw it away. The
// provider's own lines are not concerned. It must run before the SDK reads the environment.
func Quiet(environ []string, setenv func(name, value string) error) error {
	for _, variable := range environ {
		name, value, _ := strings.Cut(variable, "=")
		if strings.HasPrefix(name, "TF_LOG") && name != "TF_LOG_CORE" && value != "" {
			return nil
		}
	}

	for _, name := range []string{"TF_LOG_SDK", "TF_LOG_SDK_FRAMEWORK", "TF_LOG_SDK_PROTO"} {
		if err := setenv(name, "OFF"); err != nil {
			return err
		}
	}

	return nil
}
