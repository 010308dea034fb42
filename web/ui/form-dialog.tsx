import { Button, Group, Modal, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { ProblemNote } from './problem-note';

/** Asks for what an act needs, says what follows from it, and stays open while the server refuses. */
export function FormDialog({
  opened,
  title,
  confirm,
  color,
  isBusy,
  isReady = true,
  error,
  onConfirm,
  onClose,
  children,
}: {
  opened: boolean;
  title: string;
  /** Words of the button: what will be done. */
  confirm: string;
  color?: string;
  isBusy: boolean;
  isReady?: boolean;
  error?: unknown;
  onConfirm: () => void;
  onClose: () => void;
  children: ReactNode;
}) {
  return (
    <Modal opened={opened} onClose={onClose} title={title} centered>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady) onConfirm();
        }}
      >
        <Stack>
          {error !== undefined && error !== null && <ProblemNote error={error} />}
          {children}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Back
            </Button>
            <Button type="submit" color={color} loading={isBusy} disabled={!isReady}>
              {confirm}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
