import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useActKey } from '../../api/act-key';
import { api, unwrap, type Schemas } from '../../api/client';

export type BulkInput = Schemas['BulkInput'];
export type BulkPreview = Schemas['BulkPreview'];
export type Bulk = Schemas['BulkView'];
export type BulkItem = Schemas['BulkItemView'];

/** As many as the server takes at once. */
export const MOST_AT_ONCE = 50;

/** Which submissions of the list are chosen, in the order of the list. `range` chooses all from the last one on. */
export function useMarks(ids: readonly string[]) {
  const [marks, setMarks] = useState<ReadonlySet<string>>(new Set());
  const [last, setLast] = useState<string | null>(null);
  const marked = ids.filter((id) => marks.has(id));
  const mark = (id: string) => {
    const next = new Set(marked);
    if (!next.delete(id)) next.add(id);
    setMarks(next);
    setLast(id);
  };
  const range = (id: string) => {
    const [from, to] = [ids.indexOf(last ?? id), ids.indexOf(id)].toSorted((a, b) => a - b) as [
      number,
      number,
    ];
    setMarks(new Set([...marked, ...ids.slice(Math.max(0, from), to + 1)]));
    setLast(id);
  };
  return { marked, mark, range, clear: () => setMarks(new Set()) };
}

/** Looks at, gives and takes back one verdict over several. */
export function useBulk() {
  const queries = useQueryClient();
  const keys = useActKey();
  const reload = () => {
    void queries.invalidateQueries({ queryKey: ['submissions'] });
    void queries.invalidateQueries({ queryKey: ['submission'] });
  };
  const preview = useMutation({
    mutationFn: (body: BulkInput) => unwrap(api.POST('/api/v1/review-batches/preview', { body })),
  });
  const give = useMutation({
    mutationFn: (body: BulkInput) =>
      unwrap(
        api.POST('/api/v1/review-batches', {
          // the same key until it is answered: a second try goes on where the first was cut off
          headers: keys.headers(JSON.stringify(body)),
          body,
        }),
      ),
    onSuccess: (_, body) => keys.done(JSON.stringify(body)),
    onSettled: reload,
  });
  const undo = useMutation({
    mutationFn: (id: string) =>
      unwrap(api.POST('/api/v1/review-batches/{id}/undo', { params: { path: { id } } })),
    onSettled: reload,
  });
  return { preview, give, undo };
}
