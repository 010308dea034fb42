import { Badge, Button, Group, Image, Paper, SegmentedControl, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { When } from '../../ui/amounts';
import { formatBytes } from '../../ui/bytes';
import { ConfirmButton } from '../../ui/confirm-button';
import { EmptyState } from '../../ui/empty-state';
import { PageHeader } from '../../ui/page-header';
import { PagedView } from '../../ui/paged-view';
import { ProblemNote } from '../../ui/problem-note';
import { useFilters } from '../../ui/use-filters';
import { StorageUse } from './storage-use';
import { binQuery, useBinAct, type BinLine, type Shown } from './use-bin';

const SHOWN: Record<Shown, { label: string; title: string; says: string }> = {
  binned: {
    label: 'In the bin',
    title: 'The bin is empty',
    says: 'Put clips here from their page. They stay for the days that your programme has published, and you can take them back.',
  },
  warned: {
    label: 'Going soon',
    title: 'Nothing goes soon',
    says: 'Clips that you do not keep are listed here, and in a notice to you, before they go into the bin.',
  },
  emptied: {
    label: 'Gone',
    title: 'Nothing has gone',
    says: 'When the bin was emptied, what a clip was and what it cost stays on record here; its files are gone.',
  },
};

function GoesWhen({ line: { state, goesAt, since } }: { line: BinLine }) {
  if (state === 'emptied' || goesAt === null)
    return (
      <>
        Its files were removed <When at={since} />
      </>
    );
  return (
    <>
      {state === 'warned' ? 'Goes into the bin ' : 'Goes for good '}
      <When at={goesAt} />
    </>
  );
}

function Line({ line }: { line: BinLine }) {
  const undo = useBinAct();
  const act = useBinAct((id, verb) => {
    if (verb !== 'restore') return;
    const message = (
      <Group justify="space-between" wrap="nowrap">
        <span>It stays, and its days are counted anew.</span>
        <Button size="compact-sm" variant="subtle" onClick={() => undo.mutate({ id, verb: 'bin' })}>
          Undo
        </Button>
      </Group>
    );
    notifications.show({ message, autoClose: 10_000 });
  });
  const { id, poster, prompt, seconds, resolution, draft, bytes, available, state } = line;
  return (
    <Paper withBorder p="sm" component="li">
      <Group justify="space-between">
        <Group wrap="nowrap" flex={1} miw={260}>
          {poster !== null && (
            <Image src={poster} alt="" w={112} h={63} fit="contain" radius="sm" loading="lazy" />
          )}
          <Stack gap={2}>
            <Text
              fw={600}
              lineClamp={2}
              renderRoot={(props) => <Link to="/studio/clips/$clipId" params={{ clipId: id }} {...props} />}
            >
              {prompt}
            </Text>
            <Text size="sm">
              <GoesWhen line={line} />
            </Text>
            <Group gap={6}>
              {draft && (
                <Badge variant="default" styles={{ label: { textTransform: 'none' } }}>
                  draft
                </Badge>
              )}
              <Text size="xs" c="dimmed" className="figures">
                {seconds} s · {resolution} · {formatBytes(bytes)}
              </Text>
            </Group>
          </Stack>
        </Group>
        <Group gap="xs">
          {available.includes('restore') && (
            <Button
              variant="light"
              loading={act.isPending}
              onClick={() => act.mutate({ id, verb: 'restore' })}
            >
              {state === 'warned' ? 'Let it stay' : 'Restore'}
            </Button>
          )}
          {available.includes('empty') && (
            <ConfirmButton
              label="Remove for good"
              title="Remove this clip’s files for good?"
              confirm="Remove for good"
              isBusy={act.isPending}
              error={act.error}
              onConfirm={() => act.mutateAsync({ id, verb: 'empty' })}
            >
              <Text size="sm">
                Nobody can bring them back. What the clip was, its seed and what it cost stay on record, so
                that you can make it again.
              </Text>
            </ConfirmButton>
          )}
        </Group>
      </Group>
      {act.isError && act.variables.verb === 'restore' && <ProblemNote error={act.error} />}
    </Paper>
  );
}

/** What goes, what is in the bin, what has gone; and what all of it takes. */
export function BinPage() {
  const [filters, setFilters] = useFilters(['show']);
  const show = filters.show !== undefined && filters.show in SHOWN ? (filters.show as Shown) : 'binned';
  const { title, says } = SHOWN[show];
  return (
    <>
      <PageHeader
        title="Bin"
        lead="Clips that you do not keep go in time. Nothing goes without a word before, and thirty days here at least."
      />
      <Stack maw={980}>
        <StorageUse />
        <SegmentedControl
          aria-label="Which clips"
          data={Object.entries(SHOWN).map(([value, { label }]) => ({ value, label }))}
          value={show}
          onChange={(value) => setFilters({ show: value === 'binned' ? null : value })}
        />
        <PagedView
          query={useInfiniteQuery(binQuery(show))}
          empty={<EmptyState title={title}>{says}</EmptyState>}
        >
          {(items) => (
            <Stack component="ul" gap="xs" p={0} style={{ listStyle: 'none' }}>
              {items.map((line) => (
                <Line key={line.id} line={line} />
              ))}
            </Stack>
          )}
        </PagedView>
      </Stack>
    </>
  );
}
