import { SYSTEM, PUBLIC, type Role } from '../../../kernel/actor';
import { ungrantable } from './grants';
import { permissionMatrix } from './matrix';
import { normalEmail, passwordFault } from './password';
import { may, PERMISSIONS, SCOPES } from './permissions';

const person = { email: 'vera@example.org', name: 'Vera Lindqvist-Okafor' };

describe('a password', () => {
  it.each([
    ['too-short', /at least 12/],
    ['aaaaaaaaaaaaaaaa', /different characters/],
    ['VERA@example.org', /not your name/],
    ['vera lindqvist-okafor', /not your name/],
    ['x1'.repeat(200), /at most 200/],
    ['password1234', /guessing begins/],
    ['P@ssw0rd2026!', /guessing begins/],
    ['123456789012', /guessing begins/],
    ['qwertyuiop[]12', /guessing begins/],
    ['abcdeabcdeabcde', /guessing begins/],
    ['Summer-Winter-2026', /guessing begins/],
    ['iloveyou iloveyou', /guessing begins/],
    ['Atelier-Admin-99', /guessing begins/],
    ['correcthorsebatterystaple', /guessing begins/],
  ])('%s is refused with its reason', (password, reason) => {
    expect(passwordFault(password, person)).toMatch(reason);
  });

  it.each(['correct horse battery', 'ключ от мастерской', 'twelve chars', 'first light on the ridge'])(
    '%s is fine',
    (password) => {
      expect(passwordFault(password, person)).toBeNull();
    },
  );

  it('belongs to one account, however the address is typed', () => {
    expect(normalEmail(' Vera@Example.ORG ')).toBe('vera@example.org');
  });
});

describe('giving roles', () => {
  it.each<[string, readonly Role[], readonly Role[], Role | null]>([
    ['anybody becomes an artist', PUBLIC.roles, ['artist'], null],
    ['nobody becomes staff alone', PUBLIC.roles, ['artist', 'finance'], 'finance'],
    ['a manager makes staff', ['manager'], ['reviewer', 'manager'], null],
    ['a manager makes nobody who may approve money', ['manager'], ['reviewer', 'finance'], 'finance'],
    ['a manager makes no administrator', ['manager'], ['manager', 'admin'], 'admin'],
    ['an administrator makes administrators', ['admin'], ['admin'], null],
    ['a reviewer makes nobody', ['reviewer'], ['artist'], 'artist'],
    ['the installation makes the first person', SYSTEM.roles, ['admin'], null],
    ['nobody becomes the system', SYSTEM.roles, ['system'], 'system'],
    ['nobody becomes a worker', ['admin'], ['worker'], 'worker'],
  ])('%s', (_, roles, wanted, refused) => {
    expect(ungrantable({ roles }, wanted)).toBe(refused);
  });
});

describe('the permission table', () => {
  it('gives nobody two permissions that must be two people by role alone', () => {
    expect(may({ roles: ['manager'] }, 'payout.draft')).toBe(false);
    expect(may({ roles: ['manager'] }, 'payout.approve')).toBe(false);
    expect(may({ roles: ['reviewer'] }, 'work.own')).toBe(false);
    expect(may({ roles: ['artist'] }, 'payout.draft')).toBe(false);
    expect(may({ roles: ['public'] }, 'session.own')).toBe(false);
  });

  it('lets scopes open only what an artist or anybody may', () => {
    for (const permission of Object.values(SCOPES).flat())
      expect(may({ roles: ['artist'] }, permission)).toBe(true);
  });

  it('is written as one line per permission and scope', () => {
    const text = permissionMatrix();
    for (const name of [...Object.keys(PERMISSIONS), ...Object.keys(SCOPES)])
      expect(text).toContain(`| \`${name}\` |`);
    expect(text).toContain('| `payout.draft` |  |  |  | ● |  |  |  |');
  });
});
