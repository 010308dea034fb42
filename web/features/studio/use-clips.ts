import { infiniteQueryOptions, queryOptions, useQueryClient, type InfiniteData } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api, unwrap, type Schemas } from '../../api/client';
import { clipQuery } from '../../api/clips';

export type Clip = Schemas['GenerationView'];
type ClipPage = Schemas['GenerationPage'];
type ClipPages = InfiniteData<ClipPage>;

const ENDED = new Set(['succeeded', 'failed', 'canceled', 'aborted', 'expired', 'refused']);
export const hasEnded = (clip: Clip): boolean => ENDED.has(clip.state);

/** Which of one's own clips are listed. */
export interface ClipFilter {
  readonly keepersOnly: boolean;
  readonly project: string | undefined;
}

export const ALL_CLIPS: ClipFilter = { keepersOnly: false, project: undefined };

export const clipsQuery = ({ keepersOnly, project }: ClipFilter) =>
  infiniteQueryOptions({
    queryKey: ['clips', { keepersOnly, project }],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      unwrap(
        api.GET('/api/v1/generations', {
          params: {
            query: { limit: 24, cursor: pageParam, project, ...(keepersOnly ? { keeper: true } : {}) },
          },
        }),
      ),
    getNextPageParam: (page) => page.next,
  });

/** All variations of one request, in the order of their seeds; a request has at most eight. */
export const batchQuery = (batchId: string) =>
  queryOptions({
    queryKey: ['variations', batchId],
    queryFn: async () => {
      const query = { batchId, limit: 24 };
      const { items } = await unwrap(api.GET('/api/v1/generations', { params: { query } }));
      return items.toReversed();
    },
  });

export const quotaQuery = queryOptions({
  queryKey: ['quota'],
  queryFn: () => unwrap(api.GET('/api/v1/quota', { params: { query: { limit: 1 } } })),
});

/** What the server sent last wins: an answer that was asked for earlier may arrive later. */
const newerOf = (known: Clip | undefined, clip: Clip): Clip =>
  known !== undefined && known.revision > clip.revision ? known : clip;

function putIn(data: ClipPages | undefined, clip: Clip): ClipPages | undefined {
  if (data === undefined) return data;
  const pages = data.pages.map((page) => ({
    ...page,
    items: page.items.map((item) => (item.id === clip.id ? newerOf(item, clip) : item)),
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
      queries.setQueryData(clipQuery(clip.id).queryKey, (known) => newerOf(known, clip));
      for (const project of [undefined, clip.project ?? undefined])
        queries.setQueryData(clipsQuery({ ...ALL_CLIPS, project }).queryKey, (data) => putIn(data, clip));
      queries.setQueryData(batchQuery(clip.batchId).queryKey, (known) =>
        known?.map((one) => (one.id === clip.id ? newerOf(one, clip) : one)),
      );
      if (ENDED.has(clip.state) || clip.state === 'queued')
        void queries.invalidateQueries({ queryKey: quotaQuery.queryKey });
    };
    // After a gap in the connection the stream begins anew: what changed meanwhile is asked for.
    const onOpen = () => {
      for (const name of ['clips', 'variations']) void queries.invalidateQueries({ queryKey: [name] });
    };
    source.addEventListener('generation', onChange);
    source.addEventListener('open', onOpen);
    return () => source.close();
  }, [queries]);
}
