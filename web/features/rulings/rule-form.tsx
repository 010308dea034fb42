import { SegmentedControl, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { FormDialog } from '../../ui/form-dialog';
import { OUTCOMES, useRule, type Outcome, type Question } from './use-rulings';

const CHOICES = Object.entries(OUTCOMES).map(([value, label]) => ({ value, label }));

/** The answer to the asker, and the same without names for everybody. */
export function RuleForm({
  question,
  onRuled,
  onClose,
}: {
  question: Question;
  onRuled: () => void;
  onClose: () => void;
}) {
  const [outcome, setOutcome] = useState<Outcome>('yes');
  const [answer, setAnswer] = useState('');
  const [conditions, setConditions] = useState('');
  const [asked, setAsked] = useState(question.question);
  const [told, setTold] = useState('');
  const rule = useRule(question.id, onRuled);
  const isPrecedent = told.trim().length >= 10 && asked.trim().length >= 10;
  const isLeftOut = question.isConfidential && told.trim() === '';
  const needsConditions = outcome === 'conditions' && conditions.trim().length < 5;
  return (
    <FormDialog
      opened
      title="Rule on it"
      confirm="Rule; it cannot be changed"
      isBusy={rule.isPending}
      isReady={answer.trim().length >= 10 && !needsConditions && (isPrecedent || isLeftOut)}
      error={rule.error}
      onConfirm={() =>
        rule.mutate({
          outcome,
          answer: answer.trim(),
          ...(outcome === 'conditions' ? { conditions: conditions.trim() } : {}),
          ...(isPrecedent ? { precedentQuestion: asked.trim(), precedentAnswer: told.trim() } : {}),
        })
      }
      onClose={onClose}
    >
      <Stack gap={4}>
        <Text fw={600}>{question.question}</Text>
        {question.context !== '' && <Text size="sm">{question.context}</Text>}
      </Stack>
      <SegmentedControl
        aria-label="The answer"
        fullWidth
        data={CHOICES}
        value={outcome}
        onChange={(value) => setOutcome(value as Outcome)}
      />
      <Textarea
        label="Answer and reason"
        description="To whoever asked; at least ten characters"
        required
        autosize
        minRows={2}
        maxLength={4000}
        data-autofocus
        value={answer}
        onChange={(event) => setAnswer(event.currentTarget.value)}
      />
      {outcome === 'conditions' && (
        <Textarea
          label="Conditions"
          required
          autosize
          maxLength={2000}
          value={conditions}
          onChange={(event) => setConditions(event.currentTarget.value)}
        />
      )}
      <Textarea
        label="The question as everybody may read it"
        description="Take out names, places and links that tell who asked"
        required={!question.isConfidential}
        autosize
        maxLength={2000}
        value={asked}
        onChange={(event) => setAsked(event.currentTarget.value)}
      />
      <Textarea
        label="The answer as everybody may read it"
        description={
          question.isConfidential
            ? 'Leave it empty when the ruling itself must stay secret'
            : 'Later decisions cite it'
        }
        required={!question.isConfidential}
        autosize
        minRows={2}
        maxLength={4000}
        value={told}
        onChange={(event) => setTold(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
