import { Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, newIdempotencyKey, unwrap, type Schemas } from '../../api/client';
import { useAppealMessage, useWithdrawAppeal } from '../../api/appeals';
import { When } from '../../ui/amounts';
import { AppealForm } from '../../ui/appeal-form';
import { ConfirmButton } from '../../ui/confirm-button';
import { Dialogue } from '../../ui/dialogue';
import { StateBadge } from '../../ui/state-badge';

/** Where an appeal stands and what was answered. */
export function AppealCard({ appeal }: { appeal: Schemas['AppealView'] }) {
  const write = useAppealMessage(appeal.id, appeal.submissionId);
  const withdraw = useWithdrawAppeal(appeal.id, appeal.submissionId);
  return (
    <Stack>
      <Paper withBorder p="lg" component="section">
        <Stack gap="sm">
          <Group gap="xs">
            <Title order={2} size="h4">
              Your appeal
            </Title>
            <StateBadge state={appeal.state} />
          </Group>
          <Text size="sm" c="dimmed">
            Filed <When at={appeal.createdAt} />
          </Text>
          <Text style={{ whiteSpace: 'pre-wrap' }}>{appeal.grounds}</Text>
          {appeal.state === 'withdrawn' && (
            <Text size="sm">
              You took it back. It can be filed again for as long as the decision can be appealed.
            </Text>
          )}
          {appeal.closedAt === null && (
            <Text size="sm">
              Another person than the one who decided answers it with reasons; the answer is due{' '}
              <When at={appeal.dueAt} />
              {appeal.isLate && '; that is over, and it is counted as late for ever'}.
            </Text>
          )}
          {appeal.reasons !== null && (
            <div>
              <Text size="sm" fw={600}>
                The answer
              </Text>
              <Text style={{ whiteSpace: 'pre-wrap' }}>{appeal.reasons}</Text>
            </div>
          )}
          {appeal.available.includes('withdraw') && (
            <Group>
              <ConfirmButton
                label="Take the appeal back"
                title="Take this appeal back?"
                confirm="Take it back"
                isBusy={withdraw.isPending}
                error={withdraw.error}
                onConfirm={() => withdraw.mutateAsync()}
              >
                Nobody answers it then, and the decision stands. You may file it again within the six months.
              </ConfirmButton>
            </Group>
          )}
        </Stack>
      </Paper>
      {(appeal.canWrite || appeal.messages.length > 0) && (
        <Dialogue messages={appeal.messages} canWrite={appeal.canWrite} asStaff={false} write={write} />
      )}
    </Stack>
  );
}

/** Asks for a second look. */
export function Appealing({ submissionId }: { submissionId: string }) {
  const queries = useQueryClient();
  const [key] = useState(newIdempotencyKey);
  const file = useMutation({
    mutationFn: (grounds: string) =>
      unwrap(
        api.POST('/api/v1/submissions/{id}/appeals', {
          params: { path: { id: submissionId } },
          body: { grounds },
          headers: { 'Idempotency-Key': key },
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['submission', submissionId] }),
  });
  return <AppealForm isBusy={file.isPending} error={file.error} onFile={(grounds) => file.mutate(grounds)} />;
}
