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

  it('is ended by the clock only through the system', () => {
    expect(available(keyWorkflow, 'active', artist, { isRotated: true })).toEqual(['revoke']);
    expect(available(keyWorkflow, 'active', SYSTEM, { isRotated: true })).toEqual(['revoke', 'retire']);
    expect(available(keyWorkflow, 'active', PUBLIC, fresh)).toEqual([]);
  });
});
