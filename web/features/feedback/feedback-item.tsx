import { Alert, Anchor, Group, List, Paper, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Schemas } from '../../api/client';
import { Money, When } from '../../ui/amounts';
import { FileLinks } from '../../ui/file-links';
import { PayTaken } from '../../ui/pay-taken';
import { StateBadge } from '../../ui/state-badge';
import { timeRange } from '../../ui/timecode';
import { AnswerForm } from './answer-form';
import { REASONS, TYPES, type Feedback } from './words';

function Pay({ earning }: { earning: Schemas['EarningView'] | undefined }) {
  if (earning === undefined) return null;
  return (
    <Group gap="xs">
      <Money value={earning.amount} />
      <StateBadge state={earning.state} />
    </Group>
  );
}

function Outcome({ item }: { item: Feedback }) {
  const because = item.reason === null ? null : REASONS[item.reason];
  if (item.answer === null && because === null && item.shippedIn === null) {
    return item.state === 'new' || item.state === 'triaged' ? (
      <Text size="sm" c="dimmed">
        Counts as accepted <When at={item.dueAt} /> unless it is handled before.
      </Text>
    ) : null;
  }
  return (
    <Alert variant="light" color={item.state === 'needs_info' ? 'yellow' : 'gray'} title="The programme says">
      {because !== null && (
        <Text size="sm">
          {because} The decision stands with its reasons under <Link to="/studio/decisions">Decisions</Link>,
          where you can appeal.
        </Text>
      )}
      {item.shippedIn !== null && <Text size="sm">Shipped in {item.shippedIn}, with credit to you.</Text>}
      {item.answer !== null && (
        <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
          {item.answer}
        </Text>
      )}
    </Alert>
  );
}

/** What became of it: the original of a duplicate, a version, how many said it, pay that was taken back. */
function Effect({ item }: { item: Feedback }) {
  const { original, payTaken, impact } = item;
  return (
    <>
      {original !== null && (
        <Text size="sm">
          Joined with an earlier report, which is {original.state.replaceAll('_', ' ')} now
          {original.shippedIn === null ? '.' : `: shipped in ${original.shippedIn}, with credit to you too.`}
        </Text>
      )}
      <PayTaken taken={payTaken} />
      <Text size="xs" c="dimmed">
        Impact: {impact.formula}
      </Text>
    </>
  );
}

/** One item of one's own: what was said, where it stands, what was answered, what it pays. */
export function FeedbackItem({
  item,
  earning,
}: {
  item: Feedback;
  earning: Schemas['EarningView'] | undefined;
}) {
  const label = TYPES.find(([type]) => type === item.type)?.[1] ?? item.type;
  return (
    <Paper withBorder p="md" component="li">
      <Stack gap="xs">
        <Group justify="space-between">
          <Group gap="xs">
            <Anchor
              fw={600}
              renderRoot={(props) => (
                <Link to="/studio/feedback/$feedbackId" params={{ feedbackId: item.id }} {...props} />
              )}
            >
              {item.title === '' ? label : item.title}
            </Anchor>
            <StateBadge state={item.state} />
            <Text size="sm" c="dimmed">
              {label}
              {item.isPrivate && ', without your name'}, <When at={item.createdAt} />
            </Text>
          </Group>
          <Pay earning={earning} />
        </Group>
        <Text style={{ whiteSpace: 'pre-wrap' }}>{item.text}</Text>
        {item.markers.length > 0 && (
          <List size="sm">
            {item.markers.map((marker) => (
              <List.Item key={`${marker.at} ${marker.note}`}>
                <span className="figures">{timeRange(marker)}</span> {marker.note}
              </List.Item>
            ))}
          </List>
        )}
        {item.generationId !== null && (
          <Anchor
            size="sm"
            renderRoot={(props) => (
              <Link to="/studio/clips/$clipId" params={{ clipId: item.generationId }} {...props} />
            )}
          >
            The clip
          </Anchor>
        )}
        <FileLinks files={item.files} />
        <Outcome item={item} />
        <Effect item={item} />
        {item.info !== null && <Text size="sm">You added: {item.info}</Text>}
        {item.available.includes('answerInfo') && <AnswerForm feedbackId={item.id} />}
      </Stack>
    </Paper>
  );
}
