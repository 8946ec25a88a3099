// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package sim is the kernel of a simulated web service, without any vendor in
// it: routes, a store of JSON documents, predictable ids, a clock, injected
// faults, a request log and named switches.
//
// A Server is reached in process through [Server.Transport], which opens no
// socket and leaves no goroutine behind and so works in a testing/synctest
// bubble, or through a real listener because it is an [http.Handler].
//
// Besides the vendor's routes it has routes of its own, which no real service
// has. They take and give JSON, need no credential, are neither logged nor
// subject to faults, and are only as private as the listener (a program serves
// them on loopback):
//
//	GET    /__sim/                    an index: collections, scopes, these routes, the members of a fault, numbers
//	GET    /__sim/log                 the request log; ?method= and ?path= (a prefix) narrow it, ?last= takes its end
//	DELETE /__sim/log                 forget it
//	GET    /__sim/violations          where the client broke the contract
//	GET    /__sim/faults              injected faults with how often they matched and fired
//	POST   /__sim/faults              inject one: the members of [Fault] in snake_case, latency as "50ms"
//	DELETE /__sim/faults              remove all
//	GET    /__sim/clock               {"now": …}
//	POST   /__sim/clock               {"advance": "1h"} moves it forward
//	GET    /__sim/switches            the table of switches; ?format=markdown renders it
//	POST   /__sim/switches            {"name": …, "value": …}
//	GET    /__sim/rows/{collection}?scope=S             stored documents with ids, labels and the names of ids in them
//	GET    /__sim/documents/{collection}?scope=S        stored documents in order
//	PUT    /__sim/documents/{collection}/{id}?scope=S   store one, as if changed in the vendor's console
//	PATCH  /__sim/documents/{collection}/{id}?scope=S   merge top-level members into one
//	DELETE /__sim/documents/{collection}/{id}?scope=S   remove one
//	POST   /__sim/reset               back to the baseline: documents, switches, clock; no faults, no log
package sim
