import { PUBLIC, SYSTEM, type Actor } from '../../../kernel/actor';
import { available } from '../../../kernel/workflow';
import { incidentWorkflow } from '../domain/incident.workflow';
import type { PersonEntity } from '../people/person.entity';
import type { IncidentDetailView, IncidentSourceView, IncidentView } from './incident.dto';
import type { IncidentEntity } from './incident.entity';
import type { IncidentNote } from './incident.repository';

type Names = readonly Pick<PersonEntity, 'id' | 'name'>[];

const nameOf = (people: Names, id: string): string =>
  id === SYSTEM.id
    ? 'Atelier'
    : id === PUBLIC.id
      ? 'somebody outside'
      : (people.find((person) => person.id === id)?.name ?? id);

export function viewsOf(
  row: IncidentEntity,
  me: Actor,
  people: Names,
  keys: ReadonlyMap<string, string>,
): IncidentView {
  const { evidence, keyId, personId } = row;
  return {
    id: row.id,
    state: row.state,
    cause: row.cause,
    reason: typeof evidence.reason === 'string' ? evidence.reason : '',
    keyId,
    keyName: keyId === null ? null : (keys.get(keyId) ?? null),
    personId,
    personName: personId === null ? null : nameOf(people, personId),
    affected: row.affected,
    population: row.population,
    since: row.since.toISOString(),
    openedAt: row.openedAt.toISOString(),
    closedAt: row.closedAt?.toISOString() ?? null,
    verdict: row.reason,
    available: available(incidentWorkflow, row.state, me, { isOwn: personId === me.id }),
  };
}

export function detailOf(
  view: IncidentView,
  row: IncidentEntity,
  notes: readonly IncidentNote[],
  actors: Names,
  refusedSince: number,
): IncidentDetailView {
  const { sources, reason: _, ...evidence } = row.evidence;
  return {
    ...view,
    timeline: notes.map(({ at, kind, actorId, details }) => ({
      at: at.toISOString(),
      kind,
      actor: nameOf(actors, actorId),
      details: { ...details },
    })),
    // What was kept before carriers were looked up names none.
    sources: ((Array.isArray(sources) ? sources : []) as IncidentSourceView[]).map((source) => ({
      ...source,
      carrier: source.carrier ?? null,
    })),
    evidence,
    refusedSince,
  };
}
