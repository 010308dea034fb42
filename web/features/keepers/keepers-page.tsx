import { Button, Group, Paper, Select, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconDownload } from '@tabler/icons-react';
import type { Schemas } from '../../api/client';
import { keeperRatesQuery, type RatesFilter } from '../../api/keepers';
import { useProgramOptions } from '../../api/programs';
import { EmptyState } from '../../ui/empty-state';
import { bandWords, KeeperTable } from '../../ui/keeper-table';
import { PageHeader } from '../../ui/page-header';
import { QueryView } from '../../ui/query-view';
import { oneOf, useFilters } from '../../ui/use-filters';

type Rates = Schemas['KeeperRatesView'];

const NAMES = ['programId', 'personId', 'style', 'model', 'days'] as const;
const PERIODS = [
  { value: '7', label: 'The last 7 days' },
  { value: '30', label: 'The last 30 days' },
  { value: '90', label: 'The last 90 days' },
];

function useKeepers() {
  const [filters, change] = useFilters(NAMES);
  const days = oneOf(['7', '30', '90'], filters.days);
  const { programId, personId, style, model } = filters;
  const filter: RatesFilter = {
    programId,
    personId,
    style,
    model,
    days: days === undefined ? days : Number(days),
  };
  return { filter, change };
}

type Change = ReturnType<typeof useKeepers>['change'];

const options = (rates: Rates['byStyle'] = []) => rates.map(({ key, name }) => ({ value: key, label: name }));

/** Whom and what one can choose is what there is in the programme, whatever else is chosen. */
function Filters({ filter, change }: { filter: RatesFilter; change: Change }) {
  const { data } = useQuery(keeperRatesQuery({ programId: filter.programId }));
  const fields = [
    ['programId', 'Programme', useProgramOptions()],
    ['personId', 'Artist', options(data?.byArtist)],
    ['style', 'Style', options(data?.byStyle)],
    ['model', 'Model', options(data?.byModel)],
    ['days', 'Ended within', PERIODS],
  ] as const;
  return (
    <Group align="end">
      {fields.map(([name, label, choices]) => (
        <Select
          key={name}
          label={label}
          placeholder="Any"
          w={176}
          clearable
          searchable={name === 'personId'}
          clearButtonProps={{ 'aria-label': `Any ${label.toLowerCase()}` }}
          data={choices}
          value={filter[name] === undefined ? null : String(filter[name])}
          onChange={(value) => change({ [name]: value })}
        />
      ))}
    </Group>
  );
}

function fileOf(filter: RatesFilter): string {
  const given = Object.entries(filter).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  );
  return `/api/v1/generations/keeper-rates.csv?${new URLSearchParams(given).toString()}`;
}

const figure = (value: number | null): string =>
  value === null ? 'no keeper yet' : new Intl.NumberFormat('en', { maximumFractionDigits: 1 }).format(value);

function Tiles({ all }: { all: Rates['all'] }) {
  const tiles = [
    ['Keepers', `${figure(all.keepers)} of ${figure(all.attempts)}`],
    ['Attempts for one', figure(all.attemptsPerKeeper)],
    ['Minutes for one', figure(all.minutesPerKeeper)],
    ['Credits for one', figure(all.creditsPerKeeper)],
  ] as const;
  return (
    <SimpleGrid cols={{ base: 2, md: 4 }}>
      {tiles.map(([name, value]) => (
        <Paper withBorder p="md" key={name}>
          <Text size="sm" c="dimmed">
            {name}
          </Text>
          <Text size="lg" fw={600} className="figures">
            {value}
          </Text>
        </Paper>
      ))}
    </SimpleGrid>
  );
}

function Tables({ rates }: { rates: Rates }) {
  const parts = [
    ['By artist', 'Artist', rates.byArtist],
    ['By style', 'Style', rates.byStyle],
    ['By model', 'Model', rates.byModel],
    [
      'By length of the prompt',
      'Prompt of',
      rates.byPromptLength.map((rate) => ({ ...rate, name: bandWords(rate.key) })),
    ],
  ] as const;
  return parts.map(([title, what, list]) => (
    <Stack component="section" gap="xs" key={title}>
      <Title order={2} size="h4">
        {title}
      </Title>
      <KeeperTable
        label={`Keepers ${title.toLowerCase()}`}
        what={what}
        rates={list.map((rate) => ({ name: rate.name, rate }))}
      />
    </Stack>
  ));
}

/** What a usable clip costs, by whom, in which style, on which model and for what length of the prompt. */
export function KeepersPage() {
  const { filter, change } = useKeepers();
  const isFiltered = Object.values(filter).some((value) => value !== undefined);
  const nothing = Object.fromEntries(NAMES.map((name) => [name, null]));
  return (
    <>
      <PageHeader
        title="Keepers"
        lead="What a usable clip costs: attempts, minutes of rendering and credits. Canceled clips are no attempts."
        action={
          <Button
            variant="default"
            leftSection={<IconDownload size={16} aria-hidden />}
            renderRoot={(props) => <a href={fileOf(filter)} download {...props} />}
          >
            CSV
          </Button>
        }
      />
      <Stack gap="xl">
        <Filters filter={filter} change={change} />
        <QueryView query={useQuery(keeperRatesQuery(filter))}>
          {(rates) =>
            rates.all.attempts > 0 ? (
              <>
                <Tiles all={rates.all} />
                <Tables rates={rates} />
              </>
            ) : (
              <EmptyState
                title={isFiltered ? 'Nothing fits these filters' : 'No clip has ended yet'}
                action={
                  isFiltered && (
                    <Button variant="light" onClick={() => change(nothing)}>
                      Show all
                    </Button>
                  )
                }
              >
                Clips count here from the moment they succeed, fail or are refused.
              </EmptyState>
            )
          }
        </QueryView>
      </Stack>
    </>
  );
}
