import type { EventKind } from '../../../kernel/event';
import type { Words } from './letter';

/** Everything that is told to somebody about one kind of thing that happened to them. */
export interface Template<P> {
  /** `<noun>.<what happened>`: stored with the notice, part of the API. */
  readonly kind: string;
  readonly event: string;
  /** `false`: in the portal only. */
  readonly isMailed: boolean;
  readonly when: (payload: P) => boolean;
  readonly write: (payload: P) => Words;
}

/** The conditions that are given must all hold. */
interface Row<P> {
  readonly mail: boolean;
  readonly to?: readonly (P extends { readonly to: infer S } ? S : never)[];
  readonly verbs?: readonly (P extends { readonly verb: infer V } ? V : never)[];
  readonly when?: (payload: P) => boolean;
  /** `proofId`: the mail's link carries the token of this proof. */
  readonly write: (payload: P) => readonly [title: string, text: string, link: string, proofId?: string];
}

export type AnyTemplate = Template<never>;

function applies<P extends object>({ to, verbs, when }: Row<P>, payload: P): boolean {
  const { to: state, verb } = payload as { to?: unknown; verb?: unknown };
  const isThere = to === undefined || (to as readonly unknown[]).includes(state);
  const isVerb = verbs === undefined || (verbs as readonly unknown[]).includes(verb);
  return isThere && isVerb && (when === undefined || when(payload));
}

/** Templates for one kind of event: `<noun>.<name of the row>`. */
export function about<P extends object>(
  event: EventKind<P>,
  noun: string,
  rows: Readonly<Record<string, Row<P>>>,
): AnyTemplate[] {
  return Object.entries(rows).map(([happened, row]): Template<P> => ({
    kind: `${noun}.${happened}`,
    event: event.name,
    isMailed: row.mail,
    when: (payload) => applies(row, payload),
    write: (payload) => {
      const [title, text, link, proofId] = row.write(payload);
      return { title, text, link, proofId };
    },
  }));
}
