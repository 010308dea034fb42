import { Paper, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api, unwrap, type Schemas } from '../../api/client';
import { programChoicesQuery } from '../../api/programs';
import { When } from '../../ui/amounts';
import { EmptyState } from '../../ui/empty-state';
import { PageHeader } from '../../ui/page-header';
import { QueryView } from '../../ui/query-view';

type Pause = Schemas['PauseView'];

const minutesOf = ({ startsAt, endsAt }: Pause): number =>
  startsAt === null || endsAt === null
    ? 0
    : Math.round((new Date(endsAt).getTime() - new Date(startsAt).getTime()) / 60_000);

function Entry({ pause, program }: { pause: Pause; program: string }) {
  return (
    <Paper withBorder p="md" component="li">
      <Text fw={600}>
        {program}: {minutesOf(pause)} minutes{pause.isInForce ? ', in force now' : ''}
      </Text>
      <Text>{pause.reason}</Text>
      <Text size="sm" c="dimmed">
        decided by {pause.people} people; {pause.startsAt !== null && <When at={pause.startsAt} />}
        {pause.endsAt !== null && (
          <>
            {' '}
            until <When at={pause.endsAt} />
          </>
        )}
      </Text>
    </Paper>
  );
}

/** Every time a whole programme was paused: why, for how long, by how many. */
export function PausesPage() {
  const pauses = useQuery({
    queryKey: ['pauses', 'public'],
    queryFn: () => unwrap(api.GET('/api/v1/pauses')),
  });
  const programs = useQuery(programChoicesQuery);
  const nameOf = (id: string) => programs.data?.find((program) => program.id === id)?.name ?? id;
  return (
    <>
      <PageHeader
        title="Pauses"
        lead="Pausing a whole programme takes two people, a reason that everybody can read, and ends by itself. Credits of that time are made good, and what artists must do by a date is due so much later."
      />
      <QueryView query={pauses}>
        {({ items }) => {
          const happened = items.filter(({ state }) => state === 'active' || state === 'ended');
          return happened.length === 0 ? (
            <EmptyState title="No programme was ever paused">
              A leaked key is stopped alone; nobody else has to wait for it.
            </EmptyState>
          ) : (
            <Stack component="ul" gap="xs" p={0} m={0} style={{ listStyle: 'none' }} maw={720}>
              {happened.map((pause) => (
                <Entry key={pause.id} pause={pause} program={nameOf(pause.programId)} />
              ))}
            </Stack>
          );
        }}
      </QueryView>
    </>
  );
}
