import { Anchor, Collapse, Group, Paper, Stack, Table, Text } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api, unwrap, type Schemas } from '../../api/client';
import { pagesOf } from '../../api/pages';
import { Credits, When } from '../../ui/amounts';
import { EmptyState } from '../../ui/empty-state';
import { PagedView } from '../../ui/paged-view';
import { quotaQuery } from './use-clips';
import { REASONS } from './unusable-reasons';

type Quota = Schemas['QuotaView'];
type Line = Schemas['QuotaLineView'];

const historyQuery = pagesOf(
  ['quota', 'history'],
  async (page) => unwrap(api.GET('/api/v1/quota', { params: { query: page } })),
  10,
);

/** What each kind of line means to the artist. */
const KINDS: Readonly<Record<string, string>> = {
  'quota.granted': 'Credits of the plan',
  'quota.charged': 'A finished clip',
  'quota.expired': 'Expired with the window',
  'quota.topped_up': 'Extra credits',
  'quota.goodwill_given': 'Credits back',
  'quota.made_good': 'Made good after a pause',
};
const EVERY: Readonly<Record<string, string>> = {
  day: 'a day',
  week: 'a week',
  programme: 'for the programme',
};

const whole = new Intl.NumberFormat('en');

const whyOf = (reason: string): string =>
  reason === 'eta_missed' ? 'It came later than we had said.' : (REASONS[reason] ?? reason);

const dayOf = (at: string): string =>
  new Date(at).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' });

function LineRow({ line }: { line: Line }) {
  const { at, kind, credits, generationId, reason } = line;
  const words = KINDS[kind] ?? kind;
  return (
    <Table.Tr>
      <Table.Td>
        {generationId === null ? (
          words
        ) : (
          <Anchor
            size="sm"
            renderRoot={(props) => (
              <Link to="/studio/clips/$clipId" params={{ clipId: generationId }} {...props} />
            )}
          >
            {words}
          </Anchor>
        )}
        {reason !== null && (
          <Text size="xs" c="dimmed">
            {whyOf(reason)}
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        <When at={at} />
      </Table.Td>
      <Table.Td ta="right" className="figures">
        {credits > 0 ? `+${credits}` : credits}
      </Table.Td>
    </Table.Tr>
  );
}

function History() {
  return (
    <PagedView
      query={useInfiniteQuery(historyQuery)}
      empty={<EmptyState title="Nothing has moved yet">Credits come when you are in a programme.</EmptyState>}
    >
      {(lines) => (
        <Table aria-label="History of your credits">
          <Table.Tbody>
            {lines.map((line, index) => (
              <LineRow key={`${line.at} ${line.kind} ${index}`} line={line} />
            ))}
          </Table.Tbody>
        </Table>
      )}
    </PagedView>
  );
}

/** What happens next with the credits, in one sentence. */
function Next({ quota: { window, plan } }: { quota: Quota }) {
  if (window === null || !window.isOpen) return null;
  const kept =
    plan.rolloverPercent > 0
      ? `${plan.rolloverPercent} % of what is left carries over`
      : 'what is left expires';
  return (
    <Text size="sm">
      {plan.window === 'programme'
        ? 'These last until'
        : `The next ${whole.format(window.nextCredits)} come on`}{' '}
      {dayOf(window.endsAt)}
      {plan.expiresWithWindow ? `; ${kept} then.` : '; what is left stays yours.'}
    </Text>
  );
}

/** Balance, plan, the next window and every movement of one's credits. */
export function CreditsPanel() {
  const { data: quota } = useQuery(quotaQuery);
  const [isOpen, setOpen] = useState(false);
  if (quota === undefined) return null;
  const { plan, goodwill, pool } = quota;
  return (
    <Paper withBorder p="md" component="section" aria-label="Credits">
      <Stack gap={6}>
        <Group justify="space-between">
          <Text>
            <Credits value={quota.available} /> free
            {quota.held > 0 && <>, {whole.format(quota.held)} held by clips under way</>}
          </Text>
          <Anchor
            component="button"
            type="button"
            size="sm"
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)}
          >
            {isOpen ? 'Hide history' : 'History'}
          </Anchor>
        </Group>
        <Text size="sm">
          Your plan: {whole.format(plan.credits)} credits {EVERY[plan.window]}, {plan.concurrency} clips at
          once, {plan.queued} more waiting.
        </Text>
        <Next quota={quota} />
        {pool !== null && (
          <Text size="sm">
            Once yours are spent, the programme’s pool pays: <Credits value={pool} /> are in it.
          </Text>
        )}
        <Text size="sm" c="dimmed">
          Unusable clips with credits back this week: {goodwill.usedThisWeek} of {goodwill.perWeek}.
        </Text>
        <Collapse expanded={isOpen}>{isOpen && <History />}</Collapse>
      </Stack>
    </Paper>
  );
}
