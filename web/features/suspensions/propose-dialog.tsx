import { Checkbox, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { programChoicesQuery, programQuery } from '../../api/programs';
import { FormDialog } from '../../ui/form-dialog';
import { GROUNDS, membersQuery, usePropose, type Proposal } from './use-suspensions';

type Ground = NonNullable<Proposal['ground']>;
type Scope = NonNullable<Proposal['scope']>[number];

const DAY = 86_400_000;
const dayAfter = (days: number): string => new Date(Date.now() + days * DAY).toISOString().slice(0, 10);

const EMPTY = {
  enrollmentId: '',
  ground: 'terms',
  clauseId: '',
  facts: '',
  remedy: '',
  until: dayAfter(7),
  also: [] as string[],
};

/** Proposes a suspension. It happens only when a second person confirms. */
export function ProposeDialog({ onClose }: { onClose: () => void }) {
  const [programId, setProgramId] = useState('');
  const [values, setValues] = useState(EMPTY);
  const programs = useQuery(programChoicesQuery);
  const members = useQuery(membersQuery(programId));
  const program = useQuery({ ...programQuery(programId), enabled: programId !== '' });
  const propose = usePropose(values.enrollmentId);
  const set = (change: Partial<typeof EMPTY>) => setValues((before) => ({ ...before, ...change }));
  const clauses = program.data?.terms?.clauses ?? [];
  const clause = clauses.find(({ id }) => id === values.clauseId);
  const isReady =
    values.enrollmentId !== '' &&
    clause !== undefined &&
    values.facts.trim().length >= 20 &&
    values.remedy.trim().length >= 5 &&
    values.until !== '';
  const send = () =>
    propose.mutate(
      {
        clauseId: values.clauseId,
        ground: values.ground as Ground,
        facts: values.facts.trim(),
        remedy: values.remedy.trim(),
        scope: ['generation', ...(values.also as Scope[])],
        endsAt: new Date(`${values.until}T23:59:59Z`).toISOString(),
      },
      {
        onSuccess: () => {
          notifications.show({ message: 'Proposed. It waits for a second person.' });
          onClose();
        },
      },
    );
  return (
    <FormDialog
      opened
      title="Propose a suspension"
      confirm="Propose"
      isBusy={propose.isPending}
      isReady={isReady}
      error={propose.error}
      onConfirm={send}
      onClose={onClose}
    >
      <Stack gap="sm">
        <Text size="sm">
          It closes making clips until its end, and nothing else unless you say so. Portal, archive, feedback,
          appeal and pay always stay open. The artist reads every word of this.
        </Text>
        <Select
          label="Programme"
          required
          searchable
          data={(programs.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          value={programId === '' ? null : programId}
          onChange={(value) => {
            setProgramId(value ?? '');
            set({ enrollmentId: '', clauseId: '' });
          }}
        />
        <Select
          label="Artist"
          required
          searchable
          disabled={programId === ''}
          nothingFoundMessage="Nobody is in"
          data={(members.data ?? []).map(({ id, personName }) => ({ value: id, label: personName }))}
          value={values.enrollmentId === '' ? null : values.enrollmentId}
          onChange={(value) => set({ enrollmentId: value ?? '' })}
        />
        <Select
          label="Clause that was broken"
          required
          searchable
          disabled={clauses.length === 0}
          {...(clause !== undefined && { description: clause.text })}
          data={clauses.map(({ id, title }) => ({ value: id, label: `${id}: ${title}` }))}
          value={values.clauseId === '' ? null : values.clauseId}
          onChange={(value) => set({ clauseId: value ?? '' })}
        />
        <Select
          label="Ground"
          required
          allowDeselect={false}
          data={Object.entries(GROUNDS).map(([value, label]) => ({ value, label }))}
          value={values.ground}
          onChange={(value) => set({ ground: value ?? 'terms' })}
        />
        <Textarea
          label="What happened"
          description="At least 20 characters"
          required
          autosize
          minRows={3}
          maxLength={4000}
          value={values.facts}
          onChange={(event) => set({ facts: event.currentTarget.value })}
        />
        <Textarea
          label="What would change it"
          required
          autosize
          minRows={2}
          maxLength={2000}
          value={values.remedy}
          onChange={(event) => set({ remedy: event.currentTarget.value })}
        />
        <Checkbox.Group
          label="It also closes"
          description="Only what the clause is about. What was begun goes on and is paid."
          value={values.also}
          onChange={(also) => set({ also })}
        >
          <Stack gap="xs" mt="xs">
            <Checkbox value="sharing" label="Handing in works to be shared" />
            <Checkbox value="tasks" label="Taking new paid tasks" />
          </Stack>
        </Checkbox.Group>
        <TextInput
          label="Last day"
          description="It ends by itself at the end of that day (UTC)"
          type="date"
          required
          min={dayAfter(0)}
          value={values.until}
          onChange={(event) => set({ until: event.currentTarget.value })}
        />
      </Stack>
    </FormDialog>
  );
}
