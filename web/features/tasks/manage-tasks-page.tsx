import { Button, Group, Paper, SegmentedControl, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Money, When } from '../../ui/amounts';
import { EmptyState } from '../../ui/empty-state';
import { PageHeader } from '../../ui/page-header';
import { PagedView } from '../../ui/paged-view';
import { StateBadge } from '../../ui/state-badge';
import { oneOf, useFilters } from '../../ui/use-filters';
import { tasksQuery, type Task } from './use-tasks';

const STATES = ['draft', 'open', 'closed', 'cancelled'] as const;

function Line({ task }: { task: Task }) {
  const { progress } = task;
  return (
    <Paper withBorder p="sm" component="li">
      <Group justify="space-between">
        <Group gap="xs">
          <Link to="/manage/tasks/$taskId" params={{ taskId: task.id }}>
            {task.title}
          </Link>
          <StateBadge state={task.state} />
          {progress !== null && progress.openTimes > 0 && <StateBadge state="needs_a_look" />}
        </Group>
        <Text size="sm" c="dimmed">
          {task.seats - task.free} of {task.seats} seats, {progress?.submitted ?? 0} to accept,{' '}
          <Money value={task.price} /> each, due <When at={task.dueAt} />
        </Text>
      </Group>
    </Paper>
  );
}

const make = <Button renderRoot={(props) => <Link to="/manage/tasks/new" {...props} />}>Write a task</Button>;

/** Everything that the programme asks for. */
export function ManageTasksPage() {
  const [filters, change] = useFilters(['state']);
  const state = oneOf(STATES, filters.state);
  const tasks = useInfiniteQuery(tasksQuery(state));
  return (
    <>
      <PageHeader
        title="Tasks"
        lead="Feedback that you ask for. It has a price before anybody sees it, and the money is held before it opens."
        action={make}
      />
      <Stack>
        <SegmentedControl
          aria-label="State"
          w="fit-content"
          value={state ?? 'all'}
          data={['all', ...STATES]}
          onChange={(value) => change({ state: value === 'all' ? null : value })}
        />
        <PagedView
          query={tasks}
          empty={
            <EmptyState title="No task here" action={make}>
              Write one: it stays a draft until you publish it.
            </EmptyState>
          }
        >
          {(items) => (
            <Stack component="ul" gap="xs" p={0} m={0} style={{ listStyle: 'none' }}>
              {items.map((task) => (
                <Line key={task.id} task={task} />
              ))}
            </Stack>
          )}
        </PagedView>
      </Stack>
    </>
  );
}
