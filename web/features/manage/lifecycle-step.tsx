import { Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { FormDialog } from '../../ui/form-dialog';
import { ProblemNote } from '../../ui/problem-note';
import { VerbButtons, type VerbLook } from '../../ui/verb-buttons';
import { PathStep } from './path-step';
import { useProgramStep, type Program, type ProgramVerb } from './use-manage';

const LOOKS: Record<ProgramVerb, VerbLook> = {
  open: { label: 'Open for applications', variant: 'filled' },
  start: { label: 'Start', variant: 'filled' },
  close: { label: 'Close', color: 'red', variant: 'subtle' },
  finish: { label: 'Finish', color: 'red', variant: 'subtle' },
};

const DONE: Record<ProgramVerb, string> = {
  open: 'Open: artists can apply now.',
  start: 'Running: artists can work now.',
  close: 'Closing: no new work is taken.',
  finish: 'Closed.',
};

/** What cannot be taken back, and what follows from it. */
const FOLLOWS: Partial<Record<ProgramVerb, string>> = {
  close:
    'No new work is taken from now on. What was earned is still paid. A programme that is closing does not open again.',
  finish: 'Only the books stay open. This cannot be undone.',
};

const STAGES: Record<Program['state'], string> = {
  draft: 'A draft: only managers see it.',
  open: 'Open: artists apply. Start it when they may work.',
  running: 'Running: artists work.',
  closing: 'Closing: no new work, what was earned is paid.',
  closed: 'Closed: the books stay.',
};

/** The last step of the path: open, start, close, finish. */
export function Lifecycle({ program }: { program: Program }) {
  const [asked, setAsked] = useState<ProgramVerb | null>(null);
  const step = useProgramStep(program.id, (verb) => {
    notifications.show({ message: DONE[verb] });
    setAsked(null);
  });
  const begin = (name: string) => {
    const verb = program.available.find((known) => known === name);
    if (verb === undefined) return;
    step.reset();
    if (FOLLOWS[verb] === undefined) step.mutate(verb);
    else setAsked(verb);
  };
  return (
    <>
      <PathStep
        number={12}
        title="Open and start"
        isDone={['running', 'closing', 'closed'].includes(program.state)}
        missing=""
        says={
          <>
            {STAGES[program.state]}
            {program.state === 'draft' &&
              !program.available.includes('open') &&
              ' It can be opened once nothing above is missing.'}
          </>
        }
        action={
          <VerbButtons available={program.available} looks={LOOKS} isBusy={step.isPending} onAct={begin} />
        }
      />
      {step.isError && asked === null && <ProblemNote error={step.error} />}
      <FormDialog
        opened={asked !== null}
        title={`${asked === 'finish' ? 'Finish' : 'Close'} ${program.name}?`}
        confirm={asked === 'finish' ? 'Finish it' : 'Close it'}
        color="red"
        isBusy={step.isPending}
        error={step.error}
        onConfirm={() => {
          if (asked !== null) step.mutate(asked);
        }}
        onClose={() => setAsked(null)}
      >
        <Text>{asked === null ? '' : FOLLOWS[asked]}</Text>
      </FormDialog>
    </>
  );
}
