import { Group, Rating, SimpleGrid, Text } from '@mantine/core';
import { RATINGS, type Ratings } from './words';

/** How well the clip did, each question on its own and none of them needed. */
export function RatingFields({ value, onChange }: { value: Ratings; onChange: (value: Ratings) => void }) {
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }}>
      {RATINGS.map(([name, label, question]) => (
        <div key={name}>
          <Group gap="xs">
            <Text size="sm" fw={600} id={`rating-${name}`}>
              {label}
            </Text>
            <Text size="sm" c="dimmed">
              {question}
            </Text>
          </Group>
          <Rating
            role="radiogroup"
            aria-labelledby={`rating-${name}`}
            size="lg"
            color="ember.6"
            value={value[name] ?? 0}
            getSymbolLabel={(stars) => `${stars} of 5`}
            onChange={(stars) => onChange({ ...value, [name]: stars })}
          />
        </div>
      ))}
    </SimpleGrid>
  );
}
