import type { Clause, Cohort, Program } from '../contract';
import { clauseEnd } from './clause-end';
import type { TermsLine } from './governing';

export const DATE_KINDS = ['programme', 'applications', 'cohort', 'terms', 'secrecy', 'deadline'] as const;
export type DateKind = (typeof DATE_KINDS)[number];

/** One date that somebody has to know. `key` is stable: the same date moved is the same entry of a calendar. */
export interface ProgramDate {
  readonly key: string;
  readonly kind: DateKind;
  readonly title: string;
  readonly at: Date;
  /** Path of the portal. */
  readonly link: string;
}

export interface Deadline {
  readonly key: string;
  readonly title: string;
  readonly at: Date;
  readonly link: string;
}

export interface CalendarFacts {
  readonly program: Program;
  readonly cohorts: readonly Cohort[];
  readonly versions: readonly TermsLine[];
  /** Clauses of the newest terms. */
  readonly clauses: readonly Clause[];
  readonly deadlines: readonly Deadline[];
}

const FAR = 8_640_000_000_000_000;

/** Every date of a programme, earliest first. */
export function programDates({
  program,
  cohorts,
  versions,
  clauses,
  deadlines,
}: CalendarFacts): ProgramDate[] {
  const page = `/programs/${program.slug}`;
  const entry = (key: string, kind: DateKind, title: string, at: Date | null, link = page): ProgramDate[] =>
    at === null ? [] : [{ key, kind, title, at, link }];
  const { name, releasedAt } = program;
  const dates = [
    ...entry('starts', 'programme', `${name} starts`, program.startsAt),
    ...entry('ends', 'programme', `${name} ends`, program.endsAt),
    ...entry('released', 'programme', `${program.model} is public`, releasedAt),
    ...entry('applications', 'applications', 'Applications close', program.applicationsUntil),
    ...entry('decisions', 'applications', 'Every applicant has a decision', program.decisionsBy),
    ...cohorts.flatMap((cohort) => [
      ...entry(`${cohort.id}-starts`, 'cohort', `Cohort ${cohort.name} starts`, cohort.startsAt),
      ...entry(`${cohort.id}-ends`, 'cohort', `Cohort ${cohort.name} ends`, cohort.endsAt),
    ]),
    ...versions
      .filter(({ version, effectiveAt, publishedAt }) => version > 1 && effectiveAt > publishedAt)
      .flatMap(({ id, version, effectiveAt }) =>
        entry(id, 'terms', `Terms, version ${version}, come into force`, effectiveAt, `${page}/terms`),
      ),
    ...clauses
      .filter(({ document }) => document === 'confidentiality')
      .flatMap((clause) => {
        const end = clauseEnd(clause, program);
        return entry(
          clause.id,
          'secrecy',
          `${clause.id} ends: ${clause.title}`,
          end?.at ?? null,
          `${page}/terms`,
        );
      }),
    ...deadlines.flatMap(({ key, title, at, link }) => entry(key, 'deadline', title, at, link)),
  ];
  return dates
    .filter(({ at }) => Math.abs(at.getTime()) < FAR)
    .toSorted((a, b) => a.at.getTime() - b.at.getTime() || (a.key < b.key ? -1 : 1));
}
