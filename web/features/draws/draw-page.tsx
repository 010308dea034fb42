import {
  Alert,
  Button,
  Code,
  CopyButton,
  Group,
  List,
  Paper,
  Progress,
  Stack,
  Table,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { api, unwrap, type Schemas } from '../../api/client';
import { When } from '../../ui/amounts';
import { PageHeader } from '../../ui/page-header';
import { QueryView } from '../../ui/query-view';
import { verifyDraw, type Verified } from './verify';

type Draw = Schemas['DrawView'];

const SHOWN = 50;

function Hash({ value }: { value: string | null }) {
  if (value === null) return <Text size="sm">not published yet</Text>;
  return (
    <Group gap="xs" wrap="nowrap">
      <Code style={{ overflowWrap: 'anywhere' }}>{value}</Code>
      <CopyButton value={value}>
        {({ copied, copy }) => (
          <Button size="compact-sm" variant="subtle" onClick={copy}>
            {copied ? 'Copied' : 'Copy'}
          </Button>
        )}
      </CopyButton>
    </Group>
  );
}

function Steps({ draw }: { draw: Draw }) {
  const rows = [
    ['Hash of the seed', draw.committedAt, draw.seedHash],
    [`List of ${draw.entries ?? 'the'} entries`, draw.frozenAt, draw.listDigest],
    ['Seed', draw.revealedAt, draw.seed],
  ] as const;
  return (
    <Table.ScrollContainer minWidth={560}>
      <Table>
        <Table.Caption>What was published, in this order. None of it can change afterwards.</Table.Caption>
        <Table.Tbody>
          {rows.map(([name, at, value]) => (
            <Table.Tr key={name}>
              <Table.Th scope="row">{name}</Table.Th>
              <Table.Td>{at === null ? '–' : <When at={at} />}</Table.Td>
              <Table.Td>
                <Hash value={value} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

const fetchText = async (path: string): Promise<string> => {
  const answer = await fetch(path);
  if (!answer.ok) throw new Error(`The server answered ${answer.status}. Try again in a moment.`);
  return answer.text();
};

function Outcome({ verified, draw }: { verified: Verified; draw: Draw }) {
  const { places } = draw;
  const [sought, setSought] = useState('');
  const lines = verified.result.split('\n').slice(0, -1);
  const found = sought.trim() === '' ? [] : lines.filter((line) => line.endsWith(` ${sought.trim()}`));
  return (
    <Stack>
      <List spacing="xs" aria-label="What was checked">
        {verified.checks.map(({ isGood, says }) => (
          <List.Item
            key={says}
            icon={
              isGood ? (
                <IconCircleCheck aria-label="right" color="var(--mantine-color-green-8)" />
              ) : (
                <IconCircleX aria-label="wrong" color="var(--mantine-color-red-8)" />
              )
            }
          >
            {says}
          </List.Item>
        ))}
      </List>
      <TextInput
        label="Find an entry"
        description="The id of your application, as it stands on your own page."
        value={sought}
        onChange={(event) => setSought(event.currentTarget.value)}
        maw={420}
      />
      <div role="status">
        {sought.trim() !== '' && found.length === 0 && <Text>This id is not on the list.</Text>}
        {found.map((line) => (
          <Text key={line}>
            Place {line.split(' ')[0]}:{' '}
            {isOrder(draw)
              ? 'before everybody of the same score with a higher place'
              : Number(line.split(' ')[0]) <= places
                ? 'drawn'
                : 'on the waiting list'}
            .
          </Text>
        ))}
      </div>
      <Title order={3} size="h5">
        The first {Math.min(SHOWN, lines.length)} of {lines.length}
        {isOrder(draw) ? '; the order decides between equals' : `; ${places} have a place`}
      </Title>
      <Code block>{lines.slice(0, SHOWN).join('\n')}</Code>
    </Stack>
  );
}

function Verification({ draw }: { draw: Draw }) {
  const [state, setState] = useState<{ done?: number; verified?: Verified; error?: string }>({});
  const run = async (): Promise<void> => {
    setState({ done: 0 });
    try {
      const [file, result] = await Promise.all([
        fetchText(`/api/v1/draws/${draw.id}/file`),
        fetchText(`/api/v1/draws/${draw.id}/result`),
      ]);
      setState({ verified: await verifyDraw(file, result, (done) => setState({ done })) });
    } catch (error) {
      setState({ error: error instanceof Error ? error.message : String(error) });
    }
  };
  const { done, verified, error } = state;
  const isGood = verified?.checks.every((check) => check.isGood) ?? false;
  return (
    <Paper withBorder p="lg">
      <Stack>
        <Title order={2} size="h4">
          Check it yourself
        </Title>
        <Text>
          Your browser recomputes the whole draw from the public file. The same is done by{' '}
          <Code>node scripts/verify-draw.mjs draw.txt --result result.txt</Code>, which needs nothing but
          Node.
        </Text>
        <Group>
          <Button onClick={() => void run()} loading={done !== undefined && verified === undefined}>
            Recompute in this browser
          </Button>
          <Button
            component="a"
            variant="light"
            href={`/api/v1/draws/${draw.id}/file`}
            download={`${draw.id}.txt`}
          >
            Download the file
          </Button>
          <Button
            component="a"
            variant="light"
            href={`/api/v1/draws/${draw.id}/result`}
            download={`${draw.id}-result.txt`}
          >
            Download the result
          </Button>
        </Group>
        {done !== undefined && verified === undefined && (
          <Progress value={done * 100} aria-label="Share of the draw that is recomputed" />
        )}
        {error !== undefined && (
          <Alert color="red" title="It could not be recomputed">
            {error}
          </Alert>
        )}
        <div role="status">
          {verified !== undefined && (
            <Alert
              color={isGood ? 'green' : 'red'}
              title={isGood ? 'This draw is what it says' : 'This draw is not what it says'}
            />
          )}
        </div>
        {verified !== undefined && <Outcome verified={verified} draw={draw} />}
      </Stack>
    </Paper>
  );
}

const STANDING = {
  committed: 'The hash of the seed is public. The list follows when it closes, the seed after that.',
  frozen: 'The list is public and closed. The seed is revealed next, and with it the order.',
  revealed: 'Everything is public. Anybody can recompute the order.',
  cancelled: 'This draw was cancelled before its seed was known. Nobody won or lost by it.',
} as const;

/** For a tie the whole order counts: it decides between equals and gives no places. */
const isOrder = (draw: Pick<Draw, 'kind'>): boolean => draw.kind === 'grant_tie';

/** One draw: what was published when, and its recomputation in the visitor's own browser. */
export function DrawPage() {
  const { drawId } = useParams({ strict: false });
  const draw = useQuery({
    queryKey: ['draw', drawId],
    queryFn: () => unwrap(api.GET('/api/v1/draws/{id}', { params: { path: { id: drawId ?? '' } } })),
  });
  return (
    <QueryView query={draw} rows={4}>
      {(data) => (
        <>
          <PageHeader title={data.title} lead={STANDING[data.state]} />
          <Stack>
            <Steps draw={data} />
            {data.state === 'revealed' && <Verification draw={data} />}
            <Text size="sm">
              <Link to="/draws">All draws</Link> · how it works: the lowest SHA-256 of seed, digest of the
              list and entry comes first.
            </Text>
          </Stack>
        </>
      )}
    </QueryView>
  );
}
