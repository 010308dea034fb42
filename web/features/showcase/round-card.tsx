import { Button, Group, Paper, Stack, Table, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ConfirmButton } from '../../ui/confirm-button';
import { ProblemNote } from '../../ui/problem-note';
import { QueryView } from '../../ui/query-view';
import { StateBadge } from '../../ui/state-badge';
import { roundQuery, useRoundStep, type Round } from './use-showcase';

const OUTCOMES = {
  shown: 'has a slot',
  waiting: 'no slot was left; it is nearer next time',
  cap: 'its artist had a slot in this time already',
  withdrawn: 'the consent was taken back',
  price_fell: 'its artist agreed to a higher price',
} as const;

const day = (at: string): string => new Date(at).toLocaleDateString(undefined, { dateStyle: 'medium' });

const METHODS = {
  rotation: 'whoever was shown least comes first',
  draw: 'a draw that anybody can recompute',
} as const;

function Entries({ id }: { id: string }) {
  return (
    <QueryView query={useQuery(roundQuery(id))} rows={2}>
      {({ entries }) =>
        entries.length === 0 ? (
          <Text size="sm" c="dimmed">
            The list is made when the round closes: all works whose artists agree to be shown.
          </Text>
        ) : (
          <Table.ScrollContainer minWidth={480}>
            <Table aria-label="The list in its order">
              <Table.Thead>
                <Table.Tr>
                  <Table.Th scope="col">Place</Table.Th>
                  <Table.Th scope="col">Work</Table.Th>
                  <Table.Th scope="col">Shown before</Table.Th>
                  <Table.Th scope="col">What became of it</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {entries.map(({ workId, position, title, slug, credit, shownBefore, outcome }) => (
                  <Table.Tr key={workId}>
                    <Table.Td className="figures">{position ?? '–'}</Table.Td>
                    <Table.Td>
                      {slug === null ? (
                        'not in public any more'
                      ) : (
                        <Link to="/works/$slug" params={{ slug }}>
                          {title}
                        </Link>
                      )}
                      {credit !== null && `, ${credit}`}
                    </Table.Td>
                    <Table.Td className="figures">{shownBefore}</Table.Td>
                    <Table.Td>{outcome === null ? 'waits' : OUTCOMES[outcome]}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        )
      }
    </QueryView>
  );
}

/** One round: its published rules, what may be done with it now, and its list. */
export function RoundCard({ round }: { round: Round }) {
  const [isOpen, { toggle }] = useDisclosure();
  const step = useRoundStep(round.id);
  const has = (verb: Round['verbs'][number]) => round.verbs.includes(verb);
  return (
    <Paper withBorder p="md" component="li">
      <Stack gap="xs">
        <Group gap="xs">
          <Title order={3} size="h5">
            {round.title}
          </Title>
          <StateBadge state={round.state} />
        </Group>
        <Text size="sm" c="dimmed">
          {round.slots} {round.slots === 1 ? 'slot' : 'slots'} by {METHODS[round.method]}; at most{' '}
          {round.perQuarter} for one artist in {round.quarter}. Shown from {day(round.startsAt)} until{' '}
          {day(round.endsAt)}.
        </Text>
        <Group gap="xs">
          {has('close') && (
            <Button size="xs" variant="light" loading={step.isPending} onClick={() => step.mutate('close')}>
              Close the list
            </Button>
          )}
          {has('fill') && (
            <ConfirmButton
              label="Fill the slots"
              title={`Fill ${round.slots} ${round.slots === 1 ? 'slot' : 'slots'}?`}
              confirm="Fill and pay them"
              isBusy={step.isPending}
              error={step.error}
              onConfirm={() => step.mutateAsync('fill')}
            >
              Each slot is a licence: its artist is paid by the rate card at once, and told.
            </ConfirmButton>
          )}
          {has('cancel') && (
            <ConfirmButton
              label="Cancel the round"
              title="Cancel this round?"
              confirm="Cancel it"
              isBusy={step.isPending}
              error={step.error}
              onConfirm={() => step.mutateAsync('cancel')}
            >
              Nothing is shown and nothing is paid. Its rules stay readable.
            </ConfirmButton>
          )}
          <Button size="xs" variant="subtle" aria-expanded={isOpen} onClick={toggle}>
            {isOpen ? 'Hide the list' : 'The list'}
          </Button>
        </Group>
        {step.isError && <ProblemNote error={step.error} />}
        {isOpen && <Entries id={round.id} />}
      </Stack>
    </Paper>
  );
}
