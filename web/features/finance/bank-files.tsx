import { Button, Code, Group, Paper, Stack, Table, Text, TextInput, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Money, When } from '../../ui/amounts';
import { ProblemNote } from '../../ui/problem-note';
import { QueryView } from '../../ui/query-view';
import { StateBadge } from '../../ui/state-badge';
import { VerbButtons, type VerbLook } from '../../ui/verb-buttons';
import {
  bankFileQuery,
  bankFilesQuery,
  useBankWord,
  useMakeFile,
  type BankFile,
  type BankVerb,
} from './use-bank-files';
import type { BatchDetail } from './use-finance';

const LOOKS: Record<BankVerb, VerbLook> = {
  execute: { label: 'Executed', variant: 'subtle' },
  refuse: { label: 'Refused', color: 'red', variant: 'subtle' },
  return: { label: 'Came back', color: 'red', variant: 'subtle' },
};

function Lines({ file }: { file: BankFile }) {
  const [reason, setReason] = useState('');
  const detail = useQuery(bankFileQuery(file.batchId, file.id));
  const word = useBankWord(file.id);
  const say = (payoutId: string, verb: string) =>
    word.mutate({ payoutId, verb: verb as BankVerb, ...(reason.trim() !== '' && { reason: reason.trim() }) });
  return (
    <>
      {word.isError && <ProblemNote error={word.error} />}
      <TextInput
        label="What the bank says"
        description="For refused and came back"
        maxLength={200}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <QueryView query={detail} rows={1}>
        {({ lines }) => (
          <Table aria-label="Payments of this file">
            <Table.Tbody>
              {lines.map((line) => (
                <Table.Tr key={line.payoutId}>
                  <Table.Td>{line.person.name}</Table.Td>
                  <Table.Td>
                    <StateBadge state={line.state} />
                    {line.reason !== null && <Text size="xs">{line.reason}</Text>}
                  </Table.Td>
                  <Table.Td ta="right">
                    <Money value={line.amount} />
                  </Table.Td>
                  <Table.Td>
                    <VerbButtons
                      available={line.available}
                      looks={LOOKS}
                      isBusy={word.isPending}
                      onAct={(verb) => say(line.payoutId, verb)}
                    />
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        )}
      </QueryView>
    </>
  );
}

function FileCard({ file }: { file: BankFile }) {
  const word = useBankWord(file.id);
  return (
    <Paper withBorder p="md">
      <Stack gap="sm">
        <Text size="sm">
          <b>{file.name}</b>, {file.orders} {file.orders === 1 ? 'payment' : 'payments'},{' '}
          <Money value={file.total} />, to be executed on {file.executeOn}. Made by {file.madeBy.name}{' '}
          <When at={file.createdAt} />.
        </Text>
        <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          SHA-256 <Code>{file.sha256}</Code>
        </Text>
        <Group gap="xs">
          <Button
            component="a"
            href={`/api/v1/bank-files/${file.id}/content`}
            download={file.name}
            variant="light"
          >
            Download
          </Button>
          {file.open > 0 && (
            <Button
              variant="default"
              loading={word.isPending}
              onClick={() => word.mutate({ payoutId: null, verb: 'execute' })}
            >
              The bank has executed all {file.open}
            </Button>
          )}
        </Group>
        {word.isError && <ProblemNote error={word.error} />}
        <Lines file={file} />
      </Stack>
    </Paper>
  );
}

/** Payments that are on their way and in no file yet. */
function waiting({ states }: BatchDetail, files: readonly BankFile[]): number {
  const travelling = states.find(({ state }) => state === 'in_transit')?.count ?? 0;
  return travelling - files.reduce((sum, { open }) => sum + open, 0);
}

/** Payments that a person carries to the bank: the file, and what the bank did with it. */
export function BankFiles({ batch }: { batch: BatchDetail }) {
  const files = useQuery(bankFilesQuery(batch.id));
  const make = useMakeFile(batch.id);
  return (
    <section>
      <Title order={2} size="h4" mb="xs">
        Bank file
      </Title>
      <QueryView query={files} rows={1}>
        {({ items }) => (
          <Stack>
            {items.map((file) => (
              <FileCard key={file.id} file={file} />
            ))}
            {items.length === 0 && (
              <Text size="sm">
                Nothing has gone to the bank yet. Make the file, hand it to the bank, then write down here
                what its statement says.
              </Text>
            )}
            {make.isError && <ProblemNote error={make.error} />}
            {waiting(batch, items) > 0 && (
              <Group>
                <Text size="sm">
                  {waiting(batch, items)} {waiting(batch, items) === 1 ? 'payment waits' : 'payments wait'}{' '}
                  for a file.
                </Text>
                <Button variant="light" loading={make.isPending} onClick={() => make.mutate()}>
                  Make the file
                </Button>
              </Group>
            )}
          </Stack>
        )}
      </QueryView>
    </section>
  );
}
