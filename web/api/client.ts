import createClient from 'openapi-fetch';
import type { components, paths } from './schema';

export type Schemas = components['schemas'];

/** What the server refused, in its own words: show `message` as it is, and `requestId` for support. */
export class ApiProblem extends Error {
  /** Parts that the server asks for and did not get, by name. */
  readonly missing: readonly string[];
  /** Clauses that it is about: ids, or what is wrong with each. */
  readonly clauses: readonly unknown[];
  /** Answers that do not fit their question. */
  readonly faults: readonly { field: string; says: string }[];
  /** Sentences that the refusal lists. */
  readonly reasons: readonly string[];

  constructor(
    readonly status: number,
    readonly code: string,
    title: string,
    readonly requestId: string,
    readonly fields: readonly { field: string; faults: string[] }[],
    named: {
      missing?: readonly string[];
      clauses?: readonly unknown[];
      faults?: readonly { field: string; says: string }[];
      reasons?: readonly string[];
    } = {},
  ) {
    super(title);
    this.missing = named.missing ?? [];
    this.clauses = named.clauses ?? [];
    this.faults = named.faults ?? [];
    this.reasons = named.reasons ?? [];
    this.name = 'ApiProblem';
  }
}

export const api = createClient<paths>({ baseUrl: '/', credentials: 'same-origin' });

interface ProblemBody {
  title?: string;
  code?: string;
  instance?: string;
  fields?: { field: string; faults: string[] }[];
  missing?: unknown;
  clauses?: unknown;
  faults?: unknown;
  reasons?: unknown;
}

const isFault = (one: unknown): one is { field: string; says: string } =>
  typeof one === 'object' && one !== null && 'field' in one && 'says' in one;

/** The data of an answer, or an `ApiProblem` thrown. Usage: `await unwrap(api.GET('/api/v1/works'))`. */
export async function unwrap<T>(
  answer: Promise<{ data?: T; error?: unknown; response: Response }>,
): Promise<T> {
  const { data, error, response } = await answer.catch(() => {
    throw new ApiProblem(
      0,
      'network',
      'Atelier cannot be reached. Check the connection; nothing was lost.',
      '',
      [],
    );
  });
  if (response.ok) return data as T;
  const problem = (error ?? {}) as ProblemBody;
  throw new ApiProblem(
    response.status,
    problem.code ?? 'http',
    problem.title ?? `The server answered ${response.status}.`,
    problem.instance ?? response.headers.get('x-request-id') ?? '',
    problem.fields ?? [],
    {
      missing: Array.isArray(problem.missing) ? problem.missing.map(String) : [],
      clauses: Array.isArray(problem.clauses) ? problem.clauses : [],
      faults: Array.isArray(problem.faults) ? problem.faults.filter(isFault) : [],
      reasons: Array.isArray(problem.reasons) ? problem.reasons.map(String) : [],
    },
  );
}

/** A fresh key for one intended act: keep it for repeated tries of the same act. */
export const newIdempotencyKey = (): string => crypto.randomUUID();
