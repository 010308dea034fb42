import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useActKey } from '../../api/act-key';
import { api, unwrap, type Schemas } from '../../api/client';
import { pagesOf } from '../../api/pages';

export type Question = Schemas['MayIQuestionView'];
export type Precedent = Schemas['PrecedentView'];
export type Topic = Question['topic'];
export type Outcome = Precedent['outcome'];

export const TOPICS: Record<Topic, string> = {
  show: 'Showing a clip somewhere',
  speak: 'Speaking or writing about it',
  use: 'What may be made',
  work: 'Working for somebody else',
  secret: 'Something that may be secret',
};

export const OUTCOMES: Record<Outcome, string> = { yes: 'Yes', no: 'No', conditions: 'Yes, with conditions' };

export const myQuestionsQuery = pagesOf(['questions', 'mine'], (page) =>
  unwrap(api.GET('/api/v1/questions', { params: { query: page } })),
);

export const queueQuery = pagesOf(['questions', 'queue'], (page) =>
  unwrap(api.GET('/api/v1/questions/queue', { params: { query: page } })),
);

export interface PrecedentFilter {
  readonly words?: string;
  readonly outcome?: Outcome;
  readonly clauseId?: string;
}

export const precedentsQuery = (filter: PrecedentFilter) =>
  pagesOf(['rulings', filter], (page) =>
    unwrap(api.GET('/api/v1/rulings', { params: { query: { ...page, ...filter } } })),
  );

export const numbersQuery = queryOptions({
  queryKey: ['rulings', 'numbers'],
  queryFn: () => unwrap(api.GET('/api/v1/rulings/numbers', { params: { query: { limit: 1 } } })),
});

export function useAsk(onAsked: () => void) {
  const queries = useQueryClient();
  const keys = useActKey();
  return useMutation({
    mutationFn: (body: Schemas['MayIQuestionBody']) =>
      unwrap(api.POST('/api/v1/questions', { headers: keys.headers(JSON.stringify(body)), body })),
    onSuccess: async (_, body) => {
      keys.done(JSON.stringify(body));
      await queries.invalidateQueries({ queryKey: ['questions'] });
      onAsked();
    },
  });
}

export function useWithdraw(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => unwrap(api.POST('/api/v1/questions/{id}/withdraw', { params: { path: { id } } })),
    onSettled: () => queries.invalidateQueries({ queryKey: ['questions'] }),
  });
}

export function useRule(id: string, onRuled: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Schemas['RulingBody']) =>
      unwrap(api.POST('/api/v1/questions/{id}/rule', { params: { path: { id } }, body })),
    onSuccess: async () => {
      await Promise.all([
        queries.invalidateQueries({ queryKey: ['questions'] }),
        queries.invalidateQueries({ queryKey: ['rulings'] }),
      ]);
      onRuled();
    },
  });
}
