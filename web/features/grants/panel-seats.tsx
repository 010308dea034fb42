import { ActionIcon, Button, Group, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, unwrap } from '../../api/client';
import { ProblemNote } from '../../ui/problem-note';
import { dayOf, panelSeatsQuery, useGrantAct, type PanelSeat } from './use-grants';

function Seat({ seat }: { seat: PanelSeat }) {
  const [who, setWho] = useState('');
  const declare = useGrantAct(
    (name: string, headers) =>
      unwrap(
        api.POST('/api/v1/grant-panels/{callId}/declarations', {
          params: { path: { callId: seat.callId } },
          headers,
          body: { who: name, note: '' },
        }),
      ),
    () => setWho(''),
  );
  const withdraw = useGrantAct((id: string, headers) =>
    unwrap(
      api.DELETE('/api/v1/grant-panels/{callId}/declarations/{id}', {
        params: { path: { callId: seat.callId, id } },
        headers,
      }),
    ),
  );
  const failed = [declare, withdraw].find(({ isError }) => isError);
  return (
    <Paper withBorder p="md" component="section" aria-label={`Panel of ${seat.title}`}>
      <Stack gap="xs">
        <Title order={3} size="h5">
          {seat.title}
        </Title>
        <Text size="sm" c="dimmed">
          {seat.mayDeclare
            ? `Reviews are handed out on ${dayOf(seat.closesAt)}. Name people whom you cannot judge: you are then not asked about them, and nobody else sees the names.`
            : 'Reviews are handed out. From now on recuse yourself from a single review.'}
        </Text>
        {seat.declarations.map(({ id, who: name }) => (
          <Group key={id} justify="space-between">
            <Text size="sm">{name}</Text>
            {seat.mayDeclare && (
              <ActionIcon
                variant="subtle"
                color="red"
                aria-label={`Remove ${name}`}
                loading={withdraw.isPending && withdraw.variables === id}
                onClick={() => withdraw.mutate(id)}
              >
                <IconTrash />
              </ActionIcon>
            )}
          </Group>
        ))}
        {failed && <ProblemNote error={failed.error} />}
        {seat.mayDeclare && (
          <Group
            align="flex-end"
            component="form"
            onSubmit={(event) => {
              event.preventDefault();
              declare.mutate(who);
            }}
          >
            <TextInput
              label="Somebody I cannot judge"
              description="E-mail address, or the name they work under"
              style={{ flex: 1 }}
              maxLength={254}
              value={who}
              onChange={(event) => setWho(event.currentTarget.value)}
            />
            <Button type="submit" variant="light" disabled={who.trim() === ''} loading={declare.isPending}>
              Declare
            </Button>
          </Group>
        )}
      </Stack>
    </Paper>
  );
}

/** Calls whose panel one is on, with the people one has said one cannot judge. Nothing is shown to whoever is on none. */
export function PanelSeats() {
  const seats = useQuery(panelSeatsQuery);
  if (seats.isError) return <ProblemNote error={seats.error} />;
  if (seats.data === undefined || seats.data.items.length === 0) return null;
  return (
    <Stack mb="xl">
      <Title order={2} size="h4">
        Your panels
      </Title>
      {seats.data.items.map((seat) => (
        <Seat key={seat.callId} seat={seat} />
      ))}
    </Stack>
  );
}
