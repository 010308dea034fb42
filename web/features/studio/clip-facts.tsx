import { Anchor, Code, Spoiler, Stack, Table, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Clip } from './use-clips';
import { Unhonoured } from './wishes';

const SEED_SAYS: Record<Clip['seedOrigin'], string> = {
  chosen: '',
  drawn: '',
  drawn_again: ', drawn again: a first result could not be used',
};

function rowsOf(clip: Clip): [string, string | number][] {
  const rows: [string, string | number][] = [
    ['Style', clip.styleVersion === null ? clip.style : `${clip.style}, version ${clip.styleVersion}`],
    ['Picture', `${clip.width} × ${clip.height}, ${clip.fps} fps`],
    ['Length', `${clip.seconds} s`],
    ['Seed', `${clip.seed}${SEED_SAYS[clip.seedOrigin]}`],
    ['Kind', clip.draft ? 'draft' : 'final'],
    ['Credits', `${clip.credits} (price table ${clip.priceVersion})`],
    ['Made by', clip.model === null ? clip.provider : `${clip.provider}, ${clip.model}`],
  ];
  if (clip.files !== null) rows.push(['File hash', `${clip.files.sha256.slice(0, 16)}…`]);
  return rows;
}

/** Who was asked, and why this one makes it. */
function Why({ route }: { route: Clip['route'] }) {
  return (
    <Spoiler maxHeight={44} showLabel="Why not the others?" hideLabel="Less">
      <Text size="sm" fw={500}>
        Why this renderer
      </Text>
      {route
        .toSorted((a, b) => Number(b.verdict === 'chosen') - Number(a.verdict === 'chosen'))
        .map(({ provider, says }) => (
          <Text size="sm" key={provider}>
            {provider}: {says}
          </Text>
        ))}
    </Spoiler>
  );
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
      <Unhonoured items={clip.unhonoured} />
      {clip.route.length > 0 && <Why route={clip.route} />}
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
