import { Anchor, Code, Stack, Table, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Clip } from './use-clips';

function rowsOf(clip: Clip): [string, string | number][] {
  const rows: [string, string | number][] = [
    ['Style', clip.style],
    ['Picture', `${clip.width} × ${clip.height}, ${clip.fps} fps`],
    ['Length', `${clip.seconds} s`],
    ['Seed', clip.seed],
    ['Kind', clip.draft ? 'draft' : 'final'],
    ['Credits', `${clip.credits} (price table ${clip.priceVersion})`],
    ['Made by', clip.model === null ? clip.provider : `${clip.provider}, ${clip.model}`],
  ];
  if (clip.files !== null) rows.push(['File hash', `${clip.files.sha256.slice(0, 16)}…`]);
  return rows;
}

/** Everything needed to make the same clip again, and to prove which one it is. */
export function ClipFacts({ clip }: { clip: Clip }) {
  return (
    <Stack gap="sm">
      <Text>{clip.prompt}</Text>
      {clip.negativePrompt !== null && (
        <Text size="sm">
          Not in the picture: <Code>{clip.negativePrompt}</Code>
        </Text>
      )}
      <Table aria-label="Facts">
        <Table.Tbody>
          {rowsOf(clip).map(([name, value]) => (
            <Table.Tr key={name}>
              <Table.Th scope="row" fw={400}>
                {name}
              </Table.Th>
              <Table.Td className="figures">{value}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {clip.promotedFrom !== null && (
        <Anchor
          size="sm"
          renderRoot={(props) => (
            <Link to="/studio/clips/$clipId" params={{ clipId: clip.promotedFrom }} {...props} />
          )}
        >
          The draft it was made from
        </Anchor>
      )}
    </Stack>
  );
}
