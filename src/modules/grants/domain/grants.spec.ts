import fc from 'fast-check';
import { decide } from '../../../kernel/workflow';
import { earnedBy } from '../../compensation/domain/recipes';
import { account, type EntryDraft } from '../../ledger/contract';
import { deltasOf } from '../../ledger/domain/entry';
import { NOBODYS } from '../applications/application.mapping';
import { agreement, planFaults } from './agreement';
import { applicationWorkflow, type ApplicationFacts } from './application.workflow';
import { awardWorkflow, type AwardFacts } from './award.workflow';
import { callWorkflow, type CallFacts } from './call.workflow';
import { reserved, returned, unspent, type CallMoney } from './recipes';

const manager = { roles: ['manager'] as const };
const artist = { roles: ['artist'] as const };

describe('a call', () => {
  const facts: CallFacts = { undecided: 0, awarded: 0n, missing: [], isOver: true };

  it('opens only when everybody can read by what they are judged, and before its deadline', () => {
    const open = (part: Partial<CallFacts>) =>
      decide(callWorkflow, 'draft', 'open', manager, { ...facts, isOver: false, ...part });
    expect(open({})).toMatchObject({ to: 'open' });
    expect(open({ missing: ['rubric'] })).toMatchObject({ code: 'call_incomplete' });
    expect(open({ isOver: true })).toMatchObject({ code: 'deadline_passed' });
    expect(decide(callWorkflow, 'draft', 'open', artist, facts)).toMatchObject({ code: 'not_allowed' });
  });

  it('closes at its deadline and not before it', () => {
    expect(decide(callWorkflow, 'open', 'close', manager, { ...facts, isOver: false })).toMatchObject({
      code: 'deadline_ahead',
    });
    expect(decide(callWorkflow, 'open', 'close', manager, facts)).toMatchObject({ to: 'closed' });
  });

  it('is decided only when everyone has an answer, and cancelled only before the first award', () => {
    const at = (verb: 'decide' | 'cancel', part: Partial<CallFacts>) =>
      decide(callWorkflow, 'closed', verb, manager, { ...facts, ...part });
    expect(at('decide', { undecided: 1 })).toMatchObject({ code: 'applications_undecided' });
    expect(at('decide', { awarded: 5n })).toMatchObject({ to: 'decided' });
    expect(at('cancel', { awarded: 5n })).toMatchObject({ code: 'awards_made' });
  });
});

describe('an application', () => {
  const facts: ApplicationFacts = {
    ...NOBODYS,
    call: 'closed',
    isOver: true,
    hasReasons: true,
    hasQuorum: true,
    amount: 5n,
    requested: 5n,
    left: 5n,
  };
  const award = (part: Partial<ApplicationFacts>) =>
    decide(applicationWorkflow, 'in_review', 'award', manager, { ...facts, ...part });

  it('is awarded with reasons and reviews, by somebody impartial, within its budget and the ranking', () => {
    expect(award({})).toEqual({ kind: 'move', to: 'awarded' });
    expect(award({ amount: 6n })).toMatchObject({ code: 'over_asked' });
    expect(award({ left: 4n })).toMatchObject({ code: 'over_budget' });
    expect(award({ amount: null })).toMatchObject({ code: 'amount_missing' });
    expect(award({ hasReasons: false })).toMatchObject({ code: 'reasons_missing' });
    expect(award({ hasQuorum: false })).toMatchObject({ code: 'quorum_missing' });
    expect(award({ call: 'open' })).toMatchObject({ code: 'call_not_closed' });
    expect(award({ isOwn: true })).toMatchObject({ code: 'own_application' });
    expect(award({ isConflicted: true })).toMatchObject({ code: 'conflicted' });
    expect(award({ isUnexplained: true })).toMatchObject({ code: 'departure_unexplained' });
    expect(award({ isCapped: true })).toMatchObject({ code: 'yearly_cap' });
  });

  it('is judged anew after its call once an appeal has succeeded, by somebody who did not decline it', () => {
    const anew = { call: 'decided', isReheard: true } as const;
    expect(award({ call: 'decided' })).toMatchObject({ code: 'call_not_closed' });
    expect(award(anew)).toEqual({ kind: 'move', to: 'awarded' });
    expect(award({ ...anew, hasDeclined: true })).toMatchObject({ code: 'took_part' });
    expect(decide(applicationWorkflow, 'in_review', 'reserve', manager, { ...facts, ...anew })).toMatchObject(
      { code: 'call_decided' },
    );
  });

  it('is handed in before the deadline and by nobody else', () => {
    const submit = (part: Partial<ApplicationFacts>) =>
      decide(applicationWorkflow, 'draft', 'submit', artist, {
        ...NOBODYS,
        isOwn: true,
        call: 'open',
        ...part,
      });
    expect(submit({})).toMatchObject({ to: 'submitted' });
    expect(submit({ isOver: true })).toMatchObject({ code: 'call_not_open' });
    expect(submit({ isOwn: false })).toMatchObject({ code: 'not_found' });
  });
});

