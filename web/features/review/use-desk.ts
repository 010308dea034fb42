import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client';
import { deskQuery, type Desk } from '../../api/review-desk';

export type { Desk };

/** Classes of what holds pictures, as this reviewer wants them. */
export const easedBy = ({ blur, grey }: Desk): string =>
  [...(blur ? ['eased-blur'] : []), ...(grey ? ['eased-grey'] : [])].join(' ');

const PLAIN: Desk = { blur: false, mute: true, grey: false, keys: true, breakMinutes: 50, filters: [] };

/** One's own settings, kept on the server: they follow the reviewer to any browser. */
export function useDesk(): { desk: Desk; change: (part: Partial<Desk>) => void } {
  const queries = useQueryClient();
  const desk = useQuery(deskQuery).data ?? PLAIN;
  const keep = useMutation({
    mutationFn: (next: Desk) => unwrap(api.PUT('/api/v1/review-desk', { body: next })),
    onMutate: (next) => queries.setQueryData(deskQuery.queryKey, next),
    onError: () => void queries.invalidateQueries({ queryKey: deskQuery.queryKey }),
  });
  return { desk, change: (part) => keep.mutate({ ...desk, ...part }) };
}
