import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { EmptyState } from '../ui/empty-state';
import { PageHeader } from '../ui/page-header';

export function NotFound() {
  return (
    <>
      <PageHeader title="Not here" />
      <EmptyState
        title="There is no page at this address"
        action={
          <Button component={Link} to="/">
            To the gallery
          </Button>
        }
      >
        It may have been withdrawn by its artist, or the address is mistyped.
      </EmptyState>
    </>
  );
}
