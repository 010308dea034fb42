import { Anchor, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { When } from '../../ui/amounts';
import { AppealForm } from '../../ui/appeal-form';
import { PageHeader } from '../../ui/page-header';
import { QueryView } from '../../ui/query-view';
import { StateBadge } from '../../ui/state-badge';
import { StatementPanel } from './statement-panel';
import { KINDS, statementQuery, useFile, type Statement } from './use-redress';

function Appealing({ id }: { id: string }) {
  const navigate = useNavigate();
  const file = useFile(id);
  const send = (grounds: string) =>
    file.mutate(grounds, {
      onSuccess: (appeal) =>
        void navigate({ to: '/studio/appeals/$appealId', params: { appealId: appeal.id } }),
    });
  return <AppealForm within="within seven days" isBusy={file.isPending} error={file.error} onFile={send} />;
}

function AppealNote({ appeal, to }: { appeal: NonNullable<Statement['appeal']>; to: string }) {
  return (
    <Paper withBorder p="lg" component="section">
      <Stack gap="xs">
        <Group gap="xs">
          <Title order={2} size="h4">
            The appeal
          </Title>
          <StateBadge state={appeal.state} />
        </Group>
        {appeal.reasons === null ? (
          <Text size="sm">
            It is answered with reasons, due <When at={appeal.dueAt} />.
          </Text>
        ) : (
          <Text style={{ whiteSpace: 'pre-wrap' }}>{appeal.reasons}</Text>
        )}
        <Anchor renderRoot={(props) => <Link to={to} {...props} />}>Open the appeal</Anchor>
      </Stack>
    </Paper>
  );
}

function Decision({ hearings, back }: { hearings: string; back: { to: string; label: string } }) {
  const { statementId = '' } = useParams({ strict: false });
  const statement = useQuery(statementQuery(statementId));
  return (
    <QueryView query={statement}>
      {(found) => (
        <>
          <PageHeader
            title={KINDS[found.kind]}
            lead={
              <>
                {found.artist !== null && `About ${found.artist}. `}
                <Anchor inherit renderRoot={(props) => <Link to={back.to} {...props} />}>
                  {back.label}
                </Anchor>
              </>
            }
          />
          <Stack maw={860}>
            <StatementPanel statement={found} />
            {found.appeal !== null && (
              <AppealNote appeal={found.appeal} to={`${hearings}/${found.appeal.id}`} />
            )}
            {found.canAppeal && <Appealing id={found.id} />}
            {found.isAppealedInPlace && found.artist === null && (
              <Anchor
                renderRoot={(props) => <Link to={`/studio/submissions/${found.subjectId}`} {...props} />}
              >
                See it beside the clip, and appeal there
              </Anchor>
            )}
          </Stack>
        </>
      )}
    </QueryView>
  );
}

/** One decision against me, and the way to appeal. */
export function DecisionPage() {
  return <Decision hearings="/studio/appeals" back={{ to: '/studio/decisions', label: 'All decisions' }} />;
}

/** The same as staff read it. */
export function StaffDecisionPage() {
  return <Decision hearings="/review/hearings" back={{ to: '/review/decisions', label: 'All decisions' }} />;
}
