import { Button, Stack } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { EmptyState } from '../../ui/empty-state';
import { PageHeader } from '../../ui/page-header';
import { PagedView } from '../../ui/paged-view';
import { HearingRow } from './hearing-parts';
import { hearingsQuery } from './use-redress';

/** My appeals, newest first. */
export function AppealsPage() {
  const appeals = useInfiniteQuery(hearingsQuery());
  return (
    <>
      <PageHeader
        title="My appeals"
        lead="Each is heard by somebody who took no part in the decision, and answered with reasons within seven days."
      />
      <PagedView
        query={appeals}
        empty={
          <EmptyState
            title="No appeal yet"
            action={
              <Button variant="light" renderRoot={(props) => <Link to="/studio/decisions" {...props} />}>
                Decisions about me
              </Button>
            }
          >
            You appeal on the page of the decision, for six months after it.
          </EmptyState>
        }
      >
        {(items) => (
          <Stack component="ul" gap="sm" p={0} m={0} maw={860} style={{ listStyle: 'none' }}>
            {items.map((hearing) => (
              <HearingRow key={hearing.id} hearing={hearing} to={`/studio/appeals/${hearing.id}`} />
            ))}
          </Stack>
        )}
      </PagedView>
    </>
  );
}
