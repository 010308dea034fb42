import { Button, Group, Modal, Stack, type ButtonProps } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { ProblemNote } from './problem-note';

/** A button for what cannot be undone: asks once and says what follows. */
export function ConfirmButton({
  label,
  title,
  children,
  confirm,
  isBusy,
  error,
  onConfirm,
  ...looks
}: {
  label: string;
  title: string;
  /** What follows from it. */
  children: ReactNode;
  /** The word on the button that does it. */
  confirm: string;
  isBusy: boolean;
  error?: unknown;
  /** Closes the question when it resolves; a rejection leaves it open with `error`. */
  onConfirm: () => Promise<unknown>;
} & ButtonProps) {
  const [isOpen, { open, close }] = useDisclosure();
  return (
    <>
      <Button variant="subtle" color="red" {...looks} onClick={open}>
        {label}
      </Button>
      <Modal opened={isOpen} onClose={close} title={title} centered>
        <Stack>
          <div>{children}</div>
          {error !== undefined && error !== null && <ProblemNote error={error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              Not now
            </Button>
            <Button
              color="red"
              loading={isBusy}
              onClick={() => void onConfirm().then(close, () => undefined)}
            >
              {confirm}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
