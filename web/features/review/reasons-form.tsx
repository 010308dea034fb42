import { Button, Checkbox, Group, Radio, Stack, Text, Textarea, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useRef, type KeyboardEvent, type RefObject } from 'react';
import { policyQuery } from '../../api/programs';
import type { ClipControls, ClipRange } from '../../ui/clip-controls';
import { ProblemNote } from '../../ui/problem-note';
import { ClausePicker, type Cited } from './clause-picker';
import { sendByKeys } from './send-by-keys';
import { TimecodesField } from './timecodes-field';
import type { Detail, StepInput, Timecode } from './use-review';

type Statement = NonNullable<StepInput['statement']>;
type Ground = NonNullable<Statement['ground']>;

interface Draft {
  ground: Ground | '';
  cited: Cited;
  facts: string;
  timecodes: Timecode[];
  isAutomated: boolean;
  remedy: string;
}

const START: Draft = {
  ground: '',
  cited: { clauseId: '', termsVersion: 0 },
  facts: '',
  timecodes: [],
  isAutomated: false,
  remedy: '',
};

/** A second person begins with what the first one wrote. */
function startOf({ proposal }: Detail): Draft {
  const said = proposal?.statement;
  if (said === null || said === undefined) return START;
  return {
    ground: said.ground ?? '',
    cited: { clauseId: said.clauseId ?? '', termsVersion: said.termsVersion ?? 0 },
    facts: said.facts ?? '',
    timecodes: [...(said.timecodes ?? [])],
    isAutomated: said.isAutomated ?? false,
    remedy: said.remedy ?? '',
  };
}

const statementOf = ({ ground, cited, ...rest }: Draft): Statement => ({
  ...rest,
  ...cited,
  ...(ground === '' ? {} : { ground }),
});

/** A number that is typed into a text is no choice. */
const isWriting = (target: EventTarget): boolean =>
  target instanceof Element &&
  target.closest('textarea, input:not([type="radio"], [type="checkbox"])') !== null;

/** The statement of reasons: what is sent is what the artist reads, so every part is asked for. */
export function ReasonsForm({
  detail,
  player,
  range = null,
  title,
  confirm,
  isBusy,
  error,
  onSend,
  onBack,
}: {
  detail: Detail;
  player: RefObject<ClipControls | null>;
  range?: ClipRange | null;
  title: string;
  confirm: string;
  isBusy: boolean;
  error: unknown;
  onSend: (statement: Statement) => void;
  onBack: () => void;
}) {
  const policy = useQuery(policyQuery);
  const places = useRef<Cited[]>([]);
  const form = useForm<Draft>({
    initialValues: startOf(detail),
    validate: {
      ground: (value) => (value === '' ? 'Choose the ground.' : null),
      cited: (value) => (value.clauseId === '' ? 'Choose the clause that it breaks.' : null),
      facts: (value) => (value.trim().length < 20 ? 'Say what was seen, in at least 20 characters.' : null),
      remedy: (value) => (value.trim().length < 5 ? 'Say what would make it pass.' : null),
    },
  });
  const onKey = (event: KeyboardEvent<HTMLFormElement>) => {
    sendByKeys(event);
    const cited = places.current[Number(event.key) - 1];
    if (cited === undefined || isWriting(event.target) || event.ctrlKey || event.metaKey || event.altKey)
      return;
    event.preventDefault();
    form.setFieldValue('cited', cited);
    // what comes next is written: the facts
    event.currentTarget.querySelector('textarea')?.focus();
  };
  return (
    <form
      onSubmit={form.onSubmit((draft) => onSend(statementOf(draft)))}
      onKeyDown={onKey}
      aria-label={title}
    >
      <Stack>
        <div>
          <Title order={2} size="h4">
            {title}
          </Title>
          <Text size="sm" c="dimmed">
            The artist reads all of this, may mend it by your remedy, and may appeal to somebody else.
          </Text>
        </div>
        <Radio.Group label="Ground" required {...form.getInputProps('ground')}>
          <Stack gap="xs" mt={6}>
            {policy.data?.grounds.map(({ name, means }, index) => (
              <Radio key={name} value={name} label={name} description={means} autoFocus={index === 0} />
            ))}
          </Stack>
        </Radio.Group>
        <ClausePicker
          detail={detail}
          value={form.values.cited}
          places={places}
          error={typeof form.errors.cited === 'string' ? form.errors.cited : undefined}
          onChange={(cited) => form.setFieldValue('cited', cited)}
        />
        <TimecodesField
          value={form.values.timecodes}
          seconds={detail.clip.seconds}
          player={player}
          range={range}
          onChange={(timecodes) => form.setFieldValue('timecodes', timecodes)}
        />
        <Textarea
          label="Facts"
          description="What is to be seen, not what you think of it"
          required
          autosize
          minRows={3}
          maxLength={4000}
          {...form.getInputProps('facts')}
        />
        <Textarea
          label="Remedy"
          description="What to change so that it passes"
          required
          autosize
          minRows={2}
          maxLength={4000}
          {...form.getInputProps('remedy')}
        />
        <Checkbox
          label="Software took part in finding this"
          {...form.getInputProps('isAutomated', { type: 'checkbox' })}
        />
        {error !== null && <ProblemNote error={error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onBack}>
            Back
          </Button>
          <Button type="submit" color="red" loading={isBusy}>
            {confirm}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
