import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from './client';

/** Which clips are counted; what is absent does not matter. */
export interface RatesFilter {
  readonly programId?: string | undefined;
  readonly personId?: string | undefined;
  readonly project?: string | undefined;
  readonly style?: string | undefined;
  readonly model?: string | undefined;
  readonly days?: number | undefined;
}

/** What a usable clip costs: attempts, minutes and credits. Own clips for artists, those of everybody for managers. */
export const keeperRatesQuery = (filter: RatesFilter) =>
  queryOptions({
    queryKey: ['keeper-rates', filter],
    queryFn: () => unwrap(api.GET('/api/v1/generations/keeper-rates', { params: { query: filter } })),
  });

/** Own project names, the one used last first. */
export const projectsQuery = queryOptions({
  queryKey: ['projects'],
  queryFn: async () => (await unwrap(api.GET('/api/v1/generations/projects'))).items,
});
