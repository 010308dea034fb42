import { Anchor, Button, Table } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { EmptyState } from '../../ui/empty-state';
import { PageHeader } from '../../ui/page-header';
import { PagedView } from '../../ui/paged-view';
import { StateBadge } from '../../ui/state-badge';
import { ProgramForm } from './program-form';
import { programsQuery, type ProgramSummary } from './use-manage';

const dayOf = (at: string): string => new Date(at).toLocaleDateString(undefined, { dateStyle: 'medium' });

function Programs({ items }: { items: readonly ProgramSummary[] }) {
  return (
    <Table.ScrollContainer minWidth={640}>
      <Table verticalSpacing="sm" highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Programme</Table.Th>
            <Table.Th>State</Table.Th>
            <Table.Th>Model</Table.Th>
            <Table.Th>From</Table.Th>
            <Table.Th>Until</Table.Th>
            <Table.Th ta="right">Seats</Table.Th>
            <Table.Th>Currency</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map((program) => (
            <Table.Tr key={program.id}>
              <Table.Td>
                <Anchor
                  inherit
                  renderRoot={(props) => (
                    <Link to="/manage/programs/$programId" params={{ programId: program.slug }} {...props} />
                  )}
                >
                  {program.name}
                </Anchor>
              </Table.Td>
              <Table.Td>
                <StateBadge state={program.state} />
              </Table.Td>
              <Table.Td>{program.model}</Table.Td>
              <Table.Td>{dayOf(program.startsAt)}</Table.Td>
              <Table.Td>{dayOf(program.endsAt)}</Table.Td>
              <Table.Td ta="right" className="figures">
                {program.capacity}
              </Table.Td>
              <Table.Td>{program.currency}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

export function ManagePage() {
  const programs = useInfiniteQuery(programsQuery);
  const navigate = useNavigate();
  const [isCreating, creating] = useDisclosure();
  const prepare = <Button onClick={creating.open}>Prepare a programme</Button>;
  return (
    <>
      <PageHeader
        title="Your programmes"
        lead="Each has its own terms, prices, quota and fund. Open one to see what is missing."
        action={prepare}
      />
      <PagedView
        query={programs}
        empty={
          <EmptyState title="No programme yet" action={prepare}>
            A programme is one early-access run for one model.
          </EmptyState>
        }
      >
        {(items) => <Programs items={items} />}
      </PagedView>
      {isCreating && (
        <ProgramForm
          onClose={creating.close}
          onCreated={(program) => {
            notifications.show({ message: `${program.name} is prepared. Publish its terms next.` });
            void navigate({ to: '/manage/programs/$programId', params: { programId: program.slug } });
          }}
        />
      )}
    </>
  );
}
