import { Anchor, Button, Code, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client';
import { When } from '../../ui/amounts';
import { QueryView } from '../../ui/query-view';
import type { Application } from './use-manage';

const spoken = (answer: unknown): string =>
  typeof answer === 'boolean'
    ? answer
      ? 'yes'
      : 'no'
    : Array.isArray(answer)
      ? answer.join(', ')
      : String(answer);

function Notes({ applicationId }: { applicationId: string }) {
  const notes = useQuery({
    queryKey: ['applications', 'notes', applicationId],
    queryFn: () =>
      unwrap(api.GET('/api/v1/applications/{id}/review-notes', { params: { path: { id: applicationId } } })),
  });
  return (
    <QueryView query={notes} rows={1}>
      {({ items }) =>
        items.length === 0 ? (
          <Text size="sm">No review is completed.</Text>
        ) : (
          items.map(({ score, note }, index) => (
            <Text key={index} size="sm" style={{ whiteSpace: 'pre-wrap' }}>
              <b className="figures">{score.toFixed(2)}</b> {note === '' ? 'without a note' : note}
            </Text>
          ))
        )
      }
    </QueryView>
  );
}

function Score({ score }: { score: NonNullable<Application['score']> }) {
  if (score.promised === 0 && score.reviews === 0) return null;
  return (
    <Text size="sm" className="figures">
      {score.mean === null ? 'Not scored yet' : `${score.mean.toFixed(2)} of 5`}, {score.reviews} of{' '}
      {score.promised} reviews
      {score.reviews > 1 && `, reviewers differ by ${score.spread.toFixed(2)}`}
      {score.spread >= 2 && ': talk about it before deciding'}
    </Text>
  );
}

/** Answers, files, scores and their spread, and what was promised, beside one application. */
export function Judged({ application }: { application: Application }) {
  const [isShown, notes] = useDisclosure();
  const { answers, files, score, decideBy, decidedAt, daysLate, waiting } = application;
  return (
    <Stack gap={4}>
      {Object.entries(answers).map(([key, answer]) => (
        <Text key={key} size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          <Code>{key}</Code> {spoken(answer)}
        </Text>
      ))}
      {files.length > 0 && (
        <Group gap="sm">
          {files.map((file) => (
            <Anchor key={file.id} size="sm" href={file.link} download>
              {file.name}
            </Anchor>
          ))}
        </Group>
      )}
      {score !== null && <Score score={score} />}
      {waiting !== null && (
        <Text size="sm">
          Place {waiting.place} on the waiting list
          {waiting.reviewAt !== null && (
            <>
              , looked at again <When at={waiting.reviewAt} />
            </>
          )}
          .
        </Text>
      )}
      {decideBy !== null && (
        <Text size="sm" c={daysLate > 0 ? 'red' : 'dimmed'}>
          Decision promised <When at={decideBy} />
          {daysLate > 0 && `, ${daysLate} days late`}
          {decidedAt !== null && (
            <>
              , decided <When at={decidedAt} />
            </>
          )}
        </Text>
      )}
      {score !== null && score.reviews > 0 && (
        <>
          <Group>
            <Button size="compact-sm" variant="subtle" aria-expanded={isShown} onClick={notes.toggle}>
              What reviewers noted
            </Button>
          </Group>
          {isShown && <Notes applicationId={application.id} />}
        </>
      )}
    </Stack>
  );
}
