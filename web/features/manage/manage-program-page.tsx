import { Drawer, Group, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { programQuery } from '../../api/programs';
import { FormDialog } from '../../ui/form-dialog';
import { PageHeader } from '../../ui/page-header';
import { ProblemNote } from '../../ui/problem-note';
import { QueryView } from '../../ui/query-view';
import { StateBadge } from '../../ui/state-badge';
import { VerbButtons, type VerbLook } from '../../ui/verb-buttons';
import { MarkPolicyForm } from './mark-policy-form';
import { PathStep, ProgramPath, type Part } from './program-path';
import { QuotaPlanForm } from './quota-plan-form';
import { RateCardForm } from './rate-card-form';
import { TermsEditor } from './terms-editor';
import { useProgramStep, type Program, type ProgramVerb } from './use-manage';
import { VersionsList } from './versions-list';

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

const TITLES: Record<Part, string> = {
  terms: 'Next version of the terms',
  rates: 'Next rate card',
  quota: 'Next quota plan',
  mark: 'Next mark policy',
};

const FORMS = {
  terms: TermsEditor,
  rates: RateCardForm,
  quota: QuotaPlanForm,
  mark: MarkPolicyForm,
} as const;

function Lifecycle({ program }: { program: Program }) {
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
        number={6}
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

const versionOf = ({ terms, rateCard, quotaPlan, markPolicy }: Program, part: Part): number | undefined =>
  ({ terms, rates: rateCard, quota: quotaPlan, mark: markPolicy })[part]?.version;

function ProgramView({ program }: { program: Program }) {
  const [part, setPart] = useState<Part | null>(null);
  const Form = part === null ? null : FORMS[part];
  return (
    <>
      <PageHeader
        title={program.name}
        lead={
          <Group gap="xs" component="span">
            <StateBadge state={program.state} />
            <span>
              {program.model}, {program.capacity} seats, {program.currency}
            </span>
          </Group>
        }
      />
      <Stack gap="xl">
        <ProgramPath program={program} onEdit={setPart} last={<Lifecycle program={program} />} />
        <VersionsList programId={program.id} />
      </Stack>
      <Drawer
        opened={part !== null}
        onClose={() => setPart(null)}
        position="right"
        size={part === 'terms' ? 'xl' : 'md'}
        title={part === null ? '' : TITLES[part]}
      >
        {Form !== null && part !== null && (
          <Form
            program={program}
            onDone={(version) => {
              const isNew = version > (versionOf(program, part) ?? 0);
              notifications.show({
                message: isNew
                  ? `Version ${version} is published.`
                  : `Nothing differs from version ${version}: it stays in force.`,
              });
              setPart(null);
            }}
          />
        )}
      </Drawer>
    </>
  );
}

export function ManageProgramPage() {
  const { programId = '' }: { programId?: string } = useParams({ strict: false });
  return (
    <QueryView query={useQuery(programQuery(programId))}>
      {(program) => <ProgramView program={program} />}
    </QueryView>
  );
}
