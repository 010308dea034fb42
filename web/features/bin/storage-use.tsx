import { List, Paper, Progress, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Schemas } from '../../api/client';
import { formatBytes } from '../../ui/bytes';
import { QueryView } from '../../ui/query-view';
import { storageUseQuery } from './use-bin';

type Use = Schemas['StorageUseView'];

const KINDS: Record<Use['kinds'][number]['kind'], { name: string; color: string }> = {
  keepers: { name: 'Keepers', color: 'teal' },
  needed: { name: 'Needed: shared, under appeal or part of feedback', color: 'indigo' },
  finals: { name: 'Finals you do not keep', color: 'ember' },
  drafts: { name: 'Drafts you do not keep', color: 'yellow' },
  bin: { name: 'In the bin', color: 'gray' },
  pictures: { name: 'Reference pictures', color: 'grape' },
};

function Kinds({ use: { bytes, kinds } }: { use: Use }) {
  return (
    <Stack gap="xs">
      <Title order={2} size="h4">
        {formatBytes(bytes)} stored
      </Title>
      {bytes > 0 && (
        <Progress.Root size="lg" aria-hidden>
          {kinds.map((line) => (
            <Progress.Section
              key={line.kind}
              value={(100 * line.bytes) / bytes}
              color={KINDS[line.kind].color}
            />
          ))}
        </Progress.Root>
      )}
      <List size="sm" spacing={2} listStyleType="none">
        {kinds.map((line) => (
          <List.Item key={line.kind}>
            {KINDS[line.kind].name}: <span className="figures">{formatBytes(line.bytes)}</span>, {line.count}{' '}
            {line.kind === 'pictures' ? 'pictures' : line.count === 1 ? 'clip' : 'clips'}
          </List.Item>
        ))}
      </List>
    </Stack>
  );
}

function Rule({ rule }: { rule: Use['rules'][number] }) {
  const { finalDays, draftDays, warningDays, binDays } = rule;
  return (
    <Text size="sm">
      <b>{rule.program}</b>: a final that you do not keep goes into the bin {finalDays} days after it was
      made, a draft after {draftDays}. You are told {warningDays} days before, and it stays in the bin for{' '}
      {binDays} days.{' '}
      {rule.version === null ? 'This is the general rule.' : `Published as version ${rule.version}.`}
    </Text>
  );
}

/** What one's files take, and by which published rules they go. */
export function StorageUse() {
  return (
    <QueryView query={useQuery(storageUseQuery)} rows={2}>
      {(use) => (
        <Paper withBorder p="md">
          <SimpleGrid cols={{ base: 1, md: 2 }}>
            <Kinds use={use} />
            <Stack gap="xs">
              <Title order={2} size="h4">
                What goes when
              </Title>
              {use.rules.map((rule) => (
                <Rule key={rule.programId} rule={rule} />
              ))}
              <Text size="sm">
                Keepers never go. Neither does what is published, offered for sharing, under appeal, withheld,
                or part of feedback that is open or unpaid.
              </Text>
            </Stack>
          </SimpleGrid>
        </Paper>
      )}
    </QueryView>
  );
}
