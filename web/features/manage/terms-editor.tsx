import {
  Accordion,
  Badge,
  Button,
  Group,
  Menu,
  SegmentedControl,
  Select,
  Stack,
  Text,
  Textarea,
} from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ProblemNote } from '../../ui/problem-note';
import { ClauseFields, DOCUMENTS, nextClause } from './clause-fields';
import { asBodies, cleaned, faultsOf, parseClauses } from './terms-draft';
import { termsQuery, usePublish, type Clause, type Program } from './use-manage';

function ClauseList({
  clauses,
  error,
  onChange,
}: {
  clauses: Clause[];
  error: unknown;
  onChange: (clauses: Clause[]) => void;
}) {
  const faults = faultsOf(error, clauses);
  const [open, setOpen] = useState<string[]>([]);
  const add = (document: Clause['document']) => {
    setOpen([...open, String(clauses.length)]);
    onChange([...clauses, nextClause(document, clauses)]);
  };
  return (
    <Stack>
      <Accordion
        multiple
        variant="separated"
        // A clause with a fault opens by itself, so that the fault is seen.
        value={[...new Set([...open, ...Object.keys(faults)])]}
        onChange={setOpen}
      >
        {clauses.map((clause, index) => (
          <Accordion.Item key={index} value={String(index)}>
            <Accordion.Control>
              <Group gap="xs">
                <Badge variant="default" className="figures" styles={{ label: { textTransform: 'none' } }}>
                  {clause.id}
                </Badge>
                <Text fw={600} size="sm">
                  {clause.title === '' ? 'New clause' : clause.title}
                </Text>
                <Text size="xs" c="dimmed">
                  {clause.document.replaceAll('_', ' ')}
                </Text>
                {faults[index] !== undefined && (
                  <Badge color="red" styles={{ label: { textTransform: 'none' } }}>
                    to mend
                  </Badge>
                )}
              </Group>
            </Accordion.Control>
            <Accordion.Panel>
              <ClauseFields
                clause={clause}
                errors={faults[index] ?? {}}
                onChange={(next) => onChange(clauses.map((old, at) => (at === index ? next : old)))}
                onRemove={() => onChange(clauses.filter((_, at) => at !== index))}
              />
            </Accordion.Panel>
          </Accordion.Item>
        ))}
      </Accordion>
      <Menu>
        <Menu.Target>
          <Button variant="light">Add a clause</Button>
        </Menu.Target>
        <Menu.Dropdown>
          {DOCUMENTS.map(({ value, label }) => (
            <Menu.Item key={value} onClick={() => add(value)}>
              {label}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </Stack>
  );
}

function JsonField({ clauses, onChange }: { clauses: Clause[]; onChange: (clauses: Clause[]) => void }) {
  const [text, setText] = useState(() => JSON.stringify(cleaned(clauses), null, 2));
  const { fault } = parseClauses(text);
  return (
    <Textarea
      label="Clauses as JSON"
      description="Paste a whole set here; the form shows it too"
      autosize
      minRows={12}
      maxRows={28}
      styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
      value={text}
      error={fault}
      onChange={(event) => {
        setText(event.currentTarget.value);
        const parsed = parseClauses(event.currentTarget.value);
        if (parsed.clauses !== null) onChange(parsed.clauses);
      }}
    />
  );
}

/** The next version of the terms, starting from an earlier one. The server says what may not be published. */
export function TermsEditor({ program, onDone }: { program: Program; onDone: (version: number) => void }) {
  const queries = useQueryClient();
  const inForce = program.terms?.version ?? 0;
  const [start, setStart] = useState(String(inForce));
  const [look, setLook] = useState('form');
  const [clauses, setClauses] = useState<Clause[]>(() => asBodies(program.terms?.clauses ?? []));
  const publish = usePublish(program.id, onDone);
  const startFrom = async (version: string | null) => {
    if (version === null) return;
    const terms = await queries.fetchQuery(termsQuery(program.id, Number(version)));
    setStart(version);
    setClauses(asBodies(terms.clauses));
    publish.reset();
  };
  const versions = Array.from({ length: inForce }, (_, index) => String(inForce - index));
  return (
    <form
      aria-label="Next version of the terms"
      onSubmit={(event) => {
        event.preventDefault();
        publish.mutate({ kind: 'terms', body: { clauses: cleaned(clauses) } });
      }}
    >
      <Stack>
        <Group align="flex-end" justify="space-between">
          {inForce > 0 && (
            <Select
              label="Start from"
              allowDeselect={false}
              data={versions.map((value) => ({ value, label: `Version ${value}` }))}
              value={start}
              onChange={(version) => void startFrom(version)}
            />
          )}
          <SegmentedControl
            aria-label="How to edit"
            data={[
              { value: 'form', label: 'Form' },
              { value: 'json', label: 'JSON' },
            ]}
            value={look}
            onChange={setLook}
          />
        </Group>
        {look === 'form' ? (
          <ClauseList key={start} clauses={clauses} error={publish.error} onChange={setClauses} />
        ) : (
          <JsonField key={start} clauses={clauses} onChange={setClauses} />
        )}
        <Text size="sm" c="dimmed">
          A published version never changes. Artists who are in read the new one and accept it, or leave with
          all they have earned.
        </Text>
        {publish.isError && <ProblemNote error={publish.error} />}
        <Group justify="flex-end">
          <Button type="submit" loading={publish.isPending} disabled={clauses.length === 0}>
            Publish version {inForce + 1}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
