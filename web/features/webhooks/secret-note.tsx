import { Alert, Button, Code, CopyButton, Group, Modal, Stack, Text } from '@mantine/core';
import type { NewWebhook } from './use-webhooks';

/** The signing secret, this once. */
export function SecretNote({ made, onStored }: { made: NewWebhook | null; onStored: () => void }) {
  return (
    <Modal
      opened={made !== null}
      onClose={onStored}
      withCloseButton={false}
      closeOnClickOutside={false}
      title="Signing secret"
      centered
      size="lg"
    >
      {made !== null && (
        <Stack>
          <Alert color="yellow" variant="light" title="Shown only now">
            Store it where your program reads it. A new one can be made at any time; the old one then signs
            beside it for 24 hours.
          </Alert>
          <Code block data-testid="secret" style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
            {made.secret}
          </Code>
          <Text size="sm" c="dimmed">
            Messages follow Standard Webhooks: verify <Code>webhook-signature</Code> over{' '}
            <Code>webhook-id.webhook-timestamp.body</Code> before you believe one. There are libraries for
            every language.
          </Text>
          <Group justify="flex-end">
            <CopyButton value={made.secret}>
              {({ copied, copy }) => (
                <Button variant="light" onClick={copy}>
                  {copied ? 'Copied' : 'Copy the secret'}
                </Button>
              )}
            </CopyButton>
            <Button onClick={onStored}>I stored it</Button>
          </Group>
        </Stack>
      )}
    </Modal>
  );
}
