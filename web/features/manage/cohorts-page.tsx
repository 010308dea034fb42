import { Anchor, Button, Paper, Progress, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { cohortsQuery, programQuery } from '../../api/programs';
import { EmptyState } from '../../ui/empty-state';
import { PageHeader } from '../../ui/page-header';
import { QueryView } from '../../ui/query-view';
import { CohortForm } from './cohort-form';
import { Members } from './cohort-members';
import type { Program } from './use-manage';
import { membersQuery, type Cohort, type Enrollment } from './use-plan';

const dayOf = (at: string): string => new Date(at).toLocaleDateString(undefined, { dateStyle: 'medium' });

function CohortCard({ cohort, members }: { cohort: Cohort; members: readonly Enrollment[] }) {
  const taken = members.filter(
    (one) => one.cohortId === cohort.id && !['offboarding', 'alumni'].includes(one.state),
  ).length;
  return (
    <Paper withBorder p="md" component="li">
      <Stack gap="xs">
        <Title order={2} size="h5">
          {cohort.name}
        </Title>
        <Text size="sm" c="dimmed">
          {dayOf(cohort.startsAt)} to {dayOf(cohort.endsAt)} ·{' '}
          {cohort.quotaPlan === null
            ? 'the programme’s quota plan'
            : `${cohort.quotaPlan.credits.toLocaleString('en')} credits each, version ${cohort.quotaPlan.version}`}
        </Text>
        <Progress value={(100 * taken) / cohort.capacity} aria-label={`Seats taken in ${cohort.name}`} />
        <Text size="sm" className="figures">
          {taken} of {cohort.capacity} seats taken
        </Text>
      </Stack>
    </Paper>
  );
}

function Cohorts({ program }: { program: Program }) {
  const cohorts = useQuery(cohortsQuery(program.id));
  const members = useQuery(membersQuery(program.id)).data?.items ?? [];
  const [isForming, forming] = useDisclosure();
  const form = <Button onClick={forming.open}>Form a cohort</Button>;
  return (
    <>
      <PageHeader
        title={`Cohorts of ${program.name}`}
        lead={
          <>
            Artists admitted together, with their own dates, seats and, if you publish one for them, quota
            plan.{' '}
            <Anchor
              inherit
              renderRoot={(props) => (
                <Link to="/manage/programs/$programId" params={{ programId: program.slug }} {...props} />
              )}
            >
              Back to the programme
            </Anchor>
          </>
        }
        action={form}
      />
      <QueryView query={cohorts}>
        {({ items, seatsLeft }) =>
          items.length === 0 ? (
            <EmptyState title="No cohort yet" action={form}>
              Without one everybody has the programme’s own dates and quota plan.
            </EmptyState>
          ) : (
            <Stack maw={960}>
              <Text c="dimmed">{seatsLeft} seats of the programme are in no cohort.</Text>
              <Stack component="ul" gap="sm" p={0} m={0} style={{ listStyle: 'none' }}>
                {items.map((cohort) => (
                  <CohortCard key={cohort.id} cohort={cohort} members={members} />
                ))}
              </Stack>
              <Members program={program} cohorts={items} members={members} />
            </Stack>
          )
        }
      </QueryView>
      {isForming && <CohortForm program={program} onClose={forming.close} />}
    </>
  );
}

export function CohortsPage() {
  const { programId = '' }: { programId?: string } = useParams({ strict: false });
  return (
    <QueryView query={useQuery(programQuery(programId))}>
      {(program) => <Cohorts program={program} />}
    </QueryView>
  );
}
