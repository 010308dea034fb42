import { Alert, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Schemas } from '../api/client';

/** For the artist: why pay was taken back, and where to appeal. */
export function PayTaken({ taken }: { taken: Schemas['PayTakenView'] | null }) {
  if (taken === null) return null;
  return (
    <Alert color="red" variant="light" title="Its pay was taken back by two people">
      <Text size="sm">{taken.says}</Text>
      <Text size="sm">{taken.facts}</Text>
      <Text size="sm">
        The decision stands with its reasons under <Link to="/studio/decisions">Decisions</Link>, where you
        can appeal.
      </Text>
    </Alert>
  );
}
