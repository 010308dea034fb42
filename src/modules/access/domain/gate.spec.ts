import { may, PERMISSIONS, STEP_UP, type Permission } from './permissions';
import { gateOf, OPEN_AT, type Standing } from './gate';

const artist: Standing = { roles: ['artist'], isVerified: true, hasFactor: false, isStrong: false };
const finance: Standing = { ...artist, roles: ['finance'] };

describe('the gate of a session', () => {
  it.each<[string, Standing, ReturnType<typeof gateOf>]>([
    ['an artist with a password', artist, null],
    ['an artist whose mail is not verified', { ...artist, isVerified: false }, 'verify_email'],
    [
      'an artist with a factor who has not shown it',
      { ...artist, hasFactor: true },
      'second_factor_required',
    ],
    ['an artist who has shown it', { ...artist, hasFactor: true, isStrong: true }, null],
    ['staff without a factor', finance, 'second_factor_missing'],
    ['staff who are artists too', { ...finance, roles: ['artist', 'finance'] }, 'second_factor_missing'],
    [
      'staff who proved it elsewhere but have none here',
      { ...finance, isStrong: true },
      'second_factor_missing',
    ],
    ['staff who have not shown it', { ...finance, hasFactor: true }, 'second_factor_required'],
    ['staff who have', { ...finance, hasFactor: true, isStrong: true }, null],
    [
      'staff whose mail is not verified, whatever factor',
      { ...finance, isVerified: false, hasFactor: true, isStrong: true },
      'verify_email',
    ],
  ])('of %s', (_, standing, gate) => {
    expect(gateOf(standing)).toBe(gate);
  });

  it('lets nobody change what protects an account before the factor that is there was shown', () => {
    expect(OPEN_AT.second_factor_required).not.toContain('security.change');
    expect(OPEN_AT.verify_email).not.toContain('security.change');
  });

  it('leaves open only what concerns one’s own account or everybody', () => {
    for (const permission of Object.values(OPEN_AT).flat())
      expect(may({ roles: ['artist'] }, permission)).toBe(true);
  });
});

describe('the table of what needs a recent proof', () => {
  it('names permissions, none of them the public’s', () => {
    for (const permission of STEP_UP) {
      expect(Object.keys(PERMISSIONS)).toContain(permission);
      expect(may({ roles: ['public'] }, permission)).toBe(false);
    }
  });

  it('holds money leaving, other people’s roles, one’s own locks, and what stops or lets go others', () => {
    expect(STEP_UP).toEqual(
      expect.arrayContaining<Permission>([
        'payout.approve',
        'person.roles',
        'security.change',
        'incident.close',
        'pause.manage',
      ]),
    );
  });
});
