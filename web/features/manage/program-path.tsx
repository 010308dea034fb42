import { Button, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useSession } from '../../api/session';
import { formatMoney } from '../../ui/amounts';
import { ProblemNote } from '../../ui/problem-note';
import { EntrySteps } from './entry-steps';
import { partsOf, type Part } from './path-parts';
import { PathStep } from './path-step';
import { fundQuery, type Program } from './use-manage';

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
      missing="(empty)"
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

const day = (at: string): string => at.slice(0, 10);

const whenOf = ({ startsAt, endsAt, capacity, applicationsUntil, decisionsBy }: Program): string =>
  [
    `${day(startsAt)} to ${day(endsAt)}, ${capacity} seats`,
    ...(applicationsUntil === null ? [] : [`applications until ${day(applicationsUntil)}`]),
    ...(decisionsBy === null ? [] : [`decisions by ${day(decisionsBy)}`]),
  ].join(', ');

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
  const parts = partsOf(program);
  const mayWrite = mayManage && program.state !== 'closed';
  return (
    <Stack component="ol" p={0} m={0} gap="sm" style={{ listStyle: 'none' }}>
      <PathStep
        number={1}
        title="Dates and seats"
        isDone
        says={whenOf(program)}
        action={
          mayWrite && (
            <Button variant="default" onClick={() => onEdit('plan')}>
              Change
            </Button>
          )
        }
      />
      {parts.map(({ part, title, version, says, isOptional }, index) => (
        <PathStep
          key={part}
          number={index + 2}
          title={title}
          isNeeded={isOptional !== true}
          isDone={version !== undefined}
          says={version === undefined ? says : `Version ${version}: ${says}`}
          {...(drafts.includes(part) && { missing: '(a draft)' })}
          action={
            mayWrite && (
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
      <EntrySteps program={program} first={parts.length + 2} mayWrite={mayWrite} />
      <Fund program={program} number={parts.length + 4} />
      {last}
    </Stack>
  );
}
