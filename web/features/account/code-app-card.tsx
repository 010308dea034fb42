import { Button, Code, CopyButton, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { renderSVG } from 'uqr';
import { api, unwrap, type Schemas } from '../../api/client';
import { When } from '../../ui/amounts';
import { ConfirmButton } from '../../ui/confirm-button';
import { ProblemNote } from '../../ui/problem-note';
import { Card } from './card';
import { useSecurityChange, type Security } from './use-security';

const qrOf = (uri: string): string =>
  `data:image/svg+xml;utf8,${encodeURIComponent(renderSVG(uri, { border: 2 }))}`;

/** The secret as people type it: in groups of four. */
const grouped = (secret: string): string => secret.replace(/(.{4})(?=.)/g, '$1 ');

function SetUp({
  made,
  onDone,
  onClose,
}: {
  made: Schemas['CodeAppView'];
  onDone: () => void;
  onClose: () => void;
}) {
  const [code, setCode] = useState('');
  const confirm = useSecurityChange(
    () => unwrap(api.POST('/api/v1/account/code-app/confirm', { body: { code: code.replace(/\D/g, '') } })),
    onDone,
  );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        confirm.mutate(undefined);
      }}
    >
      <Stack>
        <Text size="sm">
          Scan this with an authenticator app, or type the text below into it. Then enter the six digits it
          shows.
        </Text>
        <Group justify="center">
          <img src={qrOf(made.uri)} width={200} height={200} alt="QR code for an authenticator app" />
        </Group>
        <Group justify="center">
          <Code data-testid="code-app-secret">{grouped(made.secret)}</Code>
          <CopyButton value={made.secret}>
            {({ copied, copy }) => (
              <Button size="xs" variant="light" onClick={copy}>
                {copied ? 'Copied' : 'Copy'}
              </Button>
            )}
          </CopyButton>
        </Group>
        {confirm.isError && <ProblemNote error={confirm.error} />}
        <TextInput
          label="Code of the app"
          inputMode="numeric"
          autoComplete="one-time-code"
          required
          data-autofocus
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Not now
          </Button>
          <Button type="submit" loading={confirm.isPending}>
            Confirm
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** Codes of an app on the phone. */
export function CodeAppCard({ security }: { security: Security }) {
  const [made, setMade] = useState<Schemas['CodeAppView'] | null>(null);
  const begin = useSecurityChange(() => unwrap(api.POST('/api/v1/account/code-app')), setMade);
  const remove = useSecurityChange(() => unwrap(api.DELETE('/api/v1/account/code-app')));
  const since = security.codeAppAt;
  return (
    <Card
      title="Authenticator app"
      lead={
        since === null ? (
          'An app on your phone that shows a new code every half minute. You enter it after your password.'
        ) : (
          <>
            Set up <When at={since} />.
          </>
        )
      }
      action={
        since === null ? (
          <Button loading={begin.isPending} onClick={() => begin.mutate(undefined)}>
            Set it up
          </Button>
        ) : (
          <ConfirmButton
            label="Remove"
            title="Remove the authenticator app?"
            confirm="Remove it"
            isBusy={remove.isPending}
            error={remove.error}
            onConfirm={() => remove.mutateAsync(undefined)}
          >
            Its codes stop working. Set up another one afterwards, for example on a new phone.
          </ConfirmButton>
        )
      }
    >
      {begin.isError && <ProblemNote error={begin.error} />}
      <Modal
        opened={made !== null}
        onClose={() => setMade(null)}
        title="Set up the authenticator app"
        centered
      >
        {made !== null && <SetUp made={made} onDone={() => setMade(null)} onClose={() => setMade(null)} />}
      </Modal>
    </Card>
  );
}
