import { Box, Group, Paper, Text, ThemeIcon, Title } from '@mantine/core';
import { IconCheck, IconMinus } from '@tabler/icons-react';
import type { ReactNode } from 'react';

/** One step of the path: whether it is done, what it says now, and what to do. */
export function PathStep({
  number,
  title,
  isDone,
  missing = '(missing)',
  says,
  action,
}: {
  number: number;
  title: string;
  isDone: boolean;
  /** Said beside the title while it is not done. */
  missing?: string;
  says: ReactNode;
  action: ReactNode;
}) {
  const Icon = isDone ? IconCheck : IconMinus;
  return (
    <Paper withBorder p="md" component="li">
      <Group justify="space-between" wrap="nowrap" align="center">
        <Group wrap="nowrap" align="flex-start">
          <ThemeIcon radius="xl" variant="light" color={isDone ? 'green' : 'yellow'} aria-hidden>
            <Icon size={16} />
          </ThemeIcon>
          <div>
            <Title order={2} size="h5">
              {number}. {title} {isDone ? '' : missing}
            </Title>
            <Text size="sm" c="dimmed" component="div">
              {says}
            </Text>
          </div>
        </Group>
        <Box flex="none">{action}</Box>
      </Group>
    </Paper>
  );
}
