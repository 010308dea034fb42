import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useActKey } from '../../api/act-key';
import { api, unwrap, type Schemas } from '../../api/client';
import { pagesOf } from '../../api/pages';

export type Round = Schemas['RoundView'];
export type Licence = Schemas['LicenceGrantedView'];
export type Consenting = Schemas['ConsentingWorkView'];
export type RoundStep = Round['verbs'][number];
export type SingleUse = Schemas['LicenceInput']['use'];

export const roundsQuery = (programId: string) =>
  pagesOf(['showcase-rounds', programId], (page) =>
    unwrap(api.GET('/api/v1/showcase-rounds', { params: { query: { ...page, programId } } })),
  );

export const roundQuery = (id: string) =>
  queryOptions({
    queryKey: ['showcase-round', id],
    queryFn: () => unwrap(api.GET('/api/v1/showcase-rounds/{id}', { params: { path: { id } } })),
  });

export const consentingQuery = (programId: string, use: SingleUse) =>
  pagesOf(['consenting-works', programId, use], (page) =>
    unwrap(api.GET('/api/v1/consenting-works', { params: { query: { ...page, programId, use } } })),
  );

export const licencesQuery = (programId: string) =>
  pagesOf(['licences', programId], (page) =>
    unwrap(api.GET('/api/v1/licences', { params: { query: { ...page, programId } } })),
  );

function useAct<T>(act: (input: T, headers: Record<string, string>) => Promise<unknown>) {
  const queries = useQueryClient();
  const keys = useActKey();
  return useMutation({
    mutationFn: async (input: T) => {
      const name = JSON.stringify(input);
      const answer = await act(input, keys.headers(name));
      keys.done(name);
      return answer;
    },
    onSettled: () => {
      for (const name of ['showcase-rounds', 'showcase-round', 'showcase', 'licences', 'consenting-works'])
        void queries.invalidateQueries({ queryKey: [name] });
    },
  });
}

export const usePlan = () =>
  useAct((body: Schemas['RoundInput'], headers) =>
    unwrap(api.POST('/api/v1/showcase-rounds', { body, headers })),
  );

export const useRoundStep = (id: string) =>
  useAct((step: RoundStep, headers) =>
    unwrap(
      api.POST('/api/v1/showcase-rounds/{id}/steps/{step}', { params: { path: { id, step } }, headers }),
    ),
  );

export const useGrant = () =>
  useAct((body: Schemas['LicenceInput'], headers) => unwrap(api.POST('/api/v1/licences', { body, headers })));
