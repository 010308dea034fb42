import { Alert, Anchor, Button, Group, Select, Stack, Table, Text, TextInput, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api, unwrap } from '../../api/client';
import { ProblemNote } from '../../ui/problem-note';
import { QueryView } from '../../ui/query-view';
import { DecisionCard } from './decision-card';
import {
  callApplicationsQuery,
  grantsKey,
  judgingQuery,
  useGrantAct,
  type Call,
  type Judging,
} from './use-grants';

function PanelTable({ call, judging }: { call: Call; judging: Judging }) {
  const [personId, setPersonId] = useState<string | null>(null);
  const [team, setTeam] = useState('');
  const people = useQuery({
    queryKey: grantsKey('reviewers'),
    staleTime: 60_000,
    queryFn: () => unwrap(api.GET('/api/v1/people', { params: { query: { role: 'reviewer', limit: 100 } } })),
  });
  const add = useGrantAct(
    (body: { personId: string; team: string }, headers) =>
      unwrap(api.POST('/api/v1/calls/{id}/panel', { params: { path: { id: call.id } }, headers, body })),
    () => {
      setPersonId(null);
      setTeam('');
    },
  );
  const remove = useGrantAct((person: string, headers) =>
    unwrap(
      api.DELETE('/api/v1/calls/{id}/panel/{personId}', {
        params: { path: { id: call.id, personId: person } },
        headers,
      }),
    ),
  );
  return (
    <Stack gap="xs">
      {(add.isError || remove.isError) && <ProblemNote error={add.error ?? remove.error} />}
      {judging.panel.length === 0 && (
        <Text c="dimmed">Nobody is on the panel yet. Add at least {call.quorum} people.</Text>
      )}
      <Table.ScrollContainer minWidth={560}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Reviewer</Table.Th>
              <Table.Th>Team</Table.Th>
              <Table.Th>To do</Table.Th>
              <Table.Th>Done</Table.Th>
              <Table.Th>Recused</Table.Th>
              <Table.Th>Panel</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {judging.panel.map((one) => (
              <Table.Tr key={one.personId}>
                <Table.Td>{one.name}</Table.Td>
                <Table.Td>{one.team === '' ? '–' : one.team}</Table.Td>
                <Table.Td className="figures">{one.assigned}</Table.Td>
                <Table.Td className="figures">{one.completed}</Table.Td>
                <Table.Td className="figures">{one.recused}</Table.Td>
                <Table.Td>
                  {one.assigned + one.completed + one.recused === 0 && !judging.isRanked && (
                    <Button
                      size="compact-sm"
                      variant="subtle"
                      color="red"
                      loading={remove.isPending}
                      onClick={() => remove.mutate(one.personId)}
                    >
                      Take off
                    </Button>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {!judging.isRanked && (
        <Group align="flex-end">
          <Select
            label="Add to the panel"
            searchable
            data={people.data?.items.map(({ id, name }) => ({ value: id, label: name })) ?? []}
            value={personId}
            onChange={setPersonId}
          />
          <TextInput
            label="Studio, company or school"
            value={team}
            onChange={(event) => setTeam(event.currentTarget.value)}
          />
          <Button
            disabled={personId === null}
            loading={add.isPending}
            onClick={() => {
              if (personId !== null) add.mutate({ personId, team });
            }}
          >
            Add
          </Button>
        </Group>
      )}
    </Stack>
  );
}

/** Panel, ranking and decisions of a call; nobody here sees who applied before the decisions are published. */
export function JudgingPanel({ call }: { call: Call }) {
  const judging = useQuery(judgingQuery(call.id));
  const applications = useQuery(callApplicationsQuery(call.id));
  const rank = useGrantAct((_: null, headers) =>
    unwrap(api.POST('/api/v1/calls/{id}/ranking', { params: { path: { id: call.id } }, headers })),
  );
  return (
    <QueryView query={judging} rows={4}>
      {(data) => (
        <Stack gap="lg">
          <section aria-labelledby="panel">
            <Title order={2} size="h4" id="panel">
              Panel
            </Title>
            <PanelTable call={call} judging={data} />
            <Text size="sm" c="dimmed">
              Reviews are handed out at random and evenly, never to somebody of the same team, a co-author, or
              who has recused themselves. {data.conflicts.length} conflicts were kept out so far.
            </Text>
          </section>
          {data.short.length > 0 && (
            <Alert color="yellow" title={`${data.short.length} applications have too few reviewers`}>
              Add somebody to the panel: the missing reviews are handed out at once.
            </Alert>
          )}
          {call.state === 'closed' && !data.isRanked && (
            <Stack gap="xs">
              {rank.isError && <ProblemNote error={rank.error} />}
              <Group>
                <Button loading={rank.isPending} onClick={() => rank.mutate(null)}>
                  Make the ranking
                </Button>
                <Text size="sm">
                  Reviews do not change after it, and the seed that decides ties becomes public.
                </Text>
              </Group>
            </Stack>
          )}
          <section aria-labelledby="ranking">
            <Title order={2} size="h4" id="ranking" mb="xs">
              {data.isRanked ? 'Ranking' : 'Applications'}
            </Title>
            {data.drawId !== null && (
              <Text size="sm" mb="xs">
                Ties are decided by{' '}
                <Anchor
                  renderRoot={(props) => (
                    <Link to="/draws/$drawId" params={{ drawId: data.drawId ?? '' }} {...props} />
                  )}
                >
                  a public draw
                </Anchor>
                .
              </Text>
            )}
            {data.ranking.length === 0 && <Text c="dimmed">Nothing was handed in yet.</Text>}
            <Stack>
              {data.ranking.map((ranked) => {
                const application = applications.data?.items.find(({ id }) => id === ranked.applicationId);
                return application === undefined ? null : (
                  <DecisionCard
                    key={ranked.applicationId}
                    call={call}
                    ranked={ranked}
                    application={application}
                  />
                );
              })}
            </Stack>
          </section>
        </Stack>
      )}
    </QueryView>
  );
}
