import { Alert, Button, Code, CopyButton, Group, List, Text } from '@mantine/core';
import { ApiProblem } from '../api/client';

/** `thirdPartyMaterial` → `third party material` */
const inWords = (name: string): string => name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

/** What went wrong in the server's own words, the fields concerned, and the request id to pass on. */
export function ProblemNote({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const problem = error instanceof ApiProblem ? error : null;
  const title =
    error instanceof Error ? error.message : 'Something unexpected happened in this page. Reload it.';
  return (
    <Alert color="red" variant="light" role="alert" title={title}>
      {problem !== null && problem.fields.length > 1 && (
        <List size="sm">
          {problem.fields.map((field) => (
            <List.Item key={field.field}>{`${field.field}: ${field.faults.join('; ')}`}</List.Item>
          ))}
        </List>
      )}
      {problem !== null && problem.faults.length + problem.reasons.length > 0 && (
        <List size="sm">
          {[...problem.faults.map(({ says }) => says), ...problem.reasons].map((says) => (
            <List.Item key={says}>{says}</List.Item>
          ))}
        </List>
      )}
      {problem !== null && problem.missing.length > 0 && (
        <Text size="sm">Still missing: {problem.missing.map(inWords).join(', ')}.</Text>
      )}
      <Group gap="xs" mt="xs">
        {onRetry !== undefined && (
          <Button size="xs" variant="light" color="red" onClick={onRetry}>
            Try again
          </Button>
        )}
        {problem !== null && problem.requestId !== '' && (
          <CopyButton value={problem.requestId}>
            {({ copied, copy }) => (
              <Button size="xs" variant="subtle" color="gray" onClick={copy}>
                {copied ? 'Copied' : 'Copy request id'} <Code ml={6}>{problem.requestId.slice(-8)}</Code>
              </Button>
            )}
          </CopyButton>
        )}
      </Group>
      {problem === null && <Text size="sm">Nothing was sent.</Text>}
    </Alert>
  );
}
