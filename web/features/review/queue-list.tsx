import { Badge, Box, Checkbox, Group, Image, Stack, Text, UnstyledButton } from '@mantine/core';
import { StateBadge } from '../../ui/state-badge';
import { DueChip } from './due-chip';
import type { Submission, View } from './use-review';

const plain = { label: { textTransform: 'none' } } as const;

function Claimed({ item }: { item: Submission }) {
  if (item.claim === null) return null;
  return (
    <Badge variant="outline" color={item.claim.isMine ? 'ember' : 'gray'} styles={plain}>
      {item.claim.isMine ? 'yours now' : 'somebody has it'}
    </Badge>
  );
}

/** The left pane: what waits, the nearest deadline first. The chosen one is marked for eyes and screen readers. */
export function QueueList({
  items,
  view,
  chosen,
  eased,
  marked,
  onChoose,
  onMark,
}: {
  items: readonly Submission[];
  view: View;
  chosen: string | undefined;
  /** Classes that ease the pictures. */
  eased: string;
  /** Those that one verdict is to be given over. */
  marked: ReadonlySet<string>;
  onChoose: (id: string) => void;
  onMark: (id: string) => void;
}) {
  return (
    <Stack gap={4} component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
      {items.map((item) => (
        <li key={item.id} style={{ display: 'flex', alignItems: 'flex-start', gap: 6 }}>
          {view === 'open' && (
            <Checkbox
              mt="sm"
              aria-label={`Choose ${item.title}`}
              checked={marked.has(item.id)}
              onChange={() => onMark(item.id)}
            />
          )}
          <UnstyledButton
            className="pick"
            w="100%"
            p="xs"
            aria-current={item.id === chosen ? 'true' : undefined}
            onClick={() => onChoose(item.id)}
          >
            <Group wrap="nowrap" gap="sm" align="flex-start">
              <Box className={`clip-surround ${eased}`} w={72} h={48} style={{ flex: 'none' }}>
                <Image src={item.posterUrl} alt="" w={72} h={48} fit="contain" loading="lazy" />
              </Box>
              <Stack gap={4} miw={0}>
                <Text size="sm" fw={600} lineClamp={2}>
                  {item.title}
                </Text>
                <Group gap={4}>
                  <DueChip item={item} />
                  {(view === 'all' || item.state === 'escalated') && <StateBadge state={item.state} />}
                  {item.risk !== 'low' && (
                    <Badge variant="dot" color={item.risk === 'high' ? 'red' : 'yellow'} styles={plain}>
                      {item.risk} risk
                    </Badge>
                  )}
                  <Claimed item={item} />
                  {item.assigned !== null && (
                    <Badge variant="outline" color={item.assigned.isMine ? 'ember' : 'gray'} styles={plain}>
                      {item.assigned.isMine ? 'for me' : 'for somebody else'}
                    </Badge>
                  )}
                  {item.hold !== null && (
                    <Badge variant="outline" color="gray" styles={plain}>
                      on hold
                    </Badge>
                  )}
                </Group>
              </Stack>
            </Group>
          </UnstyledButton>
        </li>
      ))}
    </Stack>
  );
}
