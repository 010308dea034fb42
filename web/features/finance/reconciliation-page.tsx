import { Button, Group, Select, Stack, Text } from '@mantine/core';
import { IconDownload, IconRefresh } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useSession } from '../../api/session';
import { When } from '../../ui/amounts';
import { EmptyState } from '../../ui/empty-state';
import { PageHeader } from '../../ui/page-header';
import { PagedView } from '../../ui/paged-view';
import { ProblemNote } from '../../ui/problem-note';
import { QueryView } from '../../ui/query-view';
import { asOptions, oneOf, useFilters } from '../../ui/use-filters';
import { FindingDialog } from './finding-dialog';
import { FindingsTable, Sums } from './findings-table';
import { PayoutDrawer } from './payout-drawer';
import {
  FINDING_STATES,
  findingsQuery,
  MATCHES,
  overviewQuery,
  RAILS,
  sumsOf,
  useRun,
  type Finding,
  type FindingFilter,
  type FindingVerb,
  type Overview,
} from './use-reconciliation';

/** What is unexplained, when each rail was looked at last, and how far Stripe's adapter was proved. */
function Standing({ overview }: { overview: Overview }) {
  const { unexplained, rails, runs, verification } = overview;
  return (
    <Stack gap={4} mb="md">
      <Text fw={600}>
        {unexplained === 0
          ? 'Everything is explained.'
          : `${unexplained} unexplained. A month that has one cannot be closed.`}
      </Text>
      {rails.map((rail) => {
        const last = runs.find((run) => run.rail === rail);
        return (
          <Text key={rail} size="sm">
            {rail.replaceAll('_', ' ')}: {last === undefined && 'never compared'}
            {last?.endedAt === null && 'is being compared'}
            {last?.fault != null && `could not be asked. ${last.fault}`}
            {last?.compared != null && last.endedAt !== null && (
              <>
                {last.compared} compared <When at={last.endedAt} />, for {last.askedBy}
              </>
            )}
          </Text>
        );
      })}
      <Text size="sm">
        Stripe: contract-verified against library {verification.sdk}, API {verification.apiVersion}; last run
        against a real sandbox:{' '}
        {verification.verifiedAt === null ? 'never' : <When at={verification.verifiedAt} />}
      </Text>
    </Stack>
  );
}

const csvOf = (filter: FindingFilter): string =>
  `/api/v1/reconciliation/findings.csv?${new URLSearchParams({ ...filter }).toString()}`;

function RunButton({ isRunning }: { isRunning: boolean }) {
  const run = useRun();
  return (
    <>
      <Button
        leftSection={<IconRefresh size={16} aria-hidden />}
        loading={run.isPending || isRunning}
        onClick={() => run.mutate()}
      >
        Compare now
      </Button>
      {run.isError && <ProblemNote error={run.error} />}
    </>
  );
}

export function ReconciliationPage() {
  const [filters, change] = useFilters(['rail', 'match', 'state', 'payout', 'of'] as const);
  const [step, setStep] = useState<{ finding: Finding; verb: FindingVerb } | null>(null);
  const rail = oneOf(RAILS, filters.rail);
  const match = oneOf(MATCHES, filters.match);
  const state = oneOf(FINDING_STATES, filters.state);
  const filter: FindingFilter = {
    ...(rail && { rail }),
    ...(match && { match }),
    ...(state && { state }),
    ...(filters.of !== undefined && { payoutId: filters.of }),
  };
  const overview = useQuery(overviewQuery);
  const findings = useInfiniteQuery(findingsQuery(filter));
  const mayRun = useSession()?.permissions.includes('payout.operate') === true;
  const isRunning = overview.data?.runs.some(({ endedAt }) => endedAt === null) === true;
  const queries = useQueryClient();
  useEffect(() => {
    if (!isRunning) void queries.invalidateQueries({ queryKey: ['reconciliation', 'findings'] });
  }, [isRunning, queries]);
  const isFiltered = Object.keys(filter).length > 0;
  return (
    <>
      <PageHeader
        title="Reconciliation"
        lead="Every payout against what its rail says by itself, both ways; every night, and whenever you ask."
        action={
          <Group>
            <Button
              component="a"
              href={csvOf(filter)}
              download="reconciliation.csv"
              variant="default"
              leftSection={<IconDownload size={16} aria-hidden />}
            >
              CSV of this list
            </Button>
            {mayRun && <RunButton isRunning={isRunning} />}
          </Group>
        }
      />
      <QueryView query={overview}>{(found) => <Standing overview={found} />}</QueryView>
      <Group mb="md" align="flex-end">
        <Select
          label="Rail"
          placeholder="All"
          clearable
          data={asOptions(RAILS)}
          value={rail ?? null}
          onChange={(next) => change({ rail: next })}
        />
        <Select
          label="Says"
          placeholder="All"
          clearable
          data={asOptions(MATCHES)}
          value={match ?? null}
          onChange={(next) => change({ match: next })}
        />
        <Select
          label="State"
          placeholder="All"
          clearable
          data={asOptions(FINDING_STATES)}
          value={state ?? null}
          onChange={(next) => change({ state: next })}
        />
      </Group>
      <PagedView
        query={findings}
        empty={
          <EmptyState
            title={isFiltered ? 'Nothing fits these filters' : 'Nothing was compared yet'}
            action={
              isFiltered && (
                <Button
                  variant="light"
                  onClick={() => change({ rail: null, match: null, state: null, of: null })}
                >
                  Show all
                </Button>
              )
            }
          >
            Payouts are compared once they were sent.
          </EmptyState>
        }
      >
        {(items) => (
          <>
            <Sums sums={sumsOf(findings.data?.pages[0])} />
            <FindingsTable
              items={items}
              onPayout={(payout) => change({ payout })}
              onAct={(finding, verb) => setStep({ finding, verb })}
            />
          </>
        )}
      </PagedView>
      {step !== null && <FindingDialog {...step} onClose={() => setStep(null)} />}
      <PayoutDrawer id={filters.payout ?? null} onClose={() => change({ payout: null })} />
    </>
  );
}
