import {
  awardMoved,
  grantApplicationMoved,
  milestoneMoved,
  seatMoved,
  type AwardMoved,
  type GrantApplicationMoved,
  type MilestoneMoved,
  type SeatMoved,
} from '../../grants/contract';
import { GRANT } from './grant.templates';
import { templatesFor } from './templates';

const ids = { personId: 'per_a', programId: 'prg_a' };
const grantApplication = (to: GrantApplicationMoved['to']): GrantApplicationMoved => ({
  ...ids,
  applicationId: 'gra_a',
  callId: 'cal_a',
  title: 'First films',
  verb: 'decide',
  from: 'in_review',
  to,
});
const award = (verb: string, to: AwardMoved['to']): AwardMoved => ({
  ...ids,
  awardId: 'awd_a',
  title: 'First films',
  verb,
  from: 'active',
  to,
});
const milestone = (to: MilestoneMoved['to']): MilestoneMoved => ({
  ...ids,
  milestoneId: 'mil_a',
  awardId: 'awd_a',
  title: 'Shoot',
  amount: '30000',
  currency: 'EUR',
  verb: 'accept',
  to,
});
const seat = (verb: string, to: SeatMoved['to']): SeatMoved => ({
  ...ids,
  seatId: 'sea_a',
  eventId: 'eve_a',
  title: 'Open studio',
  verb,
  to,
});

/** An event, what is told of it, and whether by mail too. */
const CASES = [
  [grantApplicationMoved, grantApplication('awarded'), 'grant_application.awarded', true],
  [grantApplicationMoved, grantApplication('reserve'), 'grant_application.reserved', true],
  [grantApplicationMoved, grantApplication('declined'), 'grant_application.declined', true],
  [awardMoved, award('accept', 'active'), null, false],
  [awardMoved, award('terminate', 'ending'), 'award.ending', true],
  [awardMoved, award('overturn', 'active'), 'award.back', true],
  [awardMoved, award('end', 'terminated'), 'award.terminated', true],
  [milestoneMoved, milestone('submitted'), null, false],
  [milestoneMoved, milestone('accepted'), 'milestone.accepted', true],
  [milestoneMoved, milestone('changes_requested'), 'milestone.changes_requested', true],
  [seatMoved, seat('attend', 'attended'), null, false],
  [seatMoved, seat('seat', 'seated'), 'seat.seated', true],
  [seatMoved, seat('waitlist', 'waitlisted'), 'seat.waitlisted', true],
  [seatMoved, seat('cancelEvent', 'seated'), 'seat.cancelled', true],
] as const;

describe('what people are told of grants and events', () => {
  test.each(CASES)('%o', ({ name }, payload, kind, isMailed) => {
    const told = templatesFor(name, payload);
    expect(told.map((one) => one.kind)).toEqual(kind === null ? [] : [kind]);
    for (const { words, isMailed: byMail } of told) {
      expect(byMail).toBe(isMailed);
      expect(words.title.length).toBeLessThan(80);
      expect(words.link).toMatch(/^\/[\w/-]+$/);
      expect(JSON.stringify(words)).not.toMatch(/undefined|null|\[object/);
    }
  });

  it('is covered here to the last row of the table', () => {
    const kinds = CASES.map(([, , kind]) => kind).filter((kind) => kind !== null);
    expect(new Set(kinds)).toEqual(new Set(GRANT.map(({ kind }) => kind)));
  });
});
