import { Box, Button, Group, Paper, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import { IconCheck, IconMinus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useSession } from '../../api/session';
import { formatMoney } from '../../ui/amounts';
import { ProblemNote } from '../../ui/problem-note';
import { fundQuery, type Program } from './use-manage';

export type Part = 'plan' | 'terms' | 'rates' | 'quota' | 'mark' | 'models' | 'review';

/** One step of the path: whether it is done, what it says now, and what to do. */
export function PathStep({
  number,
  title,
  isDone,
  missing = '(missing)',
  says,
  action,
}: {
  number: number;
  title: string;
  isDone: boolean;
  /** Said beside the title while it is not done. */
  missing?: string;
  says: ReactNode;
  action: ReactNode;
}) {
  const Icon = isDone ? IconCheck : IconMinus;
  return (
    <Paper withBorder p="md" component="li">
      <Group justify="space-between" wrap="nowrap" align="center">
        <Group wrap="nowrap" align="flex-start">
          <ThemeIcon radius="xl" variant="light" color={isDone ? 'green' : 'yellow'} aria-hidden>
            <Icon size={16} />
          </ThemeIcon>
          <div>
            <Title order={2} size="h5">
              {number}. {title} {isDone ? '' : missing}
            </Title>
            <Text size="sm" c="dimmed" component="div">
              {says}
            </Text>
          </div>
        </Group>
        <Box flex="none">{action}</Box>
      </Group>
    </Paper>
  );
}

function Fund({ program, number }: { program: Program; number: number }) {
  const fund = useQuery(fundQuery(program.id));
  const mayFund = useSession()?.permissions.includes('program.fund') === true;
  if (fund.isError) return <ProblemNote error={fund.error} onRetry={() => void fund.refetch()} />;
  const isFunded = (fund.data?.available.amount ?? 0) > 0;
  const says =
    fund.data === undefined
      ? 'Looking into the fund…'
      : `${formatMoney(fund.data.available)} can still be promised, ${formatMoney(fund.data.held)} is reserved. ` +
        (mayFund ? '' : 'Finance books money into it.');
  return (
    <PathStep
      number={number}
      title="Fund"
      isDone={isFunded}
      says={says}
      action={
        mayFund && (
          <Button
            variant={isFunded ? 'default' : 'filled'}
            renderRoot={(props) => <Link to="/finance/report" search={{ fund: program.id }} {...props} />}
          >
            Book money
          </Button>
        )
      }
    />
  );
}

const WINDOWS = { day: 'every day', week: 'every week', programme: 'for the whole programme' } as const;

function partsOf({ terms, rateCard, quotaPlan, markPolicy, modelPolicy, reviewPolicy }: Program) {
  return [
    {
      part: 'terms' as const,
      title: 'Terms',
      version: terms?.version,
      says:
        terms === null
          ? 'What artists may do, what not, until when: five documents of clauses.'
          : `${terms.clauses.length} clauses in force`,
    },
    {
      part: 'rates' as const,
      title: 'Rate card',
      version: rateCard?.version,
      says:
        rateCard === null
          ? 'What accepted feedback and licences are paid.'
          : `${Object.keys(rateCard.items).length} prices in ${rateCard.currency}`,
    },
    {
      part: 'quota' as const,
      title: 'Quota plan',
      version: quotaPlan?.version,
      says:
        quotaPlan === null
          ? 'How many credits an artist gets, and how much may render at once.'
          : `${quotaPlan.credits.toLocaleString('en')} credits ${WINDOWS[quotaPlan.window]}, ${quotaPlan.concurrency} clips at once`,
    },
    {
      part: 'mark' as const,
      title: 'Mark policy',
      version: markPolicy?.version,
      says:
        markPolicy === null
          ? 'What mark clips carry, and where.'
          : `“${markPolicy.text}”, ${markPolicy.isVisible ? markPolicy.place.replaceAll('_', ' ') : 'not visible'}` +
            (markPolicy.c2pa ? '; signed manifest (C2PA)' : '; no manifest'),
    },
    {
      part: 'review' as const,
      title: 'Selection',
      isOptional: true,
      version: reviewPolicy?.version,
      says:
        reviewPolicy === null
          ? 'How artists are selected, and by when: applicants read it first.'
          : `${reviewPolicy.selection.replaceAll('_', ' ')}, ${reviewPolicy.reviewers} people, ${reviewPolicy.decisionDays} days`,
    },
    {
      part: 'models' as const,
      title: 'Providers and models',
      isOptional: true,
      version: modelPolicy?.version,
      says:
        modelPolicy === null || modelPolicy.providers.length === 0
          ? 'Every installed provider may render.'
          : `${modelPolicy.providers.join(', ')} may render`,
    },
  ];
}

const day = (at: string): string => at.slice(0, 10);

/** The guided path from a draft to a programme that runs. */
export function ProgramPath({
  program,
  drafts,
  onEdit,
  last,
}: {
  program: Program;
  /** Parts that somebody has begun to write. */
  drafts: readonly Part[];
  onEdit: (part: Part) => void;
  /** The step that opens and starts. */
  last: ReactNode;
}) {
  const mayManage = useSession()?.permissions.includes('program.manage') === true;
  return (
    <Stack component="ol" p={0} m={0} gap="sm" style={{ listStyle: 'none' }}>
      <PathStep
        number={1}
        title="Dates and seats"
        isDone
        says={`${day(program.startsAt)} to ${day(program.endsAt)}, ${program.capacity} seats${program.applicationsUntil === null ? '' : `, applications until ${day(program.applicationsUntil)}`}`}
        action={
          mayManage &&
          program.state !== 'closed' && (
            <Button variant="default" onClick={() => onEdit('plan')}>
              Change
            </Button>
          )
        }
      />
      {partsOf(program).map(({ part, title, version, says, isOptional }, index) => (
        <PathStep
          key={part}
          number={index + 2}
          title={title}
          missing={isOptional === true ? '(optional)' : drafts.includes(part) ? '(a draft)' : '(missing)'}
          isDone={version !== undefined}
          says={version === undefined ? says : `Version ${version}: ${says}`}
          action={
            mayManage &&
            program.state !== 'closed' && (
              <Button variant={version === undefined ? 'filled' : 'default'} onClick={() => onEdit(part)}>
                {drafts.includes(part)
                  ? 'Go on with the draft'
                  : version === undefined
                    ? 'Write it'
                    : 'Next version'}
              </Button>
            )
          }
        />
      ))}
      <Fund program={program} number={8} />
      {last}
    </Stack>
  );
}
