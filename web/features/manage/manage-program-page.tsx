import { Button, Drawer, Group, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { programQuery } from '../../api/programs';
import { PageHeader } from '../../ui/page-header';
import { QueryView } from '../../ui/query-view';
import { StateBadge } from '../../ui/state-badge';
import { CopyDialog } from './copy-dialog';
import { MarkPolicyForm } from './mark-policy-form';
import { PlanForm } from './plan-form';
import { ModelPolicyForm, ReviewPolicyForm } from './policy-forms';
import { RetentionPolicyForm } from './retention-policy-form';
import { Lifecycle } from './lifecycle-step';
import type { Part } from './path-parts';
import { ProgramPath } from './program-path';
import { QuotaPlanForm } from './quota-plan-form';
import { RateCardForm } from './rate-card-form';
import { begun, PART_OF, SetUpProgress, TITLES } from './set-up';
import { StatesTable } from './states-table';
import { TermsEditor } from './terms-editor';
import type { Program } from './use-manage';
import { draftsQuery } from './use-plan';
import { VersionsList } from './versions-list';

const FORMS = {
  terms: TermsEditor,
  rates: RateCardForm,
  quota: QuotaPlanForm,
  mark: MarkPolicyForm,
  models: ModelPolicyForm,
  review: ReviewPolicyForm,
  retention: RetentionPolicyForm,
} as const;

const versionOf = (program: Program, part: Exclude<Part, 'plan'>): number | undefined => {
  const {
    terms,
    announcedTerms,
    rateCard,
    quotaPlan,
    markPolicy,
    modelPolicy,
    reviewPolicy,
    retentionPolicy,
  } = program;
  const rest = {
    rates: rateCard,
    quota: quotaPlan,
    mark: markPolicy,
    models: modelPolicy,
    review: reviewPolicy,
    retention: retentionPolicy,
  };
  return { terms: announcedTerms ?? terms, ...rest }[part]?.version;
};

function ProgramView({ program }: { program: Program }) {
  const [part, setPart] = useState<Part | null>(null);
  const [isCopying, copying] = useDisclosure();
  const navigate = useNavigate();
  const drafts = useQuery(draftsQuery(program.id)).data?.items ?? [];
  const Form = part === null || part === 'plan' ? null : FORMS[part];
  return (
    <>
      <PageHeader
        title={program.name}
        lead={
          <Group gap="xs" component="span">
            <StateBadge state={program.state} />
            <span>
              {program.model}, {program.capacity} seats, {program.currency}
            </span>
          </Group>
        }
        action={
          <Group gap="xs">
            <Button
              variant="default"
              renderRoot={(props) => (
                <Link
                  to="/manage/programs/$programId/selection"
                  params={{ programId: program.slug }}
                  {...props}
                />
              )}
            >
              Selection
            </Button>
            <Button
              variant="default"
              renderRoot={(props) => (
                <Link
                  to="/manage/programs/$programId/cohorts"
                  params={{ programId: program.slug }}
                  {...props}
                />
              )}
            >
              Cohorts
            </Button>
            <Button
              variant="default"
              renderRoot={(props) => (
                <Link to="/programs/$programId/calendar" params={{ programId: program.slug }} {...props} />
              )}
            >
              Calendar
            </Button>
            <Button variant="default" onClick={copying.open}>
              Copy
            </Button>
          </Group>
        }
      />
      <Stack gap="xl">
        <SetUpProgress program={program} />
        <ProgramPath
          program={program}
          drafts={drafts.map(({ kind }) => PART_OF[kind])}
          onEdit={setPart}
          last={<Lifecycle program={program} />}
        />
        <StatesTable state={program.state} />
        <VersionsList programId={program.id} />
      </Stack>
      <Drawer
        opened={part !== null}
        onClose={() => setPart(null)}
        position="right"
        size={part === 'terms' ? 'xl' : 'md'}
        title={part === null ? '' : TITLES[part]}
      >
        {part === 'plan' && (
          <PlanForm
            program={program}
            onDone={() => {
              notifications.show({ message: 'Saved.' });
              setPart(null);
            }}
          />
        )}
        {Form !== null && part !== null && part !== 'plan' && (
          <Form
            program={begun(program, drafts)}
            onDone={(version) => {
              const isNew = version > (versionOf(program, part) ?? 0);
              notifications.show({
                message: isNew
                  ? `Version ${version} is published.`
                  : `Nothing differs from version ${version}: it stays in force.`,
              });
              setPart(null);
            }}
          />
        )}
      </Drawer>
      {isCopying && (
        <CopyDialog
          program={program}
          onClose={copying.close}
          onCopied={(copy) => {
            copying.close();
            notifications.show({
              message: `${copy.name} is prepared. Its documents are drafts: publish them.`,
            });
            void navigate({ to: '/manage/programs/$programId', params: { programId: copy.slug } });
          }}
        />
      )}
    </>
  );
}

export function ManageProgramPage() {
  const { programId = '' }: { programId?: string } = useParams({ strict: false });
  return (
    <QueryView query={useQuery(programQuery(programId))}>
      {(program) => <ProgramView program={program} />}
    </QueryView>
  );
}
