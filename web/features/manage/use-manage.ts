import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useActKey } from '../../api/act-key';
import { api, unwrap, type Schemas } from '../../api/client';
import { pagesOf } from '../../api/pages';

export type Program = Schemas['ProgramView'];
export type ProgramSummary = Schemas['ProgramSummaryView'];
export type Clause = Schemas['ClauseBody'];
export type Currency = Program['currency'];
export type Application = Schemas['ApplicationView'];
export type ProgramVerb = Program['available'][number];

export const CURRENCIES: readonly Currency[] = [
  'EUR',
  'USD',
  'GBP',
  'CHF',
  'SEK',
  'PLN',
  'CAD',
  'AUD',
  'JPY',
  'KWD',
];

export const programsQuery = pagesOf(['programs', 'managed'], (page) =>
  unwrap(api.GET('/api/v1/programs', { params: { query: page } })),
);

export const versionsQuery = (id: string) =>
  queryOptions({
    queryKey: ['versions', id],
    queryFn: () => unwrap(api.GET('/api/v1/programs/{id}/versions', { params: { path: { id } } })),
  });

export const fundQuery = (id: string) =>
  queryOptions({
    queryKey: ['fund', id],
    queryFn: () => unwrap(api.GET('/api/v1/programs/{id}/fund', { params: { path: { id } } })),
  });

export function useCreateProgram(onCreated: (program: Program) => void) {
  const queries = useQueryClient();
  const keys = useActKey();
  return useMutation({
    mutationFn: (body: Schemas['ProgramBody']) =>
      unwrap(api.POST('/api/v1/programs', { headers: keys.headers(JSON.stringify(body)), body })),
    onSuccess: async (program, body) => {
      keys.done(JSON.stringify(body));
      await queries.invalidateQueries({ queryKey: ['programs'] });
      onCreated(program);
    },
  });
}

export function useProgramStep(id: string, onDone: (verb: ProgramVerb) => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (verb: ProgramVerb) =>
      unwrap(api.POST('/api/v1/programs/{id}/{verb}', { params: { path: { id, verb } } })),
    onSuccess: (_, verb) => onDone(verb),
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['program'] }),
        queries.invalidateQueries({ queryKey: ['programs'] }),
      ]),
  });
}

/** What is published: one of the four documents of a programme. */
export type Publication =
  | { kind: 'terms'; body: Schemas['TermsBody'] }
  | { kind: 'rate-cards'; body: Schemas['RateCardBody'] }
  | { kind: 'quota-plans'; body: Schemas['QuotaPlanBody'] }
  | { kind: 'mark-policies'; body: Schemas['MarkPolicyBody'] }
  | { kind: 'model-policies'; body: Schemas['ModelPolicyBody'] }
  | { kind: 'review-policies'; body: Schemas['ReviewPolicyBody'] }
  | { kind: 'retention-policies'; body: Schemas['RetentionPolicyBody'] };

type Headers = Record<string, string>;

async function publish(id: string, made: Publication, headers: Headers): Promise<{ version: number }> {
  const params = { path: { id } };
  switch (made.kind) {
    case 'terms':
      return unwrap(api.POST('/api/v1/programs/{id}/terms', { params, headers, body: made.body }));
    case 'rate-cards':
      return unwrap(api.POST('/api/v1/programs/{id}/rate-cards', { params, headers, body: made.body }));
    case 'quota-plans':
      return unwrap(api.POST('/api/v1/programs/{id}/quota-plans', { params, headers, body: made.body }));
    case 'mark-policies':
      return unwrap(api.POST('/api/v1/programs/{id}/mark-policies', { params, headers, body: made.body }));
    case 'model-policies':
      return unwrap(api.POST('/api/v1/programs/{id}/model-policies', { params, headers, body: made.body }));
    case 'review-policies':
      return unwrap(api.POST('/api/v1/programs/{id}/review-policies', { params, headers, body: made.body }));
    case 'retention-policies':
      return unwrap(
        api.POST('/api/v1/programs/{id}/retention-policies', { params, headers, body: made.body }),
      );
  }
}

/** Publishes the next version of one of the documents; a published version never changes. */
export function usePublish(id: string, onPublished: (version: number) => void) {
  const queries = useQueryClient();
  const keys = useActKey();
  return useMutation({
    mutationFn: (made: Publication) => publish(id, made, keys.headers(JSON.stringify(made))),
    onSuccess: async ({ version }, made) => {
      keys.done(JSON.stringify(made));
      await Promise.all([
        queries.invalidateQueries({ queryKey: ['program'] }),
        queries.invalidateQueries({ queryKey: ['versions', id] }),
        queries.invalidateQueries({ queryKey: ['drafts', id] }),
      ]);
      onPublished(version);
    },
  });
}

export interface ApplicationFilter {
  readonly state?: Application['state'];
  readonly programId?: string;
  readonly cohortId?: string;
  /** Only those whose promised day has passed without a decision. */
  readonly late?: boolean;
  readonly sort?: (typeof APPLICATION_SORTS)[number];
}

export const APPLICATION_SORTS = ['newest', 'due', 'score', 'waiting'] as const;

export const applicationsQuery = (filter: ApplicationFilter) =>
  pagesOf(['applications', filter], (page) =>
    unwrap(api.GET('/api/v1/applications', { params: { query: { ...page, ...filter } } })),
  );

type ApplicationAct = { verb: Application['available'][number] } & Schemas['ApplicationVerbBody'];

export function useApplicationStep(id: string, onDone: (application: Application) => void) {
  const queries = useQueryClient();
  const keys = useActKey();
  return useMutation({
    mutationFn: ({ verb, ...body }: ApplicationAct) =>
      unwrap(
        api.POST('/api/v1/applications/{id}/{verb}', {
          params: { path: { id, verb } },
          headers: keys.headers(verb + JSON.stringify(body)),
          body,
        }),
      ),
    onSuccess: (application, { verb, ...body }) => {
      keys.done(verb + JSON.stringify(body));
      onDone(application);
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['applications'] }),
  });
}
