import { Alert, Button, Checkbox, Code, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, unwrap, type Schemas } from '../../api/client';
import { When } from '../../ui/amounts';
import { Clauses } from '../../ui/clause-card';
import { ClauseChanges } from '../../ui/clause-changes';
import { ProblemNote } from '../../ui/problem-note';

/** Every clause of the terms in force, and the acceptance of exactly these. */
export function ConsentCeremony({
  enrollmentId,
  reading,
}: {
  enrollmentId: string;
  reading: Schemas['EnrollmentTermsView'];
}) {
  const { terms, consent } = reading;
  const queries = useQueryClient();
  const [isRead, setRead] = useState(false);
  const accept = useMutation({
    mutationFn: () =>
      unwrap(
        api.POST('/api/v1/enrollments/{id}/consent', {
          params: { path: { id: enrollmentId } },
          body: { termsId: terms.id, hash: terms.hash },
        }),
      ),
    onSuccess: async () => {
      notifications.show({ message: 'Accepted. The Studio is open.' });
      // The credits arrive a moment later; everything else is there now.
      await queries.invalidateQueries();
    },
  });
  return (
    <Paper withBorder p="lg">
      <Stack>
        <Title order={2} size="h3">
          {consent === null ? 'Read the terms' : 'The terms have changed'}
        </Title>
        <Alert variant="light" color="gray">
          {consent === null
            ? 'Nothing binds you until you accept. If you do not agree, leave: it costs nothing.'
            : `You accepted version ${consent.version}, which governs until you accept this one. If you do not agree, leave and keep everything you have earned.`}
        </Alert>
        {consent !== null && (
          <>
            <Text>
              {reading.acceptBy !== null && new Date(reading.acceptBy) > new Date() ? (
                <>
                  You can go on working without an answer. The notice ends <When at={reading.acceptBy} />.
                </>
              ) : (
                'The notice is over: making clips waits for your answer.'
              )}
            </Text>
            <Title order={3} size="h4">
              What changes
            </Title>
            <ClauseChanges changes={reading.changes} />
            <Title order={3} size="h4">
              Every clause as it will be
            </Title>
          </>
        )}
        <Clauses clauses={terms.clauses} />
        <Stack gap="xs">
          <Title order={3} size="h4">
            What no clause can take away
          </Title>
          {reading.obligations.always.map((line) => (
            <Text key={line}>{line}</Text>
          ))}
        </Stack>
        <Checkbox
          label={`I have read these ${terms.clauses.length} clauses and accept them.`}
          checked={isRead}
          onChange={(event) => setRead(event.currentTarget.checked)}
        />
        {accept.isError && <ProblemNote error={accept.error} />}
        <Group>
          <Button disabled={!isRead} loading={accept.isPending} onClick={() => accept.mutate()}>
            Accept version {terms.version}
          </Button>
          <Text size="sm" c="dimmed">
            Recorded with the time and the hash <Code>{terms.hash.slice(0, 16)}</Code>
          </Text>
        </Group>
      </Stack>
    </Paper>
  );
}