describe('an award', () => {
  const facts: AwardFacts = {
    isOwn: false,
    isSameAgreement: true,
    hasReasons: true,
    openMilestones: 0,
    isAppealOver: false,
    isAppealed: false,
  };

  it('is appealed in time, to somebody who had no part in its end', () => {
    expect(decide(awardWorkflow, 'ending', 'appeal', artist, { ...facts, isOwn: true })).toMatchObject({
      to: 'appealed',
    });
    expect(
      decide(awardWorkflow, 'ending', 'appeal', artist, { ...facts, isOwn: true, isAppealOver: true }),
    ).toMatchObject({
      code: 'appeal_over',
    });
    expect(decide(awardWorkflow, 'appealed', 'uphold', manager, facts)).toMatchObject({
      code: 'not_allowed',
    });
    expect(decide(awardWorkflow, 'ending', 'end', { roles: ['system'] }, facts)).toMatchObject({
      code: 'appeal_open',
    });
  });

  it('is accepted as it was read, and its agreement names every step', () => {
    const plan = [
      { title: 'Script', amount: 4_000n, dueAt: new Date('2026-12-01'), isAtStart: true },
      { title: 'Film', amount: 6_000n, dueAt: new Date('2027-02-01'), isAtStart: false },
    ];
    const read = { callTitle: 'First films', amount: 10_000n, currency: 'EUR', plan } as const;
    expect(agreement(read).text).toContain('2. Film: 60.00 EUR, planned by 2027-02-01');
    expect(agreement(read).hash).not.toBe(agreement({ ...read, plan: plan.slice(0, 1) }).hash);
    expect(
      decide(awardWorkflow, 'offered', 'accept', artist, { ...facts, isOwn: true, isSameAgreement: false }),
    ).toMatchObject({
      code: 'agreement_changed',
    });
    expect(planFaults(plan, 10_000n)).toEqual([]);
    expect(planFaults(plan, 10_001n)).toHaveLength(1);
    expect(planFaults([], 0n)).toHaveLength(1);
  });
});

/** The recipes of a call played over a random history, with the book that a service keeps. */
class Book {
  private readonly balances = new Map<string, bigint>();
  readonly posted = new Map<string, string>();
  call: CallMoney;
  awards: { id: string; amount: bigint; paid: bigint; state: 'offered' | 'active' | 'over' }[] = [];
  reserve: bigint[] = [];
  isDecided = false;

  constructor(budget: bigint) {
    this.call = { id: 'cal_1', programId: 'prg_1', budget, awarded: 0n, currency: 'EUR' };
    this.post(reserved(this.call));
  }

  /** As the ledger: a reference is posted once, a guarded account never falls below zero. */
  post(entry: EntryDraft | null): void {
    if (entry === null) return;
    const content = JSON.stringify(entry.postings, (_, value: unknown) =>
      typeof value === 'bigint' ? `${value}` : value,
    );
    if (this.posted.has(entry.reference)) {
      if (this.posted.get(entry.reference) !== content) throw new Error(`${entry.reference} differs`);
      return;
    }
    for (const { account: name, amount } of deltasOf(entry.postings)) {
      const next = (this.balances.get(name) ?? 0n) + amount;
      if (next < 0n && name.startsWith('award:')) throw new Error(`${name} falls below zero`);
      this.balances.set(name, next);
    }
    this.posted.set(entry.reference, content);
  }

