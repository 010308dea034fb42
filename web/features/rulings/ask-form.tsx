import { Select, Text, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { enrollmentsQuery } from '../../api/programs';
import { FormDialog } from '../../ui/form-dialog';
import { TOPICS, useAsk, type Topic } from './use-rulings';

const CHOICES = Object.entries(TOPICS).map(([value, label]) => ({ value, label }));

/** “May I …?”: what, in which circumstances, and the clause in doubt. */
export function AskForm({ onAsked, onClose }: { onAsked: () => void; onClose: () => void }) {
  const mine = useQuery(enrollmentsQuery).data?.items ?? [];
  const [programId, setProgram] = useState<string | null>(null);
  const [topic, setTopic] = useState<Topic>('show');
  const [question, setQuestion] = useState('May I ');
  const [context, setContext] = useState('');
  const [clauseId, setClause] = useState('');
  const ask = useAsk(onAsked);
  const chosen = programId ?? mine[0]?.programId ?? null;
  return (
    <FormDialog
      opened
      title="May I …?"
      confirm="Ask"
      isBusy={ask.isPending}
      isReady={chosen !== null && question.trim().length >= 10}
      error={ask.error}
      onConfirm={() => {
        if (chosen === null) return;
        const optional = {
          ...(context.trim() === '' ? {} : { context: context.trim() }),
          ...(clauseId.trim() === '' ? {} : { clauseId: clauseId.trim() }),
        };
        ask.mutate({ programId: chosen, topic, question: question.trim(), ...optional });
      }}
      onClose={onClose}
    >
      <Text size="sm" c="dimmed">
        Somebody who does not manage the programme answers within two working days. No answer by then is a
        yes, unless it is about secrets. The ruling binds the programme and is published without your name.
      </Text>
      {mine.length > 1 && (
        <Select
          label="Programme"
          allowDeselect={false}
          data={mine.map((one) => ({ value: one.programId, label: one.programName }))}
          value={chosen}
          onChange={setProgram}
        />
      )}
      <Select
        label="It is about"
        allowDeselect={false}
        data={CHOICES}
        value={topic}
        onChange={(value) => setTopic((value ?? 'show') as Topic)}
      />
      <Textarea
        label="Your question"
        required
        autosize
        minRows={2}
        maxLength={2000}
        data-autofocus
        value={question}
        onChange={(event) => setQuestion(event.currentTarget.value)}
      />
      <Textarea
        label="What one must know to answer"
        description="Where, when, which clip. Never published"
        autosize
        minRows={2}
        maxLength={4000}
        value={context}
        onChange={(event) => setContext(event.currentTarget.value)}
      />
      <TextInput
        label="Clause in doubt"
        description="Such as RU-3; leave it empty if you do not know"
        value={clauseId}
        onChange={(event) => setClause(event.currentTarget.value.toUpperCase())}
      />
    </FormDialog>
  );
}
