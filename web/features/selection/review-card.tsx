import { Anchor, List, Text } from '@mantine/core';
import { api, unwrap } from '../../api/client';
import { When } from '../../ui/amounts';
import { BlindReviewCard, WorkLinks, type ReviewSaid } from '../../ui/blind-review';
import { useSelectionAct, type Review } from './use-selection';

/** One application for a seat to score: answers, works and files, without whose they are. */
export function ReviewCard({ review }: { review: Review }) {
  const { id, programName, decideBy, statement, answers, portfolio, files } = review;
  const act = useSelectionAct(({ verb, ...body }: ReviewSaid, headers) =>
    unwrap(
      api.POST('/api/v1/application-reviews/{id}/{verb}', {
        params: { path: { id, verb } },
        headers,
        body,
      }),
    ),
  );
  const promise = decideBy !== null && (
    <>
      , decision promised <When at={decideBy} />
    </>
  );
  return (
    <BlindReviewCard review={review} title={programName} promise={promise} reader="artist" act={act}>
      <Text maw={760} style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        {statement}
      </Text>
      {answers.map(({ key, label, answer }) => (
        <div key={key}>
          <Text size="sm" fw={500}>
            {label}
          </Text>
          <Text style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{answer}</Text>
        </div>
      ))}
      <WorkLinks links={portfolio}>
        {files.map((file) => (
          <List.Item key={file.id}>
            <Anchor href={`/api/v1/application-reviews/${id}/files/${file.id}`} download>
              {file.name}
            </Anchor>
          </List.Item>
        ))}
      </WorkLinks>
    </BlindReviewCard>
  );
}
