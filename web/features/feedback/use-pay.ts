import { useQuery } from '@tanstack/react-query';
import { api, unwrap, type Schemas } from '../../api/client';

/** Newest earnings by what they are for: enough for the items on the first pages. */
export function usePay(): Map<string, Schemas['EarningView']> {
  const earnings = useQuery({
    queryKey: ['earnings', 'newest'],
    queryFn: () => unwrap(api.GET('/api/v1/earnings', { params: { query: { limit: 100 } } })),
  });
  return new Map(earnings.data?.items.map((earning) => [earning.causeId, earning]));
}
