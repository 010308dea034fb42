import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap, type Schemas } from '../../api/client';
import { pagesOf } from '../../api/pages';

export type Incident = Schemas['IncidentView'];
export type IncidentDetail = Schemas['IncidentDetailView'];
export type Signal = Schemas['SignalView'];
export type Pause = Schemas['PauseView'];

export const STATES = ['open', 'confirmed', 'dismissed'] as const;

/** How incidents come to light, in words. */
export const CAUSES: Readonly<Record<Incident['cause'], string>> = {
  signals: 'seen by Atelier',
  report: 'reported by somebody',
  github: 'found by GitHub',
  gitlab: 'found by GitLab',
  scanner: 'tried by a scanner',
  trap: 'bait was taken',
  address: 'sent in an address',
  body: 'sent in a text',
  owner: 'said by its owner',
  manager: 'stopped by hand',
};

const ROOT = ['incidents'];

export const incidentsQuery = (state: Incident['state'] | undefined) =>
  pagesOf([...ROOT, 'list', state], (page) =>
    unwrap(api.GET('/api/v1/incidents', { params: { query: { ...page, state } } })),
  );

export const incidentQuery = (id: string) =>
  queryOptions({
    queryKey: [...ROOT, 'one', id],
    queryFn: () => unwrap(api.GET('/api/v1/incidents/{id}', { params: { path: { id } } })),
    refetchInterval: 5_000,
  });

export const signalsQuery = queryOptions({
  queryKey: [...ROOT, 'signals'],
  queryFn: () => unwrap(api.GET('/api/v1/signals')),
});

export const trapsQuery = queryOptions({
  queryKey: [...ROOT, 'traps'],
  queryFn: () => unwrap(api.GET('/api/v1/traps')),
});

export const pausesQuery = (programId?: string) =>
  queryOptions({
    queryKey: ['pauses', programId],
    queryFn: () => unwrap(api.GET('/api/v1/pauses', { params: { query: { programId } } })),
    refetchInterval: 15_000,
  });

/** Mutations of this part reload all of it. */
function useActs<V, R>(act: (value: V) => Promise<R>, key: readonly string[] = ROOT) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: () => queries.invalidateQueries({ queryKey: [...key] }),
  });
}

export const useClose = (id: string) =>
  useActs(({ verb, reason }: { verb: 'confirm' | 'dismiss'; reason: string }) => {
    const at = { params: { path: { id } }, body: { reason } };
    return verb === 'confirm'
      ? unwrap(api.POST('/api/v1/incidents/{id}/confirm', at))
      : unwrap(api.POST('/api/v1/incidents/{id}/dismiss', at));
  });

export const useSignalMode = () =>
  useActs(({ name, mode, reason }: { name: Signal['name']; mode: Signal['mode']; reason: string }) =>
    unwrap(api.PUT('/api/v1/signals/{name}', { params: { path: { name } }, body: { mode, reason } })),
  );

export const useTrap = () =>
  useActs((place: string) => unwrap(api.POST('/api/v1/traps', { body: { place } })));

export const usePropose = () =>
  useActs(
    ({ programId, ...body }: { programId: string; reason: string; minutes: number }) =>
      unwrap(api.POST('/api/v1/programs/{id}/pauses', { params: { path: { id: programId } }, body })),
    ['pauses'],
  );

export const usePauseAct = () =>
  useActs(
    ({ id, verb }: { id: string; verb: 'confirm' | 'withdraw' | 'end' }) =>
      unwrap(api.POST('/api/v1/pauses/{id}/{verb}', { params: { path: { id, verb } } })),
    ['pauses'],
  );
