import { decide } from '../../../kernel/workflow';
import type { Role } from '../../../kernel/actor';
import { money } from '../../../kernel/money';
import { approvalsNeeded } from './approval.policy';
import { batchWorkflow, type BatchFacts } from './batch.workflow';

const OK: BatchFacts = {
  isOwnDraft: false,
  isPayee: false,
  hasApproved: false,
  isHashSeen: true,
  approvalsMissing: 0,
  open: 0,
};
const as = (...roles: Role[]) => ({ roles });
const approve = (facts: Partial<BatchFacts>, ...roles: Role[]) =>
  decide(batchWorkflow, 'draft', 'approve', as(...roles), { ...OK, ...facts });

const finish = (open: number) => decide(batchWorkflow, 'sending', 'finish', as('system'), { ...OK, open });

describe('approving a payout batch', () => {
  it('is for finance and admins', () => {
    expect(approve({}, 'finance')).toEqual({ kind: 'move', to: 'approved' });
    expect(approve({}, 'admin')).toEqual({ kind: 'move', to: 'approved' });
    for (const role of ['artist', 'reviewer', 'manager', 'system'] as const)
      expect(approve({}, role)).toEqual({ kind: 'refused', code: 'not_allowed' });
  });

  it.each([
    ['own_draft', { isOwnDraft: true }],
    ['own_money', { isPayee: true }],
    ['already_approved', { hasApproved: true, approvalsMissing: 1 }],
    ['batch_changed', { isHashSeen: false }],
    ['second_approval_missing', { approvalsMissing: 1 }],
  ])('is refused with %s', (code, facts) => {
    expect(approve(facts, 'finance')).toEqual({ kind: 'refused', code });
  });

  it('names the separation of duties before anything else', () => {
    const facts = { isOwnDraft: true, isPayee: true, isHashSeen: false, approvalsMissing: 1 };
    expect(approve(facts, 'finance', 'admin')).toEqual({ kind: 'refused', code: 'own_draft' });
  });

  it('asks for a third person from the threshold on, not a cent below', () => {
    expect(approvalsNeeded(money(99_999n, 'EUR'))).toBe(1);
    expect(approvalsNeeded(money(100_000n, 'EUR'))).toBe(2);
    expect(approvalsNeeded(money(149_999n, 'JPY'))).toBe(1);
    expect(approvalsNeeded(money(150_000n, 'JPY'))).toBe(2);
    expect(approvalsNeeded(money(300_000n, 'KWD'))).toBe(2);
  });
});

describe('a payout batch', () => {
  it('cannot be canceled once it is being sent', () => {
    expect(decide(batchWorkflow, 'sending', 'cancel', as('admin'), OK)).toEqual({
      kind: 'refused',
      code: 'wrong_state',
    });
  });

  it('is paused by the machine and goes on by a person', () => {
    expect(decide(batchWorkflow, 'sending', 'pause', as('system'), OK)).toEqual({
      kind: 'move',
      to: 'paused',
    });
    for (const verb of ['resume', 'stop'] as const) {
      expect(decide(batchWorkflow, 'paused', verb, as('finance'), OK)).toEqual({
        kind: 'move',
        to: 'sending',
      });
      expect(decide(batchWorkflow, 'paused', verb, as('system'), OK).kind).toBe('refused');
    }
  });

  it('is done only when every payout has an outcome', () => {
    expect(finish(1)).toEqual({ kind: 'refused', code: 'payouts_open' });
    expect(finish(0)).toEqual({ kind: 'move', to: 'done' });
  });
});
