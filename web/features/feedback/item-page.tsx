import { Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { feedbackQuery } from '../../api/feedback';
import { PageHeader } from '../../ui/page-header';
import { QueryView } from '../../ui/query-view';
import { MarkedClip } from '../../ui/marked-clip';
import { FeedbackItem } from './feedback-item';
import { usePay } from './use-pay';

/** One item of one's own with its clip, answer, pay and effect. */
export function ItemPage() {
  const { feedbackId }: { feedbackId?: string } = useParams({ strict: false });
  const pay = usePay();
  const item = useQuery(feedbackQuery(feedbackId ?? ''));
  return (
    <>
      <PageHeader
        title="Feedback"
        lead="Where it stands, what was answered, what it pays and what came of it."
      />
      <QueryView query={item}>
        {(data) => (
          <Stack maw={860} gap="lg">
            <Stack component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
              <FeedbackItem item={data} earning={pay.get(data.payRef ?? data.id)} />
            </Stack>
            {data.generationId !== null && (
              <section>
                <Title order={2} size="h4" mb="xs">
                  The clip with your markers
                </Title>
                <MarkedClip generationId={data.generationId} markers={data.markers} />
              </section>
            )}
            <Text size="sm">
              <Link to="/studio/feedback">All that you sent</Link>
            </Text>
          </Stack>
        )}
      </QueryView>
    </>
  );
}
