import { Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Money } from '../../ui/amounts';
import { EmptyState } from '../../ui/empty-state';
import { PageHeader } from '../../ui/page-header';
import { PagedView } from '../../ui/paged-view';
import { StateBadge } from '../../ui/state-badge';
import { TaskTerms } from './task-terms';
import { seatsQuery, tasksQuery, type Seat, type Task } from './use-tasks';

function OpenTask({ task }: { task: Task }) {
  return (
    <Paper withBorder p="md" component="li">
      <Stack gap="sm">
        <Group justify="space-between">
          <Link to="/studio/tasks/$taskId" params={{ taskId: task.id }}>
            {task.title}
          </Link>
          {task.mySeat !== null && <StateBadge state={task.mySeat.state} />}
        </Group>
        <TaskTerms task={task} />
      </Stack>
    </Paper>
  );
}

function MySeat({ seat }: { seat: Seat }) {
  return (
    <Group justify="space-between" component="li">
      <Group gap="xs">
        <Link to="/studio/tasks/$taskId" params={{ taskId: seat.task.id }}>
          {seat.task.title}
        </Link>
        <StateBadge state={seat.state} />
      </Group>
      {seat.amount === null ? <Text c="dimmed">not paid yet</Text> : <Money value={seat.amount} />}
    </Group>
  );
}

const list = { listStyle: 'none' } as const;

/** Work that the programme asks for, with its price first; and what one has done. */
export function TasksPage() {
  const open = useInfiniteQuery(tasksQuery('open'));
  const mine = useInfiniteQuery(seatsQuery());
  return (
    <>
      <PageHeader
        title="Tasks"
        lead="Paid work that the programme asks for. You need not take any: no quota, grant or showcase depends on it."
      />
      <Stack gap="xl" maw={860}>
        <section aria-labelledby="open-tasks">
          <Title order={2} size="h4" id="open-tasks" mb="sm">
            Open now
          </Title>
          <PagedView
            query={open}
            empty={
              <EmptyState title="Nothing is asked for now">
                You are told when there is work, with its price and how long it takes.
              </EmptyState>
            }
          >
            {(items) => (
              <Stack component="ul" gap="sm" p={0} m={0} style={list}>
                {items.map((task) => (
                  <OpenTask key={task.id} task={task} />
                ))}
              </Stack>
            )}
          </PagedView>
        </section>
        <section aria-labelledby="my-tasks">
          <Title order={2} size="h4" id="my-tasks" mb="sm">
            What you have accepted
          </Title>
          <PagedView
            query={mine}
            empty={
              <EmptyState title="Nothing accepted yet">
                What you accept stands here with its state and pay.
              </EmptyState>
            }
          >
            {(items) => (
              <Stack component="ul" gap="xs" p={0} m={0} style={list}>
                {items.map((seat) => (
                  <MySeat key={seat.id} seat={seat} />
                ))}
              </Stack>
            )}
          </PagedView>
        </section>
      </Stack>
    </>
  );
}
