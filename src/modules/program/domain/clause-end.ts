import type { Clause, ClauseEvent } from '../contract';

/** What of a programme ends clauses. */
export interface EndFacts {
  readonly endsAt: Date;
  readonly releasedAt: Date | null;
}

export interface ClauseEnd {
  readonly at: Date;
  readonly because: 'date' | ClauseEvent;
}

/**
 * When a clause stops to bind, or `null` for one without an end. The first of its date and its event counts; a public
 * release that never comes ends with the programme, so that no secret is without an end.
 */
export function clauseEnd(clause: Pick<Clause, 'endsAt' | 'endsOn'>, program: EndFacts): ClauseEnd | null {
  const ends: ClauseEnd[] = [];
  if (clause.endsAt !== undefined) ends.push({ at: new Date(clause.endsAt), because: 'date' });
  if (clause.endsOn !== undefined) ends.push({ at: program.endsAt, because: 'programme_end' });
  if (clause.endsOn === 'public_release' && program.releasedAt !== null)
    ends.push({ at: program.releasedAt, because: 'public_release' });
  ends.sort((a, b) => a.at.getTime() - b.at.getTime());
  return ends[0] ?? null;
}

/** Whether the clause still binds at `now`. */
export function binds(clause: Pick<Clause, 'endsAt' | 'endsOn'>, program: EndFacts, now: Date): boolean {
  const end = clauseEnd(clause, program);
  return end === null || end.at > now;
}
