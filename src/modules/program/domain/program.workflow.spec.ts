import { available, decide } from '../../../kernel/workflow';
import { programWorkflow, type ProgramFacts } from './program.workflow';

const manager = { roles: ['manager'] } as const;
const ready: ProgramFacts = { missing: [] };

describe('the programme workflow', () => {
  test('opens only when all four documents are published', () => {
    expect(decide(programWorkflow, 'draft', 'open', manager, ready)).toEqual({ kind: 'move', to: 'open' });
    expect(decide(programWorkflow, 'draft', 'open', manager, { missing: ['rate_card'] })).toEqual({
      kind: 'refused',
      code: 'programme_incomplete',
    });
  });

  test('goes forward only', () => {
    expect(available(programWorkflow, 'draft', manager, ready)).toEqual(['open']);
    expect(available(programWorkflow, 'open', manager, ready)).toEqual(['start', 'close']);
    expect(available(programWorkflow, 'running', manager, ready)).toEqual(['close']);
    expect(available(programWorkflow, 'closing', manager, ready)).toEqual(['finish']);
    expect(available(programWorkflow, 'closed', manager, ready)).toEqual([]);
  });

  test('opening twice is success, not a second opening', () => {
    expect(decide(programWorkflow, 'open', 'open', manager, ready)).toEqual({ kind: 'already' });
  });

  test('is for managers', () => {
    for (const role of ['artist', 'reviewer', 'finance', 'public'] as const) {
      expect(decide(programWorkflow, 'draft', 'open', { roles: [role] }, ready)).toEqual({
        kind: 'refused',
        code: 'not_allowed',
      });
    }
  });
});
