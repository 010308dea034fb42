import { Alert, Button, Code, Group, Paper, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { When } from '../../ui/amounts';
import { ConfirmButton } from '../../ui/confirm-button';
import { ProblemNote } from '../../ui/problem-note';
import { StateBadge } from '../../ui/state-badge';
import {
  changeWebhook,
  moveWebhook,
  removeWebhook,
  resendSkipped,
  rotateWebhook,
  saysOf,
  testWebhook,
  useWebhookAct,
  type Delivery,
  type NewWebhook,
  type Webhook,
} from './use-webhooks';
import { WebhookForm, type Draft } from './webhook-form';

function TestResult({ delivery }: { delivery: Delivery }) {
  const last = delivery.tries.at(-1);
  const isFine = delivery.state === 'delivered';
  return (
    <Alert
      color={isFine ? 'green' : 'red'}
      variant="light"
      title={isFine ? 'The test arrived' : 'The test did not arrive'}
    >
      {last === undefined
        ? 'It was not sent.'
        : `The address ${isFine ? '' : 'did not take it: '}${saysOf(last)}, after ${last.milliseconds} ms.`}
    </Alert>
  );
}

/** What it missed while it did not listen, and the button that sends it. */
function Skipped({ webhook: { id, skipped, state } }: { webhook: Webhook }) {
  const resend = useWebhookAct(() => resendSkipped(id));
  if (skipped === 0) return null;
  const messages = skipped === 1 ? '1 message was' : `${skipped} messages were`;
  return (
    <Alert color="yellow" variant="light" title={`${messages} not sent`}>
      <Stack gap="xs" align="flex-start">
        <Text size="sm">
          It was paused or disabled when they happened.{' '}
          {state !== 'active' && 'Resume it, then send them from here; they are written down for 30 days.'}
        </Text>
        {state === 'active' && (
          <Button
            size="xs"
            variant="light"
            loading={resend.isPending}
            onClick={() => resend.mutate(undefined)}
          >
            Send what it missed
          </Button>
        )}
        {resend.isError && <ProblemNote error={resend.error} />}
      </Stack>
    </Alert>
  );
}

function Facts({ webhook }: { webhook: Webhook }) {
  return (
    <>
      <Text size="sm" c="dimmed">
        {webhook.events.join(', ')}
        {webhook.isStaff && ' · of everybody'}
      </Text>
      {webhook.failingSince !== null && (
        <Text size="sm" c="red" component="div">
          {webhook.failures} failed since <When at={webhook.failingSince} />
        </Text>
      )}
      {webhook.isSecretLeaked && (
        <Alert color="red" variant="light">
          Its secret was found in public and signs nothing any more. Make a new one, put it where your program
          reads it, then resume; what was on its way is sent then, what happened meanwhile when you say so.
        </Alert>
      )}
      {webhook.previousUntil !== null && (
        <Text size="sm" component="div">
          The previous secret signs too; it ends <When at={webhook.previousUntil} />.
        </Text>
      )}
    </>
  );
}

/** One address and what may be done with it now. */
export function WebhookRow({
  webhook,
  onLog,
  onMade,
}: {
  webhook: Webhook;
  onLog: () => void;
  onMade: (made: NewWebhook) => void;
}) {
  const [isChanging, setChanging] = useState(false);
  const { id, available } = webhook;
  const test = useWebhookAct(() => testWebhook(id));
  const move = useWebhookAct((verb: 'pause' | 'resume') => moveWebhook(id, verb));
  const rotate = useWebhookAct(() => rotateWebhook(id));
  const remove = useWebhookAct(() => removeWebhook(id));
  const change = useWebhookAct((draft: Draft) => changeWebhook(id, draft));
  const verb = (['pause', 'resume'] as const).find((one) => available.includes(one));
  return (
    <Paper withBorder p="md" component="li">
      <Stack gap="sm">
        <Group gap="xs">
          <Code style={{ overflowWrap: 'anywhere' }}>{webhook.url}</Code>
          <StateBadge state={webhook.state} />
        </Group>
        {webhook.description !== '' && <Text size="sm">{webhook.description}</Text>}
        <Facts webhook={webhook} />
        <Skipped webhook={webhook} />
        {isChanging ? (
          <WebhookForm
            initial={webhook}
            submit="Keep the change"
            isBusy={change.isPending}
            error={change.error}
            onSubmit={({ url, description, events }) =>
              change.mutate({ url, description, events }, { onSuccess: () => setChanging(false) })
            }
            onCancel={() => setChanging(false)}
          />
        ) : (
          <Group gap="xs">
            <Button size="xs" variant="light" loading={test.isPending} onClick={() => test.mutate(undefined)}>
              Send a test
            </Button>
            <Button size="xs" variant="default" onClick={onLog}>
              Messages
            </Button>
            <Button size="xs" variant="default" onClick={() => setChanging(true)}>
              Change
            </Button>
            {verb !== undefined && (
              <Button size="xs" variant="default" loading={move.isPending} onClick={() => move.mutate(verb)}>
                {verb === 'pause' ? 'Pause' : 'Resume'}
              </Button>
            )}
            <ConfirmButton
              label="New secret"
              size="xs"
              color="ember"
              title="Make a new signing secret?"
              confirm="Make it"
              isBusy={rotate.isPending}
              error={rotate.error}
              onConfirm={async () => onMade(await rotate.mutateAsync(undefined))}
            >
              {webhook.isSecretLeaked
                ? 'It is shown once. Resume the webhook when your program reads it.'
                : 'Messages are signed with both secrets for 24 hours, so that nothing is lost while you change it.'}
            </ConfirmButton>
            <ConfirmButton
              label="Remove"
              size="xs"
              title="Remove this webhook?"
              confirm="Remove it"
              isBusy={remove.isPending}
              error={remove.error}
              onConfirm={() => remove.mutateAsync(undefined)}
            >
              It gets no more messages, and its secret is destroyed.
            </ConfirmButton>
          </Group>
        )}
        <div aria-live="polite">
          {test.data !== undefined && <TestResult delivery={test.data} />}
          {(test.isError || move.isError) && <ProblemNote error={test.error ?? move.error} />}
        </div>
      </Stack>
    </Paper>
  );
}
