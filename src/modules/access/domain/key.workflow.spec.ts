import { PUBLIC, SYSTEM, type Actor } from '../../../kernel/actor';
import { available, decide } from '../../../kernel/workflow';
import { keyWorkflow } from './key.workflow';

const artist: Pick<Actor, 'roles'> = { roles: ['artist'] };
const fresh = { isRotated: false };

describe('the life of a key', () => {
  it('is rotated once', () => {
    expect(decide(keyWorkflow, 'active', 'rotate', artist, fresh)).toEqual({ kind: 'move', to: 'active' });
    expect(decide(keyWorkflow, 'active', 'rotate', artist, { isRotated: true })).toEqual({
      kind: 'refused',
      code: 'key_rotated',
    });
  });

  it('ends for ever', () => {
    expect(decide(keyWorkflow, 'revoked', 'rotate', artist, fresh)).toEqual({
      kind: 'refused',
      code: 'wrong_state',
    });
    expect(decide(keyWorkflow, 'revoked', 'revoke', artist, fresh)).toEqual({ kind: 'already' });
    expect(available(keyWorkflow, 'revoked', artist, fresh)).toEqual([]);
  });

  it('is never revived out of quarantine: its owner gets another, once', () => {
    expect(available(keyWorkflow, 'quarantined', artist, fresh)).toEqual(['replace']);
    expect(available(keyWorkflow, 'quarantined', artist, { isRotated: true })).toEqual([]);
    expect(available(keyWorkflow, 'quarantined', { roles: ['manager'] }, fresh)).toEqual(['release']);
    for (const roles of [['artist'], ['manager'], ['admin'], ['system']] as const)
      for (const { from, to, by } of Object.values(keyWorkflow.moves))
        if (from.includes('quarantined') && roles.some((role) => (by as readonly string[]).includes(role)))
          expect(['quarantined', 'revoked']).toContain(to);
  });

  it('is ended by the clock only through the system', () => {
    expect(available(keyWorkflow, 'active', artist, { isRotated: true })).toEqual(['leak', 'revoke']);
    expect(available(keyWorkflow, 'active', SYSTEM, { isRotated: true })).toEqual([
      'throttle',
      'quarantine',
      'revoke',
      'retire',
    ]);
    expect(available(keyWorkflow, 'active', PUBLIC, fresh)).toEqual([]);
  });
});
