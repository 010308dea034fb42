import { Text, Textarea } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { FormDialog } from './form-dialog';

/** Asks for one text that an act needs. */
export function TextDialog({
  title,
  lead,
  label = 'In your words',
  confirm,
  color,
  isBusy,
  error,
  onConfirm,
  onClose,
  children,
}: {
  title: string;
  lead: string;
  label?: string;
  confirm: string;
  color?: string | undefined;
  isBusy: boolean;
  error?: unknown;
  onConfirm: (text: string) => void;
  onClose: () => void;
  children?: ReactNode;
}) {
  const [text, setText] = useState('');
  return (
    <FormDialog
      opened
      title={title}
      confirm={confirm}
      {...(color !== undefined && { color })}
      isBusy={isBusy}
      isReady={text.trim() !== ''}
      error={error}
      onConfirm={() => onConfirm(text)}
      onClose={onClose}
    >
      <Text size="sm">{lead}</Text>
      <Textarea
        label={label}
        required
        autosize
        minRows={4}
        data-autofocus
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {children}
    </FormDialog>
  );
}
