import { Group, Radio, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { programQuery } from '../../api/programs';
import { Money } from '../../ui/amounts';
import { TYPES, type Type } from './words';

/** What kind of feedback it is, each with what it pays: known before a word is written. */
export function TypeChoice({
  programId,
  value,
  onChange,
}: {
  programId: string;
  value: Type;
  onChange: (type: Type) => void;
}) {
  const program = useQuery(programQuery(programId));
  const card = program.data?.rateCard;
  return (
    <Radio.Group
      label="What is it about?"
      description="The price is paid when it is accepted. Praise and criticism are accepted by the same rules."
      value={value}
      onChange={(next) => onChange(next)}
    >
      <Stack gap={6} mt="xs">
        {TYPES.map(([type, label]) => {
          const amount = card?.items[`feedback.${type}`];
          return (
            <Group key={type} justify="space-between" maw={460} wrap="nowrap">
              <Radio value={type} label={label} />
              {card && amount !== undefined && (
                <Text size="sm" component="span">
                  <Money value={{ amount, currency: card.currency }} />
                </Text>
              )}
            </Group>
          );
        })}
      </Stack>
    </Radio.Group>
  );
}
