import { Anchor, Group, Image, Stack, Text, Title } from '@mantine/core';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, unwrap, type Schemas } from '../../api/client';
import { StateBadge } from '../../ui/state-badge';

type Node = Schemas['LineageNodeView'];

const lineageQuery = (id: string) =>
  queryOptions({
    queryKey: ['lineage', id],
    queryFn: async () =>
      (await unwrap(api.GET('/api/v1/generations/{id}/lineage', { params: { path: { id } } }))).items,
  });

const WORDS: Readonly<Record<string, string>> = {
  origin: 'Where it began',
  final: 'Final of it',
  remix: 'Remix of it',
};

function NodeRow({ node, isHere }: { node: Node; isHere: boolean }) {
  const { generation, kind } = node;
  const words = generation.prompt.length > 60 ? `${generation.prompt.slice(0, 60)}…` : generation.prompt;
  return (
    <Group gap="sm" wrap="nowrap">
      {generation.files !== null && <Image src={generation.files.poster} alt="" w={64} radius="sm" />}
      <div>
        <Text size="xs" c="dimmed">
          {WORDS[kind] ?? kind}
          {isHere && ', this one'}
        </Text>
        {isHere ? (
          <Text size="sm">{words}</Text>
        ) : (
          <Anchor
            size="sm"
            renderRoot={(props) => (
              <Link to="/studio/clips/$clipId" params={{ clipId: generation.id }} {...props} />
            )}
          >
            {words}
          </Anchor>
        )}
      </div>
      <StateBadge state={generation.state} />
    </Group>
  );
}

function Branch({ nodes, parent, here }: { nodes: readonly Node[]; parent: string | null; here: string }) {
  const own = nodes.filter((node) => node.parentId === parent);
  if (own.length === 0) return null;
  return (
    <ul style={{ listStyle: 'none', margin: 0, paddingInlineStart: parent === null ? 0 : 24 }}>
      {own.map((node) => (
        <li key={node.generation.id} style={{ marginTop: 8 }}>
          <NodeRow node={node} isHere={node.generation.id === here} />
          <Branch nodes={nodes} parent={node.generation.id} here={here} />
        </li>
      ))}
    </ul>
  );
}

/** Drafts, finals and remixes of one another; nothing for a clip that stands alone. */
export function Lineage({ clipId }: { clipId: string }) {
  const nodes = useQuery(lineageQuery(clipId)).data ?? [];
  if (nodes.length < 2) return null;
  return (
    <Stack gap="xs" mt="xl" component="section" aria-label="Where it comes from">
      <Title order={2} size="h4">
        Where it comes from and what came of it
      </Title>
      <Branch nodes={nodes} parent={null} here={clipId} />
    </Stack>
  );
}
