import { decide } from '../../../kernel/workflow';
import { rulingWorkflow, type RulingFacts } from './ruling.workflow';

const facts: RulingFacts = {
  isOwn: false,
  isManager: false,
  isConfidential: false,
  isOverdue: false,
  hasConditions: true,
};
const reviewer = { roles: ['reviewer'] } as const;
const system = { roles: ['system'] } as const;

describe('the ruling workflow', () => {
  test('is for somebody without a stake', () => {
    expect(decide(rulingWorkflow, 'asked', 'rule', reviewer, facts)).toEqual({ kind: 'move', to: 'ruled' });
    for (const stake of [{ isOwn: true }, { isManager: true }])
      expect(decide(rulingWorkflow, 'asked', 'rule', reviewer, { ...facts, ...stake })).toMatchObject({
        code: 'own_ruling',
      });
    for (const role of ['artist', 'manager', 'admin', 'finance'] as const)
      expect(decide(rulingWorkflow, 'asked', 'rule', { roles: [role] }, facts)).toMatchObject({
        code: 'not_allowed',
      });
  });

  test('takes silence for a yes only when it is overdue and about no secret', () => {
    const overdue = { ...facts, isOverdue: true };
    expect(decide(rulingWorkflow, 'asked', 'grant', system, overdue)).toEqual({
      kind: 'move',
      to: 'granted',
    });
    expect(decide(rulingWorkflow, 'asked', 'grant', system, facts).kind).toBe('refused');
    expect(decide(rulingWorkflow, 'asked', 'grant', system, { ...overdue, isConfidential: true }).kind).toBe(
      'refused',
    );
  });

  test('has no way back', () => {
    for (const state of ['ruled', 'granted', 'withdrawn'] as const) {
      expect(
        decide(rulingWorkflow, state, 'withdraw', { roles: ['artist'] }, { ...facts, isOwn: true }).kind,
      ).not.toBe('move');
      expect(decide(rulingWorkflow, state, 'rule', reviewer, facts).kind).not.toBe('move');
    }
  });
});
