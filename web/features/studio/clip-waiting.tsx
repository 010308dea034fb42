import { Paper, Progress, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api, unwrap, type Schemas } from '../../api/client';
import type { Clip } from './use-clips';
import { WaitFacts } from './wait-facts';

function placeOf({ position, aheadOthers, aheadOwn }: Schemas['WaitView']): string {
  if (position === null || position === 1) return '';
  return `Place ${position}: ${aheadOthers} of others and ${aheadOwn} of yours go first.`;
}

/** Why it waits and for how long, in numbers. */
export function ClipWaiting({ clip }: { clip: Clip }) {
  const { data: band } = useQuery({
    queryKey: ['wait', clip.id],
    refetchInterval: 3_000,
    queryFn: () => unwrap(api.GET('/api/v1/generations/{id}/wait', { params: { path: { id: clip.id } } })),
  });
  return (
    <Paper withBorder p="lg">
      <Stack>
        <Progress
          value={clip.progress / 10}
          size="lg"
          animated={clip.state === 'processing'}
          aria-label="Progress"
        />
        <Text className="figures">{Math.round(clip.progress / 10)} %</Text>
        <Text role="status">{band?.reason ?? clip.state}</Text>
        {band !== undefined && band.p50Seconds !== null && band.p90Seconds !== null && (
          <Text c="dimmed" className="figures">
            Done in {Math.ceil(band.p50Seconds)} to {Math.ceil(band.p90Seconds)} s. {placeOf(band)}
          </Text>
        )}
        {band !== undefined && band.position !== null && <WaitFacts wait={band} />}
        <Text size="sm" c="dimmed">
          You may leave this page: it goes on, and you are told when it is done.
        </Text>
      </Stack>
    </Paper>
  );
}
