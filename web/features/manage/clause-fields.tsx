import { Button, Group, Select, Stack, Textarea, TextInput } from '@mantine/core';
import type { Clause } from './use-manage';

export const DOCUMENTS = [
  { value: 'terms', label: 'Terms', prefix: 'T' },
  { value: 'confidentiality', label: 'Confidentiality', prefix: 'C' },
  { value: 'responsible_use', label: 'Responsible use', prefix: 'RU' },
  { value: 'sharing', label: 'Sharing', prefix: 'S' },
  { value: 'compensation', label: 'Compensation', prefix: 'CO' },
] as const;

const EVENTS = [
  { value: 'public_release' as const, label: 'the model is public' },
  { value: 'programme_end' as const, label: 'the programme ends' },
];

/** An empty clause of a document, with the next free id of its kind. */
export function nextClause(document: Clause['document'], clauses: readonly Clause[]): Clause {
  const prefix = DOCUMENTS.find(({ value }) => value === document)?.prefix ?? 'T';
  const taken = clauses.map(({ id }) => id);
  let number = 1;
  while (taken.includes(`${prefix}-${number}`)) number += 1;
  return { id: `${prefix}-${number}`, document, title: '', text: '', summary: '', examples: [''] };
}

/** What the first version begins with: a clause to write for each document, because none may be missing. */
export const firstClauses = (): Clause[] => DOCUMENTS.map(({ value }) => nextClause(value, []));

/** The fields of one clause. Errors come from `errors`, by the name of the field. */
export function ClauseFields({
  clause,
  errors,
  onChange,
  onRemove,
}: {
  clause: Clause;
  errors: Readonly<Record<string, string>>;
  onChange: (clause: Clause) => void;
  onRemove: () => void;
}) {
  const set = (change: Partial<Clause>) => onChange({ ...clause, ...change });
  return (
    <Stack gap="sm">
      <Group align="flex-start" grow>
        <TextInput
          label="Id"
          description="Stays the same over versions"
          required
          value={clause.id}
          error={errors.id}
          onChange={(event) => set({ id: event.currentTarget.value })}
        />
        <Select
          label="Document"
          description="Where it stands"
          required
          allowDeselect={false}
          data={DOCUMENTS.map(({ value, label }) => ({ value, label }))}
          value={clause.document}
          error={errors.document}
          onChange={(document) => set({ document: document ?? 'terms' })}
        />
        <TextInput
          type="date"
          label="Binds until"
          description={
            clause.document === 'confidentiality' ? 'Secrecy must end' : 'Empty: as long as enrolled'
          }
          required={clause.document === 'confidentiality' && clause.endsOn === undefined}
          value={clause.endsAt?.slice(0, 10) ?? ''}
          error={errors.endsAt}
          onChange={(event) => {
            const day = event.currentTarget.value;
            const { endsAt: _, ...rest } = clause;
            onChange(day === '' ? rest : { ...rest, endsAt: `${day}T00:00:00Z` });
          }}
        />
        <Select
          label="Or until"
          description="The event that ends it"
          placeholder="No event"
          clearable
          data={EVENTS}
          value={clause.endsOn ?? null}
          onChange={(event) => {
            const { endsOn: _, ...rest } = clause;
            const endsOn = EVENTS.find(({ value }) => value === event)?.value;
            onChange(endsOn === undefined ? rest : { ...rest, endsOn });
          }}
        />
      </Group>
      <TextInput
        label="Heading"
        required
        maxLength={120}
        value={clause.title}
        error={errors.title}
        onChange={(event) => set({ title: event.currentTarget.value })}
      />
      <Textarea
        label="The rule"
        required
        autosize
        minRows={2}
        maxLength={4000}
        value={clause.text}
        error={errors.text}
        onChange={(event) => set({ text: event.currentTarget.value })}
      />
      <Textarea
        label="In plain language"
        required
        autosize
        maxLength={600}
        value={clause.summary}
        error={errors.summary}
        onChange={(event) => set({ summary: event.currentTarget.value })}
      />
      <Textarea
        label="Examples"
        description="One on each line, at least one"
        required
        autosize
        minRows={2}
        value={clause.examples.join('\n')}
        error={errors.examples}
        onChange={(event) => set({ examples: event.currentTarget.value.split('\n') })}
      />
      <Group justify="flex-end">
        <Button variant="subtle" color="red" onClick={onRemove}>
          Leave this clause out
        </Button>
      </Group>
    </Stack>
  );
}
