import type { Actor } from '../../../kernel/actor';
import { available, decide } from '../../../kernel/workflow';
import { findingWorkflow, type FindingFacts } from './finding.workflow';

const finance: Pick<Actor, 'roles'> = { roles: ['finance'] };
const facts = (given: Partial<FindingFacts> = {}): FindingFacts => ({
  isOwnExplanation: false,
  isPayee: false,
  hasText: true,
  ...given,
});

describe('a finding', () => {
  it.each([
    ['explain', 'open', {}, { kind: 'move', to: 'proposed' }],
    ['explain', 'open', { hasText: false }, { kind: 'refused', code: 'explanation_missing' }],
    ['explain', 'open', { isPayee: true }, { kind: 'refused', code: 'own_money' }],
    ['accept', 'proposed', {}, { kind: 'move', to: 'explained' }],
    ['accept', 'proposed', { isOwnExplanation: true }, { kind: 'refused', code: 'own_explanation' }],
    ['accept', 'proposed', { isPayee: true }, { kind: 'refused', code: 'own_money' }],
    ['accept', 'open', {}, { kind: 'refused', code: 'wrong_state' }],
    ['send_back', 'proposed', { isOwnExplanation: true }, { kind: 'move', to: 'open' }],
    ['find', 'explained', {}, { kind: 'refused', code: 'not_allowed' }],
  ] as const)('%s from %s', (verb, state, given, decision) => {
    expect(decide(findingWorkflow, state, verb, finance, facts(given))).toEqual(decision);
  });

  it('offers nothing to a manager, who may look', () => {
    expect(available(findingWorkflow, 'open', { roles: ['manager'] }, facts())).toEqual([]);
  });
});
