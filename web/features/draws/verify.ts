/** One thing that was checked of a draw, in words. */
export interface Check {
  readonly isGood: boolean;
  readonly says: string;
}

export interface Verified {
  readonly checks: readonly Check[];
  /** `place entry`, one a line: the same bytes as the published result and as `scripts/verify-draw.mjs` prints. */
  readonly result: string;
}

const METHOD = 'atelier-draw/1';
/** As many hashes under way at once as keep a browser busy without holding 100,000 promises. */
const AT_ONCE = 2_000;

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

const byBytes = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function parse(file: string): { head: Map<string, string>; entries: string[] } {
  const end = file.indexOf('\n\n');
  const [method, ...lines] = file.slice(0, end === -1 ? undefined : end).split('\n');
  if (method !== METHOD) throw new Error(`This is not a file of a draw by the method ${METHOD}.`);
  const head = new Map(
    lines.map((line) => [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)] as const),
  );
  return {
    head,
    entries: file
      .slice(end + 2)
      .split('\n')
      .slice(0, -1),
  };
}

/**
 * Recomputes a draw from its public file with the browser's own SHA-256. `published` is the result to compare with.
 * `onProgress` hears the share done, 0 to 1. Throws when the file is not one, or its seed is not public yet.
 */
export async function verifyDraw(
  file: string,
  published: string,
  onProgress: (done: number) => void = () => undefined,
): Promise<Verified> {
  const { head, entries } = parse(file);
  const of = (name: string): string => head.get(name) ?? '';
  const seed = head.get('seed');
  if (seed === undefined) throw new Error('The seed of this draw is not published yet.');
  const list = [...new Set(entries)].toSorted(byBytes);
  const digest = await sha256(list.map((entry) => `${entry}\n`).join(''));
  const tickets: { entry: string; ticket: string }[] = [];
  for (let from = 0; from < list.length; from += AT_ONCE) {
    const part = list.slice(from, from + AT_ONCE);
    tickets.push(
      ...(await Promise.all(
        part.map(async (entry) => ({ entry, ticket: await sha256(`${seed}\n${digest}\n${entry}`) })),
      )),
    );
    onProgress(tickets.length / list.length);
  }
  const result = tickets
    .toSorted((a, b) => byBytes(a.ticket, b.ticket))
    .map(({ entry }, index) => `${index + 1} ${entry}\n`)
    .join('');
  const checks = [
    {
      isGood: (await sha256(seed)) === of('seed-hash'),
      says: `The seed has the hash that was published on ${of('committed-at')}.`,
    },
    {
      isGood:
        digest === of('list-digest') &&
        list.length === entries.length &&
        String(list.length) === of('entries'),
      says: `The list of ${list.length} entries is the one published on ${of('frozen-at')}.`,
    },
    {
      isGood: of('committed-at') <= of('frozen-at') && of('frozen-at') <= of('revealed-at'),
      says: 'Hash, list and seed were published in this order.',
    },
    { isGood: result === published, says: 'The published result is the recomputed order, byte for byte.' },
  ];
  return { checks, result };
}
