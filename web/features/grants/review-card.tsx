import { List, Text } from '@mantine/core';
import { api, unwrap } from '../../api/client';
import { formatMoney } from '../../ui/amounts';
import { BlindReviewCard, WorkLinks, type ReviewSaid } from '../../ui/blind-review';
import { useGrantAct, type Review } from './use-grants';

/** One application for a grant to score: what is asked for, what it is spent on, and the works shown. */
export function ReviewCard({ review }: { review: Review }) {
  const { id, callTitle, statement, requested, budgetLines, works } = review;
  const act = useGrantAct(({ verb, ...body }: ReviewSaid, headers) =>
    unwrap(api.POST('/api/v1/grant-reviews/{id}/{verb}', { params: { path: { id, verb } }, headers, body })),
  );
  return (
    <BlindReviewCard review={review} title={callTitle} reader="applicant" act={act}>
      <Text maw={760} style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        {statement}
      </Text>
      <Text size="sm">Asked for {formatMoney(requested)}:</Text>
      <List size="sm">
        {budgetLines.map(({ what, amount }, index) => (
          <List.Item key={index}>
            {what}: {formatMoney({ amount, currency: requested.currency })}
          </List.Item>
        ))}
      </List>
      <WorkLinks links={works} />
    </BlindReviewCard>
  );
}
