// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package policyvalue

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strings"
)

var (
	declaration = regexp.MustCompile(`^\x{FEFF}?\s*<\?xml\s[^>]*\?>`)
	encoding    = regexp.MustCompile(`\sencoding\s*=\s*["']([^"']*)["']`)
)

// XML returns a decoder for a text, and the encoding that its declaration states, "" for
// none. Go would refuse any encoding but UTF-8, and any version but 1.0; what Terraform
// hands over is decoded already, so that the declaration says nothing about it.
func XML(text string) (*xml.Decoder, string) {
	declared := ""
	head := declaration.FindString(text)

	if m := encoding.FindStringSubmatch(head); m != nil {
		declared = m[1]
	}

	// The line breaks keep the numbers of lines in errors.
	return xml.NewDecoder(strings.NewReader(strings.Repeat("\n", strings.Count(head, "\n")) + text[len(head):])), declared
}

// Encoding refuses a declared encoding by which the text's bytes, which are UTF-8, would be
// read as another text.
func Encoding(text, declared string) error {
	switch d := strings.ToLower(declared); {
	case d == "", d == "utf-8", d == "utf8":
		return nil
	case strings.IndexFunc(text, func(r rune) bool { return r > 0x7f }) < 0 &&
		(d == "us-ascii" || d == "ascii" || strings.HasPrefix(d, "iso-8859-") || strings.HasPrefix(d, "windows-125") || d == "latin1"):
		return nil // these have ASCII in common with UTF-8
	}

	return fmt.Errorf("the text declares the encoding %q, and what is sent is UTF-8: write encoding=\"UTF-8\" in its first line", declared)
}

// NextElement returns the next element that begins, nil where one ends; done says that the
// text is over.
func NextElement(decoder *xml.Decoder) (start *xml.StartElement, done bool, err error) {
	for {
		token, err := decoder.Token()

		switch {
		case errors.Is(err, io.EOF):
			return nil, true, nil
		case err != nil:
			return nil, false, Malformed(err)
		}

		switch t := token.(type) {
		case xml.StartElement:
			return &t, false, nil
		case xml.EndElement:
			return nil, false, nil
		}
	}
}

// Malformed words a decoder's error.
func Malformed(err error) error {
	var syntax *xml.SyntaxError
	if !errors.As(err, &syntax) {
		return errors.New("not well-formed XML: it ends too early")
	}

	message := syntax.Msg
	if message == "unexpected EOF" {
		message = "it ends too early"
	}

	return fmt.Errorf("not well-formed XML: line %d: %s", syntax.Line, message)
}
