import { Button, Group, Paper, Stack, Text, Textarea, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { api, newIdempotencyKey, unwrap, type Schemas } from '../../api/client';
import { useState } from 'react';
import { useSession } from '../../api/session';
import { When } from '../../ui/amounts';
import { ProblemNote } from '../../ui/problem-note';
import { StateBadge } from '../../ui/state-badge';

type Program = Schemas['ProgramView'];

const linesOf = (text: string): string[] =>
  text
    .split(/\s+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');

function ApplyForm({ program }: { program: Program }) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [key] = useState(newIdempotencyKey);
  const form = useForm({
    initialValues: { statement: '', portfolio: '' },
    validate: {
      statement: (value) => (value.trim() === '' ? 'Say in a few sentences what you would try.' : null),
      portfolio: (value) =>
        linesOf(value).every((line) => /^https?:\/\/.+/.test(line))
          ? null
          : 'Each address begins with https:// or http://.',
    },
  });
  const apply = useMutation({
    mutationFn: ({ statement, portfolio }: { statement: string; portfolio: string }) =>
      unwrap(
        api.POST('/api/v1/programs/{id}/applications', {
          params: { path: { id: program.id } },
          body: { statement, portfolio: linesOf(portfolio) },
          headers: { 'Idempotency-Key': key },
        }),
      ),
    onSuccess: async () => {
      notifications.show({ message: 'Your application is in. You will hear the decision with its reasons.' });
      await queries.invalidateQueries({ queryKey: ['applications'] });
      await navigate({ to: '/studio/enrollment' });
    },
  });
  return (
    <form onSubmit={form.onSubmit((values) => apply.mutate(values))}>
      <Stack>
        <Textarea
          label="What would you try?"
          description="Who you are and what you want to make. Nobody is chosen for praise."
          autosize
          minRows={3}
          maxLength={4000}
          withAsterisk
          {...form.getInputProps('statement')}
        />
        <Textarea
          label="Works of yours"
          description="Addresses, one per line. None is fine too."
          autosize
          minRows={2}
          {...form.getInputProps('portfolio')}
        />
        {apply.isError && <ProblemNote error={apply.error} />}
        <Group>
          <Button type="submit" loading={apply.isPending}>
            Apply
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Applied({ application }: { application: Schemas['ApplicationView'] }) {
  return (
    <Group justify="space-between">
      <Text>
        You applied <When at={application.submittedAt ?? application.createdAt} />. It stands at{' '}
        <StateBadge state={application.state} />
      </Text>
      <Button variant="light" renderRoot={(props) => <Link to="/studio/enrollment" {...props} />}>
        Follow it
      </Button>
    </Group>
  );
}

function ApplyAsArtist({ program }: { program: Program }) {
  const mine = useQuery({
    queryKey: ['applications', program.id],
    queryFn: () =>
      unwrap(api.GET('/api/v1/applications', { params: { query: { limit: 10, programId: program.id } } })),
  });
  // Whoever withdrew or was declined may ask again; the server decides.
  const open = mine.data?.items.find(({ state }) => !['withdrawn', 'declined', 'expired'].includes(state));
  if (mine.isPending) return null;
  return open === undefined ? <ApplyForm program={program} /> : <Applied application={open} />;
}

/** For artists the form, for visitors the way to an account, for staff nothing. */
export function ApplySection({ program }: { program: Program }) {
  const session = useSession();
  if (session !== null && !session.permissions.includes('enrollment.own')) return null;
  return (
    <Paper withBorder p="lg" id="apply">
      <Stack>
        <Title order={2} size="h4">
          Apply
        </Title>
        {session === null ? (
          <>
            <Text>An account lets you apply. It promises nothing and costs nothing.</Text>
            <Group>
              <Button renderRoot={(props) => <Link to="/sign-up" {...props} />}>Create an account</Button>
              <Button
                variant="subtle"
                renderRoot={(props) => (
                  <Link to="/sign-in" search={{ next: `/programs/${program.slug}#apply` }} {...props} />
                )}
              >
                Sign in
              </Button>
            </Group>
          </>
        ) : (
          <ApplyAsArtist program={program} />
        )}
      </Stack>
    </Paper>
  );
}
