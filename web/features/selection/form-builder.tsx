import {
  Alert,
  Button,
  Checkbox,
  Group,
  List,
  NumberInput,
  Stack,
  Text,
  Textarea,
  Title,
} from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, unwrap, type Schemas } from '../../api/client';
import { ProblemNote } from '../../ui/problem-note';
import { RubricFields, STARTING_RUBRIC } from '../../ui/rubric-fields';
import { FieldEditor } from './field-editor';
import { lintQuery, useSelectionAct, type Field, type Form, type FormDraft } from './use-selection';

const begun = ({ intro, fields, rubric, filesNeeded }: Form): FormDraft => ({
  intro,
  fields,
  rubric,
  filesNeeded,
});

/** A name that no other question has. */
function freshField(fields: readonly Field[]): Field {
  let number = fields.length + 1;
  while (fields.some(({ key }) => key === `q${number}`)) number += 1;
  return {
    key: `q${number}`,
    label: '',
    help: '',
    kind: 'text',
    isRequired: false,
    maxLength: null,
    min: null,
    max: null,
    options: [],
    isBlind: true,
    eligibility: null,
  };
}

function swapped<T>(list: readonly T[], index: number, by: -1 | 1): T[] {
  const next = [...list];
  const [moved] = next.splice(index, 1);
  if (moved !== undefined) next.splice(index + by, 0, moved);
  return next;
}

function Faults({ faults }: { faults: readonly string[] }) {
  return (
    <div role="status">
      {faults.length > 0 && (
        <Alert color="yellow" title="Before it can be published">
          <List size="sm">
            {faults.map((fault) => (
              <List.Item key={fault}>{fault}</List.Item>
            ))}
          </List>
        </Alert>
      )}
    </div>
  );
}

function Questions({ fields, onChange }: { fields: Field[]; onChange: (fields: Field[]) => void }) {
  return (
    <Stack component="section" gap="sm">
      <Title order={2} size="h4">
        Questions
      </Title>
      <Text size="sm" c="dimmed">
        A statement and addresses of works are asked of everybody. Ask for nothing that does not decide.
      </Text>
      {fields.map((field, index) => (
        <FieldEditor
          key={field.key}
          field={field}
          index={index}
          count={fields.length}
          onChange={(part) => onChange(fields.map((one, at) => (at === index ? { ...one, ...part } : one)))}
          onMove={(by) => onChange(swapped(fields, index, by))}
          onRemove={() => onChange(fields.filter((_, at) => at !== index))}
        />
      ))}
      <Group>
        <Button variant="light" onClick={() => onChange([...fields, freshField(fields)])}>
          Add a question
        </Button>
      </Group>
    </Stack>
  );
}

/** The form of a programme: questions, conditions, rubric. Publishing makes the next version; sent applications keep theirs. */
export function FormBuilder({ programId, form }: { programId: string; form: Form }) {
  const [draft, setDraft] = useState<FormDraft>(() => begun(form));
  const [settled] = useDebouncedValue(draft, 400);
  const faults =
    useQuery({ ...lintQuery(programId, settled), placeholderData: keepPreviousData }).data?.faults ?? [];
  const change = (part: Partial<FormDraft>) => setDraft({ ...draft, ...part });
  const publish = useSelectionAct(
    (body: Schemas['FormBody'], headers) =>
      unwrap(
        api.POST('/api/v1/programs/{id}/application-form', {
          params: { path: { id: programId } },
          headers,
          body,
        }),
      ),
    ({ version }) => notifications.show({ message: `Version ${version} of the form is published.` }),
  );
  const hasRubric = draft.rubric.length > 0;
  return (
    <Stack gap="xl" maw={860}>
      <Textarea
        label="What stands above the questions"
        autosize
        minRows={2}
        maxLength={2_000}
        value={draft.intro}
        onChange={(event) => change({ intro: event.currentTarget.value })}
      />
      <Questions fields={draft.fields} onChange={(fields) => change({ fields })} />
      <NumberInput
        label="Files that are needed at least"
        maw={260}
        min={0}
        max={10}
        value={draft.filesNeeded}
        onChange={(value) => change({ filesNeeded: Number(value) })}
      />
      <Stack component="section" gap="sm">
        <Title order={2} size="h4">
          Rubric
        </Title>
        <Checkbox
          label="Applications are scored"
          checked={hasRubric}
          onChange={(event) => change({ rubric: event.currentTarget.checked ? STARTING_RUBRIC : [] })}
        />
        {hasRubric && <RubricFields rubric={draft.rubric} onChange={(rubric) => change({ rubric })} />}
      </Stack>
      <Faults faults={faults} />
      {publish.isError && <ProblemNote error={publish.error} />}
      <Group>
        <Button
          disabled={faults.length > 0}
          loading={publish.isPending}
          onClick={() => publish.mutate({ ...draft, basedOn: form.version })}
        >
          Publish version {form.version + 1}
        </Button>
        <Button variant="default" onClick={() => setDraft(begun(form))}>
          Back to version {form.version}
        </Button>
        <Text size="sm" c="dimmed">
          Drafts are checked against the newest version when they are sent; what was sent keeps its own.
        </Text>
      </Group>
    </Stack>
  );
}
