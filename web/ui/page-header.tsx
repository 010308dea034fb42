import { Group, Stack, Text, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import type { ReactNode } from 'react';

/** The one h1 of a page, a line saying what the page is for, and its main action. */
export function PageHeader({ title, lead, action }: { title: string; lead?: ReactNode; action?: ReactNode }) {
  useDocumentTitle(`${title} · Atelier`);
  return (
    <Group justify="space-between" align="flex-end" mb="lg" wrap="wrap">
      <Stack gap={4}>
        <Title order={1} size="h2">
          {title}
        </Title>
        {lead !== undefined && (
          <Text c="dimmed" maw={720}>
            {lead}
          </Text>
        )}
      </Stack>
      {action}
    </Group>
  );
}
