import { Group, MultiSelect, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { galleryWordsQuery } from '../../api/gallery';
import { policyQuery } from '../../api/programs';
import type { Change, Filters } from './filters';

const MADE = [
  { value: 'model', label: 'a generative model' },
  { value: 'procedural', label: 'a formula' },
];

/** Everything beside words that the gallery can be narrowed by. */
export function FilterFields({ filters, change }: { filters: Filters; change: Change }) {
  const words = useQuery(galleryWordsQuery);
  const policy = useQuery(policyQuery);
  return (
    <Group align="end" gap="sm" mb="lg" id="gallery-filters">
      <Select
        label="Tag"
        w={150}
        clearable
        searchable
        data={[
          ...new Set([
            ...(words.data?.tags.map(({ tag }) => tag) ?? []),
            ...(filters.tag === undefined ? [] : [filters.tag]),
          ]),
        ]}
        value={filters.tag ?? null}
        onChange={(tag) => change({ tag })}
      />
      <Select
        label="Made with"
        w={170}
        clearable
        data={MADE}
        value={filters.madeWith ?? null}
        onChange={(madeWith) => change({ madeWith })}
      />
      <Select
        label="Licence"
        w={200}
        clearable
        data={
          words.data?.licences.map(({ name, says }) => ({
            value: name,
            label: says.split(':')[0] ?? name,
          })) ?? []
        }
        value={filters.licence ?? null}
        onChange={(licence) => change({ licence })}
      />
      <MultiSelect
        label="Leave out"
        w={220}
        clearable
        data={policy.data?.labels.map(({ name, means }) => ({ value: name, label: means })) ?? []}
        value={filters.without?.split(',') ?? []}
        onChange={(labels) => change({ without: labels.length === 0 ? null : labels.join(',') })}
      />
      <Select
        label="Order"
        w={140}
        allowDeselect={false}
        data={[
          { value: 'newest', label: 'newest first' },
          { value: 'oldest', label: 'oldest first' },
        ]}
        value={filters.sort ?? 'newest'}
        onChange={(sort) => change({ sort: sort === 'oldest' ? sort : null })}
      />
    </Group>
  );
}
