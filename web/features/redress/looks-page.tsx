import { Button, Group, Paper, SegmentedControl, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useInfiniteQuery } from '@tanstack/react-query';
import { When } from '../../ui/amounts';
import { EmptyState } from '../../ui/empty-state';
import { PageHeader } from '../../ui/page-header';
import { PagedView } from '../../ui/paged-view';
import { StateBadge } from '../../ui/state-badge';
import { useFilters } from '../../ui/use-filters';
import { ReasonsForm, type Answer } from './reasons-form';
import { StatementPanel } from './statement-panel';
import { looksQuery, useLookStep, type Look } from './use-redress';

type Verb = Look['available'][number];

function answersOf({ available, timing }: Look): readonly Answer<Verb>[] {
  const isBefore = timing === 'before';
  const all: readonly Answer<Verb>[] = [
    {
      verb: 'confirm',
      label: 'Confirm',
      color: 'red',
      follows: isBefore ? 'It takes effect, and the artist is told.' : 'It stays as it is.',
    },
    {
      verb: 'reject',
      label: 'Reject',
      follows: isBefore ? 'It never takes effect.' : 'It is undone, as after an appeal.',
    },
  ];
  return all.filter(({ verb }) => available.includes(verb));
}

function Item({ look }: { look: Look }) {
  const step = useLookStep(look.id);
  return (
    <Paper withBorder p="md" component="li">
      <Stack gap="sm">
        <Group gap="xs">
          <StateBadge state={look.state} />
          <Text size="sm" c="dimmed">
            {look.timing === 'before' ? 'nothing has happened yet' : 'it has taken effect'} · due{' '}
            <When at={look.dueAt} />
            {look.isLate && ', late'}
          </Text>
        </Group>
        <StatementPanel statement={look.statement} />
        {look.reasons !== null && <Text>The verdict: {look.reasons}</Text>}
        {look.state === 'open' && look.available.length === 0 && (
          <Text size="sm">
            You took part, or share a role with whoever decided: somebody else looks at it.
          </Text>
        )}
        <ReasonsForm
          name="The verdict"
          answers={answersOf(look)}
          isBusy={step.isPending}
          error={step.error}
          onAnswer={(verb, reasons) =>
            step.mutate(
              { verb, reasons },
              {
                onSuccess: () =>
                  notifications.show({ message: verb === 'confirm' ? 'Confirmed.' : 'Rejected.' }),
              },
            )
          }
        />
      </Stack>
    </Paper>
  );
}

/** Decisions that wait for somebody outside of the line. */
export function LooksPage() {
  const [{ show }, change] = useFilters(['show'] as const);
  const isClosed = show === 'closed';
  const looks = useInfiniteQuery(looksQuery(isClosed ? 'closed' : undefined));
  return (
    <>
      <PageHeader
        title="Second looks"
        lead="Some decisions go through other hands before they take effect: by rule, or by chance. Which of the two is told to nobody. What is not confirmed within five days does not happen."
        action={
          <SegmentedControl
            aria-label="Which second looks"
            value={isClosed ? 'closed' : 'open'}
            data={[
              { value: 'open', label: 'Waiting' },
              { value: 'closed', label: 'Closed' },
            ]}
            onChange={(value) => change({ show: value === 'closed' ? value : null })}
          />
        }
      />
      <PagedView
        query={looks}
        empty={
          <EmptyState
            title={isClosed ? 'None is closed yet' : 'No decision waits for a second look'}
            action={
              <Button variant="light" onClick={() => void looks.refetch()}>
                Look again
              </Button>
            }
          >
            A decision appears here when it needs somebody in another role than whoever decided.
          </EmptyState>
        }
      >
        {(items) => (
          <Stack component="ul" gap="md" p={0} m={0} maw={900} style={{ listStyle: 'none' }}>
            {items.map((look) => (
              <Item key={look.id} look={look} />
            ))}
          </Stack>
        )}
      </PagedView>
    </>
  );
}
