// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package rest

import "time"

const (
	// slowest is how far a throttled client slows down: one request in two seconds.
	slowest = 0.5

	// ordinary is a rate that a first refusal does not cut by more than half.
	ordinary = 10

	// margin is how much of what a service was seen to take is asked for.
	margin = 0.95

	// settling is how long the refusals after a cut are still those of the rate before it.
	settling = time.Second

	// A rate that is not refused grows a tenth after patience, then twice as much with each
	// stride that is not refused either. A refused attempt doubles the patience.
	firstPatience  = 4 * time.Second
	longestPause   = 30 * time.Second
	longestWaiting = time.Minute
	stride         = 3 * time.Second
	firstStep      = 0.1

	// obeyed is the Retry-After from which a single refusal stops all requests.
	obeyed = 5 * time.Second

	// telling is how many passes since a cut say more than the last second does.
	telling = 6

	// A limit that was found refuses no more. Refusals that go on below what the service
	// took are noise: they say nothing about the rate.
	noisyAfter = 4
	forgetting = 1.0 / 70 // of that count, with each answer
	quietAfter = 200      // answers without a refusal end the noise

	// Under noise only many more refusals than it has speak of a limit.
	excessive = 4
)

// pace finds the rate that a service takes, from its answers alone. It has no clock and no
// lock of its own. Decision record 0013 says why it is so.
type pace struct {
	ceiling float64
	rate    float64
	proven  float64 // the rate two steps before: a burst lets the first step pass
	former  float64 // the rate before the last step
	step    float64 // of the next step up
	waiting time.Duration
	changed time.Time // when the rate was last changed, either way
	cut     time.Time // when it was last cut
	begun   time.Time // the first answer
	sign    time.Time // the last refusal; those sent before it say the same

	passes  []time.Time // of the last second
	taken   int         // passes since the cut
	refusal int         // refusals since the cut
	row     int         // refusals in a row, each sent after the one before was known
	shut    bool        // two refusals in a row since the cut
	clean   int         // passes since the last refusal

	lonely float64 // refusals that a limit does not explain
	before float64 // the rate at the first of them
	odd    float64 // how many there were
	since  int     // passes since the first of them
	noisy  bool
	noise  float64 // refusals for each pass that it explains
	excess float64
}

func newPace(ceiling float64) *pace {
	return &pace{ceiling: ceiling, rate: ceiling, proven: ceiling, former: ceiling, step: firstStep, waiting: firstPatience}
}

// passed notes an answer that is not a 429.
func (p *pace) passed(now time.Time) {
	p.begin(now)
	p.forget(now)
	p.passes = append(p.passes, now)
	p.taken++
	p.clean++
	p.since++
	p.row = 0
	p.lonely = max(0, p.lonely-forgetting)
	p.excess = max(0, p.excess-p.noise)

	if p.noisy && p.clean >= quietAfter {
		p.noisy, p.lonely = false, 0
	}

	if p.lonely == 0 {
		p.since, p.odd = 0, 0
	}

	p.grow(now)
}

// refused notes a 429 to a request sent at sent, and returns for how long nothing more
// should be sent. after is the service's Retry-After, or 0.
func (p *pace) refused(now, sent time.Time, after time.Duration) time.Duration {
	p.begin(now)
	p.refusal++
	p.clean = 0

	// Requests in flight together are refused together: that is one sign, not ten.
	if !sent.Before(p.sign) {
		p.sign = now
		p.row++
		p.weigh(now)
	}

	return p.pause(after)
}

func (p *pace) begin(now time.Time) {
	if p.begun.IsZero() {
		p.begun = now
	}
}

// weigh decides what a refusal says about the rate.
func (p *pace) weigh(now time.Time) {
	least := p.rate * (1 - 0.5/(1+p.lonely))

	switch {
	case p.row == 2:
		p.shut = true
		p.lonely = max(0, p.lonely-1) // what refuses twice is more likely a limit
	case p.row == 1 && p.rate > p.proven:
		p.suspect(p.proven, 0.5) // the step may have been too far
	case p.row == 1 && now.Sub(p.cut) >= settling:
		p.suspect(p.rate, 1)
	}

	if p.noisy {
		p.excess++
		if p.excess < excessive {
			return
		}

		p.excess = 0
	}

	switch {
	case p.lonely >= noisyAfter:
		p.noisy, p.lonely, p.excess = true, 0, 0
		p.noise = min(0.5, max(0.1, 2.5*p.odd/float64(p.since+1)))
		p.waiting = stride
		p.set(now, p.before)
	case p.taken == 0, now.Sub(p.cut) < settling && p.refusal <= max(2, p.taken):
		// The last cut has not shown yet, or the service is shut whatever the rate.
	case p.rate > p.proven:
		p.waiting = min(2*p.waiting, longestWaiting)
		p.set(now, p.proven)
	default:
		p.waiting = max(p.waiting, firstPatience)
		p.set(now, p.bearable(now, least))
	}
}

// suspect counts a refusal that a limit does not explain well.
func (p *pace) suspect(rate, weight float64) {
	if p.noisy {
		return
	}

	if p.lonely == 0 {
		p.before = rate
	}

	p.lonely += weight
	p.odd++
}

// bearable is just under what the service took, or least: what it took in a second that has
// only begun is no measure. Many passes since a cut say that the refusals are few.
func (p *pace) bearable(now time.Time, least float64) float64 {
	p.forget(now)

	share := p.rate * float64(p.taken) / float64(p.taken+p.refusal)
	took := min(float64(len(p.passes)), p.rate)
	least = min(least, ordinary)

	if p.taken >= telling {
		took = max(took, share)
	}

	if p.refusal > 2 {
		took, least = min(took, share), min(least, share)
	}

	// A service that was shut for a while says by that how much it takes over the time.
	since := p.cut
	if since.IsZero() {
		since = p.begun
	}

	if elapsed := now.Sub(since).Seconds(); p.shut && elapsed >= 5 {
		took, least = float64(p.taken)/elapsed, 0
	}

	return max(margin*took, least)
}

// set changes the rate for reason of a refusal.
func (p *pace) set(now time.Time, rate float64) {
	p.rate = min(p.ceiling, max(slowest, rate))
	p.proven, p.former, p.step = p.rate, p.rate, firstStep
	p.cut, p.changed = now, now
	p.taken, p.refusal, p.shut = 0, 0, false
}

// grow raises a rate that was not refused for long enough.
func (p *pace) grow(now time.Time) {
	wait := p.waiting
	if p.rate > p.proven {
		wait = stride
	}

	if p.rate >= p.ceiling || now.Sub(p.changed) < wait || !p.noisy && now.Sub(p.sign) < wait {
		return
	}

	p.proven, p.former = p.former, p.rate
	p.rate = min(p.ceiling, p.rate*(1+p.step))
	p.step *= 2
	p.changed = now
}

// pause is how long all requests wait after a refusal. A single one stops nobody else,
// unless it asks for long: the service may take the next.
func (p *pace) pause(after time.Duration) time.Duration {
	most := 2
	if p.noisy {
		most = 3
	}

	switch {
	case p.row >= most:
		return max(after, min(longestPause, time.Second<<min(p.row-most, 10)))
	case after > obeyed && !p.noisy:
		return after
	}

	return 0
}

// forget drops the passes that are older than a second.
func (p *pace) forget(now time.Time) {
	old := 0
	for old < len(p.passes) && now.Sub(p.passes[old]) >= time.Second {
		old++
	}

	p.passes = p.passes[old:]
}
