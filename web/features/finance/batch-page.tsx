import { Stack, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { formatMoney } from '../../ui/amounts';
import { FormDialog } from '../../ui/form-dialog';
import { PageHeader } from '../../ui/page-header';
import { ProblemNote } from '../../ui/problem-note';
import { QueryView } from '../../ui/query-view';
import { StateBadge } from '../../ui/state-badge';
import { VerbButtons, type VerbLook } from '../../ui/verb-buttons';
import { BatchPreview } from './batch-preview';
import { ApproveDialog } from './approve-dialog';
import { BatchFacts, BatchProgress, BlockedPayees } from './batch-parts';
import { Payees } from './batch-payees';
import { batchQuery, useBatchStep, usePrograms, type BatchDetail, type BatchVerb } from './use-finance';

const LOOKS: Record<BatchVerb, VerbLook> = {
  approve: { label: 'Approve', variant: 'filled' },
  send: { label: 'Send now' },
  cancel: { label: 'Cancel the batch', color: 'red', variant: 'subtle' },
  pause: { label: 'Pause', variant: 'subtle' },
  resume: { label: 'Go on', variant: 'filled' },
  stop: { label: 'Give back the rest', color: 'red', variant: 'subtle' },
};

const DONE: Record<BatchVerb, string> = {
  approve: 'Your approval is given.',
  send: 'Sending.',
  cancel: 'The batch is cancelled; its earnings are due again.',
  pause: 'Paused. Nothing more is sent.',
  resume: 'Sending goes on.',
  stop: 'What was not sent is due again.',
};

function Why({ batch }: { batch: BatchDetail }) {
  if (batch.state !== 'draft' || batch.available.includes('approve')) return null;
  return (
    <Text size="sm" c="dimmed">
      You cannot approve this one: whoever drafts or changes it, is paid by it, or has approved it already
      does not approve. Another person of finance does.
    </Text>
  );
}

function BatchView({ batch }: { batch: BatchDetail }) {
  const { nameOf } = usePrograms();
  const [asked, setAsked] = useState<'approve' | 'cancel' | null>(null);
  const [reason, setReason] = useState('');
  const step = useBatchStep(batch.id, (verb) => {
    notifications.show({ message: DONE[verb] });
    setAsked(null);
  });
  const begin = (verb: string) => {
    step.reset();
    if (verb === 'approve' || verb === 'cancel') setAsked(verb);
    else step.mutate({ verb: verb as BatchVerb });
  };
  return (
    <>
      <PageHeader
        title={`Batch of ${formatMoney(batch.total)}`}
        lead={<StateBadge state={batch.state} />}
        action={
          <VerbButtons available={batch.available} looks={LOOKS} isBusy={step.isPending} onAct={begin} />
        }
      />
      <Stack gap="lg">
        {step.isError && asked === null && <ProblemNote error={step.error} />}
        <Why batch={batch} />
        <BatchProgress batch={batch} />
        <BatchPreview batch={batch} />
        <BatchFacts batch={batch} programName={nameOf(batch.programId)} />
        <BlockedPayees batch={batch} />
        <Payees batch={batch} />
      </Stack>
      {asked === 'approve' && <ApproveDialog batch={batch} step={step} onClose={() => setAsked(null)} />}
      <FormDialog
        opened={asked === 'cancel'}
        title="Cancel this batch?"
        confirm="Cancel the batch"
        color="red"
        isBusy={step.isPending}
        error={step.error}
        onConfirm={() => step.mutate({ verb: 'cancel', ...(reason.trim() !== '' && { reason }) })}
        onClose={() => setAsked(null)}
      >
        <Text size="sm">
          Nothing of it is sent. The earnings are due again and go into the next batch. This cannot be undone.
        </Text>
        <TextInput
          label="Why"
          description="Kept in the history of the batch"
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </FormDialog>
    </>
  );
}

export function BatchPage() {
  const { batchId = '' }: { batchId?: string } = useParams({ strict: false });
  return (
    <QueryView query={useQuery(batchQuery(batchId))}>{(batch) => <BatchView batch={batch} />}</QueryView>
  );
}
