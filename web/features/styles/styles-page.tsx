import { Badge, Button, Group, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { stylesQuery, type StyleItem } from '../../api/styles';
import { EmptyState } from '../../ui/empty-state';
import { PageHeader } from '../../ui/page-header';
import { QueryView } from '../../ui/query-view';

function Rate({ title, rate }: { title: string; rate: StyleItem['rate'] | null }) {
  if (rate === null) return null;
  return (
    <div>
      <Text size="xs" c="dimmed">
        {title}
      </Text>
      <Text className="figures" fw={600}>
        {rate.keeperPercent === null ? 'too few to say' : `${rate.keeperPercent} % kept`}
      </Text>
      {rate.keeperPercent !== null && (
        <Text size="xs" c="dimmed">
          {rate.keepers} of {rate.attempts}
        </Text>
      )}
    </div>
  );
}

function StyleCard({ style }: { style: StyleItem }) {
  const navigate = useNavigate();
  const deaf = style.providers.filter(({ isSpoken }) => !isSpoken).map(({ provider }) => provider);
  return (
    <Paper withBorder p="md">
      <Stack justify="space-between" h="100%">
        <Stack gap="xs">
          <Group justify="space-between">
            <Title order={2} size="h4">
              {style.name}
            </Title>
            <Badge variant="light" color="gray" styles={{ label: { textTransform: 'none' } }}>
              version {style.version}
            </Badge>
          </Group>
          <Text size="sm">{style.description}</Text>
          <Group gap="xl">
            <Rate title="Everybody" rate={style.rate} />
            <Rate title="You" rate={style.ownRate} />
          </Group>
          {deaf.length > 0 && (
            <Text size="xs" c="dimmed">
              Says nothing to {deaf.join(', ')}.
            </Text>
          )}
        </Stack>
        <Button
          variant="light"
          aria-label={`Use the style ${style.name}`}
          onClick={() => void navigate({ to: '/studio', search: { style: style.key } })}
        >
          Use this style
        </Button>
      </Stack>
    </Paper>
  );
}

/** The styles there are, and how often what was made with each was usable. */
export function StylesPage() {
  return (
    <>
      <PageHeader
        title="Styles"
        lead="Each is a set of words and settings with a version that never changes. A clip counts as kept when its artist marked it usable."
      />
      <QueryView query={useQuery(stylesQuery)}>
        {(styles) =>
          styles.length === 0 ? (
            <EmptyState title="No styles yet">
              The programme has not published any. Prompts are used as they stand.
            </EmptyState>
          ) : (
            <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }}>
              {styles.map((style) => (
                <StyleCard key={style.id} style={style} />
              ))}
            </SimpleGrid>
          )
        }
      </QueryView>
    </>
  );
}
