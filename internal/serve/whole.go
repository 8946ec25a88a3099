// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package serve

import (
	"fmt"
	"reflect"
	"regexp"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
)

// notInteger is what the framework says of a number with a fraction where a whole one is
// wanted. It blames the provider and prints a Go value, so people get other words.
var notInteger = regexp.MustCompile(`Value (?:%!s\(\*big\.Float=([^)]*)\)|tftypes\.Number<"([^"]*)">) is not an integer`)

// sayWhole rewords, in place, what an answer of the framework says of numbers that are not
// whole. The answers have no type in common, only a field of one name.
func sayWhole(answer any) {
	v := reflect.ValueOf(answer)
	if v.Kind() != reflect.Pointer || v.IsNil() {
		return
	}

	field := v.Elem().FieldByName("Diagnostics")
	if !field.IsValid() {
		return
	}

	all, _ := reflect.TypeAssert[[]*tfprotov6.Diagnostic](field)
	for _, d := range all {
		if found := notInteger.FindStringSubmatch(d.Detail); found != nil {
			d.Summary = "Not a Whole Number"
			d.Detail = fmt.Sprintf("This must be a whole number, and is %s.", found[1]+found[2])
		}
	}
}
