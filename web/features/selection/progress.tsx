import { Alert, Anchor, Button, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, unwrap } from '../../api/client';
import { ProblemNote } from '../../ui/problem-note';
import { QueryView } from '../../ui/query-view';
import { DrawSteps } from './draw-steps';
import { PanelTable } from './panel-table';
import { momentOf, selectionQuery, useSelectionAct, type Selection } from './use-selection';

const WAYS = {
  review: 'Scored blind by a panel, then decided by people.',
  first_come: 'First come: the server gives seats in the order of arrival.',
  draw: 'A draw that anybody can recompute.',
} as const;

const KINDS: Record<Selection['conflicts'][number]['kind'], string> = {
  own: 'own applications',
  co_author: 'of a co-author',
  same_team: 'of the same team',
  declared: 'declared beforehand',
  recused: 'recused',
};

function Counts({ programId, data }: { programId: string; data: Selection }) {
  return (
    <SimpleGrid cols={{ base: 2, sm: 4 }} component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
      {data.counts.map(({ state, count }) => (
        <li key={state}>
          <Anchor
            renderRoot={(props) => (
              <Link to="/manage/applications" search={{ program: programId, state }} {...props} />
            )}
          >
            <Text span fw={700} size="xl" className="figures">
              {count}
            </Text>{' '}
            {state.replaceAll('_', ' ')}
          </Anchor>
        </li>
      ))}
    </SimpleGrid>
  );
}

function HandOut({ programId, data }: { programId: string; data: Selection }) {
  const handOut = useSelectionAct(
    (_: null, headers) =>
      unwrap(
        api.POST('/api/v1/programs/{id}/selection/hand-out', {
          params: { path: { id: programId } },
          headers,
        }),
      ),
    ({ handedOut, left }) =>
      notifications.show({
        message: `${handedOut} handed out${left > 0 ? `, ${left} still wait: hand out again` : ''}.`,
      }),
  );
  return (
    <Stack component="section" gap="sm">
      <Title order={2} size="h4">
        Panel
      </Title>
      {!data.hasRubric && (
        <Alert color="yellow" title="The form has no rubric yet">
          Reviewers score by it, and artists read it before they apply. Publish it with the form.
        </Alert>
      )}
      <PanelTable programId={programId} panel={data.panel} />
      {data.short.length > 0 && (
        <Alert color="yellow" title={`${data.short.length} applications have too few reviewers`}>
          Everybody left on the panel has a conflict with them. Add somebody and hand out again.
        </Alert>
      )}
      {handOut.isError && <ProblemNote error={handOut.error} />}
      <Group>
        <Button disabled={!data.canHandOut} loading={handOut.isPending} onClick={() => handOut.mutate(null)}>
          Hand out at random
        </Button>
        <Button
          variant="light"
          renderRoot={(props) => (
            <Link
              to="/manage/applications"
              search={{ program: programId, state: 'in_review', sort: 'score' }}
              {...props}
            />
          )}
        >
          Ranking and decisions
        </Button>
      </Group>
      <Text size="sm" c="dimmed">
        {data.reviewers > 0 &&
          `${data.reviewers} people score each application, chosen at random and evenly, never with a conflict.`}
        {data.conflicts.length > 0 &&
          ` Kept out so far: ${data.conflicts.map(({ kind, count }) => `${count} ${KINDS[kind]}`).join(', ')}.`}
      </Text>
    </Stack>
  );
}

/** How far it is, what was promised, and the next step of the way that was published. */
export function Progress({ programId }: { programId: string }) {
  return (
    <QueryView query={useQuery(selectionQuery(programId))} rows={4}>
      {(data) => (
        <Stack gap="xl" maw={960}>
          <Stack gap="xs">
            <Text>
              {data.selection === null
                ? 'No way of selection is published: people decide. Publish a review policy to say how.'
                : WAYS[data.selection]}{' '}
              {data.seatsLeft} seats are free.{' '}
              {data.closesAt !== null && `Applications close ${momentOf(data.closesAt)}.`}
            </Text>
            <Counts programId={programId} data={data} />
            <Text c={data.promise.open > 0 ? 'red' : undefined}>
              Promised decisions: {data.promise.kept} kept, {data.promise.late} late,{' '}
              <Anchor
                inherit
                renderRoot={(props) => (
                  <Link
                    to="/manage/applications"
                    search={{ program: programId, late: 'yes', sort: 'due' }}
                    {...props}
                  />
                )}
              >
                {data.promise.open} overdue now
              </Anchor>
              .
            </Text>
          </Stack>
          {data.selection === 'draw' ? (
            <DrawSteps programId={programId} data={data} />
          ) : (
            data.selection !== 'first_come' && <HandOut programId={programId} data={data} />
          )}
        </Stack>
      )}
    </QueryView>
  );
}
