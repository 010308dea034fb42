import { Alert, Button, Group, Paper, Stack, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap, type Schemas } from '../../api/client';
import { ProblemNote } from '../../ui/problem-note';
import { fromSubmission, toChanges, type Offer } from './offer';
import { OfferFields } from './offer-fields';

/** A draft, or an offer that was sent back: change what is said about the clip and hand it in (again). */
export function ChangesForm({ submission }: { submission: Schemas['SubmissionDetail'] }) {
  const queries = useQueryClient();
  const verb = submission.state === 'draft' ? ('submit' as const) : ('resubmit' as const);
  const before = fromSubmission(submission);
  const form = useForm<Offer>({ initialValues: before });
  const send = useMutation({
    mutationFn: (offer: Offer) =>
      unwrap(
        api.POST('/api/v1/submissions/{id}/{verb}', {
          params: { path: { id: submission.id, verb } },
          body: { changes: toChanges(offer, before) },
        }),
      ),
    onSuccess: async () => {
      notifications.show({ message: 'Handed in. The clock is running.' });
      await queries.invalidateQueries({ queryKey: ['submission', submission.id] });
      await queries.invalidateQueries({ queryKey: ['submissions'] });
    },
  });
  return (
    <Paper withBorder p="lg">
      <form onSubmit={form.onSubmit((offer) => send.mutate(offer))}>
        <Stack>
          <Title order={2} size="h4">
            {verb === 'submit' ? 'Hand it in' : 'Change it and hand it in again'}
          </Title>
          {submission.note !== null && (
            <Alert color="yellow" variant="light" title="What the reviewer asks for">
              {submission.note}
            </Alert>
          )}
          <OfferFields form={form} />
          {send.isError && <ProblemNote error={send.error} />}
          <Group>
            <Button type="submit" loading={send.isPending}>
              {verb === 'submit' ? 'Hand in' : 'Hand in again'}
            </Button>
          </Group>
        </Stack>
      </form>
    </Paper>
  );
}
