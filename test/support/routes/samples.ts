import { resolve, type Operation, type Schema } from './operations';
import type { World } from './world';

const DAY = 86_400_000;
const LETTERS = 'A text that nobody else wrote. ';

/** A text within the limits of its schema. */
function text({ format, minLength = 1, maxLength = 500, pattern }: Schema): string {
  if (format === 'date-time') return new Date(Date.now() + 30 * DAY).toISOString();
  if (format === 'email') return 'somebody@example.org';
  if (format === 'uri') return 'https://example.org/reel';
  if (pattern === '^[0-9a-f]{64}$') return '0'.repeat(64);
  return LETTERS.repeat(Math.ceil(minLength / LETTERS.length) + 1).slice(
    0,
    Math.max(minLength, Math.min(maxLength, 24)),
  );
}

/** A value that the schema allows: the required members only, the first word of an enum, the least number. */
export function valueOf(given: Schema): unknown {
  const schema = resolve(given);
  if (schema.example !== undefined) return schema.example;
  if (schema.enum !== undefined) return schema.enum[0];
  if (schema.oneOf?.[0] !== undefined) return valueOf(schema.oneOf[0]);
  if (schema.type === 'string') return text(schema);
  if (schema.type === 'integer' || schema.type === 'number') return Math.max(schema.minimum ?? 1, 1);
  if (schema.type === 'boolean') return false;
  if (schema.type === 'array')
    return Array.from({ length: schema.minItems ?? 0 }, () => valueOf(schema.items ?? {}));
  const required = new Set(schema.required ?? []);
  const members = Object.entries(schema.properties ?? {}).filter(([name]) => required.has(name));
  return Object.fromEntries(members.map(([name, member]) => [name, valueOf(member)]));
}

/**
 * Members of a body that the schema alone cannot know, by operation. A new route needs a line here only when the test
 * of the stranger's objects says that its body was refused (422) before the owner was looked at.
 */
const MEMBERS: Readonly<Record<string, (world: World) => object>> = {
  proposeAmendment: () => ({
    reason: 'It takes longer',
    steps: [{ title: 'All', amount: 600, dueAt: new Date(Date.now() + 40 * DAY).toISOString() }],
  }),
  describeWork: () => ({ licence: 'cc_by_4_0' }),
  changeWebhook: () => ({ events: ['feedback.moved'] }),
  submitGeneration: () => ({ prompt: 'a quiet harbour', seconds: 2, resolution: '360p' }),
  quoteGeneration: () => ({ prompt: 'a quiet harbour', seconds: 2, resolution: '360p' }),
};

/** The body of an operation, or `undefined`; ids in it are those of the stranger. */
export function bodyOf(operation: Operation, world: World): object | undefined {
  if (operation.body === null) return undefined;
  const { properties = {} } = resolve(operation.body);
  const strangers = Object.keys(properties).flatMap((name) => {
    const id = FIELDS[name]?.(world);
    return id === undefined ? [] : [[name, id] as const];
  });
  return {
    ...(valueOf(operation.body) as object),
    ...Object.fromEntries(strangers),
    ...MEMBERS[operation.id]?.(world),
  };
}

/** Members of bodies and queries that name an object, with the stranger's. A new one needs a line here. */
export const FIELDS: Readonly<Record<string, (world: World) => string | undefined>> = {
  programId: (world) => world.program,
  generationId: (world) => world.generation,
  batchId: (world) => world.batch,
  parentId: (world) => world.generation,
  referenceId: (world) => world.reference,
  personId: (world) => world.person,
  reviewerId: (world) => world.person,
  payoutId: (world) => world.payout,
  clauseId: () => undefined, // a word of the terms, nobody's object
  challengeId: () => undefined, // a question to one browser, asked a moment ago and never by a stranger
  claimId: () => undefined, // made by the worker itself
  cohortId: (world) => world.cohort,
  enrollmentId: (world) => world.enrollment,
  callId: (world) => world.call,
  taskId: (world) => world.task,
  termsId: (world) => world.terms,
  subjectId: (world) => world.submission,
  of: (world) => world.feedback,
  originalId: (world) => world.feedback,
  workId: () => undefined, // a public work of anybody's: who keeps the showcase licences it
  earningId: (world) => world.earning,
  causeId: (world) => world.feedback, // what was earned for: a piece of feedback or a seat of a task
};

/** Members of bodies and queries that look like an id and have no line in FIELDS. */
export function unknownFields({ body, parameters }: Operation): string[] {
  const inBody = body === null ? [] : Object.keys(resolve(body).properties ?? {});
  const inQuery = parameters.filter((parameter) => parameter.in === 'query').map(({ name }) => name);
  return [...inBody, ...inQuery].filter((name) => name.endsWith('Id') && !Object.hasOwn(FIELDS, name));
}
