import { Button, Group } from '@mantine/core';
import { PageHeader } from '../ui/page-header';
import { ProblemNote } from '../ui/problem-note';

/** In place of a page that cannot be drawn: the rest of the portal stays usable. */
export function Broken({ error }: { error: unknown }) {
  return (
    <>
      <PageHeader title="This page stopped" />
      <ProblemNote error={error} />
      <Group mt="md">
        <Button variant="light" onClick={() => window.location.reload()}>
          Reload
        </Button>
      </Group>
    </>
  );
}
