import type { Role } from '../../../kernel/actor';
import { PERMISSIONS, SCOPES } from './permissions';

const COLUMNS: readonly Role[] = ['public', 'artist', 'reviewer', 'finance', 'manager', 'admin', 'worker'];

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** The permission table as Markdown: who holds what, and what each scope of an API key opens. */
export function permissionMatrix(): string {
  const permissions = Object.entries(PERMISSIONS) as [string, readonly Role[]][];
  const scopes = Object.entries(SCOPES) as [string, readonly string[]][];
  return [
    '# Permissions',
    '',
    'Every route names one permission; a route without one is refused to everybody. Whose object it is, and who may not',
    'decide about their own, are rules of the modules on top of this table.',
    '',
    row(['permission', ...COLUMNS]),
    row(['---', ...COLUMNS.map(() => ':-:')]),
    ...permissions.map(([name, roles]) =>
      row([`\`${name}\``, ...COLUMNS.map((role) => (roles.includes(role) ? '●' : ''))]),
    ),
    '',
    '## Scopes of API keys',
    '',
    'A key acts as an artist and never reaches beyond its scopes.',
    '',
    row(['scope', 'permissions']),
    row(['---', '---']),
    ...scopes.map(([name, opens]) =>
      row([`\`${name}\``, opens.map((permission) => `\`${permission}\``).join(', ')]),
    ),
    '',
  ].join('\n');
}
