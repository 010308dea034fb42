import { Alert, Button, Code, CopyButton, Group, Paper, Stack, Table, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { When } from '../../ui/amounts';
import { EmptyState } from '../../ui/empty-state';
import { ProblemNote } from '../../ui/problem-note';
import { QueryView } from '../../ui/query-view';
import { trapsQuery, useTrap } from './use-incidents';

/** Keys that look real and are nobody's. */
export function TrapsPanel() {
  const traps = useQuery(trapsQuery);
  const lay = useTrap();
  const [place, setPlace] = useState('');
  return (
    <Stack maw={860}>
      <Text size="sm">
        A bait looks like a key and opens nothing. Lay it where nobody has business: an example folder, a
        backup, a test account. Whoever uses it has read something that was not for them, and every manager
        hears of it.
      </Text>
      <Paper withBorder p="lg">
        <form
          onSubmit={(event) => {
            event.preventDefault();
            lay.mutate(place, { onSuccess: () => setPlace('') });
          }}
        >
          <Group align="flex-end">
            <TextInput
              label="Where it will lie"
              maxLength={200}
              w={360}
              withAsterisk
              value={place}
              onChange={(event) => setPlace(event.currentTarget.value)}
            />
            <Button type="submit" loading={lay.isPending} disabled={place.trim().length < 3}>
              Make a bait
            </Button>
          </Group>
        </form>
        {lay.isError && <ProblemNote error={lay.error} />}
        {lay.data !== undefined && (
          <Alert mt="md" color="yellow" variant="light" title="Shown only now">
            <Group>
              <Code style={{ overflowWrap: 'anywhere' }}>{lay.data.secret}</Code>
              <CopyButton value={lay.data.secret}>
                {({ copied, copy }) => (
                  <Button size="xs" variant="light" onClick={copy}>
                    {copied ? 'Copied' : 'Copy'}
                  </Button>
                )}
              </CopyButton>
            </Group>
          </Alert>
        )}
      </Paper>
      <QueryView query={traps}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title="No bait is laid">
              Make one above and put it where it must not be found.
            </EmptyState>
          ) : (
            <Table>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>Place</Table.Th>
                  <Table.Th>Bait</Table.Th>
                  <Table.Th>Laid</Table.Th>
                  <Table.Th>Last taken</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {items.map((trap) => (
                  <Table.Tr key={trap.id}>
                    <Table.Td>{trap.place}</Table.Td>
                    <Table.Td>
                      <Code>{`${trap.prefix}…${trap.lastFour}`}</Code>
                    </Table.Td>
                    <Table.Td>
                      <When at={trap.createdAt} />
                    </Table.Td>
                    <Table.Td>{trap.sprungAt === null ? 'never' : <When at={trap.sprungAt} />}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          )
        }
      </QueryView>
    </Stack>
  );
}
