import { Alert, List, Stack, Text } from '@mantine/core';
import { RubricTable } from '../../ui/rubric-table';
import { momentIn, type Entry } from './use-applications';

const WAYS: Record<NonNullable<Entry['selection']>, (entry: Entry) => string> = {
  review: ({ reviewers }) =>
    `At least ${reviewers} people score each application without knowing whose it is; a panel decides by the ranking.`,
  first_come: () =>
    'Whoever comes first has the seat; the others stand in line in the order in which they came.',
  draw: () => 'A draw decides that anybody can recompute. Nobody is scored.',
};

/** What somebody reads before they write: how it is decided, until when, and how many seats there are. */
export function EntryFacts({ entry }: { entry: Entry }) {
  const { selection, criteria, closesAt, decideBy, seatsLeft, waiting, form } = entry;
  return (
    <Stack gap="sm">
      {entry.closedBecause !== null && (
        <Alert color="yellow" title="Applications are not taken now">
          {entry.closedBecause}
        </Alert>
      )}
      <List size="sm" spacing={4}>
        <List.Item>
          {selection === null
            ? 'People decide; everybody who is declined reads why.'
            : WAYS[selection](entry)}
        </List.Item>
        {criteria !== '' && <List.Item>{criteria}</List.Item>}
        <List.Item>
          {closesAt === null ? (
            'There is no deadline while the programme is open.'
          ) : (
            <>
              Applications close <time dateTime={closesAt}>{momentIn(closesAt)}</time>, in your time zone.
            </>
          )}
        </List.Item>
        {decideBy !== null && (
          <List.Item>
            You have a decision by <time dateTime={decideBy}>{momentIn(decideBy)}</time>. How often such
            promises were broken is counted.
          </List.Item>
        )}
        <List.Item>
          {seatsLeft} {seatsLeft === 1 ? 'seat is' : 'seats are'} free; {waiting} on the waiting list.
        </List.Item>
      </List>
      {form.rubric.length > 0 && (
        <details>
          <summary>What is scored, and what each score means</summary>
          <RubricTable rubric={form.rubric} />
        </details>
      )}
      {form.intro !== '' && <Text style={{ whiteSpace: 'pre-wrap' }}>{form.intro}</Text>}
    </Stack>
  );
}
