import { Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Money, When } from '../../ui/amounts';
import type { Task } from './use-tasks';

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Stack gap={0}>
      <Text size="xs" c="dimmed">
        {label}
      </Text>
      <Text component="div">{children}</Text>
    </Stack>
  );
}

/** Everything that one must know before accepting: pay, time, until when, and what happens when it is cancelled. */
export function TaskTerms({ task }: { task: Task }) {
  return (
    <Group gap="xl">
      <Fact label="Pays">
        <Money value={task.price} />
      </Fact>
      <Fact label="Takes about">{task.minutes} min</Fact>
      <Fact label="That is an hour">
        <Money value={task.hourly} />
      </Fact>
      <Fact label="Due">
        <When at={task.dueAt} />
      </Fact>
      <Fact label="If it is cancelled">
        <Money value={task.killFee} />
      </Fact>
      <Fact label="Seats free">
        <span className="figures">
          {task.free} of {task.seats}
        </span>
      </Fact>
    </Group>
  );
}
