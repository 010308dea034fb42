import { Blockquote, Group, List, Paper, Stack, Text } from '@mantine/core';
import { api, unwrap, type Schemas } from '../../api/client';
import { formatMoney } from '../../ui/amounts';
import { ProblemNote } from '../../ui/problem-note';
import { StateBadge } from '../../ui/state-badge';
import { VerbButtons, type VerbLook } from '../../ui/verb-buttons';
import { useGrantAct, type Application } from './use-grants';

const LOOKS: Record<string, VerbLook> = {
  submit: { label: 'Hand in', variant: 'filled' },
  reopen: { label: 'Take back to a draft' },
  withdraw: { label: 'Withdraw', color: 'red', variant: 'subtle' },
};

type Verb = Application['available'][number];

/** What was asked of a call and what came of it; readable for good by who asked. */
export function ApplicationCard({
  application,
  currency,
  title,
}: {
  application: Application;
  currency: Schemas['MoneyView']['currency'];
  title?: string;
}) {
  const act = useGrantAct((verb: Verb, headers) =>
    unwrap(
      api.POST('/api/v1/call-applications/{id}/{verb}', {
        params: { path: { id: application.id, verb } },
        headers,
        body: {},
      }),
    ),
  );
  return (
    <Paper withBorder p="md" component="article">
      <Stack gap="sm">
        <Group justify="space-between">
          <Group gap="xs">
            {title !== undefined && <Text fw={600}>{title}</Text>}
            <StateBadge state={application.state} />
            {application.isFinalist && <StateBadge state="finalist" />}
            <Text size="sm">
              Asked for {formatMoney(application.requested)}
              {application.awarded !== null && `, awarded ${formatMoney(application.awarded)}`}
              {application.reservePlace !== null && `, place ${application.reservePlace} on the reserve list`}
            </Text>
          </Group>
          <VerbButtons
            available={application.available}
            looks={LOOKS}
            isBusy={act.isPending}
            onAct={(name) => {
              const verb = application.available.find((known) => known === name);
              if (verb !== undefined) act.mutate(verb);
            }}
          />
        </Group>
        {act.isError && <ProblemNote error={act.error} />}
        <Text maw={760} style={{ whiteSpace: 'pre-wrap' }}>
          {application.statement}
        </Text>
        <List size="sm">
          {application.budgetLines.map(({ what, amount }, index) => (
            <List.Item key={index}>
              {what}: {formatMoney({ amount, currency })}
            </List.Item>
          ))}
        </List>
        {application.reasons !== null && (
          <Text>
            <Text span fw={600}>
              What decided it:{' '}
            </Text>
            {application.reasons}
          </Text>
        )}
        {application.comments.map((comment, index) => (
          <Blockquote key={index} p="sm" cite="a reviewer">
            {comment}
          </Blockquote>
        ))}
      </Stack>
    </Paper>
  );
}
