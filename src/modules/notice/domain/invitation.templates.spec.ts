import { invitationMade } from '../../enrollment/contract';
import { INVITATION } from './invitation.templates';
import { templatesFor } from './templates';

test('whoever is invited is told, by mail too, until when the seat is held and that nothing binds them yet', () => {
  const payload = {
    invitationId: 'inv_a',
    programId: 'prg_a',
    personId: 'per_a',
    expiresAt: '2026-12-10T00:00:00.000Z',
  };
  const told = templatesFor(invitationMade.name, payload);
  expect(told).toMatchObject([
    { kind: 'invitation.made', isMailed: true, words: { link: '/studio/enrollment' } },
  ]);
  expect(told[0]?.words.text).toContain('yours until 2026-12-10');
  expect(told[0]?.words.text).toContain('nothing binds you');
  expect(INVITATION).toHaveLength(1);
});
