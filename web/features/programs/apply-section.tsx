import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, unwrap, type Schemas } from '../../api/client';
import { useSession } from '../../api/session';
import { When } from '../../ui/amounts';
import { StateBadge } from '../../ui/state-badge';

type Program = Schemas['ProgramView'];

function Applied({ application }: { application: Schemas['ApplicationView'] }) {
  return (
    <Group justify="space-between">
      <Text>
        {application.submittedAt === null ? 'You began' : 'You applied'}{' '}
        <When at={application.submittedAt ?? application.createdAt} />. It stands at{' '}
        <StateBadge state={application.state} />
      </Text>
      <Button
        variant="light"
        renderRoot={(props) => (
          <Link
            to="/studio/applications/$applicationId"
            params={{ applicationId: application.id }}
            {...props}
          />
        )}
      >
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
  return open === undefined ? (
    <Group justify="space-between">
      <Text>What is asked, how it is decided and until when stand above the form.</Text>
      <Button
        renderRoot={(props) => (
          <Link to="/programs/$programId/apply" params={{ programId: program.slug }} {...props} />
        )}
      >
        Write an application
      </Button>
    </Group>
  ) : (
    <Applied application={open} />
  );
}

/** For artists the way to the form, for visitors the way to an account, for staff nothing. */
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
