import { Anchor, Button, Code, Group, Select, Table, Text, TextInput } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { When } from '../../ui/amounts';
import { EmptyState } from '../../ui/empty-state';
import { PageHeader } from '../../ui/page-header';
import { PagedView } from '../../ui/paged-view';
import { useFilters } from '../../ui/use-filters';
import { ChainCard } from './chain-card';
import { EntryDrawer } from './entry-drawer';
import { actsQuery, auditQuery, startOf, type AuditFilter, type Entry } from './use-audit';

const NAMES = ['actor', 'act', 'subject', 'from', 'until', 'entry'] as const;
type Change = (next: Partial<Record<(typeof NAMES)[number], string | null>>) => void;
type Values = Partial<Record<(typeof NAMES)[number], string>>;

/** A text that becomes a filter on Enter or when it is left, so that half an id asks nothing. */
function IdField({
  label,
  value,
  onSet,
}: {
  label: string;
  value: string;
  onSet: (next: string | null) => void;
}) {
  const [text, setText] = useState(value);
  const settle = () => {
    if (text.trim() !== value) onSet(text.trim() === '' ? null : text.trim());
  };
  return (
    <TextInput
      label={label}
      placeholder="Id"
      value={text}
      maxLength={200}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={settle}
      onKeyDown={(event) => event.key === 'Enter' && settle()}
    />
  );
}

function Filters({ values, change }: { values: Values; change: Change }) {
  const acts = useQuery(actsQuery);
  const day = (name: 'from' | 'until', label: string) => (
    <TextInput
      type="date"
      label={label}
      value={values[name] ?? ''}
      onChange={(event) => change({ [name]: event.currentTarget.value || null })}
    />
  );
  return (
    <Group mb="md" align="flex-end">
      <IdField
        key={`who ${values.actor ?? ''}`}
        label="Who"
        value={values.actor ?? ''}
        onSet={(actor) => change({ actor })}
      />
      <Select
        label="Did what"
        placeholder="Anything"
        searchable
        clearable
        data={acts.data?.items ?? (values.act === undefined ? [] : [values.act])}
        value={values.act ?? null}
        onChange={(act) => change({ act })}
      />
      <IdField
        key={`what ${values.subject ?? ''}`}
        label="To what"
        value={values.subject ?? ''}
        onSet={(subject) => change({ subject })}
      />
      {day('from', 'From')}
      {day('until', 'Up to')}
    </Group>
  );
}

function Entries({ items, change }: { items: readonly Entry[]; change: Change }) {
  return (
    <Table.ScrollContainer minWidth={720}>
      <Table verticalSpacing="xs" highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Entry</Table.Th>
            <Table.Th>When</Table.Th>
            <Table.Th>Who</Table.Th>
            <Table.Th>Did what</Table.Th>
            <Table.Th>To what</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map((entry) => (
            <Table.Tr key={entry.id}>
              <Table.Td>
                <Anchor
                  inherit
                  component="button"
                  type="button"
                  aria-label={`Open entry ${entry.id}`}
                  onClick={() => change({ entry: entry.id })}
                >
                  {entry.id}
                </Anchor>
              </Table.Td>
              <Table.Td>
                <When at={entry.at} />
              </Table.Td>
              <Table.Td>
                {entry.actorName ?? entry.actor}
                {entry.via === 'key' && (
                  <Text span size="xs" c="dimmed">
                    {' '}
                    by key
                  </Text>
                )}
              </Table.Td>
              <Table.Td>{entry.act}</Table.Td>
              <Table.Td>
                <Code>{entry.subject}</Code>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

/** Who did what, when, to what: searched by filters that are in the address, with the proof that nothing was changed. */
export function AuditPage() {
  const [values, change] = useFilters(NAMES);
  const [from, until] = [startOf(values.from), startOf(values.until, 1)];
  const filter: AuditFilter = {
    ...(values.actor && { actor: values.actor }),
    ...(values.act && { act: values.act }),
    ...(values.subject && { subject: values.subject }),
    ...(from && { from }),
    ...(until && { until }),
  };
  const entries = useInfiniteQuery(auditQuery(filter));
  const isFiltered = Object.keys(filter).length > 0;
  const showAll = () => change({ actor: null, act: null, subject: null, from: null, until: null });
  return (
    <>
      <PageHeader
        title="Audit"
        lead="Every consequential act, written in the transaction of the act itself and sealed so that a change would show."
        action={
          <Button
            component="a"
            href={`/api/v1/audit.csv?${new URLSearchParams({ ...filter }).toString()}`}
            download="audit.csv"
            variant="default"
            leftSection={<IconDownload size={16} aria-hidden />}
          >
            CSV of this list
          </Button>
        }
      />
      <ChainCard />
      <Filters values={values} change={change} />
      <PagedView
        query={entries}
        empty={
          <EmptyState
            title={isFiltered ? 'No act fits these filters' : 'Nothing was done yet'}
            action={
              isFiltered && (
                <Button variant="light" onClick={showAll}>
                  Show all
                </Button>
              )
            }
          >
            Sign-ins, keys, decisions, payments and changes of the programme appear here as they happen.
          </EmptyState>
        }
      >
        {(items) => <Entries items={items} change={change} />}
      </PagedView>
      <EntryDrawer
        id={values.entry ?? null}
        onClose={() => change({ entry: null })}
        onFilter={(only) => change({ entry: null, ...only })}
      />
    </>
  );
}
