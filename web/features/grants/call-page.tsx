import { Anchor, Button, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useSession } from '../../api/session';
import { formatMoney } from '../../ui/amounts';
import { PageHeader } from '../../ui/page-header';
import { QueryView } from '../../ui/query-view';
import { StateBadge } from '../../ui/state-badge';
import { ApplicationCard } from './application-card';
import { ApplicationForm } from './application-form';
import { Questions } from './questions';
import { RubricTable } from '../../ui/rubric-table';
import { callApplicationsQuery, callQuery, dayOf, type Call } from './use-grants';

function Facts({ call }: { call: Call }) {
  const rows = [
    [
      'Budget',
      `${formatMoney(call.budget)}, ${call.state === 'draft' ? 'held before it opens' : 'held since it opened'}`,
    ],
    ['Hand in by', dayOf(call.closesAt)],
    [
      'Answer by',
      `${dayOf(call.decidesAt)}${call.decidedAt === null ? '' : `; given on ${dayOf(call.decidedAt)}`}${call.daysLate > 0 ? `, ${call.daysLate} days late` : ''}`,
    ],
    ['Reviews', `${call.quorum} for each application, by people who do not know who applied`],
    ...(call.finalists > 0
      ? [['Finalists', `${call.finalists}, each paid ${formatMoney(call.stipend)} at once`]]
      : []),
    ...(call.yearlyCap === null ? [] : [['Cap', `${call.yearlyCap} for one artist within a year`]]),
  ];
  return (
    <Stack gap={4} component="dl" m={0}>
      {rows.map(([name, value]) => (
        <Group key={name} gap="sm" wrap="nowrap" align="baseline">
          <Text component="dt" size="sm" c="dimmed" w={110}>
            {name}
          </Text>
          <Text component="dd" m={0}>
            {value}
          </Text>
        </Group>
      ))}
    </Stack>
  );
}

/** One's own application, or the way to one. */
function Mine({ call }: { call: Call }) {
  const applications = useQuery(callApplicationsQuery(call.id));
  const [isWriting, setWriting] = useState(false);
  return (
    <QueryView query={applications} rows={1}>
      {({ items }) => {
        const [mine] = items;
        if (mine !== undefined)
          return mine.state === 'draft' && call.state === 'open' ? (
            <ApplicationForm key={mine.id} call={call} application={mine} />
          ) : (
            <ApplicationCard application={mine} currency={call.budget.currency} />
          );
        if (call.state !== 'open') return <Text c="dimmed">This call does not take applications now.</Text>;
        return isWriting ? (
          <ApplicationForm call={call} />
        ) : (
          <Group>
            <Button onClick={() => setWriting(true)}>Write an application</Button>
          </Group>
        );
      }}
    </QueryView>
  );
}

/** A call as everybody sees it; artists apply here. */
export function CallPage() {
  const { callId } = useParams({ strict: false });
  const call = useQuery(callQuery(callId ?? ''));
  const session = useSession();
  const isArtist = session?.person.roles.includes('artist') ?? false;
  return (
    <QueryView query={call} rows={4}>
      {(data) => (
        <>
          <PageHeader title={data.title} lead={data.criteria} action={<StateBadge state={data.state} />} />
          <Stack gap="xl">
            <Facts call={data} />
            <section aria-labelledby="eligible">
              <Title order={2} size="h4" id="eligible">
                Who may apply
              </Title>
              <Text style={{ whiteSpace: 'pre-wrap' }}>{data.eligibility}</Text>
            </section>
            <section aria-labelledby="rubric">
              <Title order={2} size="h4" id="rubric">
                How it is judged
              </Title>
              <RubricTable rubric={data.rubric} />
              <Text size="sm">
                Applications of the same score are put in order by a{' '}
                <Anchor component={Link} to="/draws">
                  draw that anybody can recompute
                </Anchor>
                ; its hash was published when the call opened.
              </Text>
            </section>
            <section aria-labelledby="apply">
              <Title order={2} size="h4" id="apply" mb="sm">
                Your application
              </Title>
              {isArtist ? (
                <Mine call={data} />
              ) : (
                <Text c="dimmed">
                  {session === null
                    ? 'Sign in as an artist of the programme to apply.'
                    : 'Artists of the programme apply here.'}
                </Text>
              )}
            </section>
            <section aria-labelledby="questions">
              <Title order={2} size="h4" id="questions" mb="sm">
                Questions and answers
              </Title>
              <Questions call={data} />
            </section>
          </Stack>
        </>
      )}
    </QueryView>
  );
}
