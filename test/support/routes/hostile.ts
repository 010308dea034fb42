import { resolve, type Operation, type Schema } from './operations';
import { bodyOf } from './samples';
import type { World } from './world';

/** One hostile request: what differs from a documented one. */
export interface Hostile {
  readonly name: string;
  readonly query?: string;
  readonly body?: string | Buffer;
  readonly type?: string;
  /** Stands in every path parameter. */
  readonly id?: string;
}

const VALUES: readonly (readonly [string, unknown])[] = [
  ['null', null],
  ['true', true],
  ['minus one', -1],
  ['zero', 0],
  ['2^31', 2 ** 31],
  ['2^53', 2 ** 53],
  ['1e308', 1e308],
  ['half', 0.5],
  ['empty', ''],
  ['blank', '   '],
  ['NUL', 'a\0b'],
  ['half a surrogate pair', 'a\ud800b'],
  ['right to left', '\u202egpj.exe\u200d'],
  ['6 kB', 'x'.repeat(6_000)],
  ['SQL', `'; DROP TABLE access_people; --`],
  ['sleep', `1' OR pg_sleep(7)::text = '`],
  ['traversal', '../../../../etc/passwd'],
  ['markup', '<script>alert(1)</script>'],
  ['line ends', 'a\r\nSet-Cookie: sid=1'],
  ['template', '{{7*7}}${7*7}<%= 7*7 %>'],
  ['formula', '=HYPERLINK("http://127.0.0.1")'],
  ['inner address', 'http://169.254.169.254/latest/meta-data'],
  ['bad date', '2026-02-30T25:61:61Z'],
  ['far date', '+275760-09-13T00:00:00.001Z'],
  ['list', []],
  ['list of lists', [[[[]]]]],
  ['object', {}],
  ['odd object', { length: -1, toString: 'x', constructor: { prototype: {} } }],
  ['many', Array.from({ length: 1_500 }, () => 'x')],
];

const IDS = [
  '0', '-1', 'null', 'undefined', 'NaN', '%00', '%ff', '..%2f..%2fetc', "'%20OR%201=1", 'gen_01', 'x'.repeat(190),
  '00000000-0000-0000-0000-000000000000', '%F0%9F%98%80', '2026-13', '9'.repeat(40), '{}', '*', '%E2%80%AE',
] as const; // prettier-ignore

const json = (value: unknown): string => JSON.stringify(value);

/** Bodies that are wrong as a whole, whatever the schema. */
function brokenBodies(good: object): Hostile[] {
  const text = json(good);
  return [
    { name: 'truncated', body: text.slice(0, -1) || '{' },
    { name: '5,000 deep', body: '['.repeat(5_000) + ']'.repeat(5_000) },
    { name: 'BOM', body: `\ufeff${text}` },
    { name: '400 digits', body: `{"a":${'9'.repeat(400)}}` },
    { name: 'same name twice', body: `{"a":1,"a":2,${text.slice(1)}`.replace(',}', '}') },
    { name: 'empty', body: '' },
    { name: 'a list', body: '[]' },
    { name: 'a word', body: '"x"' },
    { name: 'null body', body: 'null' },
    { name: 'proto', body: `{"__proto__":{"isAdmin":true},"constructor":{"prototype":{"x":1}}}` },
    {
      name: '2,000 members',
      body: json(Object.fromEntries(Array.from({ length: 2_000 }, (_, n) => [`m${n}`, n]))),
    },
    { name: 'oversize', body: json({ a: 'x'.repeat(300_000) }) },
    { name: 'bytes', body: Buffer.from([0xff, 0xfe, 0x00, 0x80]) },
    { name: 'text', body: text, type: 'text/plain' },
    {
      name: 'XML',
      body: '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>',
      type: 'application/xml',
    },
    { name: 'form', body: 'a=1&a=2', type: 'application/x-www-form-urlencoded' },
    { name: 'multipart', body: '--x\r\n\r\n', type: 'multipart/form-data; boundary=x' },
    { name: 'odd charset', body: text, type: 'application/json; charset=utf-7' },
    {
      name: 'privileged',
      body: json({
        ...good,
        role: 'admin',
        roles: ['admin'],
        state: 'approved',
        personId: 'x',
        credits: 1e9,
        isAdmin: true,
      }),
    },
  ];
}

function badMembers(good: object, schema: Schema): Hostile[] {
  const names = Object.keys(resolve(schema).properties ?? {});
  const missing = Object.keys(good).map((name) => {
    const { [name]: _gone, ...rest } = good as Record<string, unknown>;
    return { name: `without ${name}`, body: json(rest) };
  });
  const wrong = names.flatMap((name) =>
    VALUES.map(([what, value]) => ({ name: `${name} = ${what}`, body: json({ ...good, [name]: value }) })),
  );
  return [...missing, ...wrong];
}

function badQueries(operation: Operation): Hostile[] {
  const names = operation.parameters.filter((parameter) => parameter.in === 'query').map(({ name }) => name);
  const texts = [
    '',
    'x',
    '-1',
    '0',
    '1e9',
    '9'.repeat(30),
    '%00',
    '%',
    '%ff',
    '[]',
    "'%20OR%201=1",
    '%F0%9F%98%80',
    '2026-02-30',
  ];
  const odd = names.flatMap((name) => [
    ...texts.map((text) => ({ name: `${name}=${text}`, query: `${name}=${text}` })),
    { name: `${name} twice`, query: `${name}=a&${name}=b` },
    { name: `${name}[]`, query: `${name}[]=a` },
    { name: `${name}.x`, query: `${name}[x][y]=a` },
  ]);
  const many = Array.from({ length: 300 }, (_, n) => `p${n}=1`).join('&');
  return [
    ...odd,
    { name: 'proto in the query', query: '__proto__[x]=1&constructor.prototype.x=1' },
    { name: '300 parameters', query: many },
    { name: 'a wrong cursor', query: 'cursor=bm90IGEgY3Vyc29y' },
  ];
}

/** At most `most` hostile requests, taken evenly from all there are, so that a small number still reaches every member. */
export function hostileOf(operation: Operation, world: World, most: number): Hostile[] {
  const good = bodyOf(operation, world);
  const all = [
    ...(operation.path.includes('{') ? IDS.map((id) => ({ name: `id ${id.slice(0, 20)}`, id })) : []),
    ...(good === undefined || operation.body === null
      ? [{ name: 'a body that nobody asked for', body: '{"a":1}' }]
      : [...brokenBodies(good), ...badMembers(good, operation.body)]),
    ...badQueries(operation),
  ];
  const step = Math.max(1, all.length / most);
  return Array.from({ length: Math.min(most, all.length) }, (_, n) => all[Math.floor(n * step)] as Hostile);
}
