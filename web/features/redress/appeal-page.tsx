import { Anchor, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { ConfirmButton } from '../../ui/confirm-button';
import { PageHeader } from '../../ui/page-header';
import { QueryView } from '../../ui/query-view';
import { Case } from './hearing-parts';
import { HearingDialogue } from './hearing-dialogue';
import { StatementPanel } from './statement-panel';
import { hearingQuery, KINDS, useHearingStep, type Hearing } from './use-redress';

function Withdraw({ hearing }: { hearing: Hearing }) {
  const step = useHearingStep(hearing.id);
  if (!hearing.available.includes('withdraw')) return null;
  return (
    <ConfirmButton
      label="Withdraw the appeal"
      title="Withdraw the appeal?"
      confirm="Withdraw"
      variant="subtle"
      color="gray"
      isBusy={step.isPending}
      error={step.error}
      onConfirm={async () => {
        await step.mutateAsync({ verb: 'withdraw' });
        notifications.show({ message: 'Withdrawn. You can file it again.' });
      }}
    >
      The decision stays as it is. You can appeal again until its six months are over.
    </ConfirmButton>
  );
}

/** One appeal of mine: what is appealed, what was said, the answer. */
export function AppealPage() {
  const { appealId = '' } = useParams({ strict: false });
  const hearing = useQuery({ ...hearingQuery(appealId), refetchInterval: 30_000 });
  return (
    <QueryView query={hearing}>
      {(found) => (
        <>
          <PageHeader
            title={`Appeal: ${KINDS[found.kind].toLowerCase()}`}
            lead={
              <Anchor inherit renderRoot={(props) => <Link to="/studio/appeals" {...props} />}>
                All my appeals
              </Anchor>
            }
            action={<Withdraw hearing={found} />}
          />
          <Stack maw={860}>
            <Case hearing={found} mine />
            <HearingDialogue hearing={found} asStaff={false} />
            <StatementPanel statement={found.statement} />
          </Stack>
        </>
      )}
    </QueryView>
  );
}
