import { Accordion, Badge, Button, Group, Menu, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { ClauseFields, DOCUMENTS, nextClause } from './clause-fields';
import { cleaned, faultsOf, parseClauses } from './terms-draft';
import type { Clause } from './use-manage';

/** The clauses as a form, one to unfold at a time. */
export function ClauseList({
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

/** The clauses as JSON, to paste a whole set. */
export function JsonField({
  clauses,
  onChange,
}: {
  clauses: Clause[];
  onChange: (clauses: Clause[]) => void;
}) {
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
