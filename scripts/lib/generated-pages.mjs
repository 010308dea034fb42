// The Markdown of docs/generated: pure functions from the application's own tables to text.

const HEAD = (title, from) => `# ${title}\n\nWritten by \`npm run sync\` from ${from}. Do not edit.\n`;

const row = (cells) => `| ${cells.join(' | ')} |\n`;
const table = (head, rows) => row(head) + row(head.map(() => '---')) + rows.map(row).join('');

/** What each state of a programme allows: one row an activity, one column a state. */
function allowsTable({ STATE_ALLOWS, ACTIVITIES }) {
  const states = Object.keys(STATE_ALLOWS);
  const rows = Object.entries(ACTIVITIES).map(([activity, says]) => [
    `\`${activity}\``,
    says,
    ...states.map((state) => (STATE_ALLOWS[state].includes(activity) ? 'yes' : '')),
  ]);
  return `\n### What each state of a programme allows\n\n${table(['activity', 'is', ...states], rows)}`;
}

/**
 * @param {readonly object[]} flows the register of src/kernel/workflow.ts
 * @param {object} program src/modules/program/domain/states.ts
 */
export function workflowsPage(flows, program) {
  const sections = flows.map((flow) => {
    const moves = Object.entries(flow.moves);
    const arrows = moves
      .flatMap(([verb, move]) => move.from.map((from) => `  ${from} --> ${move.to}: ${verb}\n`))
      .join('');
    const ends = flow.states.filter((state) => !moves.some(([, move]) => move.from.includes(state)));
    const diagram = `\`\`\`mermaid\nstateDiagram-v2\n  [*] --> ${flow.initial}\n${arrows}${ends.map((state) => `  ${state} --> [*]\n`).join('')}\`\`\`\n`;
    const rows = moves.map(([verb, move]) => [verb, move.from.join(', '), move.to, move.by.join(', ')]);
    return `\n## ${flow.name}\n\nTable \`${flow.table}\`.\n\n${diagram}\n${table(['verb', 'from', 'to', 'by'], rows)}${flow.name === 'program' ? allowsTable(program) : ''}`;
  });
  return HEAD('Workflows', 'the workflow tables in `src/modules/*/domain/*.workflow.ts`') + sections.join('');
}

/** @param {readonly object[]} tables the register of src/kernel/refusal.ts */
export function errorsPage(tables, status) {
  const sections = tables.map((module) => {
    const rows = Object.entries(module.rows).map(([code, { kind, says, status: own }]) => [
      `\`${module.module}.${code}\``,
      own ?? status[kind],
      says,
    ]);
    return `\n## ${module.module}\n\n${table(['code', 'status', 'says'], rows)}`;
  });
  return `${HEAD('Errors', 'the refusal tables in `contract.ts`')}\nEvery error answer is \`application/problem+json\` (RFC 9457) with a stable \`type\` of \`/problems/<module>/<code>\`.\n${sections.join('')}`;
}

const ROLES = ['public', 'artist', 'reviewer', 'finance', 'manager', 'admin', 'worker'];

/**
 * Every route with its permission, who may call it and which scopes of API keys open it.
 * @param {Record<string, readonly string[]>} permissions roles by permission
 * @param {Record<string, readonly string[]>} scopes permissions by scope
 */
export function routesPage(document, permissions, scopes) {
  const rows = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => {
      const permission = operation['x-permission'];
      const roles = permissions[permission] ?? [];
      const keys = Object.keys(scopes).filter(
        (scope) => roles.includes('artist') && scopes[scope].includes(permission),
      );
      return [
        `\`${method.toUpperCase()} ${path}\``,
        permission ? `\`${permission}\`` : '',
        ...ROLES.map((role) => (roles.includes(role) ? '●' : '')),
        keys.map((scope) => `\`${scope}\``).join(' '),
        operation.summary ?? '',
      ];
    }),
  );
  const intro =
    'Who may call what. Ownership and separation of duties are rules on top: what belongs to another artist is answered\n' +
    'with 404. `test/integration/route-roles.spec.ts` drives every line with every role, every scope and a stranger’s objects.\n';
  return `${HEAD('Routes', 'the controllers and the permission table')}\n${intro}\n${table(['route', 'permission', ...ROLES, 'API keys', 'what it does'], rows)}`;
}

/** @param {Record<string, object>} events the table of what webhooks can be told of */
export function webhooksPage(events) {
  const rows = Object.entries(events).map(([name, { says, members, isForStaff }]) => [
    `\`${name}\``,
    says,
    members.map((member) => `\`${member}\``).join(', '),
    isForStaff ? 'yes' : '',
  ]);
  return `${HEAD('Kinds of webhook messages', '`src/modules/notice/domain/webhook-events.ts`')}\nArtists hear of what is theirs; managers of everybody, where the last column says so. See [webhooks](../webhooks.md).\n\n${table(['type', 'sent when', 'members of data', 'for managers'], rows)}`;
}
