import Ajv from 'ajv';
import { readFileSync } from 'node:fs';
import path from 'node:path';

interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}

interface Operation {
  readonly operationId: string;
  readonly 'x-parameters': Schema;
  readonly responses: { readonly 200: { readonly schema: Schema } };
}

interface Document {
  readonly info: { readonly version: string; readonly 'x-sdk': string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

/** What Stripe takes and answers, derived from the SDK's own types by `scripts/stripe-contract.mjs`. */
export const CONTRACT = JSON.parse(
  readFileSync(path.resolve(__dirname, '../../contract/stripe.openapi.json'), 'utf8'),
) as Document;

const strictly = new Ajv({ strict: false, allErrors: true, validateFormats: false });
const leniently = new Ajv({ strict: false, allErrors: true, coerceTypes: true, validateFormats: false });
for (const ajv of [strictly, leniently]) ajv.addSchema({ $id: 'stripe', components: CONTRACT.components });

const absolute = (schema: Schema): Schema =>
  JSON.parse(JSON.stringify(schema).replaceAll('"#/components', '"stripe#/components')) as Schema;

export interface Match {
  readonly operation: Operation;
  readonly names: Readonly<Record<string, string>>;
}

const routes = Object.entries(CONTRACT.paths).flatMap(([route, verbs]) =>
  Object.entries(verbs).map(([verb, operation]) => {
    const names = [...route.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');
    const pattern = new RegExp(`^${route.replaceAll(/\{\w+\}/g, '([^/]+)')}$`);
    return { verb, operation, names, pattern };
  }),
);

export function routeOf(method: string, pathname: string): Match | null {
  for (const { verb, operation, names, pattern } of routes) {
    const found = verb === method.toLowerCase() ? pattern.exec(pathname) : null;
    if (found !== null)
      return {
        operation,
        names: Object.fromEntries(names.map((name, index) => [name, found[index + 1] ?? ''])),
      };
  }
  return null;
}

const checks = new Map<string, (value: unknown) => string | null>();

function checkOf(ajv: Ajv, name: string, schema: Schema): (value: unknown) => string | null {
  const known = checks.get(name);
  if (known !== undefined) return known;
  const validate = ajv.compile(absolute(schema));
  const check = (value: unknown): string | null =>
    validate(value) ? null : ajv.errorsText(validate.errors, { dataVar: name });
  checks.set(name, check);
  return check;
}

/** What is wrong with a request; numbers and flags, which forms carry as text, are turned into what they are. */
export const requestFault = ({ operation }: Match, parameters: object): string | null =>
  checkOf(leniently, `${operation.operationId} request`, operation['x-parameters'])(parameters);

export const answerFault = ({ operation }: Match, answer: object): string | null =>
  checkOf(strictly, `${operation.operationId} answer`, operation.responses[200].schema)(answer);

/** The emptiest value that the schema allows: `null` where that is one, the first word of a list, required members only. */
function emptiest(schema: Schema, depth = 0): unknown {
  if (schema.$ref !== undefined) return emptiest(named(schema.$ref), depth + 1);
  if (schema.anyOf !== undefined)
    return schema.anyOf.some(({ type }) => type === 'null') ? null : emptiest(schema.anyOf[0] ?? {}, depth);
  if (schema.enum !== undefined) return schema.enum[0];
  if (Array.isArray(schema.type)) return null;
  if (schema.type === 'array') return [];
  if (schema.type === 'integer' || schema.type === 'number') return 0;
  if (schema.type === 'boolean') return false;
  if (schema.type !== 'object') return '';
  const members = (schema.required ?? []).map((name) => [
    name,
    emptiest(schema.properties?.[name] ?? {}, depth),
  ]);
  return Object.fromEntries(members) as unknown;
}

function named(ref: string): Schema {
  const schema = CONTRACT.components.schemas[ref.split('/').at(-1) ?? ''];
  if (schema === undefined) throw new Error(`the contract has no ${ref}`);
  return schema;
}

const blanks = new Map<string, string>();

/** An object of Stripe's with every member that it must have; overwrite what matters. */
export function blank(name: string): Record<string, unknown> {
  const known = blanks.get(name) ?? JSON.stringify(emptiest({ $ref: `#/${name}` }));
  blanks.set(name, known);
  return JSON.parse(known) as Record<string, unknown>;
}
