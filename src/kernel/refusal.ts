/** What a refusal means to the caller, whatever the module. */
export type RefusalKind = 'not_found' | 'forbidden' | 'conflict' | 'invalid' | 'exhausted' | 'unavailable';

export interface RefusalRow {
  readonly kind: RefusalKind;
  /** What happened, what it means, what to do next: one or two sentences for a person. */
  readonly says: string;
  /** Where the kind's usual HTTP status is not the right one. */
  readonly status?: number;
}

/** Every module keeps its refusals as one table in its `contract.ts`; the codes are part of the public API. */
export interface RefusalTable<C extends string = string> {
  readonly module: string;
  readonly rows: Readonly<Record<C, RefusalRow>>;
}

/** Codes that every workflow can answer with. */
const COMMON = {
  not_found: { kind: 'not_found', says: 'There is no such thing here, or it is not yours to see.' },
  wrong_state: {
    kind: 'conflict',
    says: 'This step is not possible in the present state. Reload to see what is.',
  },
  not_allowed: { kind: 'forbidden', says: 'Your role may not take this step.' },
  bad_input: { kind: 'invalid', says: 'A value is not acceptable. The message names it.' },
} as const satisfies Record<string, RefusalRow>;

export type CommonCode = keyof typeof COMMON;

const tables = new Map<string, RefusalTable>();

/** Declares a module's refusals. Module names are unique; a second declaration is a programming error. */
export function refusals<C extends string>(
  module: string,
  rows: Record<C, RefusalRow>,
): RefusalTable<C | CommonCode> {
  if (tables.has(module)) throw new Error(`refusals of ${module} are declared twice`);
  const table = { module, rows: { ...COMMON, ...rows } };
  tables.set(module, table);
  return table;
}

/** All declared tables, for the API document and the generated list of errors. */
export function refusalTables(): readonly RefusalTable[] {
  return [...tables.values()].toSorted((a, b) => a.module.localeCompare(b.module));
}

/**
 * The one class thrown for an expected "no". `details` are shown to the caller as members of the problem document
 * and must hold nothing secret. Anything else that is thrown is a bug.
 */
export class Refusal extends Error {
  constructor(
    readonly module: string,
    readonly code: string,
    readonly kind: RefusalKind,
    message: string,
    readonly details: Readonly<Record<string, unknown>> = {},
    readonly status?: number,
  ) {
    super(message);
    this.name = 'Refusal';
  }
}

/** A refusal from a module's table; `detail` replaces the table's sentence where the case can be named better. */
export function refusal<C extends string>(
  table: RefusalTable<C>,
  code: C,
  details: Readonly<Record<string, unknown>> & { readonly detail?: string } = {},
): Refusal {
  const { detail, ...rest } = details;
  const row = table.rows[code];
  return new Refusal(table.module, code, row.kind, detail ?? row.says, rest, row.status);
}
