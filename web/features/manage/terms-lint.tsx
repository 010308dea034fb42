import { Alert, List, Stack, Text } from '@mantine/core';
import type { Schemas } from '../../api/client';

type Lint = Schemas['LintView'];

function faultsOf({ repeated, missing, endless, silencing }: Lint): string[] {
  return [
    ...repeated.map((id) => `${id}: another clause has this id too.`),
    ...missing.map((name) => `There is no clause of ${name.replaceAll('_', ' ')} yet.`),
    ...endless.map((id) => `${id}: secrecy must end; give it a date or the event that ends it.`),
    ...silencing.map(
      ({ clauseId, topics }) =>
        `${clauseId} touches ${topics.join(', ')}: add a sentence that keeps this free, or leave it out.`,
    ),
  ];
}

const WHYS = {
  added: 'is new',
  removed: 'is gone',
  moved: 'moves to another document',
  end_changed: 'ends at another time',
  wording: 'says something else',
} as const;

/** What keeps the clauses from being published, and whether their change asks artists again. Said while they are written. */
export function TermsLint({ lint }: { lint: Lint }) {
  const faults = faultsOf(lint);
  return (
    <Stack gap="xs" aria-live="polite">
      {faults.length > 0 ? (
        <Alert color="yellow" variant="light" title="Before it can be published">
          <List size="sm">
            {faults.map((fault) => (
              <List.Item key={fault}>{fault}</List.Item>
            ))}
          </List>
        </Alert>
      ) : (
        <Alert color="green" variant="light" title="Nothing keeps it from being published">
          Five documents, an end to every secret, and no protected speech restricted.
        </Alert>
      )}
      {lint.basedOn > 0 && (
        <Text size="sm">
          {lint.material.length === 0
            ? 'Against the newest version nothing that binds has changed: it may be published as a correction.'
            : `Material, because ${lint.material.map(({ clauseId, why }) => `${clauseId} ${WHYS[why]}`).join(', ')}.`}
        </Text>
      )}
    </Stack>
  );
}
