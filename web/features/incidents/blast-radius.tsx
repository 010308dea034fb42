import { Stack, Text } from '@mantine/core';
import type { Incident } from './use-incidents';

/** The sentence of the whole page: how many of how many artists were touched. */
export function BlastRadius({ incident }: { incident: Pick<Incident, 'affected' | 'population'> }) {
  return (
    <Stack gap={0} align="flex-end" style={{ whiteSpace: 'nowrap' }}>
      <Text size="xs" c="dimmed">
        affected
      </Text>
      <Text fw={700} size="lg" className="figures">
        {incident.affected} of {incident.population}
      </Text>
    </Stack>
  );
}