  get left(): bigint {
    return this.call.budget - this.call.awarded;
  }

  of(name: string): bigint {
    return this.balances.get(name) ?? 0n;
  }

  award(amount: bigint): void {
    if (this.isDecided || amount > this.left) return;
    this.awards.push({ id: `awd_${this.awards.length}`, amount, paid: 0n, state: 'offered' });
    this.call = { ...this.call, awarded: this.call.awarded + amount };
  }

  decide(): void {
    if (this.isDecided) return;
    this.isDecided = true;
    this.post(unspent(this.call));
  }

  /** One tranche of an award; the same again is one earning. */
  pay(index: number, amount: bigint, times: number): void {
    const award = this.awards[index];
    if (
      !this.isDecided ||
      award === undefined ||
      award.state === 'over' ||
      award.paid + amount > award.amount
    )
      return;
    award.state = 'active';
    const id = `ern_${award.id}_${award.paid}`;
    for (let i = 0; i < times; i += 1)
      this.post(
        earnedBy({
          id,
          personId: 'per_1',
          amount,
          currency: 'EUR',
          source: account.award('cal_1', 'EUR'),
          causeType: 'milestone',
          causeId: id,
        }),
      );
    award.paid += amount;
  }

  /** Turned down or ended: the reserve moves up, what is left goes back. */
  end(index: number): void {
    const award = this.awards[index];
    if (!this.isDecided || award === undefined || award.state === 'over') return;
    award.state = 'over';
    const freed = award.amount - award.paid;
    const place = this.reserve.findIndex((amount) => amount <= freed);
    const reused = place === -1 ? 0n : (this.reserve.splice(place, 1)[0] as bigint);
    if (reused > 0n)
      this.awards.push({ id: `awd_${this.awards.length}`, amount: reused, paid: 0n, state: 'offered' });
    this.call = { ...this.call, awarded: this.call.awarded + reused - freed };
    this.post(returned(this.call, award.id, freed - reused));
  }
}

describe('the money of a call', () => {
  it('is always held, released or returned: nothing is lost in any history', () => {
    const amount = fc.bigInt({ min: 1n, max: 400n });
    const step = fc.oneof(
      fc.record({ what: fc.constant('award' as const), amount, index: fc.nat(9), times: fc.constant(1) }),
      fc.record({ what: fc.constant('reserve' as const), amount, index: fc.nat(9), times: fc.constant(1) }),
      fc.record({ what: fc.constant('decide' as const), amount, index: fc.nat(9), times: fc.constant(1) }),
      fc.record({
        what: fc.constant('pay' as const),
        amount,
        index: fc.nat(9),
        times: fc.integer({ min: 1, max: 3 }),
      }),
      fc.record({ what: fc.constant('end' as const), amount, index: fc.nat(9), times: fc.constant(1) }),
    );
    const check = fc.property(
      fc.bigInt({ min: 1n, max: 1_000n }),
      fc.array(step, { maxLength: 40 }),
      (budget, steps) => {
        const book = new Book(budget);
        for (const { what, amount: value, index, times } of steps) {
          if (what === 'award') book.award(value);
          if (what === 'reserve' && !book.isDecided) book.reserve.push(value);
          if (what === 'decide') book.decide();
          if (what === 'pay') book.pay(index, value, times);
          if (what === 'end') book.end(index);
          const held = book.of('award:cal_1.EUR');
          const released = book.of('payable:per_1.EUR');
          const given = book.of('fund:prg_1.EUR') + budget;
          expect(held + released + given).toBe(budget);
          const promised = book.awards.reduce(
            (sum, one) => sum + (one.state === 'over' ? 0n : one.amount - one.paid),
            0n,
          );
          expect(held).toBe(book.isDecided ? promised : budget);
        }
      },
    );
    fc.assert(check, { numRuns: 5_000 });
  });
});
