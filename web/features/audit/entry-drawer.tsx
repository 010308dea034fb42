import { Anchor, Code, Drawer, Stack, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { QueryView } from '../../ui/query-view';
import { entryQuery, type EntryDetail } from './use-audit';

type OnFilter = (filter: { actor?: string; subject?: string; act?: string }) => void;

function Row({ name, children }: { name: string; children: ReactNode }) {
  return (
    <Table.Tr>
      <Table.Th w={130}>{name}</Table.Th>
      <Table.Td style={{ overflowWrap: 'anywhere' }}>{children}</Table.Td>
    </Table.Tr>
  );
}

function Detail({ entry, onFilter }: { entry: EntryDetail; onFilter: OnFilter }) {
  const only = (filter: Parameters<OnFilter>[0], words: string) => (
    <Anchor inherit component="button" type="button" onClick={() => onFilter(filter)}>
      {words}
    </Anchor>
  );
  return (
    <Stack>
      <Table verticalSpacing={6}>
        <Table.Tbody>
          <Row name="When">
            {new Date(entry.at).toLocaleString(undefined, { timeStyle: 'medium', dateStyle: 'medium' })}
          </Row>
          <Row name="Who">
            {only({ actor: entry.actor }, entry.actorName ?? entry.actor)}
            {entry.actorName !== null && (
              <Text size="xs" c="dimmed">
                <Code>{entry.actor}</Code>
              </Text>
            )}
          </Row>
          <Row name="By means of">
            {entry.via}
            {entry.keyId !== null && (
              <>
                {' '}
                <Code>{entry.keyId}</Code>
              </>
            )}
          </Row>
          <Row name="Did what">{only({ act: entry.act }, entry.act)}</Row>
          <Row name="To what">{only({ subject: entry.subject }, entry.subject)}</Row>
          <Row name="Seal">
            {entry.seal === null ? (
              'Not sealed yet; that takes seconds.'
            ) : (
              <>
                Number {entry.seal.id}, {new Date(entry.seal.at).toLocaleString()}
                <Text size="xs" c="dimmed">
                  <Code>{entry.seal.hash}</Code>
                </Text>
              </>
            )}
          </Row>
        </Table.Tbody>
      </Table>
      <Code block aria-label="Values of the act" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        {JSON.stringify(entry.details, null, 2)}
      </Code>
    </Stack>
  );
}

/** One entry beside the list: all of it, and the seal that holds it. */
export function EntryDrawer({
  id,
  onClose,
  onFilter,
}: {
  id: string | null;
  onClose: () => void;
  onFilter: OnFilter;
}) {
  const entry = useQuery({ ...entryQuery(id ?? ''), enabled: id !== null });
  return (
    <Drawer opened={id !== null} onClose={onClose} position="right" size="lg" title={`Entry ${id ?? ''}`}>
      <QueryView query={entry}>{(found) => <Detail entry={found} onFilter={onFilter} />}</QueryView>
    </Drawer>
  );
}
