import { Anchor, Button, Checkbox, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconBookmark } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FormDialog } from '../../ui/form-dialog';
import { savedQuery, useSaved, type Filters, type SavedFilter } from './use-readings';

function Kept({ saved, onOpen }: { saved: readonly SavedFilter[]; onOpen: (one: SavedFilter) => void }) {
  const { share, remove } = useSaved();
  const [isEditing, setEditing] = useState(false);
  if (isEditing) {
    return (
      <Stack gap="xs" aria-label="Saved filters">
        {saved
          .filter(({ isMine }) => isMine)
          .map(({ id, name, isShared }) => (
            <Group key={id}>
              <Text size="sm">{name}</Text>
              <Checkbox
                label="Shared with the desk"
                aria-label={`Share “${name}” with the desk`}
                checked={isShared}
                onChange={(event) => share.mutate({ id, isShared: event.currentTarget.checked })}
              />
              <Button size="compact-sm" variant="subtle" color="red" onClick={() => remove.mutate(id)}>
                Remove {name}
              </Button>
            </Group>
          ))}
        <Group>
          <Button size="compact-sm" variant="light" onClick={() => setEditing(false)}>
            Done
          </Button>
        </Group>
      </Stack>
    );
  }
  return (
    <Group gap="md">
      <Text size="sm" c="dimmed">
        Saved:
      </Text>
      {saved.map((one) => (
        <Anchor key={one.id} size="sm" component="button" type="button" onClick={() => onOpen(one)}>
          {one.name}
          {one.isMine ? '' : ' (shared)'}
        </Anchor>
      ))}
      {saved.some(({ isMine }) => isMine) && (
        <Button size="compact-sm" variant="subtle" onClick={() => setEditing(true)}>
          Edit
        </Button>
      )}
    </Group>
  );
}

/** Filters under a name, of this reading; one click brings them back. */
export function SavedFilters({
  reading,
  filters,
  onOpen,
}: {
  reading: string;
  filters: Filters;
  onOpen: (filters: Filters) => void;
}) {
  const saved = (useQuery(savedQuery).data ?? []).filter((one) => one.reading === reading);
  const { save } = useSaved();
  const [name, setName] = useState<string | null>(null);
  const [isShared, setShared] = useState(false);
  const body = { reading: reading as SavedBody['reading'], name: (name ?? '').trim(), filters, isShared };
  return (
    <Group>
      {saved.length > 0 && <Kept saved={saved} onOpen={(one) => onOpen(one.filters)} />}
      {Object.keys(filters).length > 0 && (
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconBookmark size={14} aria-hidden />}
          onClick={() => setName('')}
        >
          Save these filters
        </Button>
      )}
      <FormDialog
        opened={name !== null}
        title="Save these filters"
        confirm="Save"
        isBusy={save.isPending}
        isReady={body.name !== ''}
        error={save.error}
        onConfirm={() => save.mutate(body, { onSuccess: () => setName(null) })}
        onClose={() => setName(null)}
      >
        <TextInput
          label="Name"
          maxLength={80}
          required
          data-autofocus
          value={name ?? ''}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Checkbox
          label="Everybody who reads the books sees it"
          checked={isShared}
          onChange={(event) => setShared(event.currentTarget.checked)}
        />
      </FormDialog>
    </Group>
  );
}

type SavedBody = Parameters<ReturnType<typeof useSaved>['save']['mutate']>[0];
