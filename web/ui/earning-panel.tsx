import { Alert, Anchor, Code, Stack, Table, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Schemas } from '../api/client';
import { formatMoney, Money, When } from './amounts';
import { StateBadge } from './state-badge';

type Earning = Schemas['EarningDetailView'];

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** Promises of a card that set amounts, as people call them; prices stand under the name of their line. */
const RULES: Readonly<Record<string, string>> = { 'rules.floorPerHour': 'floor for an hour' };

interface Way {
  readonly to: string;
  readonly search?: Readonly<Record<string, string>>;
  readonly label: string;
}

/** Where the fact behind an earning can be looked at; `null`: there is no page for it. */
function linkOf({ evidence }: Earning, isOwn: boolean): Way | null {
  const feedback = text(evidence.feedbackId);
  // What was filed without a name is paid under another one: it has no page that names both.
  if (feedback?.startsWith('fbk_') === true) {
    return isOwn
      ? { to: `/studio/feedback/${feedback}`, label: 'The feedback' }
      : { to: '/manage/feedback', search: { state: 'all', item: feedback }, label: 'The feedback' };
  }
  const task = text(evidence.taskId);
  if (task !== null) return { to: `${isOwn ? '/studio' : '/manage'}/tasks/${task}`, label: 'The task' };
  if (text(evidence.awardId) !== null || text(evidence.callId) !== null)
    return { to: isOwn ? '/studio/grants' : '/manage/calls', label: 'The grant' };
  return null;
}

function Line({ name, children }: { name: string; children: ReactNode }) {
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={400} w={160}>
        {name}
      </Table.Th>
      <Table.Td>{children}</Table.Td>
    </Table.Tr>
  );
}

function Facts({ earning }: { earning: Earning }) {
  const { withheld, net, sourceCountry, rateCardVersion, rateItem, reference, payoutId } = earning;
  return (
    <Table aria-label="Facts" verticalSpacing={6}>
      <Table.Tbody>
        <Line name="Amount">
          <Money value={earning.amount} />
        </Line>
        {withheld.amount > 0 && (
          <Line name="Tax withheld">
            <Money value={withheld} />, so <Money value={net} /> arrives
          </Line>
        )}
        <Line name="State">
          <StateBadge state={earning.state} />
        </Line>
        <Line name="Programme">{earning.programName}</Line>
        {rateItem !== null && (
          <Line name="Price by">
            <Link to="/programs/$programId/rates" params={{ programId: earning.programId }}>
              version {rateCardVersion} of the rate card
            </Link>
            , {RULES[rateItem] ?? <Code>{rateItem}</Code>}
          </Line>
        )}
        <Line name="Kind of income">
          {earning.category}
          {sourceCountry !== null && `, from ${sourceCountry}`}
        </Line>
        <Line name="Earned">
          <When at={earning.earnedAt} />
        </Line>
        <Line name="Promised by">
          <When at={earning.payBy} />
        </Line>
        {payoutId !== null && (
          <Line name="Payout">
            <Code>{payoutId}</Code>
          </Line>
        )}
        <Line name="Ledger entry">
          <Code>{reference}</Code>
        </Line>
      </Table.Tbody>
    </Table>
  );
}

function Corrected({ correction }: { correction: NonNullable<Earning['correction']> }) {
  const { note, rightAmount, statementId, state } = correction;
  return (
    <Alert color="yellow" variant="light" title="Two people found this amount wrong">
      <Text size="sm">{note}</Text>
      <Text size="sm">
        {rightAmount.amount === 0
          ? 'Nothing stands in its place.'
          : `${formatMoney(rightAmount)} stand in its place.`}
      </Text>
      {state === 'overturned' && <Text size="sm">An appeal was right: what was taken is owed again.</Text>}
      {statementId !== null && state !== 'overturned' && (
        <Text size="sm">
          The decision stands with its reasons{' '}
          <Link to="/studio/decisions/$statementId" params={{ statementId }}>
            among your decisions
          </Link>
          , where you can appeal.
        </Text>
      )}
    </Alert>
  );
}

/** One earning with everything behind it: why, from what, and each step it took. */
export function EarningPanel({
  earning,
  isOwn,
  children,
}: {
  earning: Earning;
  isOwn: boolean;
  /** What the reader may do about it. */
  children?: ReactNode;
}) {
  const link = linkOf(earning, isOwn);
  return (
    <Stack>
      <Text>{earning.because}</Text>
      {link !== null && (
        <Anchor renderRoot={(props) => <Link to={link.to} search={link.search ?? {}} {...props} />}>
          {link.label}
        </Anchor>
      )}
      {earning.daysLate > 0 && (
        <Alert color="yellow" variant="light" title={`${earning.daysLate} days late`}>
          {earning.lateSoFar === null
            ? 'What the wait added is an earning of its own.'
            : `${formatMoney(earning.lateSoFar)} so far for the wait; it is added by itself when the amount arrives.`}
        </Alert>
      )}
      {earning.correction !== null && <Corrected correction={earning.correction} />}
      <Facts earning={earning} />
      {children}
      {earning.following.length > 0 && (
        <section>
          <Title order={3} size="h5">
            What came of it
          </Title>
          {earning.following.map((one) => (
            <Text key={one.id} size="sm">
              {one.because} <Money value={one.amount} />
            </Text>
          ))}
        </section>
      )}
      <section>
        <Title order={3} size="h5">
          Steps
        </Title>
        {earning.history.length === 0 && (
          <Text size="sm" c="dimmed">
            It waits for money in the fund. Nothing is lost.
          </Text>
        )}
        {earning.history.map((step) => (
          <Text key={step.at + step.verb} size="sm">
            <When at={step.at} />: {step.from.replaceAll('_', ' ')} → {step.to.replaceAll('_', ' ')}
          </Text>
        ))}
      </section>
    </Stack>
  );
}
