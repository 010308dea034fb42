import { Alert, Button, Checkbox, Code, CopyButton, Group, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { Schemas } from '../../api/client';

/** The secret of a new key, this once. It closes only when the person says that it is stored. */
export function SecretModal({
  made,
  onStored,
}: {
  made: Schemas['NewKeyView'] | null;
  onStored: () => void;
}) {
  const [isStored, setStored] = useState(false);
  const close = () => {
    setStored(false);
    onStored();
  };
  return (
    <Modal
      opened={made !== null}
      onClose={close}
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={isStored}
      title={`Your key “${made?.key.name ?? ''}”`}
      centered
      size="lg"
    >
      {made !== null && (
        <Stack>
          <Alert color="yellow" variant="light" title="Shown only now">
            Store it where you keep passwords. Atelier keeps a hash of it and cannot show it again.
          </Alert>
          <Code block data-testid="secret" style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
            {made.secret}
          </Code>
          <Text size="sm" c="dimmed">
            Send it as <Code>Authorization: Bearer …</Code>
          </Text>
          <Checkbox
            label="I stored it"
            checked={isStored}
            onChange={(event) => setStored(event.currentTarget.checked)}
          />
          <Group justify="flex-end">
            <CopyButton value={made.secret}>
              {({ copied, copy }) => (
                <Button variant="light" onClick={copy}>
                  {copied ? 'Copied' : 'Copy the key'}
                </Button>
              )}
            </CopyButton>
            <Button disabled={!isStored} onClick={close}>
              Done
            </Button>
          </Group>
        </Stack>
      )}
    </Modal>
  );
}
