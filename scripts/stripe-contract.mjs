// `node scripts/stripe-contract.mjs [--check]` writes test/contract/stripe.openapi.json: what Stripe's API takes and answers,
// derived from the types that the pinned SDK carries (they are generated from Stripe's own specification). A new version
// of the SDK shows as a difference of this file. It cannot know lengths, conditional requirements and behaviour.
import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const ts = require('typescript');
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const sdk = path.join(root, 'node_modules/stripe/cjs');
const target = path.join(root, 'test/contract/stripe.openapi.json');

/** What Atelier calls, and nothing else. */
const METHODS = {
  Accounts: ['create', 'retrieve', 'list', 'createLoginLink'],
  AccountLinks: ['create'],
  Transfers: ['create', 'retrieve', 'list', 'createReversal', 'listReversals'],
  Balance: ['retrieve'],
  BalanceTransactions: ['list'],
  Payouts: ['retrieve', 'list'],
  Events: ['retrieve', 'list'],
};

const files = Object.keys(METHODS).map((name) => path.join(sdk, 'resources', `${name}.d.ts`));
const program = ts.createProgram(files, { strict: true, skipLibCheck: true, types: [] });
const checker = program.getTypeChecker();
const schemas = {};

const isUndefined = (type) => (type.flags & ts.TypeFlags.Undefined) !== 0;
const nameOf = (type) => type.aliasSymbol?.name ?? type.symbol?.name ?? '';

/** `Stripe.Account.Capabilities` → `Account.Capabilities`: unique within the SDK. */
function fullName(type) {
  const parts = [];
  for (
    let symbol = type.symbol;
    symbol && !(symbol.flags & ts.SymbolFlags.ValueModule);
    symbol = symbol.parent
  )
    parts.unshift(symbol.name);
  return parts.join('.');
}

const isResource = (type) =>
  (type.flags & ts.TypeFlags.Object) !== 0 && type.getProperty?.('object') !== undefined;

function union(types) {
  let rest = types.filter((type) => !isUndefined(type));
  const isOpen = rest.some((type) => nameOf(type) === 'OtherString');
  rest = rest.filter((type) => nameOf(type) !== 'OtherString');
  // An expandable field holds its id unless it was asked to be expanded, which Atelier never does.
  if (rest.some((type) => type.flags & ts.TypeFlags.String)) rest = rest.filter((type) => !isResource(type));
  const words = rest.filter((type) => type.isStringLiteral()).map((type) => type.value);
  const others = rest.filter((type) => !type.isStringLiteral());
  if (others.length === 2 && others.every((type) => type.flags & ts.TypeFlags.BooleanLiteral))
    return { type: 'boolean' };
  const isFlag = others.filter((type) => type.flags & ts.TypeFlags.BooleanLiteral).length === 2;
  const left = isFlag ? others.filter((type) => !(type.flags & ts.TypeFlags.BooleanLiteral)) : others;
  const branches = [
    ...(words.length > 0 ? [isOpen ? { type: 'string' } : { type: 'string', enum: words.toSorted() }] : []),
    ...(isFlag ? [{ type: 'boolean' }] : []),
    ...left.map(schemaOf),
  ];
  return branches.length === 1 ? branches[0] : { anyOf: branches };
}

function members(type) {
  const properties = {};
  const required = [];
  for (const property of type.getProperties()) {
    if (property.name === 'lastResponse' || property.name.startsWith('__@')) continue;
    const of = checker.getTypeOfSymbol(property);
    if (of.getCallSignatures().length > 0) continue;
    // Counts and amounts are integers; the SDK's types do not say so, its documentation does.
    const isRate = /rate|percent/.test(property.name) && checker.typeToString(of).includes('number');
    properties[property.name] = isRate ? { type: ['number', 'null'] } : schemaOf(of);
    if (!(property.flags & ts.SymbolFlags.Optional)) required.push(property.name);
  }
  return { type: 'object', properties, ...(required.length > 0 && { required: required.toSorted() }) };
}

function schemaOf(type) {
  const { flags } = type;
  if (flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) return {};
  if (flags & ts.TypeFlags.Null) return { type: 'null' };
  if (type.isStringLiteral()) return { type: 'string', enum: [type.value] };
  if (flags & ts.TypeFlags.String || flags & ts.TypeFlags.TemplateLiteral) return { type: 'string' };
  if (type.isNumberLiteral()) return { type: 'integer', enum: [type.value] };
  if (flags & ts.TypeFlags.Number) return { type: 'integer' };
  if (flags & ts.TypeFlags.BooleanLiteral) return { type: 'boolean', enum: [type.intrinsicName === 'true'] };
  if (flags & ts.TypeFlags.Boolean) return { type: 'boolean' };
  if (type.isUnion()) return union(type.types);
  if (nameOf(type) === 'OtherString') return { type: 'string' };
  if (checker.isArrayType(type)) return { type: 'array', items: schemaOf(checker.getTypeArguments(type)[0]) };
  if (nameOf(type) === 'Decimal') return { type: 'string' };
  const index = type.getStringIndexType();
  if (index && type.getProperties().length === 0)
    return { type: 'object', additionalProperties: schemaOf(index) };
  const isPlain = type.isClassOrInterface() && !type.typeParameters?.length && !type.aliasTypeArguments;
  const name = isPlain ? fullName(type) : '';
  if (name === '' || name.startsWith('__')) return members(type);
  if (schemas[name] === undefined) {
    schemas[name] = {};
    schemas[name] = members(type);
  }
  return { $ref: `#/components/schemas/${name}` };
}

