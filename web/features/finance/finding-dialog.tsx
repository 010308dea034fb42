import { Stack, Text, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { FormDialog } from '../../ui/form-dialog';
import { useFindingStep, type Finding, type FindingVerb } from './use-reconciliation';

export const LOOKS: Record<FindingVerb, { label: string; title: string; done: string }> = {
  explain: {
    label: 'Explain',
    title: 'Explain the difference',
    done: 'Written down. Another person must agree with it.',
  },
  accept: { label: 'Agree', title: 'Agree with the explanation', done: 'The difference is explained.' },
  send_back: {
    label: 'Send back',
    title: 'Ask for a better explanation',
    done: 'The difference is open again.',
  },
};

/** One person explains, another agrees: the same facts before both. */
export function FindingDialog({
  finding,
  verb,
  onClose,
}: {
  finding: Finding;
  verb: FindingVerb;
  onClose: () => void;
}) {
  const [text, setText] = useState('');
  const step = useFindingStep(finding.id, (done) => {
    notifications.show({ message: LOOKS[done].done });
    onClose();
  });
  return (
    <FormDialog
      opened
      title={LOOKS[verb].title}
      confirm={LOOKS[verb].label}
      isBusy={step.isPending}
      isReady={verb !== 'explain' || text.trim().length >= 3}
      error={step.error}
      onConfirm={() => step.mutate({ verb, ...(verb === 'explain' && { explanation: text.trim() }) })}
      onClose={onClose}
    >
      <Stack gap="xs">
        <Text size="sm">{finding.note}</Text>
        {verb !== 'explain' && (
          <Text size="sm">
            {finding.explainedBy} says: “{finding.explanation}”
          </Text>
        )}
        {verb === 'explain' && (
          <Textarea
            label="Why, and what was done about it"
            description="Kept with the finding and in the audit log; another person must agree"
            required
            autosize
            minRows={3}
            maxLength={1000}
            data-autofocus
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
        )}
      </Stack>
    </FormDialog>
  );
}
