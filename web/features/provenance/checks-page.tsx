import { Alert, Badge, Button, Code, Group, Switch, Table, Text } from '@mantine/core';
import {
  infiniteQueryOptions,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { IconAlertTriangle } from '@tabler/icons-react';
import { api, unwrap, type Schemas } from '../../api/client';
import { When } from '../../ui/amounts';
import { formatBytes } from '../../ui/bytes';
import { EmptyState } from '../../ui/empty-state';
import { PageHeader } from '../../ui/page-header';
import { PagedView } from '../../ui/paged-view';
import { ProblemNote } from '../../ui/problem-note';
import { useFilters } from '../../ui/use-filters';

const signerQuery = { queryKey: ['signer'], queryFn: () => unwrap(api.GET('/api/v1/provenance/signer')) };

const storageQuery = { queryKey: ['storage'], queryFn: () => unwrap(api.GET('/api/v1/storage')) };

const WAY = { warned: 'going soon', binned: 'in the bin', emptied: 'gone for good' } as const;

/** What all files take, and what is on its way out. */
function Stored() {
  const { data } = useQuery(storageQuery);
  if (data === undefined) return null;
  const way = data.bin.map(
    ({ state, clips, bytes }) =>
      `${clips} ${clips === 1 ? 'clip' : 'clips'} ${WAY[state]} (${formatBytes(bytes)})`,
  );
  return (
    <Text size="sm" mb="md">
      {data.files} files, {formatBytes(data.bytes)} on {data.kind === 's3' ? 'S3' : 'disk'}
      {way.length > 0 && `; ${way.join(', ')}`}.
    </Text>
  );
}

const checksQuery = (bad: boolean) =>
  infiniteQueryOptions({
    queryKey: ['file-checks', bad],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      unwrap(
        api.GET('/api/v1/provenance/checks', {
          params: { query: { limit: 50, cursor: pageParam, ...(bad ? { bad } : {}) } },
        }),
      ),
    getNextPageParam: (page) => page.next,
  });

function Signer() {
  const { data } = useQuery(signerQuery);
  if (data === undefined) return null;
  const isFine = data.isVouchedFor && data.fault === null;
  return (
    <Alert
      color={isFine ? 'gray' : 'yellow'}
      variant="light"
      mb="md"
      icon={<IconAlertTriangle aria-hidden />}
    >
      {data.fault ??
        (data.isVouchedFor
          ? `Signed with the certificate of ${data.name}.`
          : 'Signed with a self-made certificate that nobody vouches for: readers elsewhere call it untrusted. Set C2PA_CERTIFICATES to a real one.')}{' '}
      It ends <When at={data.notAfter} />.
    </Alert>
  );
}

function Rows({ items }: { items: readonly Schemas['FileCheckView'][] }) {
  return (
    <Table aria-label="Checks of stored files">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>When</Table.Th>
          <Table.Th>Clip</Table.Th>
          <Table.Th>Found</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {items.map((check) => (
          <Table.Tr key={check.id}>
            <Table.Td>
              <When at={check.checkedAt} />
            </Table.Td>
            <Table.Td>
              <Code>{check.generationId}</Code>
            </Table.Td>
            <Table.Td>
              <Badge color={check.outcome === 'ok' ? 'green' : 'red'} variant="light">
                {check.outcome.replace('_', ' ')}
              </Badge>{' '}
              {check.detail}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

export function ChecksPage() {
  const [filters, setFilters] = useFilters(['bad']);
  const isBad = filters.bad === 'true';
  const checks = useInfiniteQuery(checksQuery(isBad));
  const queries = useQueryClient();
  const run = useMutation({
    mutationFn: () => unwrap(api.POST('/api/v1/provenance/checks')),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['file-checks'] }),
  });
  const sums = checks.data?.pages[0]?.sums ?? [];
  const check = (
    <Button variant="light" loading={run.isPending} onClick={() => run.mutate()}>
      Check five files now
    </Button>
  );
  return (
    <>
      <PageHeader
        title="Stored files"
        lead="Every night delivered files are read again: hash, signed record, every frame. Those that waited longest come first."
        action={check}
      />
      <Signer />
      <Stored />
      {run.isError && <ProblemNote error={run.error} />}
      <Group mb="md" justify="space-between">
        <Text size="sm">
          Last 30 days:{' '}
          {sums.length === 0
            ? 'nothing was checked yet'
            : sums.map(({ outcome, count }) => `${count} ${outcome.replace('_', ' ')}`).join(', ')}
        </Text>
        <Switch
          label="Only what is wrong"
          checked={isBad}
          onChange={(event) => setFilters({ bad: event.currentTarget.checked ? 'true' : null })}
        />
      </Group>
      <PagedView
        query={checks}
        empty={
          <EmptyState title={isBad ? 'Nothing is wrong' : 'Nothing was checked yet'} action={check}>
            {isBad
              ? 'Every stored file that was read is what was delivered.'
              : 'The first check runs within a day.'}
          </EmptyState>
        }
      >
        {(items) => <Rows items={items} />}
      </PagedView>
    </>
  );
}
