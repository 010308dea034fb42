import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { keeperRatesQuery } from '../../api/keepers';
import { bandWords, KeeperTable } from '../../ui/keeper-table';
import { QueryView } from '../../ui/query-view';

/** What a keeper has cost so far, in all, by style and by length of the prompt: which ways of asking pay off. */
export function KeeperRates({ project }: { project: string | undefined }) {
  return (
    <QueryView query={useQuery(keeperRatesQuery({ project }))} rows={1}>
      {({ all, byStyle, byModel, byPromptLength }) =>
        all.attempts === 0 ? (
          <Text size="sm" c="dimmed">
            With the first finished clips this shows what a keeper costs you.
          </Text>
        ) : (
          <KeeperTable
            label="What your keepers cost"
            what={project === undefined ? 'Of your clips' : `Of ${project}`}
            rates={[
              { name: 'All', rate: all },
              ...byStyle.map((rate) => ({ name: `Style ${rate.key}`, rate })),
              ...(byModel.length > 1 ? byModel.map((rate) => ({ name: `Model ${rate.key}`, rate })) : []),
              ...byPromptLength.map((rate) => ({ name: `Prompt of ${bandWords(rate.key)}`, rate })),
            ]}
          />
        )
      }
    </QueryView>
  );
}
