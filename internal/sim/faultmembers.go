// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package sim

// faultMember is a member of a fault on the wire.
type faultMember struct {
	Name  string `json:"name"`
	About string `json:"about"`
}

// faultMembers are what POST /__sim/faults takes: all conditions that are given must hold,
// and one effect at least is needed.
var faultMembers = []faultMember{
	{"name", "what the log calls it; by default its effect"},
	{"method", "condition: the method, such as POST; by default any"},
	{"path_prefix", "condition: how the path begins"},
	{"pattern", `condition: the path with {any} for one segment, such as "/things/{id}"`},
	{"nth", "condition: only the n-th request that matches"},
	{"every", "condition: every n-th request that matches"},
	{"probability", "condition: each request that matches with this probability, from 0 to 1"},
	{"times", "how often it happens at most; 0, the default, is without end"},
	{"after", "the request acts first: a write is committed, and then the effect replaces the answer"},
	{"latency", `effect: how long the answer is held back, such as "2s"`},
	{"status", "effect: the status of the answer"},
	{"body", "effect: the text of the answer, with status or html"},
	{"header", "effect: headers of the answer by name, with status or html"},
	{"retry_after", "effect: the answer's Retry-After, in seconds or as a date, with status or rate"},
	{"html", "effect: the answer is a web page"},
	{"drop", "effect: the connection breaks without an answer"},
	{"refuse", "effect: the connection is refused, and the request never arrives"},
	{"malformed", "effect: the request acts, and the JSON of its answer is cut in half"},
	{"truncated", "effect: the request acts, and the transfer of its answer ends early"},
	{"rate", "effect: what exceeds so many requests a second is answered with 429, or with status"},
	{"burst", "with rate: how many requests may come at once; by default those of one second"},
}
