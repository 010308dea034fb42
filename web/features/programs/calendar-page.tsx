import { Anchor, Badge, Button, Stack, Table, Text } from '@mantine/core';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { api, unwrap, type Schemas } from '../../api/client';
import { programQuery } from '../../api/programs';
import { When } from '../../ui/amounts';
import { EmptyState } from '../../ui/empty-state';
import { PageHeader } from '../../ui/page-header';
import { QueryView } from '../../ui/query-view';

const calendarQuery = (id: string) =>
  queryOptions({
    queryKey: ['calendar', id],
    queryFn: () => unwrap(api.GET('/api/v1/programs/{id}/calendar', { params: { path: { id } } })),
  });

const exact = (at: string): string =>
  new Date(at).toLocaleString(undefined, { dateStyle: 'full', timeStyle: 'short' });

function Dates({ items }: { items: readonly Schemas['ProgramDateView'][] }) {
  return (
    <Table verticalSpacing="sm">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>When, in your time</Table.Th>
          <Table.Th>What</Table.Th>
          <Table.Th>Kind</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {items.map((date) => (
          <Table.Tr key={date.key}>
            <Table.Td>
              <Text size="sm">{exact(date.at)}</Text>
              <Text size="xs" c="dimmed">
                <When at={date.at} />
              </Text>
            </Table.Td>
            <Table.Td>
              <Anchor inherit href={date.link}>
                {date.title}
              </Anchor>
            </Table.Td>
            <Table.Td>
              <Badge variant="default" styles={{ label: { textTransform: 'none' } }}>
                {date.kind}
              </Badge>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

/** Every date of a programme in one list, to read or to subscribe to. */
export function CalendarPage() {
  const { programId = '' }: { programId?: string } = useParams({ strict: false });
  const program = useQuery(programQuery(programId));
  const calendar = useQuery(calendarQuery(programId));
  return (
    <>
      <PageHeader
        title={`Dates of ${program.data?.name ?? 'the programme'}`}
        lead={
          <>
            Starts, ends, deadlines, new terms and the end of secrets.{' '}
            <Anchor
              inherit
              renderRoot={(props) => <Link to="/programs/$programId" params={{ programId }} {...props} />}
            >
              Back to the programme
            </Anchor>
          </>
        }
        action={
          <Button variant="default" component="a" href={`/api/v1/programs/${programId}/calendar.ics`}>
            Add to my calendar
          </Button>
        }
      />
      <Stack maw={860}>
        <QueryView query={calendar}>
          {({ items }) =>
            items.length === 0 ? (
              <EmptyState title="No dates yet">The programme has not said when it is.</EmptyState>
            ) : (
              <Dates items={items} />
            )
          }
        </QueryView>
      </Stack>
    </>
  );
}
