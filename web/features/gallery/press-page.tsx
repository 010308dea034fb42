import { Alert, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { ApiProblem, api, unwrap } from '../../api/client';
import { EmptyState } from '../../ui/empty-state';
import { PageHeader } from '../../ui/page-header';
import { QueryView } from '../../ui/query-view';
import { When } from '../../ui/amounts';

const ClipPlayer = lazy(() => import('../../ui/clip-player').then((file) => ({ default: file.ClipPlayer })));

/** What a link for the press shows. Opened once for each visit: the artist sees how often. */
export function PressPage() {
  const { token }: { token: string } = useParams({ strict: false });
  const press = useQuery({
    queryKey: ['press', token],
    queryFn: () => unwrap(api.GET('/api/v1/press/{token}', { params: { path: { token } } })),
    staleTime: Infinity,
    retry: false,
  });
  if (press.error instanceof ApiProblem && press.error.status === 404)
    return (
      <>
        <PageHeader title="Not shown" />
        <EmptyState title="This link is over">
          It has expired or its artist has ended it. Ask whoever gave it to you for a new one.
        </EmptyState>
      </>
    );
  return (
    <QueryView query={press}>
      {(work) => (
        <>
          <PageHeader title={work.title} lead={`by ${[work.credit, ...work.coAuthors].join(', ')}`} />
          <Stack maw={1100}>
            {work.embargoUntil !== null && (
              <Alert color="yellow" variant="light">
                Under embargo until {new Date(work.embargoUntil).toLocaleString()}: do not show or describe it
                before.
              </Alert>
            )}
            <Suspense fallback={null}>
              <ClipPlayer src={work.videoUrl} poster={work.posterUrl} label={work.title} fps={work.fps} />
            </Suspense>
            {work.description !== '' && <Text style={{ whiteSpace: 'pre-wrap' }}>{work.description}</Text>}
            <Text size="sm" c="dimmed">
              This link ends <When at={work.expiresAt} />.
            </Text>
          </Stack>
        </>
      )}
    </QueryView>
  );
}
