import { createHash } from 'node:crypto';

/** Name and version of the method; stands in every public file. A change of the method is a new version. */
export const METHOD = 'atelier-draw/1';

const hex = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** What is published before the list: SHA-256 of the seed's 64 hex digits (as text, so that `sha256sum` shows it). */
export function seedHash(seed: string): string {
  return hex(seed);
}

/** The entries as they are published: each once, in the order of their bytes. */
export function asList(entries: readonly string[]): string[] {
  return [...new Set(entries)].toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

/** SHA-256 over the published list, one entry a line, each line ended. `list` is sorted and without repeats. */
export function listDigest(list: readonly string[]): string {
  const digest = createHash('sha256');
  for (const entry of list) digest.update(`${entry}\n`, 'utf8');
  return digest.digest('hex');
}

/** An entry's ticket: SHA-256 of seed, digest of the list and the entry, one a line. The lowest ticket comes first. */
export function ticket(seed: string, digest: string, entry: string): string {
  return hex(`${seed}\n${digest}\n${entry}`);
}

/**
 * The whole order of a draw, first place first. Because every ticket depends on the whole list, one entry more or less
 * gives everybody another ticket: nobody can be added for an effect that is known beforehand.
 */
export function drawOrder(seed: string, list: readonly string[]): string[] {
  const digest = listDigest(list);
  return list
    .map((entry) => ({ entry, ticket: ticket(seed, digest, entry) }))
    .toSorted((a, b) => (a.ticket < b.ticket ? -1 : 1))
    .map(({ entry }) => entry);
}

/** What the public file of a draw tells. Times are RFC 3339 UTC. */
export interface PublishedDraw {
  readonly id: string;
  readonly title: string;
  readonly places: number;
  readonly seedHash: string;
  readonly committedAt: string;
  readonly list: {
    readonly digest: string;
    readonly frozenAt: string;
    readonly entries: readonly string[];
  } | null;
  readonly seed: { readonly value: string; readonly revealedAt: string } | null;
}

/** The public file: a head of `name value` lines, an empty line, then the entries, one a line. */
export function publicFile(draw: PublishedDraw): string {
  const head = [
    METHOD,
    `id ${draw.id}`,
    `title ${draw.title.replaceAll(/\s+/g, ' ')}`,
    `places ${draw.places}`,
    `seed-hash ${draw.seedHash}`,
    `committed-at ${draw.committedAt}`,
  ];
  if (draw.list !== null)
    head.push(
      `list-digest ${draw.list.digest}`,
      `frozen-at ${draw.list.frozenAt}`,
      `entries ${draw.list.entries.length}`,
    );
  if (draw.seed !== null) head.push(`seed ${draw.seed.value}`, `revealed-at ${draw.seed.revealedAt}`);
  const entries = draw.list?.entries.map((entry) => `${entry}\n`).join('') ?? '';
  return `${head.join('\n')}\n\n${entries}`;
}

/** The outcome as a text: `place entry`, one a line, first place first; behind the last place follows the waiting list. */
export function resultFile(order: readonly string[]): string {
  return order.map((entry, index) => `${index + 1} ${entry}\n`).join('');
}
