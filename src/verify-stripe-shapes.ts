import type { Currency } from './kernel/money';

/** Members of answers with the kind of each, by call: `{ "POST /v1/transfers 200": ["amount number", "id string", …] }`. No value. */
export type Shapes = Readonly<Record<string, readonly string[]>>;

export interface VerifiedStep {
  readonly name: string;
  /** What happened in one word, with the service's code where it has one. */
  readonly outcome: string;
  /** Whether this is what Atelier needs; sandboxes are known to be laxer where it is `null`. */
  readonly passed: boolean | null;
}

export interface VerifiedRecord {
  readonly at: string;
  readonly sdk: string;
  readonly apiVersion: string;
  readonly currency: Currency;
  readonly passed: boolean;
  readonly steps: readonly VerifiedStep[];
  /** Members of every answer, without what stood in them. */
  readonly shapes: Shapes;
}

/** What the fake of the tests answers to the same steps. */
export interface ExpectedRun {
  readonly apiVersion: string;
  /** Outcome by step. */
  readonly outcomes: Readonly<Record<string, string>>;
  readonly shapes: Shapes;
}

const kindOf = (value: unknown): string => (value === null ? 'null' : typeof value);

/** Paths of the members of `value`; keys of free objects such as metadata are no members. */
function membersOf(value: unknown, path: string, found: Set<string>): void {
  if (Array.isArray(value)) {
    for (const item of value) membersOf(item, `${path}[]`, found);
    return;
  }
  if (typeof value !== 'object' || value === null) {
    found.add(`${path} ${kindOf(value)}`);
    return;
  }
  for (const [name, member] of Object.entries(value)) {
    const at = path === '' ? name : `${path}.${name}`;
    if (name === 'metadata' || name === 'message') found.add(`${at} ${kindOf(member)}`);
    else membersOf(member, at, found);
  }
}

const callOf = (method: string, url: URL, status: number): string =>
  `${method} ${url.pathname.replaceAll(/\/(acct|tr|po|trr|txn|evt)_\w+/g, '/{id}')} ${status}`;

/** A way out that notes the shape of every answer, and nothing that stands in it. */
export function noting(way: typeof fetch): { fetch: typeof fetch; shapes: () => Shapes } {
  const seen = new Map<string, Set<string>>();
  return {
    fetch: async (input, init) => {
      const answer = await way(input, init);
      const url = new URL(input instanceof Request ? input.url : input);
      const call = callOf(init?.method ?? 'GET', url, answer.status);
      const found = seen.get(call) ?? new Set<string>();
      seen.set(call, found);
      membersOf(
        await answer
          .clone()
          .json()
          .catch(() => 'no JSON'),
        '',
        found,
      );
      return answer;
    },
    shapes: () =>
      Object.fromEntries(
        [...seen]
          .toSorted(([a], [b]) => (a < b ? -1 : 1))
          .map(([call, found]) => [call, [...found].toSorted()]),
      ),
  };
}

/** What of a run is the same each time: to be kept beside the contract. */
export function expectedOf({ apiVersion, steps, shapes }: VerifiedRecord): ExpectedRun {
  const outcomes = Object.fromEntries(steps.map(({ name, outcome }) => [name, outcome]));
  return { apiVersion, outcomes, shapes };
}

const nameOf = (member: string): string => member.slice(0, member.lastIndexOf(' '));

/** Kinds of value by member. */
function kinds(members: readonly string[]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const member of members) {
    const name = nameOf(member);
    found.set(name, (found.get(name) ?? new Set()).add(member.slice(name.length + 1)));
  }
  return found;
}

/** Members that one side has and the other has not, or has as another kind. `null` is one side's absence of a value. */
function shapeDifferences(call: string, ours: readonly string[], theirs: readonly string[]): string[] {
  const [fake, real] = [kinds(ours), kinds(theirs)];
  const missing = [...fake.keys()].filter(
    (name) =>
      ![...real.keys()].some(
        (one) => one === name || one.startsWith(`${name}.`) || one.startsWith(`${name}[`),
      ),
  );
  const other = [...fake].filter(([name, is]) => {
    const there = real.get(name);
    return (
      there !== undefined && ![...there].some((kind) => kind === 'null' || is.has(kind) || is.has('null'))
    );
  });
  return [
    ...missing.map((name) => `${call}: the fake answers ${name}, the sandbox does not`),
    ...other.map(([name]) => `${call}: ${name} is another kind of value in the sandbox`),
  ];
}

/** Where a run against a real sandbox is not what the fake would have answered, in words. What only the sandbox has is no difference: it may tell more. */
export function differences(record: VerifiedRecord, expected: ExpectedRun): string[] {
  const steps = record.steps.flatMap(({ name, outcome }) => {
    const should = expected.outcomes[name];
    return should === undefined || should === outcome ? [] : [`${name}: ${outcome}; the fake says ${should}`];
  });
  const shapes = Object.entries(expected.shapes).flatMap(([call, ours]) => {
    const theirs = record.shapes[call];
    return theirs === undefined
      ? [`${call}: the sandbox never answered so`]
      : shapeDifferences(call, ours, theirs);
  });
  return [...steps, ...shapes];
}
