import { Button, Group, Select, Stack, Text, Textarea, TextInput, Title } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';
import { ApiProblem } from '../../api/client';
import { When } from '../../ui/amounts';
import { ProblemNote } from '../../ui/problem-note';
import { AnswerField } from './answer-field';
import { Eligibility } from './eligibility';
import { FilesField } from './files-field';
import {
  HERE,
  useSaving,
  type Answer,
  type Answers,
  type Application,
  type Entry,
  type Written,
} from './use-applications';

const ZONES = [...new Set([HERE, 'UTC', ...Intl.supportedValuesOf('timeZone')])];

const addressesOf = (text: string): string[] => text.split(/\s+/).filter((line) => line !== '');
const areAddresses = (text: string): boolean =>
  addressesOf(text).every((line) => /^https?:\/\/[^/]+\.[^/]+/.test(line));

const begun = (application: Application | null) => ({
  statement: application?.statement ?? '',
  portfolio: application?.portfolio.join('\n') ?? '',
  answers: (application?.answers ?? {}) as Answers,
  team: application?.team ?? '',
  timeZone: application?.timeZone ?? HERE,
});

/** Writes an application: kept as a draft at a word, saved again by itself, sent when its author says so. */
export function ApplicationForm({
  programId,
  entry,
  application,
  onSent,
}: {
  programId: string;
  entry: Entry;
  application: Application | null;
  onSent: (application: Application) => void;
}) {
  const [values, setValues] = useState(() => begun(application));
  const saving = useSaving(programId, application);
  const { fields } = entry.form;
  const written = (now: typeof values): Written => ({ ...now, portfolio: addressesOf(now.portfolio) });
  const canKeep = values.statement.trim() !== '' && areAddresses(values.portfolio);
  const again = useDebouncedCallback((next: typeof values) => {
    if (next.statement.trim() !== '' && areAddresses(next.portfolio))
      saving.mutate({ written: written(next), isSent: false });
  }, 2_000);
  const change = (part: Partial<typeof values>) => {
    const next = { ...values, ...part };
    setValues(next);
    // What was never kept is not kept unasked.
    if (application !== null) again(next);
  };
  const answer = (key: string, given: Answer | undefined) => {
    const { [key]: _, ...rest } = values.answers;
    change({ answers: given === undefined ? rest : { ...rest, [key]: given } });
  };
  const faults = saving.error instanceof ApiProblem ? saving.error.faults : [];
  const faultOf = (key: string) => faults.find(({ field }) => field === key)?.says;
  const send = () => {
    again.cancel();
    saving.mutate({ written: written(values), isSent: true }, { onSuccess: onSent });
  };
  const isClosed = entry.closedBecause !== null;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Stack gap="lg" maw={760}>
        <Eligibility
          programId={programId}
          fields={fields.filter(({ eligibility }) => eligibility !== null)}
          answers={values.answers}
          faultOf={faultOf}
          onAnswer={answer}
        />
        <Stack component="section" gap="md">
          <Title order={2} size="h4">
            Your application
          </Title>
          <Textarea
            label="What would you try?"
            description="Who you are and what you want to make. Nobody is chosen for praise."
            required
            autosize
            minRows={3}
            maxLength={4_000}
            value={values.statement}
            onChange={(event) => change({ statement: event.currentTarget.value })}
          />
          {fields
            .filter(({ eligibility }) => eligibility === null)
            .map((field) => (
              <AnswerField
                key={field.key}
                field={field}
                value={values.answers[field.key]}
                error={faultOf(field.key)}
                onChange={(given) => answer(field.key, given)}
              />
            ))}
          <Textarea
            label="Works of yours"
            description="Addresses, one a line. None is fine too."
            autosize
            minRows={2}
            error={
              areAddresses(values.portfolio) ? undefined : 'Each address begins with https:// or http://.'
            }
            value={values.portfolio}
            onChange={(event) => change({ portfolio: event.currentTarget.value })}
          />
          <FilesField
            application={application}
            needed={entry.form.filesNeeded}
            canKeep={canKeep}
            ensure={() => saving.mutateAsync({ written: written(values), isSent: false })}
          />
          <TextInput
            label="Studio, company or school"
            description="Nobody of the same one scores your application; reviewers do not see it."
            maxLength={160}
            value={values.team}
            onChange={(event) => change({ team: event.currentTarget.value })}
          />
          <Select
            label="Your time zone"
            description="Deadlines are told to you in it."
            searchable
            allowDeselect={false}
            maw={320}
            data={ZONES}
            value={values.timeZone}
            onChange={(timeZone) => timeZone !== null && change({ timeZone })}
          />
        </Stack>
        {saving.isError && <ProblemNote error={saving.error} />}
        <Group>
          <Button
            type="submit"
            disabled={!canKeep || isClosed}
            loading={saving.isPending && saving.variables.isSent}
          >
            Send the application
          </Button>
          <Button
            variant="default"
            disabled={!canKeep}
            onClick={() => saving.mutate({ written: written(values), isSent: false })}
          >
            Keep as a draft
          </Button>
          <Text size="sm" c="dimmed" role="status">
            {saving.isPending
              ? 'Saving…'
              : application !== null &&
                !saving.isError && (
                  <>
                    Draft saved <When at={application.updatedAt} />.
                  </>
                )}
          </Text>
        </Group>
      </Stack>
    </form>
  );
}
