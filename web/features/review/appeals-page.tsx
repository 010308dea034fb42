import { Badge, Button, Grid, Group, Stack, Text, UnstyledButton } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { When } from '../../ui/amounts';
import { EmptyState } from '../../ui/empty-state';
import { PageHeader } from '../../ui/page-header';
import { PagedView } from '../../ui/paged-view';
import { StateBadge } from '../../ui/state-badge';
import { useFilters } from '../../ui/use-filters';
import { AppealPane } from './appeal-pane';
import { appealsQuery, type Appeal } from './use-review';

function Row({ appeal, isChosen, onChoose }: { appeal: Appeal; isChosen: boolean; onChoose: () => void }) {
  return (
    <UnstyledButton
      className="pick"
      w="100%"
      p="xs"
      aria-current={isChosen ? 'true' : undefined}
      onClick={onChoose}
    >
      <Stack gap={4}>
        <Text size="sm" lineClamp={2}>
          {appeal.grounds}
        </Text>
        <Group gap={6}>
          <StateBadge state={appeal.state} />
          {appeal.isMine && (
            <Badge variant="outline" styles={{ label: { textTransform: 'none' } }}>
              yours
            </Badge>
          )}
          <Text size="xs" c="dimmed">
            filed <When at={appeal.createdAt} />
          </Text>
        </Group>
      </Stack>
    </UnstyledButton>
  );
}

export function AppealsPage() {
  const [{ item }, change] = useFilters(['item'] as const);
  const appeals = useInfiniteQuery(appealsQuery);
  const first = appeals.data?.pages[0]?.items[0]?.id;
  const chosen = item ?? first;
  return (
    <>
      <PageHeader
        title="Appeals"
        lead="A second look by somebody who took no part. Every appeal gets an answer with reasons."
      />
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, md: chosen === undefined ? 12 : 3 }}>
          <PagedView
            query={appeals}
            empty={
              <EmptyState
                title="No appeal waits"
                action={
                  <Button variant="light" onClick={() => void appeals.refetch()}>
                    Look again
                  </Button>
                }
              >
                When an artist appeals against a refusal, it appears here, the oldest first.
              </EmptyState>
            }
          >
            {(items) => (
              <Stack gap={4}>
                {items.map((appeal) => (
                  <Row
                    key={appeal.id}
                    appeal={appeal}
                    isChosen={appeal.id === chosen}
                    onChoose={() => change({ item: appeal.id })}
                  />
                ))}
              </Stack>
            )}
          </PagedView>
        </Grid.Col>
        {chosen !== undefined && (
          <Grid.Col span={{ base: 12, md: 9 }}>
            <AppealPane key={chosen} id={chosen} onAnswered={() => change({ item: null })} />
          </Grid.Col>
        )}
      </Grid>
    </>
  );
}
