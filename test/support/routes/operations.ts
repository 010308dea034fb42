import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Role } from '../../../src/kernel/actor';
import { PERMISSIONS, SCOPES, type Permission, type Scope } from '../../../src/modules/access';
import { WORKER_KEY_MAY, WORKER_TOKEN_MAY } from '../../../src/modules/access/domain/permissions';

/** The parts of a JSON schema that the API document uses. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly enum?: readonly unknown[];
  readonly example?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly items?: Schema;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly allOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}

interface Parameter {
  readonly in: 'path' | 'query' | 'header';
  readonly name: string;
  readonly required?: boolean;
  readonly schema: Schema;
}

interface OperationNode {
  readonly operationId: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
  readonly 'x-permission': Permission;
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, OperationNode>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

/** The API document as the repository holds it; `npm run check` fails when it is not the application's. */
export const DOCUMENT = JSON.parse(
  readFileSync(path.resolve(__dirname, '../../../docs/generated/openapi.json'), 'utf8'),
) as Document;

export interface Operation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly permission: Permission;
  readonly parameters: readonly Parameter[];
  /** Schema of the JSON body; `null` when there is none. */
  readonly body: Schema | null;
}

/** Every operation of the document. */
export const OPERATIONS: readonly Operation[] = Object.entries(DOCUMENT.paths).flatMap(([at, item]) =>
  Object.entries(item).map(([method, node]) => ({
    id: node.operationId,
    method: method.toUpperCase(),
    path: at,
    permission: node['x-permission'],
    parameters: node.parameters ?? [],
    body: Object.values(node.requestBody?.content ?? {})[0]?.schema ?? null,
  })),
);

/** `#/components/schemas/X` to what it names; `allOf` of one member to that member. */
export function resolve(schema: Schema): Schema {
  const name = schema.$ref?.split('/').at(-1);
  if (name !== undefined) return resolve(DOCUMENT.components.schemas[name] ?? {});
  const [only] = schema.allOf ?? [];
  return only === undefined ? schema : { ...resolve(only), ...schema, allOf: undefined };
}

/** `keys/{id}`: a path parameter with the segment before it, which says what it is the id of. */
export function slotsOf(operation: Pick<Operation, 'path'>): { slot: string; name: string }[] {
  const segments = operation.path.split('/');
  return segments.flatMap((segment, position) => {
    const name = /^\{(\w+)\}$/.exec(segment)?.[1];
    return name === undefined ? [] : [{ slot: `${segments[position - 1]}/${segment}`, name }];
  });
}

const WORKERS = { 'worker key': WORKER_KEY_MAY, 'worker token': WORKER_TOKEN_MAY } as const;
export type WorkerIdentity = keyof typeof WORKERS;

/** Whose request it is: nobody's, a person's with one role, a key's with one scope, or a machine's. */
export type Identity = 'nobody' | Exclude<Role, 'public' | 'worker'> | `key ${Scope}` | WorkerIdentity;

export const isWorker = (identity: Identity): identity is WorkerIdentity => Object.hasOwn(WORKERS, identity);

export const IDENTITIES: readonly Identity[] = [
  'nobody',
  'artist',
  'reviewer',
  'finance',
  'manager',
  'admin',
  ...(Object.keys(SCOPES) as Scope[]).map((scope) => `key ${scope}` as const),
  'worker key',
  'worker token',
];

/** What the two tables of access say. */
export function isAllowed(identity: Identity, permission: Permission): boolean {
  const roles: readonly Role[] = PERMISSIONS[permission];
  if (isWorker(identity))
    return roles.includes('worker') && (WORKERS[identity] as readonly Permission[]).includes(permission);
  if (!identity.startsWith('key '))
    return roles.includes(identity === 'nobody' ? 'public' : (identity as Role));
  const opens: readonly Permission[] = SCOPES[identity.slice(4) as Scope];
  return roles.includes('artist') && opens.includes(permission);
}
