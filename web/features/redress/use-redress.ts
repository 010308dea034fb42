import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useActKey } from '../../api/act-key';
import { api, unwrap, type Schemas } from '../../api/client';
import { pagesOf } from '../../api/pages';

export type Statement = Schemas['StatementOfReasonsView'];
export type Hearing = Schemas['HearingView'];
export type Look = Schemas['LookView'];
export type Kind = Statement['kind'];

/** What a decision is called in a list. */
export const KINDS: Record<Kind, string> = {
  submission_declined: 'A work is not shown',
  work_taken_down: 'A work was taken down',
  application_declined: 'An application was declined',
  enrollment_suspended: 'Generation is suspended',
  key_quarantined: 'An API key was stopped',
  key_revoked: 'An API key was stopped for ever',
  account_closed: 'An account was closed',
  generation_refused: 'A clip was not made',
  feedback_declined: 'Feedback is not paid',
  earning_voided: 'Money is not paid',
  grant_declined: 'A grant application was declined',
  grant_terminated: 'A grant was ended',
  expense_declined: 'An expense is not paid',
};

export const KIND_NAMES = Object.keys(KINDS) as readonly Kind[];

/** What a state of a statement means. */
export const STATES: Record<Statement['state'], string> = {
  held: 'waits for a second look; nothing has happened yet',
  in_force: 'in force',
  dropped: 'a second look said no; it never took effect',
  annulled: 'overturned; what was taken is given back',
  revised: 'overturned in part',
  ended: 'over',
};

export const STATE_NAMES = Object.keys(STATES) as readonly Statement['state'][];

export interface StatementFilter {
  readonly kind?: Kind;
  readonly state?: Statement['state'];
  readonly whose?: 'mine';
}

export const statementsQuery = (filter: StatementFilter) =>
  pagesOf(['reasons', filter], (page) =>
    unwrap(api.GET('/api/v1/reasons', { params: { query: { ...page, ...filter } } })),
  );

export const statementQuery = (id: string) =>
  queryOptions({
    queryKey: ['reasons', id],
    queryFn: () => unwrap(api.GET('/api/v1/reasons/{id}', { params: { path: { id } } })),
  });

/** One's own appeals; with `open` what waits for a hearing. */
export const hearingsQuery = (queue?: 'open') =>
  pagesOf(['hearings', queue ?? 'mine'], (page) =>
    unwrap(
      api.GET('/api/v1/hearings', { params: { query: { ...page, ...(queue !== undefined && { queue }) } } }),
    ),
  );

export const hearingQuery = (id: string) =>
  queryOptions({
    queryKey: ['hearings', 'one', id],
    queryFn: () => unwrap(api.GET('/api/v1/hearings/{id}', { params: { path: { id } } })),
  });

export const looksQuery = (show?: 'closed') =>
  pagesOf(['looks', show ?? 'open'], (page) =>
    unwrap(
      api.GET('/api/v1/second-looks', {
        params: { query: { ...page, ...(show !== undefined && { show }) } },
      }),
    ),
  );

/** What an act on a decision changes: the decision, its appeal, its second look. */
function useAct<I, O>(run: (input: I, headers: { 'Idempotency-Key': string }) => Promise<O>) {
  const queries = useQueryClient();
  const keys = useActKey();
  return useMutation({
    mutationFn: (input: I) => run(input, keys.headers(JSON.stringify(input))),
    onSuccess: async (_, input) => {
      keys.done(JSON.stringify(input));
      await Promise.all(
        ['reasons', 'hearings', 'looks'].map((first) => queries.invalidateQueries({ queryKey: [first] })),
      );
    },
  });
}

export const useFile = (id: string) =>
  useAct((grounds: string, headers) =>
    unwrap(
      api.POST('/api/v1/reasons/{id}/appeals', { params: { path: { id } }, body: { grounds }, headers }),
    ),
  );

export const useWrite = (id: string) =>
  useAct((body: string, headers) =>
    unwrap(api.POST('/api/v1/hearings/{id}/messages', { params: { path: { id } }, body: { body }, headers })),
  );

export interface HearingStep {
  readonly verb: Hearing['available'][number];
  readonly reasons?: string;
}

export const useHearingStep = (id: string) =>
  useAct(({ verb, reasons }: HearingStep, headers) =>
    unwrap(
      api.POST('/api/v1/hearings/{id}/{verb}', {
        params: { path: { id, verb } },
        body: reasons === undefined ? {} : { reasons },
        headers,
      }),
    ),
  );

export const useLookStep = (id: string) =>
  useAct(({ verb, reasons }: { verb: Look['available'][number]; reasons: string }, headers) =>
    unwrap(
      api.POST('/api/v1/second-looks/{id}/{verb}', {
        params: { path: { id, verb } },
        body: { reasons },
        headers,
      }),
    ),
  );
