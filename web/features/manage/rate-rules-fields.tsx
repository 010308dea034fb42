import { ActionIcon, Button, Group, NumberInput, Stack, Text, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';

export interface RulesForm {
  floorPerHour: number | string;
  floors: { country: string; amount: number | string }[];
  killFeePercent: number | string;
  payWithinDays: number | string;
  latePercent: number | string;
}

/** What a card promises besides prices. */
export function RateRulesFields({
  rules,
  currency,
  digits,
  onChange,
}: {
  rules: RulesForm;
  currency: string;
  digits: number;
  onChange: (rules: RulesForm) => void;
}) {
  const set = (part: Partial<RulesForm>) => onChange({ ...rules, ...part });
  const money = { decimalScale: digits, fixedDecimalScale: true, min: 0, hideControls: true } as const;
  const setFloor = (index: number, part: Partial<RulesForm['floors'][number]>) =>
    set({ floors: rules.floors.map((floor, at) => (at === index ? { ...floor, ...part } : floor)) });
  return (
    <Stack component="fieldset" bd={0} p={0} m={0} gap="sm">
      <Text component="legend" fw={600}>
        Promises
      </Text>
      <NumberInput
        label="Floor for an hour of requested work"
        description="Whoever makes less of the median confirmed time is topped up to it, by itself. Left empty: the usual one of the currency."
        suffix={` ${currency}`}
        {...money}
        value={rules.floorPerHour}
        onChange={(floorPerHour) => set({ floorPerHour })}
      />
      {rules.floors.map((floor, index) => (
        <Group key={index} align="flex-end" wrap="nowrap">
          <TextInput
            label="Country"
            placeholder="CH"
            maxLength={2}
            w={96}
            required
            value={floor.country}
            onChange={(event) => setFloor(index, { country: event.currentTarget.value.toUpperCase() })}
          />
          <NumberInput
            label="Its floor for an hour"
            required
            flex={1}
            suffix={` ${currency}`}
            {...money}
            value={floor.amount}
            onChange={(amount) => setFloor(index, { amount })}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={`Remove the floor of ${floor.country || 'this country'}`}
            onClick={() => set({ floors: rules.floors.filter((_, at) => at !== index) })}
          >
            <IconTrash size={16} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
      <Group>
        <Button
          variant="light"
          onClick={() => set({ floors: [...rules.floors, { country: '', amount: '' }] })}
        >
          Add the floor of a country
        </Button>
      </Group>
      <NumberInput
        label="Paid when a task is cancelled after it was accepted"
        min={25}
        max={100}
        suffix=" %"
        required
        value={rules.killFeePercent}
        onChange={(killFeePercent) => set({ killFeePercent })}
      />
      <NumberInput
        label="Paid within"
        min={1}
        max={60}
        suffix=" days"
        required
        value={rules.payWithinDays}
        onChange={(payWithinDays) => set({ payWithinDays })}
      />
      <NumberInput
        label="Added for each day that it is late"
        min={0}
        max={10}
        decimalScale={2}
        step={0.01}
        suffix=" %"
        required
        value={rules.latePercent}
        onChange={(latePercent) => set({ latePercent })}
      />
    </Stack>
  );
}