/** An event is one of hundreds of kinds; Atelier reads of whom it tells and fetches that anew. */
function eventOf(type) {
  const { properties, required } = members(type.types[0]);
  const object = { type: 'object', properties: { object: { type: 'object' } }, required: ['object'] };
  return { type: 'object', properties: { ...properties, type: { type: 'string' }, data: object }, required };
}

const resourceOf = (type) => (type.isUnion() ? eventOf(type) : schemaOf(type));

/** A response is `Promise<Response<T>>` or `ApiListPromise<T>`. */
function answerOf(type) {
  if (nameOf(type) === 'ApiListPromise') {
    const item = resourceOf((type.aliasTypeArguments ?? checker.getTypeArguments(type))[0]);
    const properties = {
      object: { type: 'string', enum: ['list'] },
      data: { type: 'array', items: item },
      has_more: { type: 'boolean' },
      url: { type: 'string' },
    };
    return { type: 'object', properties, required: Object.keys(properties), additionalProperties: false };
  }
  const inner = checker.getTypeArguments(type)[0];
  const wrapped = inner.aliasTypeArguments?.[0] ?? inner;
  return resourceOf(wrapped);
}

/** What may be sent has no other members; what comes may have more: Stripe adds fields without a new version. */
function closed(schema, seen = new Set()) {
  const at = schema.$ref?.split('/').at(-1);
  if (at !== undefined && !seen.has(at)) closed(schemas[at], seen.add(at));
  if (schema.properties !== undefined) schema.additionalProperties = false;
  for (const part of [...Object.values(schema.properties ?? {}), ...(schema.anyOf ?? [])]) closed(part, seen);
  if (schema.items) closed(schema.items, seen);
  return schema;
}

function routeOf(source, method) {
  const from = source.search(new RegExp(`^    ${method}\\(`, 'm'));
  const [, verb, raw] = /_makeRequest\('([A-Z]+)', [`']([^`']+)[`']/.exec(source.slice(from));
  return { verb: verb.toLowerCase(), route: raw.replaceAll(/\$\{encodeURIComponent\((\w+)\)\}/g, '{$1}') };
}

const paths = {};
for (const [resource, methods] of Object.entries(METHODS)) {
  const file = path.join(sdk, 'resources', `${resource}.d.ts`);
  const source = fs.readFileSync(file.replace('.d.ts', '.js'), 'utf8');
  const sources = program.getSourceFile(file);
  const declared = sources.statements.find((node) => ts.isClassDeclaration(node));
  const type = checker.getTypeAtLocation(declared);
  for (const method of methods) {
    const signatures = checker.getTypeOfSymbol(type.getProperty(method)).getCallSignatures();
    const signature = signatures.find(({ parameters }) => parameters.some(({ name }) => name === 'params'));
    const given = signature?.parameters.find(({ name }) => name === 'params');
    let taken = given && checker.getNonNullableType(checker.getTypeOfSymbol(given));
    if (taken && taken.flags & ts.TypeFlags.Undefined) taken = undefined;
    const { verb, route } = routeOf(source, method);
    paths[route] ??= {};
    paths[route][verb] = {
      operationId: `${resource}.${method}`,
      'x-parameters': taken ? closed(schemaOf(taken)) : { type: 'object', additionalProperties: false },
      responses: { 200: { schema: answerOf(checker.getReturnTypeOfSignature(signature ?? signatures[0])) } },
    };
  }
}

const sorted = (value) =>
  Array.isArray(value)
    ? value.map(sorted)
    : value !== null && typeof value === 'object'
      ? Object.fromEntries(
          Object.keys(value)
            .toSorted()
            .map((key) => [key, sorted(value[key])]),
        )
      : value;

const { version } = JSON.parse(fs.readFileSync(path.join(root, 'node_modules/stripe/package.json'), 'utf8'));
const { ApiVersion } = require(path.join(sdk, 'apiVersion.js'));
const document = sorted({
  openapi: '3.1.0',
  info: { title: 'What Atelier uses of Stripe', version: ApiVersion, 'x-sdk': `stripe@${version}` },
  paths,
  components: { schemas },
});
const text = `${JSON.stringify(document)}\n`;
if (process.argv.includes('--check')) {
  const is = fs.existsSync(target) ? fs.readFileSync(target, 'utf8') : '';
  if (is !== text) {
    console.error(
      'test/contract/stripe.openapi.json is not what the SDK says: node scripts/stripe-contract.mjs',
    );
    process.exit(1);
  }
} else fs.writeFileSync(target, text);
