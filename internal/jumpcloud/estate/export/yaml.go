// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package export

import (
	"bytes"
	"maps"
	"math/big"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/hashicorp/terraform-plugin-go/tftypes"
	"go.yaml.in/yaml/v3"
)

// plain are texts that every YAML reads as text without quotes, but for [ambiguous].
var plain = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9_./-]*( [A-Za-z0-9_./-]+)*$`)

// ambiguous are words that some version of YAML reads as something else.
var ambiguous = []string{"y", "n", "yes", "no", "true", "false", "on", "off", "null", "nan", "inf"}

// pair is a member of a mapping.
type pair struct {
	key   string
	value *yaml.Node
}

func mapping(pairs ...pair) *yaml.Node {
	n := &yaml.Node{Kind: yaml.MappingNode}
	for _, p := range pairs {
		n.Content = append(n.Content, textNode(p.key), p.value)
	}

	return n
}

// sorted is a mapping in alphabetical order.
func sorted(members map[string]*yaml.Node) *yaml.Node {
	var pairs []pair
	for _, key := range slices.Sorted(maps.Keys(members)) {
		pairs = append(pairs, pair{key, members[key]})
	}

	return mapping(pairs...)
}

// sequence is a list, on one line where it is short.
func sequence(elements ...*yaml.Node) *yaml.Node {
	n, width := &yaml.Node{Kind: yaml.SequenceNode, Content: elements}, 0

	for _, e := range elements {
		if e.Kind != yaml.ScalarNode {
			return n
		}

		width += len(e.Value) + len(", ")
	}

	if width <= wide {
		n.Style = yaml.FlowStyle
	}

	return n
}

// textNode spells a text so that no reader takes it for a number, a date or a boolean.
func textNode(s string) *yaml.Node {
	n := &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: s, Style: yaml.DoubleQuotedStyle}

	switch {
	case plain.MatchString(s) && !slices.Contains(ambiguous, strings.ToLower(s)):
		n.Style = 0
	case paragraph(s):
		n.Style = yaml.LiteralStyle
	}

	return n
}

// paragraph tells of lines that can stand as they are.
func paragraph(s string) bool {
	if !strings.Contains(s, "\n") || strings.HasPrefix(s, "\n") {
		return false
	}

	for line := range strings.SplitSeq(s, "\n") {
		if strings.TrimSpace(line) != line {
			return false
		}
	}

	return !strings.ContainsFunc(s, func(r rune) bool { return r != '\n' && (!unicode.IsPrint(r) || r > 0xffff) })
}

func plainNode(tag, s string) *yaml.Node {
	return &yaml.Node{Kind: yaml.ScalarNode, Tag: tag, Value: s}
}

// valueNode spells a value in YAML, such that Terraform's yamldecode reads what an HCL
// expression of the value would be.
func valueNode(v tftypes.Value) (*yaml.Node, error) {
	if v.IsNull() {
		return plainNode("!!null", "null"), nil
	}

	switch t := v.Type(); {
	case t.Is(tftypes.String):
		var s string

		err := v.As(&s)

		return textNode(s), err
	case t.Is(tftypes.Bool):
		var b bool

		err := v.As(&b)

		return plainNode("!!bool", strconv.FormatBool(b)), err
	case t.Is(tftypes.Number):
		var n big.Float

		err := v.As(&n)
		if n.IsInt() {
			return plainNode("!!int", n.Text('f', 0)), err
		}

		return plainNode("!!float", n.Text('f', -1)), err
	case t.Is(tftypes.Object{}), t.Is(tftypes.Map{}):
		var all map[string]tftypes.Value
		if err := v.As(&all); err != nil {
			return nil, err
		}

		return membersNode(all)
	}

	return elementsNode(v)
}

func membersNode(all map[string]tftypes.Value) (*yaml.Node, error) {
	members := map[string]*yaml.Node{}

	for name, v := range all {
		var err error
		if members[name], err = valueNode(v); err != nil {
			return nil, err
		}
	}

	return sorted(members), nil
}

func elementsNode(v tftypes.Value) (*yaml.Node, error) {
	var all []tftypes.Value
	if err := v.As(&all); err != nil {
		return nil, err
	}

	elements := make([]*yaml.Node, 0, len(all))

	for _, e := range all {
		n, err := valueNode(e)
		if err != nil {
			return nil, err
		}

		elements = append(elements, n)
	}

	if v.Type().Is(tftypes.Set{}) {
		slices.SortFunc(elements, func(a, b *yaml.Node) int { return strings.Compare(spelled(a), spelled(b)) })
	}

	return sequence(elements...), nil
}

// spelled is a node's text.
func spelled(n *yaml.Node) string {
	var b bytes.Buffer

	e := yaml.NewEncoder(&b)
	e.SetIndent(2)
	_ = e.Encode(n) // of nodes that were made here, to memory

	return b.String()
}

// document is a file: a comment, and a mapping.
func document(comment string, n *yaml.Node) string {
	return "# " + strings.ReplaceAll(strings.TrimSpace(comment), "\n", "\n# ") + "\n\n" + spelled(n)
}
