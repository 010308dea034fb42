import { refusal } from '../../../kernel/refusal';
import { programRefusals } from '../contract';

/** Strong validator of an editable thing, by the number of its changes. */
export const etagOf = (revision: number): string => `"${revision}"`;

/** What a writer says they read: a revision, nothing at all (`new`), or anything (`any`). */
export type Seen = { readonly revision: number } | 'new' | 'any';

/** Reads `If-Match` and `If-None-Match`; refuses `etag_missing` (428) when neither says what is being changed. */
export function seenOf(headers: {
  readonly ifMatch?: string | undefined;
  readonly ifNoneMatch?: string | undefined;
}): Seen {
  const match = headers.ifMatch?.trim();
  if (match === '*') return 'any';
  const revision = /^(?:W\/)?"(\d{1,9})"$/.exec(match ?? '')?.[1];
  if (revision !== undefined) return { revision: Number(revision) };
  if (match === undefined && headers.ifNoneMatch?.trim() === '*') return 'new';
  throw refusal(programRefusals, 'etag_missing');
}

/** Whether what is there (null: nothing) is what the writer read. */
export function isSeen(seen: Seen, revision: number | null): boolean {
  if (seen === 'any') return revision !== null;
  if (seen === 'new') return revision === null;
  return seen.revision === revision;
}
