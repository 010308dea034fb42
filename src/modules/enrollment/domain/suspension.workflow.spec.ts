import { decide } from '../../../kernel/workflow';
import { suspensionFacts, suspensionWorkflow, type SuspensionVerb } from './suspension.workflow';

const now = new Date('2026-11-26T12:00:00Z');
const row = {
  personId: 'per_a',
  proposedBy: 'per_m',
  endsAt: new Date('2026-12-01T00:00:00Z'),
  createdAt: new Date('2026-11-25T12:00:00Z'),
};
const verdict = (verb: SuspensionVerb, by: string, role: 'manager' | 'system' = 'manager', at = now) =>
  decide(suspensionWorkflow, 'proposed', verb, { roles: [role] }, suspensionFacts(row, by, at));

describe('a suspension', () => {
  it('needs a second person, who is neither the first nor the artist', () => {
    expect(verdict('confirm', 'per_m')).toEqual({ kind: 'refused', code: 'second_person' });
    expect(verdict('confirm', 'per_a')).toEqual({ kind: 'refused', code: 'own_enrollment' });
    expect(verdict('refuse', 'per_m')).toEqual({ kind: 'refused', code: 'second_person' });
    expect(verdict('confirm', 'per_n')).toEqual({ kind: 'move', to: 'confirmed' });
  });

  it('is taken back by whoever proposed it only', () => {
    expect(verdict('withdraw', 'per_n')).toEqual({ kind: 'refused', code: 'not_allowed' });
    expect(verdict('withdraw', 'per_m')).toEqual({ kind: 'move', to: 'withdrawn' });
  });

  it('is over when nobody confirmed it for a week, or its own end has come, and not before', () => {
    const weekLater = new Date(row.createdAt.getTime() + 7 * 86_400_000 + 1);
    expect(verdict('expire', 'system', 'system')).toEqual({ kind: 'refused', code: 'suspension_not_over' });
    expect(verdict('expire', 'system', 'system', weekLater)).toEqual({ kind: 'move', to: 'expired' });
    expect(verdict('confirm', 'per_n', 'manager', row.endsAt)).toEqual({
      kind: 'refused',
      code: 'end_in_past',
    });
  });
});
