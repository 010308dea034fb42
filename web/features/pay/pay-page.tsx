import { Alert, Button, Group, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useActKey } from '../../api/act-key';
import { api, unwrap, type Schemas } from '../../api/client';
import { programChoicesQuery, rateCardsQuery } from '../../api/programs';
import { formatMoney } from '../../ui/amounts';
import { FormDialog } from '../../ui/form-dialog';
import { PageHeader } from '../../ui/page-header';
import { PayNumbers } from '../../ui/pay-numbers';
import { QueryView } from '../../ui/query-view';
import { useFilters } from '../../ui/use-filters';

const GIVEN = ['goodwill.fault', 'appearance.event'] as const;
type Given = (typeof GIVEN)[number];

function useGive(programId: string, onDone: () => void) {
  const queries = useQueryClient();
  const keys = useActKey();
  return useMutation({
    mutationFn: (body: Schemas['ByCardBody']) =>
      unwrap(
        api.POST('/api/v1/programs/{id}/earnings', {
          params: { path: { id: programId } },
          headers: keys.headers(JSON.stringify(body)),
          body,
        }),
      ),
    onSuccess: (_, body) => {
      keys.done(JSON.stringify(body));
      onDone();
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['pay-numbers'] }),
  });
}

/** Appearances and goodwill: at the price of the card, with the reason that the artist reads. */
function GiveDialog({ programId, onClose }: { programId: string; onClose: () => void }) {
  const cards = useQuery(rateCardsQuery(programId)).data;
  const card = cards?.cards[0];
  const [item, setItem] = useState<Given>('goodwill.fault');
  const [personId, setPersonId] = useState('');
  const [reason, setReason] = useState('');
  const give = useGive(programId, () => {
    notifications.show({ message: 'Earned. It goes into the next batch.' });
    onClose();
  });
  const price = card?.items[item];
  const sum =
    card === undefined || price === undefined
      ? null
      : formatMoney({ amount: price, currency: card.currency });
  return (
    <FormDialog
      opened
      title="Pay by the card"
      confirm={sum === null ? 'Pay' : `Pay ${sum}`}
      isBusy={give.isPending}
      isReady={sum !== null && personId.trim() !== '' && reason.trim().length >= 3}
      error={give.error}
      onConfirm={() => give.mutate({ personId: personId.trim(), item, reason: reason.trim() })}
      onClose={onClose}
    >
      <Select
        label="For"
        allowDeselect={false}
        data={GIVEN.map((value) => ({
          value,
          label: cards?.items.find((known) => known.item === value)?.says ?? value,
        }))}
        value={item}
        onChange={(value) => setItem(value as Given)}
      />
      {sum === null && card !== undefined && (
        <Alert color="yellow" variant="light" title="The card in force has no price for this">
          Publish one with it first: nothing is paid without a published price.
        </Alert>
      )}
      <TextInput
        label="Artist"
        description="Id, as the list of people shows it"
        placeholder="prs_…"
        required
        value={personId}
        onChange={(event) => setPersonId(event.currentTarget.value)}
      />
      <Textarea
        label="Which appearance, or what went wrong"
        description="The artist reads it."
        required
        autosize
        minRows={2}
        maxLength={300}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </FormDialog>
  );
}

/** How the programme pays, and what a manager may pay by the card. */
export function PayPage() {
  const [{ program, give }, change] = useFilters(['program', 'give'] as const);
  const programs = useQuery(programChoicesQuery).data ?? [];
  const numbers = useQuery({
    queryKey: ['pay-numbers', program],
    queryFn: () => unwrap(api.GET('/api/v1/reports/pay', { params: { query: { programId: program } } })),
  });
  const slug = programs.find(({ id }) => id === program)?.slug;
  return (
    <>
      <PageHeader
        title="Pay"
        lead="What requested work makes in an hour, how fast it is decided, and whether opinion plays a part. The same numbers are public."
        action={
          program !== undefined && (
            <Button onClick={() => change({ give: 'yes' })}>Pay an appearance or goodwill</Button>
          )
        }
      />
      <Stack maw={760}>
        <Group align="flex-end">
          <Select
            label="Programme"
            placeholder="All"
            clearable
            data={programs.map(({ id, name }) => ({ value: id, label: name }))}
            value={program ?? null}
            onChange={(next) => change({ program: next })}
          />
          {slug !== undefined && (
            <Button
              variant="default"
              renderRoot={(props) => (
                <Link to="/programs/$programId/rates" params={{ programId: slug }} {...props} />
              )}
            >
              Its rate card
            </Button>
          )}
        </Group>
        {program === undefined && (
          <Text size="sm">Choose a programme to pay an appearance or goodwill by its card.</Text>
        )}
        <QueryView query={numbers}>{(pay) => <PayNumbers pay={pay} />}</QueryView>
      </Stack>
      {program !== undefined && give !== undefined && (
        <GiveDialog programId={program} onClose={() => change({ give: null })} />
      )}
    </>
  );
}
