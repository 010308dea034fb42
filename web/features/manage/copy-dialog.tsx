import { Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { FormDialog } from '../../ui/form-dialog';
import type { Program } from './use-manage';
import { useCopy } from './use-plan';

/** A new programme after the pattern of this one: drafts of everything, nothing published. */
export function CopyDialog({
  program,
  onCopied,
  onClose,
}: {
  program: Program;
  onCopied: (copy: Program) => void;
  onClose: () => void;
}) {
  const [name, setName] = useState(`${program.name} 2`);
  const [slug, setSlug] = useState(`${program.slug}-2`);
  const [startsOn, setStart] = useState(new Date(Date.now() + 14 * 86_400_000).toISOString().slice(0, 10));
  const copy = useCopy(program.id, onCopied);
  return (
    <FormDialog
      opened
      title={`Copy ${program.name}`}
      confirm="Copy"
      isBusy={copy.isPending}
      isReady={name !== '' && slug !== '' && startsOn !== ''}
      error={copy.error}
      onConfirm={() => copy.mutate({ name, slug, startsAt: `${startsOn}T00:00:00Z` })}
      onClose={onClose}
    >
      <Text size="sm" c="dimmed">
        The copy is a draft with a draft of each document; its dates and the ends of its clauses move with the
        start. Nothing is published, and nobody is taken over.
      </Text>
      <TextInput
        label="Name"
        required
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput
        label="Short name in addresses"
        required
        value={slug}
        onChange={(event) => setSlug(event.currentTarget.value)}
      />
      <TextInput
        type="date"
        label="Artists may start"
        required
        value={startsOn}
        onChange={(event) => setStart(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
