import { Button, Code, Group, List, Paper, Progress, Stack, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { When } from '../../ui/amounts';
import { formatBytes } from '../../ui/bytes';
import { EmptyState } from '../../ui/empty-state';
import { PageHeader } from '../../ui/page-header';
import { ProblemNote } from '../../ui/problem-note';
import { QueryView } from '../../ui/query-view';
import { StateBadge } from '../../ui/state-badge';
import { archivesQuery, useArchiveAct, type Archive } from './use-archives';

const count = new Intl.NumberFormat('en');

const SAYS: Record<Exclude<Archive['state'], 'ready' | 'running'>, string> = {
  queued: 'It is made in a moment.',
  failed: 'It could not be made. Nothing of yours is lost: ask for it again.',
  canceled: 'You called it off.',
  expired: 'Its seven days are over. Ask for a new one whenever you like.',
};

function Making({ archive: { filesDone, filesTotal } }: { archive: Archive }) {
  return (
    <Stack gap={4}>
      <Progress
        value={filesTotal === null ? 0 : (filesDone / Math.max(1, filesTotal)) * 100}
        animated
        aria-label="Files in the archive"
      />
      <Text size="sm" aria-live="polite" className="figures">
        {filesTotal === null
          ? 'Your files are counted…'
          : `${count.format(filesDone)} of ${count.format(filesTotal)} files. You may leave this page; you are told when it is ready.`}
      </Text>
    </Stack>
  );
}

function Ready({ archive }: { archive: Archive }) {
  return (
    <Stack gap={4}>
      <Text size="sm">
        {count.format(archive.filesDone)} files, {formatBytes(archive.bytes ?? 0)}.
        {archive.expiresAt !== null && (
          <>
            {' '}
            It is removed <When at={archive.expiresAt} />.
          </>
        )}
        {archive.missing > 0 &&
          ` ${count.format(archive.missing)} files are no longer kept; the archive names them.`}
      </Text>
      <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
        sha-256 <Code>{archive.sha256}</Code>
      </Text>
    </Stack>
  );
}

function ArchiveRow({ archive }: { archive: Archive }) {
  const act = useArchiveAct();
  const { id, state } = archive;
  return (
    <Paper withBorder p="md" component="li">
      <Group justify="space-between" align="flex-start">
        <Stack gap="xs" flex={1} miw={240}>
          <Group gap="xs">
            <Text fw={600}>
              Asked for <When at={archive.createdAt} />
            </Text>
            <StateBadge state={state} />
          </Group>
          {state === 'running' && <Making archive={archive} />}
          {state === 'ready' && <Ready archive={archive} />}
          {state !== 'running' && state !== 'ready' && <Text size="sm">{SAYS[state]}</Text>}
        </Stack>
        {state === 'ready' && (
          <Button
            component="a"
            href={`/api/v1/archives/${id}/file`}
            download
            leftSection={<IconDownload size={16} aria-hidden />}
          >
            Download
          </Button>
        )}
        {archive.available.includes('cancel') && (
          <Button variant="default" loading={act.isPending} onClick={() => act.mutate({ cancel: id })}>
            Call it off
          </Button>
        )}
      </Group>
      {act.isError && <ProblemNote error={act.error} />}
    </Paper>
  );
}

/** Everything of an artist in one file, in a programme and long after it. */
export function ArchivePage() {
  const archives = useQuery(archivesQuery);
  const act = useArchiveAct();
  return (
    <>
      <PageHeader
        title="Archive"
        lead="Everything of yours in one ZIP file. Only you can download it, in a programme, suspended, or years after you left."
        action={
          <Button loading={act.isPending} onClick={() => act.mutate({})}>
            Make my archive
          </Button>
        }
      />
      <Stack gap="xl" maw={860}>
        {act.isError && <ProblemNote error={act.error} />}
        <List size="sm" spacing={4}>
          <List.Item>Your published works and every clip that you marked as a keeper, as video.</List.Item>
          <List.Item>The terms that you accepted, as text and PDF, with the proof of each consent.</List.Item>
          <List.Item>Your statement of every month, earnings and payouts.</List.Item>
          <List.Item>
            Your feedback, tasks, questions, submissions and applications, and every decision with its
            reasons.
          </List.Item>
          <List.Item>A page to read it all without Atelier, the same as data, and checksums.</List.Item>
        </List>
        <QueryView query={archives}>
          {({ items }) =>
            items.length === 0 ? (
              <EmptyState title="No archive yet">
                Making one changes nothing: you stay where you are.
              </EmptyState>
            ) : (
              <Stack component="ul" gap="xs" p={0} m={0} style={{ listStyle: 'none' }}>
                {items.map((archive) => (
                  <ArchiveRow key={archive.id} archive={archive} />
                ))}
              </Stack>
            )
          }
        </QueryView>
      </Stack>
    </>
  );
}
