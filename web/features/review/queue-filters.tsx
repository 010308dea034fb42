import { ActionIcon, Button, Group, Pill, Popover, Select, Stack, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { policyQuery } from '../../api/programs';
import type { Desk } from './use-desk';
import { FILTERS, type Filters } from './use-review';

const PARTS = [
  { value: 'free', label: 'Free to take' },
  { value: 'forMe', label: 'For me' },
  { value: 'mine', label: 'Claimed by me' },
  { value: 'late', label: 'Late' },
  { value: 'soon', label: 'Due in 4 hours' },
  { value: 'escalated', label: 'Escalated' },
  { value: 'again', label: 'Handed in again' },
  { value: 'onHold', label: 'On hold' },
];
const RISKS = ['high', 'medium', 'low'].map((value) => ({ value, label: `${value} risk` }));

const searchOf = (filters: Filters): string =>
  new URLSearchParams(
    FILTERS.flatMap((name) => (filters[name] === undefined ? [] : [[name, filters[name]]])),
  ).toString();

function Save({ onSave }: { onSave: (name: string) => void }) {
  const [name, setName] = useState('');
  return (
    <Popover trapFocus withinPortal>
      <Popover.Target>
        <Button size="compact-sm" variant="subtle">
          Save this filter
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Group align="end">
          <TextInput
            size="xs"
            label="Name"
            maxLength={60}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Button size="xs" disabled={name.trim() === ''} onClick={() => onSave(name.trim())}>
            Save
          </Button>
        </Group>
      </Popover.Dropdown>
    </Popover>
  );
}

/** What of the queue is shown. It stands in the address: send it to a colleague, or save it under a name. */
export function QueueFilters({
  filters,
  desk,
  onChange,
  onDesk,
}: {
  filters: Filters;
  desk: Desk;
  onChange: (change: Partial<Record<keyof Filters, string | null>>) => void;
  onDesk: (part: Partial<Desk>) => void;
}) {
  const policy = useQuery(policyQuery);
  const labels = policy.data?.labels.map(({ name }) => ({ value: name, label: name })) ?? [];
  const search = searchOf(filters);
  const pick = (name: keyof Filters, placeholder: string, data: { value: string; label: string }[]) => (
    <Select
      size="xs"
      aria-label={placeholder}
      placeholder={placeholder}
      clearable
      data={data}
      value={filters[name] ?? null}
      onChange={(value) => onChange({ [name]: value })}
    />
  );
  const open = (saved: string) => {
    const wanted = new URLSearchParams(saved);
    onChange(Object.fromEntries(FILTERS.map((name) => [name, wanted.get(name)])));
  };
  return (
    <Stack gap={6} mb="xs">
      {pick('part', 'Any part', PARTS)}
      <Group gap={6} grow>
        {pick('risk', 'Any risk', RISKS)}
        {pick('label', 'Any label', labels)}
      </Group>
      <Group gap={6}>
        {desk.filters.map((saved) => (
          <Pill key={saved.name} size="lg">
            <button type="button" className="bare" onClick={() => open(saved.search)}>
              {saved.name}
            </button>
            <ActionIcon
              size={24}
              variant="transparent"
              aria-label={`Forget the filter ${saved.name}`}
              onClick={() => onDesk({ filters: desk.filters.filter(({ name }) => name !== saved.name) })}
            >
              <IconX size={14} />
            </ActionIcon>
          </Pill>
        ))}
        {search !== '' && (
          <Save
            onSave={(name) =>
              onDesk({ filters: [...desk.filters.filter((one) => one.name !== name), { name, search }] })
            }
          />
        )}
      </Group>
    </Stack>
  );
}
