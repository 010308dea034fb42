import { Collapse, Anchor, Stack, Table, Text } from '@mantine/core';
import { useState } from 'react';
import type { Schemas } from '../../api/client';

type Wait = Schemas['WaitView'];

/** As people say it: seconds up to a minute and a half, then minutes, from two hours on hours. */
export function lasting(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`;
  return seconds < 7_200 ? `${Math.round(seconds / 60)} min` : `${Math.round(seconds / 360) / 10} h`;
}

const count = (many: number, noun: string): string => `${many} ${noun}${many === 1 ? '' : 's'}`;

function capWords({ underWay, concurrency, throttled }: Schemas['CapsView']): string {
  const after = throttled > 0 ? `; ${throttled} more of yours follow as these are done` : '';
  return `${underWay} of the ${concurrency} that your plan lets be under way at once${after}.`;
}

const programWords = (underWay: number, most: number): string =>
  underWay >= most
    ? `${count(underWay, 'clip')} under way, as many as it lets be at once: the next follows when one is done.`
    : `${underWay} of the ${most} clips that it lets be under way at once.`;

/** Why it waits, in detail: own caps and that of the programme, how full the pool is, and who starts before, without names. */
export function WaitFacts({ wait }: { wait: Wait }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Stack gap="xs">
      <Anchor
        component="button"
        type="button"
        size="sm"
        ta="left"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {isOpen ? 'Hide why I am waiting' : 'Why am I waiting?'}
      </Anchor>
      <Collapse expanded={isOpen}>
        <Stack gap="xs">
          <Text size="sm">Your clips: {capWords(wait.caps)}</Text>
          {wait.caps.programConcurrency !== null && (
            <Text size="sm">
              Your programme: {programWords(wait.caps.programUnderWay ?? 0, wait.caps.programConcurrency)}
            </Text>
          )}
          <Text size="sm">
            Workers: {count(wait.underWay, 'clip')} under way on {count(wait.places, 'place')}.
          </Text>
          {wait.ahead.length > 0 && (
            <>
              <Table aria-label="Who starts before this clip">
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>Artist</Table.Th>
                    <Table.Th ta="right">Clips before yours</Table.Th>
                    <Table.Th ta="right">Rendering they need</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {wait.ahead.map(({ artist, clips, renderSeconds }) => (
                    <Table.Tr key={artist}>
                      <Table.Td>{artist}</Table.Td>
                      <Table.Td ta="right" className="figures">
                        {clips}
                      </Table.Td>
                      <Table.Td ta="right" className="figures">
                        {lasting(renderSeconds)}
                      </Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
              <Text size="xs" c="dimmed">
                Everybody takes turns by the rendering they ask for: a long queue of one artist does not hold
                up yours. Letters stand for artists in this answer only.
              </Text>
            </>
          )}
        </Stack>
      </Collapse>
    </Stack>
  );
}
