import { Box, Group, Paper, Text, ThemeIcon, Title } from '@mantine/core';
import { IconCheck, IconMinus } from '@tabler/icons-react';
import type { ReactNode } from 'react';

/** One step of the path: whether it is done, what it says now, and what to do. */
export function PathStep({
  number,
  title,
  isDone,
  isNeeded = true,
  missing = isNeeded ? '(missing)' : '(optional)',
  says,
  action,
}: {
  number: number;
  title: string;
  isDone: boolean;
  /** Whether a programme opens without it. */
  isNeeded?: boolean;
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
          <ThemeIcon
            radius="xl"
            variant="light"
            color={isDone ? 'green' : isNeeded ? 'yellow' : 'gray'}
            aria-hidden
          >
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
