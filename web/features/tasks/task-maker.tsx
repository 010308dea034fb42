import {
  Button,
  NumberInput,
  Select,
  SimpleGrid,
  Stack,
  Text,
  Textarea,
  TextInput,
  Title,
} from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, unwrap } from '../../api/client';
import { programChoicesQuery } from '../../api/programs';
import { formatMoney } from '../../ui/amounts';
import { ProblemNote } from '../../ui/problem-note';
import { minorUnits } from '../../ui/typed-amount';
import { emptyQuestion, QuestionEditor } from './question-editor';
import { QuestionField } from './question-field';
import { draftOf, freeKey, type Draft } from './task-draft';
import { useTaskAct, type Clip, type Task, type TaskDraft } from './use-tasks';

/** Writes a task or a draft anew, with how artists will see its questions below. */
export function TaskMaker({
  task,
  isCopy = false,
  onDone,
}: {
  task?: Task;
  isCopy?: boolean;
  onDone: (task: Task) => void;
}) {
  const programs = useQuery(programChoicesQuery).data ?? [];
  const [draft, setDraft] = useState(() => draftOf(task));
  const [clips, setClips] = useState<readonly Clip[]>(task?.clips ?? []);
  const { title, intro, questions, minutes, seats } = draft;
  const currency = task?.price.currency ?? programs.find(({ id }) => id === draft.programId)?.currency;
  const price = currency === undefined ? null : minorUnits(draft.price, currency);
  const send = useTaskAct(
    (body: TaskDraft, headers) =>
      task === undefined || isCopy
        ? unwrap(api.POST('/api/v1/tasks', { headers, body }))
        : unwrap(api.PUT('/api/v1/tasks/{id}', { params: { path: { id: task.id } }, headers, body })),
    onDone,
  );
  const set = (part: Partial<Draft>) => {
    setDraft((before) => ({ ...before, ...part }));
    // What was refused before may be right now.
    send.reset();
  };
  const total = price === null || currency === undefined ? null : { amount: price * seats, currency };
  const isReady = draft.programId !== null && currency !== undefined && title.trim().length > 2;
  // The preview stands outside of the form: what an artist must answer is not the keeper's to fill in.
  return (
    <Stack maw={860}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (draft.programId === null || currency === undefined) return;
          const { programId, dueOn } = draft;
          const about = { programId, title, intro, minutes, seats, currency, questions: [...questions] };
          send.mutate({ ...about, dueAt: `${dueOn}T23:59:00Z`, ...(price !== null && { price }) });
        }}
      >
        <Stack>
          <Select
            label="Programme"
            description="Its fund pays, its artists see it"
            required
            disabled={task !== undefined}
            data={programs.map(({ id, name }) => ({ value: id, label: name }))}
            value={draft.programId}
            onChange={(programId) => set({ programId })}
          />
          <TextInput
            label="In a line"
            required
            maxLength={120}
            value={title}
            onChange={({ currentTarget }) => set({ title: currentTarget.value })}
          />
          <Textarea
            label="What it is about and how to go about it"
            autosize
            minRows={2}
            value={intro}
            onChange={({ currentTarget }) => set({ intro: currentTarget.value })}
          />
          <SimpleGrid cols={{ base: 2, sm: 4 }}>
            <TextInput
              label={currency === undefined ? 'Price of one seat' : `Price of one seat in ${currency}`}
              required
              inputMode="decimal"
              value={draft.price}
              error={draft.price !== '' && price === null ? 'Not an amount of this currency.' : undefined}
              onChange={({ currentTarget }) => set({ price: currentTarget.value })}
            />
            <NumberInput
              label="Minutes it takes"
              required
              min={1}
              max={600}
              value={minutes}
              onChange={(value) => set({ minutes: Number(value) || 1 })}
            />
            <NumberInput
              label="Seats"
              required
              min={1}
              max={1000}
              value={seats}
              onChange={(value) => set({ seats: Number(value) || 1 })}
            />
            <TextInput
              type="date"
              label="Due on"
              required
              value={draft.dueOn}
              onChange={({ currentTarget }) => set({ dueOn: currentTarget.value })}
            />
          </SimpleGrid>
          {total !== null && (
            <Text size="sm" c="dimmed">
              {formatMoney(total)} will be held for {seats} seats when you publish; what nobody earns comes
              back.
            </Text>
          )}
          {questions.map((question, index) => (
            <QuestionEditor
              key={question.key}
              question={question}
              number={index + 1}
              onClip={(clip) => setClips((before) => [...before, clip])}
              onChange={(next) => set({ questions: questions.with(index, next) })}
              onRemove={() => set({ questions: questions.toSpliced(index, 1) })}
            />
          ))}
          <Button
            variant="light"
            w="fit-content"
            onClick={() => set({ questions: [...questions, emptyQuestion(freeKey(questions), 'text')] })}
          >
            Add a question
          </Button>
          {send.error !== null && <ProblemNote error={send.error} />}
          <Button type="submit" loading={send.isPending} disabled={!isReady} w="fit-content">
            {task === undefined || isCopy ? 'Keep as a draft' : 'Keep the draft'}
          </Button>
        </Stack>
      </form>
      {questions.length > 0 && (
        <section aria-labelledby="preview">
          <Title order={2} size="h4" id="preview" mb="sm">
            As artists see it
          </Title>
          <Stack>
            {questions.map((question) => (
              <QuestionField
                key={question.key}
                question={{ ...question, label: question.label || 'A question without words' }}
                clips={clips}
                value={undefined}
                isReadOnly={false}
                onChange={() => undefined}
              />
            ))}
          </Stack>
        </section>
      )}
    </Stack>
  );
}
