import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, unwrap } from '../../api/client';
import { feedbackQuery } from '../../api/feedback';
import type { Feedback } from './use-feedback';

const labelOf = ({ type, text }: Feedback): string => `${type}: ${text.slice(0, 70)}`;

/** What an item can be a duplicate of: found by its words among everything of the programme, what weighs most first. */
export function OriginalSelect({
  item: { id: ownId, programId },
  value,
  error,
  onChange,
}: {
  item: Feedback;
  /** Empty: nothing is chosen. */
  value: string;
  error: unknown;
  onChange: (id: string) => void;
}) {
  const [typed, setTyped] = useState('');
  const [typedLast] = useDebouncedValue(typed.trim(), 300);
  const chosen = useQuery({ ...feedbackQuery(value), enabled: value !== '' }).data;
  // The field shows what is chosen: those are not words to look for.
  const words = chosen !== undefined && typedLast === labelOf(chosen).trim() ? '' : typedLast;
  const found = useQuery({
    queryKey: ['feedback', 'originals', programId, words],
    placeholderData: keepPreviousData,
    queryFn: () =>
      unwrap(
        api.GET('/api/v1/feedback-board/items', {
          params: { query: { programId, limit: 20, ...(words !== '' && { words }) } },
        }),
      ),
  });
  const others = (found.data?.items ?? []).filter(
    ({ id, state }) => id !== ownId && id !== value && state !== 'duplicate',
  );
  const options = chosen === undefined ? others : [chosen, ...others];
  return (
    <Select
      label="The original"
      description="Type words of it; what weighs most comes first"
      required
      searchable
      allowDeselect={false}
      error={typeof error === 'string' ? error : undefined}
      data={options.map((one) => ({ value: one.id, label: labelOf(one) }))}
      filter={({ options: all }) => all}
      value={value === '' ? null : value}
      onSearchChange={setTyped}
      onChange={(id) => onChange(id ?? '')}
      nothingFoundMessage={found.isFetching ? 'Looking …' : 'Nothing fits.'}
    />
  );
}
