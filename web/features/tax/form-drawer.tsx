import { Drawer, Stack, Table, Text, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Schemas } from '../../api/client';
import { ProblemNote } from '../../ui/problem-note';
import { QueryView } from '../../ui/query-view';
import { StateBadge } from '../../ui/state-badge';
import { VerbButtons } from '../../ui/verb-buttons';
import { formQuery, useFormStep } from './use-tax';

const LOOKS = {
  accept: { label: 'Accept', color: 'green', variant: 'filled' },
  reject: { label: 'Reject', variant: 'default' },
  request: { label: 'Ask again' },
} as const;

function FormView({ form }: { form: Schemas['TaxFormDetailView'] }) {
  const [reason, setReason] = useState('');
  const step = useFormStep(form.id, () => notifications.show({ message: 'Done.' }));
  const facts = [
    ['Form', form.says],
    ['Name', form.legalName],
    ['Address', form.address],
    ['Number', form.number],
    ['Date of birth', form.bornOn],
    ['Signed on', form.signedOn],
    ['Kept at', form.reference],
    ['Treaty', form.treatyRate === null ? null : `${form.treatyCountry}, ${form.treatyRate / 100} %`],
    ['Valid until', form.expiresAt?.slice(0, 10) ?? null],
    ['Rejected because', form.reason],
  ] as const;
  return (
    <Stack>
      <StateBadge state={form.state} />
      <Table aria-label="What it says" verticalSpacing={6}>
        <Table.Tbody>
          {facts.map(([name, value]) =>
            value === null ? null : (
              <Table.Tr key={name}>
                <Table.Th scope="row" fw={400}>
                  {name}
                </Table.Th>
                <Table.Td>{value}</Table.Td>
              </Table.Tr>
            ),
          )}
        </Table.Tbody>
      </Table>
      <Text size="xs" c="dimmed">
        That you looked at it is in the audit log.
      </Text>
      {step.isError && <ProblemNote error={step.error} />}
      {form.available.includes('reject') && (
        <Textarea
          label="What is wrong with it"
          description="Needed to reject; the artist reads it."
          autosize
          minRows={2}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      )}
      <VerbButtons
        available={form.available}
        looks={LOOKS}
        isBusy={step.isPending}
        onAct={(verb) =>
          step.mutate({ verb: verb as keyof typeof LOOKS, ...(verb === 'reject' && { reason }) })
        }
      />
    </Stack>
  );
}

/** One form with what it says. Looking at it is noted. */
export function FormDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      title="Tax form"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <QueryView query={useQuery(formQuery(id))}>{(form) => <FormView form={form} />}</QueryView>
    </Drawer>
  );
}
