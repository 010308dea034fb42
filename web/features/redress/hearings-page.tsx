import { Button, Stack } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { EmptyState } from '../../ui/empty-state';
import { PageHeader } from '../../ui/page-header';
import { PagedView } from '../../ui/paged-view';
import { HearingRow } from './hearing-parts';
import { hearingsQuery } from './use-redress';

/** Appeals that wait for a hearing, the most urgent first, without those in which the reader took part. */
export function HearingsPage() {
  const hearings = useInfiniteQuery(hearingsQuery('open'));
  return (
    <>
      <PageHeader
        title="Hearings"
        lead="Appeals against decisions, the most urgent first. Those in which you took part are heard by somebody else and are not in this list. Each is answered with reasons within seven days."
      />
      <PagedView
        query={hearings}
        empty={
          <EmptyState
            title="No appeal waits for you"
            action={
              <Button variant="light" onClick={() => void hearings.refetch()}>
                Look again
              </Button>
            }
          >
            When an artist appeals against a decision that you had no part in, it appears here.
          </EmptyState>
        }
      >
        {(items) => (
          <Stack component="ul" gap="sm" p={0} m={0} maw={860} style={{ listStyle: 'none' }}>
            {items.map((hearing) => (
              <HearingRow key={hearing.id} hearing={hearing} to={`/review/hearings/${hearing.id}`} />
            ))}
          </Stack>
        )}
      </PagedView>
    </>
  );
}
