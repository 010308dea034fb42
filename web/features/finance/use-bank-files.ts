import { queryOptions, useMutation } from '@tanstack/react-query';
import { useActKey } from '../../api/act-key';
import { api, unwrap, type Schemas } from '../../api/client';
import { useMoneyMoved } from './use-finance';

export type BankFile = Schemas['BankFileView'];
export type BankFileDetail = Schemas['BankFileDetailView'];
export type BankVerb = 'execute' | 'refuse' | 'return';

export const bankFilesQuery = (batchId: string) =>
  queryOptions({
    queryKey: ['batch', batchId, 'bank-files'],
    queryFn: () => unwrap(api.GET('/api/v1/bank-files', { params: { query: { batchId, limit: 25 } } })),
  });

export const bankFileQuery = (batchId: string, id: string) =>
  queryOptions({
    queryKey: ['batch', batchId, 'bank-files', id],
    queryFn: () => unwrap(api.GET('/api/v1/bank-files/{id}', { params: { path: { id } } })),
  });

export function useMakeFile(batchId: string) {
  const moved = useMoneyMoved();
  const keys = useActKey();
  return useMutation({
    mutationFn: () =>
      unwrap(api.POST('/api/v1/bank-files', { headers: keys.headers(batchId), body: { batchId } })),
    onSuccess: () => keys.done(batchId),
    onSettled: moved,
  });
}

export function useBankWord(fileId: string) {
  const moved = useMoneyMoved();
  return useMutation({
    mutationFn: ({ payoutId, verb, reason }: { payoutId: string | null; verb: BankVerb; reason?: string }) =>
      unwrap(
        payoutId === null
          ? api.POST('/api/v1/bank-files/{id}/execute', { params: { path: { id: fileId } } })
          : api.POST('/api/v1/bank-orders/{payoutId}/{verb}', {
              params: { path: { payoutId, verb } },
              body: reason === undefined ? {} : { reason },
            }),
      ),
    onSettled: moved,
  });
}
