import { Button, Group, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useSession } from '../../api/session';
import { PageHeader } from '../../ui/page-header';
import { QueryView } from '../../ui/query-view';
import { useFilters } from '../../ui/use-filters';
import { FundingForm } from './funding-form';
import { ReportView } from './report-view';
import { reportQuery, usePrograms } from './use-finance';

export function ReportPage() {
  const [{ program, fund }, change] = useFilters(['program', 'fund'] as const);
  const { options, nameOf } = usePrograms();
  const report = useQuery(reportQuery(program));
  const mayFund = useSession()?.permissions.includes('program.fund') === true;
  return (
    <>
      <PageHeader
        title="Liability"
        lead="What is owed to whom, what there is to pay it with, and how long it has waited."
        action={
          mayFund && (
            <Button onClick={() => change({ fund: program ?? 'choose' })}>Book money into a fund</Button>
          )
        }
      />
      <Group mb="md">
        <Select
          label="Programme"
          description="Of funds, ageing and exceptions"
          placeholder="All"
          clearable
          data={options}
          value={program ?? null}
          onChange={(next) => change({ program: next })}
        />
      </Group>
      <QueryView query={report}>{(found) => <ReportView report={found} nameOf={nameOf} />}</QueryView>
      {mayFund && fund !== undefined && (
        <FundingForm
          startWith={fund === 'choose' ? undefined : fund}
          onClose={() => change({ fund: null })}
        />
      )}
    </>
  );
}
