import { Alert, Button, Checkbox, Code, CopyButton, Group, Modal, Stack } from '@mantine/core';
import { useState } from 'react';
import { api, unwrap } from '../../api/client';
import { ConfirmButton } from '../../ui/confirm-button';
import { ProblemNote } from '../../ui/problem-note';
import { Card } from './card';
import { useSecurityChange, type Security } from './use-security';

const fileOf = (text: string): string => `data:text/plain;charset=utf-8,${encodeURIComponent(text)}`;

/** The codes, this once. It closes only when the person says that they are stored. */
function Codes({ codes, onStored }: { codes: readonly string[]; onStored: () => void }) {
  const [isStored, setStored] = useState(false);
  const text = codes.join('\n');
  return (
    <Stack>
      <Alert color="yellow" variant="light" title="Shown only now">
        Print them or keep them where you keep passwords, not on the phone with the app. Each works once;
        earlier ones have stopped working.
      </Alert>
      <Code block data-testid="recovery-codes">
        {text}
      </Code>
      <Group>
        <CopyButton value={text}>
          {({ copied, copy }) => (
            <Button variant="light" onClick={copy}>
              {copied ? 'Copied' : 'Copy them'}
            </Button>
          )}
        </CopyButton>
        <Button
          variant="light"
          component="a"
          href={fileOf(`Recovery codes for Atelier, each works once:\n\n${text}\n`)}
          download="atelier-recovery-codes.txt"
        >
          Download them
        </Button>
      </Group>
      <Checkbox
        label="I stored them"
        checked={isStored}
        onChange={(event) => setStored(event.currentTarget.checked)}
      />
      <Group justify="flex-end">
        <Button disabled={!isStored} onClick={onStored}>
          Done
        </Button>
      </Group>
    </Stack>
  );
}

/** Codes on paper for the day when the phone is gone. */
export function RecoveryCard({ security }: { security: Security }) {
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const make = useSecurityChange(
    () => unwrap(api.POST('/api/v1/account/recovery-codes')),
    (made) => setCodes(made.codes),
  );
  const left = security.recoveryCodesLeft;
  const hasFactor = security.codeAppAt !== null || security.passkeys.length > 0;
  return (
    <Card
      title="Recovery codes"
      lead={
        left === 0
          ? `Ten codes on paper, for the day when your phone is gone. They stand in for the second factor${hasFactor ? '.' : ': set up an authenticator app or a passkey first.'}`
          : `${left} of ten are left. They stand in for the second factor when your phone is gone.`
      }
      action={
        left === 0 ? (
          <Button disabled={!hasFactor} loading={make.isPending} onClick={() => make.mutate(undefined)}>
            Make them
          </Button>
        ) : (
          <ConfirmButton
            label="Make new ones"
            title="Make new recovery codes?"
            confirm="Make new ones"
            isBusy={make.isPending}
            error={make.error}
            onConfirm={() => make.mutateAsync(undefined)}
          >
            The {left} that are left stop working at once.
          </ConfirmButton>
        )
      }
    >
      {make.isError && left === 0 && <ProblemNote error={make.error} />}
      <Modal
        opened={codes !== null}
        onClose={() => setCodes(null)}
        withCloseButton={false}
        closeOnClickOutside={false}
        closeOnEscape={false}
        title="Your recovery codes"
        centered
      >
        {codes !== null && <Codes codes={codes} onStored={() => setCodes(null)} />}
      </Modal>
    </Card>
  );
}
