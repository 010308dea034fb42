import { infiniteQueryOptions, queryOptions, useQueryClient, type InfiniteData } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api, unwrap, type Schemas } from '../../api/client';

export type Clip = Schemas['GenerationView'];
type ClipPage = Schemas['GenerationPage'];
export type ClipFilter = 'all' | 'keepers' | 'under-way';

const ENDED = new Set(['succeeded', 'failed', 'canceled', 'aborted', 'expired', 'refused']);
export const hasEnded = (clip: Clip): boolean => ENDED.has(clip.state);

export const clipsQuery = (keepersOnly: boolean) =>
  infiniteQueryOptions({
    queryKey: ['clips', { keepersOnly }],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) =>
      unwrap(
        api.GET('/api/v1/generations', {
          params: {
            query: {
              limit: 24,
              ...(pageParam === null ? {} : { cursor: pageParam }),
              ...(keepersOnly ? { keeper: true } : {}),
            },
          },
        }),
      ),
    getNextPageParam: (page) => page.next,
  });

export const clipQuery = (id: string) =>
  queryOptions({
    queryKey: ['clip', id],
    queryFn: () => unwrap(api.GET('/api/v1/generations/{id}', { params: { path: { id } } })),
  });

export const quotaQuery = queryOptions({
  queryKey: ['quota'],
  queryFn: () => unwrap(api.GET('/api/v1/quota', { params: { query: {} } })),
});

function putIn(data: InfiniteData<ClipPage> | undefined, clip: Clip): InfiniteData<ClipPage> | undefined {
  if (data === undefined) return data;
  const pages = data.pages.map((page) => ({
    ...page,
    items: page.items.map((item) => (item.id === clip.id ? clip : item)),
  }));
  const isKnown = data.pages.some((page) => page.items.some((item) => item.id === clip.id));
  const [first, ...rest] = pages;
  if (isKnown || first === undefined) return { ...data, pages };
  return { ...data, pages: [{ ...first, items: [clip, ...first.items] }, ...rest] };
}

/** Keeps all clips on the screen current: the server sends every change of one's own clips as it happens. */
export function useLiveClips(): void {
  const queries = useQueryClient();
  useEffect(() => {
    const source = new EventSource('/api/v1/generations/events');
    const onChange = (event: MessageEvent<string>) => {
      const clip = JSON.parse(event.data) as Clip;
      queries.setQueryData(clipQuery(clip.id).queryKey, clip);
      queries.setQueryData(clipsQuery(false).queryKey, (data) => putIn(data, clip));
      if (ENDED.has(clip.state)) void queries.invalidateQueries({ queryKey: quotaQuery.queryKey });
    };
    source.addEventListener('message', onChange);
    source.addEventListener('generation', onChange);
    return () => source.close();
  }, [queries]);
}
