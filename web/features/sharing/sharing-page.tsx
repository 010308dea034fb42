import { Group, Image, Paper, Stack, Text, Title } from '@mantine/core';
import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { api, unwrap, type Schemas } from '../../api/client';
import { EmptyState } from '../../ui/empty-state';
import { PageHeader } from '../../ui/page-header';
import { PagedView } from '../../ui/paged-view';
import { StateBadge } from '../../ui/state-badge';
import { Clock } from './clock';
import { OfferForm } from './offer-form';

const submissionsQuery = infiniteQueryOptions({
  queryKey: ['submissions'],
  initialPageParam: undefined as string | undefined,
  queryFn: ({ pageParam }) =>
    unwrap(api.GET('/api/v1/submissions', { params: { query: { limit: 25, cursor: pageParam } } })),
  getNextPageParam: (page) => page.next,
});

function SubmissionRow({ submission }: { submission: Schemas['SubmissionView'] }) {
  return (
    <Paper
      withBorder
      p="sm"
      c="inherit"
      td="none"
      renderRoot={(props) => (
        <Link to="/studio/submissions/$submissionId" params={{ submissionId: submission.id }} {...props} />
      )}
    >
      <Group wrap="nowrap">
        <Image src={submission.posterUrl} alt="" w={120} h={68} fit="contain" className="clip-surround" />
        <Stack gap={4}>
          <Text fw={600}>{submission.title}</Text>
          <Group gap="xs">
            <StateBadge state={submission.state} />
            <Clock submission={submission} />
          </Group>
        </Stack>
      </Group>
    </Paper>
  );
}

export function SharingPage() {
  const { clip }: { clip?: string } = useSearch({ strict: false });
  const submissions = useInfiniteQuery(submissionsQuery);
  return (
    <>
      <PageHeader
        title="Sharing"
        lead="What you offered for the public, where it stands, and until when it is decided."
      />
      <Stack gap="xl" maw={860}>
        {clip !== undefined && <OfferForm chosen={clip} />}
        <Stack gap="sm">
          <Title order={2} size="h4">
            Your offers
          </Title>
          <PagedView
            query={submissions}
            empty={
              <EmptyState title="Nothing offered yet">
                Mark a clip as a keeper, then offer it. Every refusal comes with reasons and can be appealed.
              </EmptyState>
            }
          >
            {(items) => (
              <Stack gap="xs">
                {items.map((submission) => (
                  <SubmissionRow key={submission.id} submission={submission} />
                ))}
              </Stack>
            )}
          </PagedView>
        </Stack>
        {clip === undefined && <OfferForm chosen={undefined} />}
      </Stack>
    </>
  );
}
