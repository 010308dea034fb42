import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, unwrap, type Schemas } from '../../api/client';
import { ProblemNote } from '../../ui/problem-note';

function meaningOf({ isListed, isTakenDown }: Schemas['PublishedView']): string {
  if (isTakenDown) return 'It was taken down by a decision; the reasons are below.';
  return isListed ? 'It is public. You can take it out at any moment.' : 'You took it out of the public.';
}

/** The published work: where it is shown, and the artist's own switch. */
export function PublishedWork({
  work,
  submissionId,
}: {
  work: Schemas['PublishedView'];
  submissionId: string;
}) {
  const queries = useQueryClient();
  const change = useMutation({
    mutationFn: () => {
      const at = { params: { path: { id: work.id } } };
      return unwrap(
        work.isListed ? api.POST('/api/v1/works/{id}/unlist', at) : api.POST('/api/v1/works/{id}/relist', at),
      );
    },
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['submission', submissionId] });
      await queries.invalidateQueries({ queryKey: ['works'] });
    },
  });
  return (
    <Paper withBorder p="lg" component="section">
      <Stack gap="sm">
        <Title order={2} size="h4">
          The published work
        </Title>
        <Text>{meaningOf(work)}</Text>
        {!work.isTakenDown && (
          <Group gap="xs">
            {work.isListed && (
              <Button
                variant="light"
                renderRoot={(props) => <Link to="/works/$slug" params={{ slug: work.slug }} {...props} />}
              >
                See it as everybody does
              </Button>
            )}
            <Button
              variant={work.isListed ? 'default' : 'light'}
              loading={change.isPending}
              onClick={() => change.mutate()}
            >
              {work.isListed ? 'Take it out of the public' : 'Show it again'}
            </Button>
          </Group>
        )}
        {change.isError && <ProblemNote error={change.error} />}
      </Stack>
    </Paper>
  );
}
