import { Paper, Progress, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api, unwrap, type Schemas } from '../../api/client';
import type { Clip } from './use-clips';
import { lasting, WaitFacts } from './wait-facts';

/** From then on there is progress to show. */
const SHOWS_PROGRESS: ReadonlySet<string> = new Set(['processing', 'finishing']);

/** Half of all clips are there by the first time, nine of ten by the second. */
function bandOf(p50: number | null, p90: number | null): string | null {
  if (p50 === null || p90 === null) return null;
  const [soon, late] = [lasting(p50), lasting(p90)];
  return soon === late ? soon : `${soon} to ${late}`;
}

function timesOf(band: Schemas['WaitView']): string {
  const starts = band.position === null ? null : bandOf(band.startP50Seconds, band.startP90Seconds);
  const done = bandOf(band.p50Seconds, band.p90Seconds);
  return [starts === null ? '' : `Starts in ${starts}. `, done === null ? '' : `Done in ${done}.`].join('');
}

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
        {SHOWS_PROGRESS.has(clip.state) && (
          <>
            <Progress
              value={clip.progress / 10}
              size="lg"
              animated={clip.state === 'processing'}
              aria-label="Progress"
            />
            <Text className="figures">{Math.round(clip.progress / 10)} %</Text>
          </>
        )}
        <Text role="status">{band?.reason ?? clip.state}</Text>
        {band !== undefined && timesOf(band) !== '' && (
          <Text c="dimmed" className="figures">
            {timesOf(band)} {placeOf(band)}
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
