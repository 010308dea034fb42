import { createHash } from 'node:crypto';

/** Who may not review what, and why. Reviewers never see these of others; the counts are public. */
export const CONFLICT_KINDS = ['own', 'co_author', 'same_team', 'declared', 'recused'] as const;
export type ConflictKind = (typeof CONFLICT_KINDS)[number];

export interface Panelist {
  readonly personId: string;
  readonly team: string;
  /** People they said they cannot judge, each by e-mail address or by name. */
  readonly declared?: readonly string[];
}

/** How somebody who works on an application may be known to a panelist. */
export interface Known {
  readonly name: string;
  readonly email: string | null;
}

export interface Candidate {
  readonly applicationId: string;
  readonly personId: string;
  readonly team: string;
  /** People who work on it with the applicant, as far as they have an account here. */
  readonly collaborators: readonly string[];
  /** Everybody behind it, with or without an account: the applicant and those named with them. */
  readonly people?: readonly Known[];
}

const plain = (text: string): string => text.normalize('NFKC').trim().toLowerCase().replaceAll(/\s+/g, ' ');

/** Why a reviewer may not see an application by what is known; `null`: nothing is known against it. */
export function conflictOf(reviewer: Panelist, application: Candidate): ConflictKind | null {
  if (reviewer.personId === application.personId) return 'own';
  if (application.collaborators.includes(reviewer.personId)) return 'co_author';
  const team = plain(reviewer.team);
  if (team !== '' && team === plain(application.team)) return 'same_team';
  return isDeclared(reviewer.declared ?? [], application.people ?? []) ? 'declared' : null;
}

/** A name that two people share bars both: being kept from one application too many harms nobody. */
function isDeclared(declared: readonly string[], people: readonly Known[]): boolean {
  const barred = new Set(declared.map(plain));
  return people.some(
    ({ name, email }) => barred.has(plain(name)) || (email !== null && barred.has(plain(email))),
  );
}

export interface Assignment {
  readonly applicationId: string;
  readonly reviewerId: string;
}

export interface Wanted {
  readonly candidates: readonly Candidate[];
  readonly panel: readonly Panelist[];
  /** Reviews that stand (assigned or completed). */
  readonly standing: readonly Assignment[];
  /** Pairs that must not be: conflicts of any kind, recusals included. */
  readonly barred: readonly Assignment[];
  /** Reviews for each application. */
  readonly per: number;
  /** Any text: the same text gives the same assignment, so that it can be shown to be random and not chosen. */
  readonly seed: string;
}

const pair = ({ applicationId, reviewerId }: Assignment): string => `${applicationId} ${reviewerId}`;

/**
 * The reviews still missing, so that each application has `per`: always to the reviewer with the least work, ties by a
 * hash of the seed. Nobody gets one of their own, of a co-author or of their team. `short` names applications for which
 * the panel has not enough people without a conflict.
 */
export function assign(wanted: Wanted): { added: Assignment[]; short: string[] } {
  const { candidates, panel, standing, barred, per, seed } = wanted;
  const chance = (...parts: string[]): string =>
    createHash('sha256')
      .update([seed, ...parts].join('\n'))
      .digest('hex');
  const load = new Map(panel.map(({ personId }) => [personId, 0]));
  const given = new Map<string, number>();
  for (const { applicationId, reviewerId } of standing) {
    load.set(reviewerId, (load.get(reviewerId) ?? 0) + 1);
    given.set(applicationId, (given.get(applicationId) ?? 0) + 1);
  }
  const taken = new Set([...standing, ...barred].map(pair));
  const added: Assignment[] = [];
  const short: string[] = [];
  const inOrder = candidates
    .map((application) => ({ application, by: chance(application.applicationId) }))
    .toSorted((a, b) => (a.by < b.by ? -1 : 1));
  for (const { application } of inOrder) {
    const { applicationId } = application;
    const has = given.get(applicationId) ?? 0;
    const free = panel
      .filter((one) => conflictOf(one, application) === null)
      .filter(({ personId }) => !taken.has(pair({ applicationId, reviewerId: personId })));
    const chosen = free
      .toSorted(
        (a, b) =>
          (load.get(a.personId) ?? 0) - (load.get(b.personId) ?? 0) ||
          (chance(applicationId, a.personId) < chance(applicationId, b.personId) ? -1 : 1),
      )
      .slice(0, Math.max(0, per - has));
    if (has + chosen.length < per) short.push(applicationId);
    for (const { personId } of chosen) {
      added.push({ applicationId, reviewerId: personId });
      load.set(personId, (load.get(personId) ?? 0) + 1);
    }
  }
  return { added, short };
}
