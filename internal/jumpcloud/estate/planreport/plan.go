// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package planreport

import "io"

type Plan struct{}

func Read([]byte) (*Plan, error)       { return nil, nil }
func (*Plan) Text(io.Writer) error     { return nil }
func (*Plan) Markdown(io.Writer) error { return nil }
func (*Plan) HTML(io.Writer) error     { return nil }
