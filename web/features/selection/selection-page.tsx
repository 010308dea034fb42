import { Anchor, Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { entryQuery, programQuery } from '../../api/programs';
import { PageHeader } from '../../ui/page-header';
import { QueryView } from '../../ui/query-view';
import { oneOf, useFilters } from '../../ui/use-filters';
import { FormBuilder } from './form-builder';
import { Invitations } from './invitations';
import { Progress } from './progress';

const TABS = ['progress', 'form', 'invitations'] as const;
const TITLES = { progress: 'Progress', form: 'Form and rubric', invitations: 'Invitations' } as const;

/** How artists come into one programme: its form, who judges, what decides, and who is invited past it. */
export function SelectionPage() {
  const { programId = '' }: { programId?: string } = useParams({ strict: false });
  const [filters, change] = useFilters(['tab'] as const);
  const tab = oneOf(TABS, filters.tab) ?? 'progress';
  const program = useQuery(programQuery(programId));
  const form = useQuery(entryQuery(programId));
  return (
    <QueryView query={program} rows={4}>
      {({ id, name, slug }) => (
        <>
          <PageHeader
            title={`Selection for ${name}`}
            lead={
              <Anchor
                inherit
                renderRoot={(props) => (
                  <Link to="/manage/programs/$programId" params={{ programId: slug }} {...props} />
                )}
              >
                Back to the programme
              </Anchor>
            }
          />
          <Tabs value={tab} onChange={(next) => change({ tab: next })} keepMounted={false}>
            <Tabs.List mb="md">
              {TABS.map((one) => (
                <Tabs.Tab key={one} value={one}>
                  {TITLES[one]}
                </Tabs.Tab>
              ))}
            </Tabs.List>
            <Tabs.Panel value="progress">
              <Progress programId={id} />
            </Tabs.Panel>
            <Tabs.Panel value="form">
              <QueryView query={form}>
                {(entry) => <FormBuilder key={entry.form.version} programId={id} form={entry.form} />}
              </QueryView>
            </Tabs.Panel>
            <Tabs.Panel value="invitations">
              <Invitations programId={id} slug={slug} />
            </Tabs.Panel>
          </Tabs>
        </>
      )}
    </QueryView>
  );
}
