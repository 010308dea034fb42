import { Button, SegmentedControl, Select, Stack, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { programChoicesQuery } from '../../api/programs';
import { EmptyState } from '../../ui/empty-state';
import { PageHeader } from '../../ui/page-header';
import { PagedView } from '../../ui/paged-view';
import { oneOf, useFilters } from '../../ui/use-filters';
import { ConsentingList } from './consenting-list';
import { LicencesTable } from './licences-table';
import { PlanDialog } from './plan-dialog';
import { RoundCard } from './round-card';
import { roundsQuery } from './use-showcase';

const USES = ['marketing', 'training', 'press'] as const;

function Rounds({ programId, onPlan }: { programId: string; onPlan: () => void }) {
  const rounds = useInfiniteQuery(roundsQuery(programId));
  return (
    <PagedView
      query={rounds}
      empty={
        <EmptyState title="No round yet" action={<Button onClick={onPlan}>Plan a round</Button>}>
          A round publishes how its slots are given before anybody is chosen.
        </EmptyState>
      }
    >
      {(items) => (
        <Stack component="ul" gap="sm" p={0} m={0} style={{ listStyle: 'none' }}>
          {items.map((round) => (
            <RoundCard key={round.id} round={round} />
          ))}
        </Stack>
      )}
    </PagedView>
  );
}

/** Rounds of the showcase and uses of works, for whoever takes care of a programme. */
export function CuratePage() {
  const programs = useQuery(programChoicesQuery).data ?? [];
  const [{ program, use }, change] = useFilters(['program', 'use'] as const);
  const [isPlanning, planning] = useDisclosure();
  const programId = program ?? programs[0]?.id;
  const shown = oneOf(USES, use) ?? 'marketing';
  return (
    <>
      <PageHeader
        title="Showcase and licences"
        lead="Slots by a published rule, uses by consent; each is paid by the rate card when it is taken."
        action={
          <Button disabled={programId === undefined} onClick={planning.open}>
            Plan a round
          </Button>
        }
      />
      <Stack gap="xl">
        <Select
          label="Programme"
          maw={320}
          allowDeselect={false}
          data={programs.map(({ id, name }) => ({ value: id, label: name }))}
          value={programId ?? null}
          onChange={(id) => change({ program: id })}
        />
        {programId !== undefined && (
          <>
            <section>
              <Title order={2} size="h4" mb="sm">
                Rounds
              </Title>
              <Rounds programId={programId} onPlan={planning.open} />
            </section>
            <section>
              <Title order={2} size="h4" mb="sm">
                Works that may be used
              </Title>
              <SegmentedControl
                aria-label="For which use"
                mb="sm"
                data={USES.map((value) => ({ value, label: `for ${value}` }))}
                value={shown}
                onChange={(next) => change({ use: next })}
              />
              <ConsentingList programId={programId} use={shown} />
            </section>
            <section>
              <Title order={2} size="h4" mb="sm">
                Licences
              </Title>
              <LicencesTable programId={programId} />
            </section>
          </>
        )}
      </Stack>
      {isPlanning && programId !== undefined && <PlanDialog programId={programId} onClose={planning.close} />}
    </>
  );
}
